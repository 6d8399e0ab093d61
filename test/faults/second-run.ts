// Which scenarios of a run are worth a second one. Anything lost, repeated, hidden or reordered, and a fault that could not be injected, is
// final. What failed by the length of an outage alone says as much about a busy machine as about the product, as long as it is one of few.
import type { Verdict } from './verdict.ts'
import { failures } from './verdict.ts'

/** Of all that were run; of fewer than four, one. */
const slowShareMax = 1 / 4

/** Those that were slow, where all of the wanted have run and nothing but some of their outages is wrong; else none. */
export function scenariosAgain(verdicts: readonly Verdict[], wanted: readonly string[]): string[] {
  const whole = verdicts.length === wanted.length
  const wrong = verdicts.filter((verdict) => failures(verdict).length > 0)
  const slow = wrong.filter((verdict) => failures(verdict).every((reason) => reason.startsWith('outage ')))
  const few = slow.length <= Math.max(1, Math.floor(wanted.length * slowShareMax))
  return whole && few && slow.length === wrong.length ? slow.map(({ scenario }) => scenario) : []
}
