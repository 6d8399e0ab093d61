// Takes from everybody else what they may do with files of this user: what was made before, under another umask.

import { chmodSync, lstatSync } from 'node:fs'

const ofOthers = 0o077

/** Of a directory it is enough to close it itself. Answers which it narrowed; files of other users stay as they are. */
export function makePrivate(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found === undefined || found.isSymbolicLink() || found.uid !== process.getuid?.() || (found.mode & ofOthers) === 0) return false
    chmodSync(path, found.mode & 0o777 & ~ofOthers)
    return true
  })
}
