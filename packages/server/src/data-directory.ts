// The data directory of an embedded server belongs to one process: the views in it would be ruined by a second one. The system itself
// lets go of the lock when its process ends, however it ends. What is in it belongs to one user.
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makePrivate } from '@skein/local-stack'
import type { Logger } from '@skein/telemetry'
import { ConfigError } from './config-error.ts'
import { syncDirectory } from './synced-files.ts'

const lockFile = 'lock.sqlite'
const pidFile = 'pid'

export interface DataDirectory {
  release(): void
}

/** Throws ConfigError when another process, or this one, has it already, or when there cannot be such a directory. */
export function takeDataDirectory(dataDir: string): DataDirectory {
  makeDirectory(dataDir)
  const lock = openLock(dataDir)
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    const { errcode } = cause as { errcode?: number }
    if (errcode !== sqliteBusy) throw cause
    throw new ConfigError(inUse(dataDir))
  }
  writeFileSync(join(dataDir, pidFile), `${process.pid}\n`)
  return { release: () => lock.close() }
}

const sqliteBusy = 5

/** Names of what Skein keeps in a data directory, with what SQLite and replaced files put beside it. */
const ours = /^(log|credentials|lock)\.sqlite|^views(\.|$)|^(pid|token-secret|operator-key|endpoints\.json|logs)/

/** Closes what is kept to other users of the machine, and says what was open to them. */
export function closeDataDirectory(dataDir: string, logger: Logger): void {
  makeDirectory(dataDir)
  const files = makePrivate(
    readdirSync(dataDir)
      .filter((name) => ours.test(name))
      .map((name) => join(dataDir, name)),
  )
  if (files.length > 0) logger.warn({ files }, 'others could read or write these: now their owner alone')
  const { mode, uid } = statSync(dataDir)
  if ((mode & othersWrite) === 0) return
  if (uid === process.getuid?.() && (mode & sticky) === 0) {
    chmodSync(dataDir, mode & 0o7777 & ~othersWrite)
    logger.warn({ dataDir }, 'others could put files into the data directory: now its owner alone')
  } else logger.warn({ dataDir }, 'others can put files into the data directory: choose one of your own')
}

const othersWrite = 0o022
const sticky = 0o1000

/** Step by step: Node's own recursive way never ends where a parent that exists takes no directories, as in /proc. */
export function makeDirectory(path: string): void {
  const dir = resolve(path)
  if (isDirectory(dir)) return
  if (dirname(dir) !== dir) makeDirectory(dirname(dir))
  try {
    mkdirSync(dir, { mode: 0o700 })
    syncDirectory(dirname(dir))
  } catch (cause) {
    const { code } = cause as { code?: string }
    // Another process made it in between.
    if (code === 'EEXIST' && isDirectory(dir)) return
    const why = code === 'EEXIST' ? 'it is a file' : code
    throw new ConfigError(`${dir} cannot be made a directory, as ${why}: SKEIN_DATA_DIR names where data is kept, choose another place`, {
      cause,
    })
  }
}

function isDirectory(dir: string): boolean {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function openLock(dataDir: string): DatabaseSync {
  try {
    return new DatabaseSync(join(dataDir, lockFile))
  } catch (cause) {
    throw new ConfigError(`nothing can be written in ${dataDir} (${(cause as Error).message}): SKEIN_DATA_DIR names where data is kept`, {
      cause,
    })
  }
}

function inUse(dataDir: string): string {
  let pid = ''
  try {
    pid = readFileSync(join(dataDir, pidFile), 'utf8').trim()
  } catch {
    // The other one has just begun.
  }
  return `${dataDir} is in use by ${pid ? `process ${pid}` : 'another process'}, and only one can open what is in it: end it (Ctrl-C where it runs${pid && `, or kill ${pid}`}), then run this again`
}
