// Why mutants may survive, by what they change: test/mutate/survivors.json. A reason holds for every such change in its function, on whichever
// line; one that no surviving mutant has any more is told.
import { existsSync, readFileSync } from 'node:fs'
import type { JudgedMutant } from './mutation-run.ts'

export interface SurvivorReason {
  readonly file: string
  /** As a mutant says it. */
  readonly within: string
  readonly code: string
  readonly becomes: string
  readonly reason: string
}

export const readReasons = (path: string): readonly SurvivorReason[] => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [])

/** As a report writes code: in one line. */
export const inOneLine = (code: string): string => code.replaceAll(/\s+/g, ' ').trim()

export const isMissed = ({ outcome }: JudgedMutant) => outcome?.ended === 'survived' || outcome?.ended === 'unreached'

export function reasonFor({ file, mutant }: JudgedMutant, reasons: readonly SurvivorReason[]): string | null {
  const [code, becomes] = [inOneLine(mutant.code), inOneLine(mutant.becomes)]
  const inFunction = reasons.filter((each) => each.file === file.path && each.within === mutant.within)
  return inFunction.find((each) => each.code === code && each.becomes === becomes)?.reason ?? null
}

/** Of files that were looked at whole. */
export function reasonsForNothing(judged: readonly JudgedMutant[], reasons: readonly SurvivorReason[]): readonly SurvivorReason[] {
  const byFile = Map.groupBy(judged, ({ file }) => file.path)
  return reasons.filter((each) => {
    const ofFile = byFile.get(each.file)
    if (ofFile === undefined || ofFile.some(({ outcome }) => outcome === null)) return false
    return !ofFile.some((one) => isMissed(one) && reasonFor(one, [each]) !== null)
  })
}
