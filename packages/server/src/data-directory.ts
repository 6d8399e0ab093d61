// The data directory of an embedded server belongs to one process: the views in it would be ruined by a second one. The system itself
// lets go of the lock when its process ends, however it ends.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
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
