// What the processes of an installation say is wrong with themselves: lines of the level of errors.
import type { Installation } from '../installation.ts'

/** From now on: a call answers the lines that came since. */
export function errorLines(installation: Installation): () => readonly string[] {
  const lines = () =>
    [...installation.lines()].flatMap(([, bytes]) =>
      bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => /"level":[56]0/.test(line)),
    )
  const before = lines().length
  return () => lines().slice(before)
}
