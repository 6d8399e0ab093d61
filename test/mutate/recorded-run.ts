// The last whole run that was recorded, in test/mutate/recorded.json: of each file what it was then, by hash, and how its mutants ended. What
// has changed since is what continuous integration looks at.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hashOf, type MutatedFile } from './mutated-files.ts'
import type { MutationReport } from './mutation-report.ts'

interface RecordedFile {
  readonly hash: string
  readonly mutants: number
  readonly killed: number
  readonly survived: number
  readonly unreached: number
}

export type RecordedRun = Readonly<Record<string, RecordedFile>>

export const readRecordedRun = (path: string): RecordedRun => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {})

export const isAsRecorded = ({ path, text }: Pick<MutatedFile, 'path' | 'text'>, recorded: RecordedRun): boolean =>
  recorded[path]?.hash === hashOf(text)

/** What was recorded of other files stays, if they are still `there`. */
export function writeRecordedRun(
  path: string,
  mutated: readonly MutatedFile[],
  { files }: MutationReport,
  there: ReadonlySet<string>,
): void {
  const recorded = mutated.map((file): [string, RecordedFile] => {
    const { mutants, killed, survived, unreached } = files[file.path] ?? { mutants: 0, killed: 0, survived: 0, unreached: 0 }
    return [file.path, { hash: hashOf(file.text), mutants, killed, survived, unreached }]
  })
  const others = Object.entries(readRecordedRun(path)).filter(([other]) => there.has(other))
  const all = Object.entries({ ...Object.fromEntries(others), ...Object.fromEntries(recorded) })
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`)
}
