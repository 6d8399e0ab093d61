// Files that are on disk when a call returns, with the entries that name them.
import { closeSync, type Dirent, existsSync, fsyncSync, openSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

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

/** What files below looked like, by path: one that was written to looks otherwise, whichever way the clock was set meanwhile. */
export type TreeState = ReadonlyMap<string, string>

export function treeState(dir: string): TreeState {
  return new Map(existsSync(dir) ? filesOf(dir).map((path) => [path, stateOf(path)]) : [])
}

/** Every file below that does not look as it did before. */
export const changedSince = (dir: string, before: TreeState): string[] => filesOf(dir).filter((path) => stateOf(path) !== before.get(path))

/** These files, and every directory below. */
export async function syncTree(dir: string, files: readonly string[]): Promise<void> {
  const paths = [...pathsBelow(dir, (entry) => entry.isDirectory()), ...files]
  for (let i = 0; i < paths.length; i += syncedAtOnce) await Promise.all(paths.slice(i, i + syncedAtOnce).map(sync))
  syncDirectory(dir)
}

function stateOf(path: string): string {
  const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`
}

const filesOf = (dir: string): string[] => pathsBelow(dir, (entry) => entry.isFile())

function pathsBelow(dir: string, wanted: (entry: Dirent) => boolean): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
  return entries.filter(wanted).map((entry) => join(entry.parentPath, entry.name))
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
