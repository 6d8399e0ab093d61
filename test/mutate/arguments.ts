// The command line of the mutation run.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

/** Percent of the mutants that a test comes by: fewer killed is a failed run. */
export const scoreMin = 90

export const help = `Usage: main.ts [options]        (make mutate TARGET=, FILES= | CHANGED=1, SECONDS=, PROCESSES=, FRESH=1, JSON=, RECORD=1)

Changes the code of packages/domain and packages/projections in one small way after the other (a mutant) and runs the tests that come by it:
a mutant is killed when one fails. What survives is code that no test holds to what it does. Nothing in the work tree is touched: the
changes are made while files are loaded. What became of each mutant is kept in .skein/mutate by content: a run that was ended goes on where
it was, and the next one looks only at what has changed.

  --target NAME       domain or projections alone
  --files PART        only files with this in their path
  --changed           only files that are not as the last recorded run found them (test/mutate/recorded.json); nothing of a target of which
                      none was recorded
  --seconds S         ends after so long, and says what was left
  --processes N       at once (as many as there are cores)
  --fresh             looks at everything again
  --json FILE         write the result there as one JSON object, too
  --record            write down in test/mutate/recorded.json how it ended: of a whole target, or of all
  -h, --help          this text

Exit code 0 when at least ${scoreMin}% of the mutants that a test comes by were killed; with --changed those with a reason in
test/mutate/survivors.json are left out of that. 1 when fewer were, 2 when it could not be run.
`

export interface Arguments {
  readonly help: boolean
  /** Null for all. */
  readonly target: TargetName | null
  /** Empty for all. */
  readonly files: string
  readonly changed: boolean
  readonly timeMs: number
  readonly processes: number
  readonly fresh: boolean
  readonly json: string | undefined
  readonly record: boolean
}

export class ArgumentError extends Error {}

const targetNames = ['domain', 'projections'] as const
export type TargetName = (typeof targetNames)[number]

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const options = {
  ...{ target: text, files: text, seconds: text, processes: text, json: text },
  ...{ changed: flag, fresh: flag, record: flag, help: { ...flag, short: 'h' } },
} as const

/** Throws ArgumentError. */
export function readArguments(argv: readonly string[]): Arguments {
  const { target, files = '', seconds, processes, json, changed, fresh, record, help: wantsHelp } = parse(argv)
  if (record && (files !== '' || changed || seconds !== undefined)) throw new ArgumentError('--record is of a whole target, or of all')
  return {
    ...{ help: wantsHelp, target: target === undefined ? null : targetNamed(target), files, changed, fresh, json, record },
    timeMs: seconds === undefined ? Infinity : count('seconds', seconds) * 1_000,
    processes: processes === undefined ? availableParallelism() : count('processes', processes),
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options }).values
  } catch (error) {
    throw new ArgumentError((error as Error).message)
  }
}

function targetNamed(given: string): TargetName {
  const found = targetNames.find((name) => name === given)
  if (found === undefined) throw new ArgumentError(`--target is one of ${targetNames.join(', ')}, not ${given}`)
  return found
}

function count(name: string, given: string): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new ArgumentError(`--${name} is a whole number from 1 on, not ${given}`)
  return Number(given)
}
