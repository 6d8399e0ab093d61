// Random tests that ask that everything which matters comes up: what they draw is a matter of chance, and of how much a slow machine has time
// for. So they draw that many again, from seeds of their own, until it has; what never comes up then is not made, or hardly ever.
import fc from 'fast-check'

export interface UntilMet<T> extends fc.Parameters<T> {
  readonly seed: number
  readonly numRuns: number
  /** What has not come up by now. */
  readonly missing: () => readonly string[]
}

const roundsMax = 8
/** What fails is made smaller for no longer than this, so that it is told before the test has taken too long. */
const roundMs = 420_000

export async function assertUntilMet<T>(property: fc.IRawProperty<T>, parameters: UntilMet<T>): Promise<void> {
  const { missing, ...asked } = parameters
  for (let round = 0; round < roundsMax; round++) {
    await fc.assert(property, { interruptAfterTimeLimit: roundMs, ...asked, seed: asked.seed + round })
    if (missing().length === 0) return
  }
  throw new Error(`never came up in ${roundsMax} times ${asked.numRuns} runs from the seed ${asked.seed}: ${missing().join(', ')}`)
}

/** The counts that have not reached how often something has to come up. */
export const tooFew = (counts: Readonly<Record<string, readonly [count: number, min: number]>>): string[] =>
  Object.entries(counts).flatMap(([what, [count, min]]) => (count < min ? [`${what} (${count} of ${min})`] : []))
