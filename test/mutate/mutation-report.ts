// What a mutation run says: a line for each file, every mutant that was missed with its reason, and the score. The score is of mutants that
// some test comes by: how many of them made one fail.
import type { JudgedMutant } from './mutation-run.ts'
import { inOneLine, isMissed, reasonFor, reasonsForNothing, type SurvivorReason } from './survivors.ts'

export interface Counts {
  readonly mutants: number
  /** Endless ones among them. */
  readonly killed: number
  readonly survived: number
  readonly unreached: number
  /** Not looked at in time. */
  readonly left: number
  /** Survivors with a reason. */
  readonly explained: number
  /** Percent killed of those that a test comes by; null of none. */
  readonly score: number | null
  /** The same without those that have a reason. */
  readonly scoreOfUnexplained: number | null
}

export interface MissedMutant {
  readonly file: string
  readonly line: number
  readonly within: string
  readonly operator: string
  readonly code: string
  readonly becomes: string
  readonly ended: 'survived' | 'unreached'
  readonly reason: string | null
}

export interface MutationReport {
  readonly whole: Counts
  readonly files: Readonly<Record<string, Counts>>
  readonly missed: readonly MissedMutant[]
  readonly reasonsForNothing: readonly SurvivorReason[]
}

const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1_000) / 10)

function count(judged: readonly JudgedMutant[], reasons: readonly SurvivorReason[]): Counts {
  const ended = (...kinds: readonly string[]) => judged.filter(({ outcome }) => outcome !== null && kinds.includes(outcome.ended))
  const killed = ended('killed', 'endless').length
  const survivors = ended('survived')
  const explained = survivors.filter((one) => reasonFor(one, reasons) !== null).length
  return {
    mutants: judged.length,
    killed,
    survived: survivors.length,
    unreached: ended('unreached').length,
    left: judged.filter(({ outcome }) => outcome === null).length,
    explained,
    score: percent(killed, killed + survivors.length),
    scoreOfUnexplained: percent(killed, killed + survivors.length - explained),
  }
}

export function reportOf(judged: readonly JudgedMutant[], reasons: readonly SurvivorReason[]): MutationReport {
  const byFile = Map.groupBy(judged, ({ file }) => file.path)
  return {
    whole: count(judged, reasons),
    files: Object.fromEntries([...byFile].map(([path, ofFile]) => [path, count(ofFile, reasons)])),
    missed: judged.filter(isMissed).map((one) => ({
      file: one.file.path,
      line: one.mutant.line,
      within: one.mutant.within,
      operator: one.mutant.operator,
      code: inOneLine(one.mutant.code),
      becomes: inOneLine(one.mutant.becomes),
      ended: one.outcome!.ended as MissedMutant['ended'],
      reason: reasonFor(one, reasons),
    })),
    reasonsForNothing: reasonsForNothing(judged, reasons),
  }
}

const codeCharsMax = 100
const short = (code: string) => (code.length > codeCharsMax ? `${code.slice(0, codeCharsMax)}...` : code)
const cell = (value: number | null, width: number) => (value === null ? '-' : String(value)).padStart(width)

const row = (name: string, { mutants, killed, survived, unreached, left, score }: Counts) =>
  `${cell(score, 6)} ${cell(mutants, 8)} ${cell(killed, 7)} ${cell(survived, 9)} ${cell(unreached, 10)} ${cell(left, 6)}  ${name}`

export function asText({ whole, files, missed, reasonsForNothing: idle }: MutationReport): string {
  const missedLines = missed.map(
    ({ file, line, within, operator, code, becomes, ended, reason }) =>
      `${file}:${line}: ${ended}, ${operator} in ${within}: ${short(code)} -> ${becomes === '' ? 'nothing' : short(becomes)}${reason === null ? '' : ` (${reason})`}`,
  )
  return [
    ...missedLines,
    ...(missed.length > 0 ? [''] : []),
    ' score  mutants  killed  survived  unreached   left  file',
    ...Object.entries(files).map(([path, counts]) => row(path, counts)),
    row('all', whole),
    ...idle.map(({ file, within, code, becomes }) => `a reason for nothing that survives: ${file}: in ${within}: ${code} -> ${becomes}`),
  ].join('\n')
}
