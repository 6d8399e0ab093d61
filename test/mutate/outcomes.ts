// What became of mutants, kept between runs by content: a run goes on where the last one was ended, and looks again only at what may have
// another end now. A killed mutant stays so while its file and the test file that killed it are as they were, any other while all the code is.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Mutant } from './mutants.ts'
import type { MutatedFile } from './mutated-files.ts'
import { hashOf } from './mutated-files.ts'

export interface Outcome {
  /** `endless`: it made a loop without end, which any test notices. `unreached`: no test comes by. */
  readonly ended: 'killed' | 'endless' | 'survived' | 'unreached'
  /** Which test failed; null where nothing did, or loading, or where the process died or hung. */
  readonly by: { readonly file: string; readonly name: string } | null
}

interface KeptOutcome extends Outcome {
  readonly key: string
  /** Hash of what it holds for: the test file that killed it, or all the code. */
  readonly holdsFor: string
}

export interface Outcomes {
  of(file: MutatedFile, mutant: Mutant): Outcome | null
  add(file: MutatedFile, mutant: Mutant, outcome: Outcome): void
}

const keyOf = ({ path, text }: MutatedFile, { start, end, place, becomes }: Mutant) =>
  hashOf(path, text, `${start} ${end} ${place}`, becomes)

/** Some ten whole runs. */
const outcomesMax = 50_000

/** The file goes on with these alone. */
function newestLines(path: string): readonly string[] {
  if (!existsSync(path)) return []
  const all = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  const newest = all.slice(-outcomesMax)
  if (newest.length < all.length) writeFileSync(path, `${newest.join('\n')}\n`)
  return newest
}

/** `world` is a hash of all the code; `hashOfTest` one of a test file, null where it is gone. Nothing is read when `isFresh`. */
export function openOutcomes(
  path: string,
  { world, hashOfTest, isFresh }: { world: string; hashOfTest: (file: string) => string | null; isFresh: boolean },
): Outcomes {
  mkdirSync(dirname(path), { recursive: true })
  const lines = isFresh ? [] : newestLines(path)
  const kept = new Map(
    lines.map((line) => {
      const outcome = JSON.parse(line) as KeptOutcome
      return [outcome.key, outcome] as const
    }),
  )
  const holdsFor = ({ by }: Outcome) => (by === null ? world : hashOfTest(by.file))
  return {
    of(file, mutant) {
      const outcome = kept.get(keyOf(file, mutant))
      return outcome !== undefined && outcome.holdsFor === holdsFor(outcome) ? outcome : null
    },
    add(file, mutant, outcome) {
      appendFileSync(path, `${JSON.stringify({ key: keyOf(file, mutant), holdsFor: holdsFor(outcome), ...outcome })}\n`)
    },
  }
}
