// What the processes of an installation say is wrong with themselves: lines of the level of errors.
import type { Installation } from '../installation.ts'

/** From now on: a call answers the lines that came since. */
export async function errorLines(installation: Installation): Promise<() => Promise<readonly string[]>> {
  const lines = async () => {
    const logs = [...(await installation.written())].filter(([name]) => name.endsWith('.log'))
    return logs.flatMap(([, bytes]) =>
      bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => /"level":[56]0/.test(line)),
    )
  }
  const before = (await lines()).length
  return async () => (await lines()).slice(before)
}
