// Secrets that are made once and kept in the data directory, for its owner alone. One is on disk before it is used: a machine that loses
// its power would else sign with nothing, or with another secret, afterwards.
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config-error.ts'
import { makeDirectory } from './data-directory.ts'
import { syncDirectory } from './synced-files.ts'

const secretPattern = /^[!-~]{32,}$/

function writeSecret(file: string): void {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
  } catch (cause) {
    const { message } = cause as Error
    throw new ConfigError(`a secret cannot be written (${message}): SKEIN_DATA_DIR names where data is kept, choose another place`, {
      cause,
    })
  }
}

/** Of several processes that find none, one leaves its own, whole. */
export function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name)
  if (!existsSync(file)) {
    makeDirectory(dataDir)
    const mine = `${file}.${process.pid}`
    writeSecret(mine)
    try {
      linkSync(mine, file)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
    } finally {
      rmSync(mine)
    }
    syncDirectory(dataDir)
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (!secretPattern.test(secret))
    throw new ConfigError(`${file} holds no secret: put a copy of it back, or delete it to have another one made`)
  return secret
}
