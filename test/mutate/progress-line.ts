// How far a mutation run is: a line every few seconds, with its rate and what is left at that rate.
import type { RunProgress } from './mutation-run.ts'

const everyMs = 5_000

const duration = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** `now` is a clock that nobody sets. */
export function createProgressLine(
  name: string,
  say: (line: string) => void,
  now: () => number = () => performance.now(),
): (progress: RunProgress) => void {
  const from = now()
  let saidAt = from
  return ({ done, total, looked }) => {
    const isLast = done === total
    if (now() - saidAt < everyMs && !isLast) return
    saidAt = now()
    const perMs = looked / Math.max(1, saidAt - from)
    const rate = (perMs * 1_000).toFixed(1)
    say(`${name}: ${done} of ${total} mutants, ${rate}/s, ${isLast ? 'done' : `${duration((total - done) / perMs)} left`}`)
  }
}
