// The data directory of an embedded server belongs to one process: the views in it would be ruined by a second one. The system itself
// lets go of the lock when its process ends, however it ends.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from './config.ts'

const lockFile = 'lock.sqlite'
const pidFile = 'pid'

export interface DataDirectory {
  release(): void
}

/** Throws ConfigError when another process, or this one, has it already. */
export function takeDataDirectory(dataDir: string): DataDirectory {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(dataDir, lockFile))
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

function inUse(dataDir: string): string {
  let pid = ''
  try {
    pid = readFileSync(join(dataDir, pidFile), 'utf8').trim()
  } catch {
    // The other one has just begun.
  }
  return `${dataDir} is in use by ${pid ? `process ${pid}` : 'another process'}, and only one can open what is in it: end it (Ctrl-C where it runs${pid && `, or kill ${pid}`}), then run this again`
}
