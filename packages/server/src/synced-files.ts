// Files that are on disk when a call returns, with the entries that name them.
import { closeSync, fsyncSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Clocks of file systems tick in steps. */
const clockStepMs = 2000
const syncedAtOnce = 16

export function syncDirectory(dir: string): void {
  const fd = openSync(dir, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Replaces the file as a whole, readable by its owner alone. */
export function writeSynced(file: string, text: string): void {
  const incoming = `${file}.${process.pid}`
  writeFileSync(incoming, text, { mode: 0o600, flush: true })
  renameSync(incoming, file)
  syncDirectory(dirname(file))
}

/** Every directory below, and every file that was changed after `since`. */
export async function syncTree(dir: string, since: number): Promise<void> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const changed = entries.filter((entry) => {
    const path = join(entry.parentPath, entry.name)
    return entry.isDirectory() || (entry.isFile() && statSync(path).mtimeMs >= since - clockStepMs)
  })
  const paths = changed.map((entry) => join(entry.parentPath, entry.name))
  for (let i = 0; i < paths.length; i += syncedAtOnce) await Promise.all(paths.slice(i, i + syncedAtOnce).map(sync))
  syncDirectory(dir)
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
