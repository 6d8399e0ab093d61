// How long to gather before the next request to the log. The cost of a request hardly depends on what it carries, so a busy
// process makes fewer and larger ones; one with time to spare waits for nothing. Busy is what the event loop says: waiting
// for a core counts, as it should.
import { performance } from 'node:perf_hooks'

/** Utilization of the event loop, 0 to 1, up to which nothing is gathered, and from which on the limit applies. */
const idle = 0.2
const busy = 0.6
const sampleMs = 200

/** Part of the longest pause that fits this utilization: 0 to 1. */
export const share = (utilization: number): number => Math.min(1, Math.max(0, (utilization - idle) / (busy - idle)))

let before = performance.eventLoopUtilization()
let sampledAt = 0
let now = 0

/** Milliseconds to gather, of so many at most; below 1 there is nothing to wait for. */
export function lingerOf(mostMs: number): number {
  const at = performance.now()
  if (at - sampledAt >= sampleMs) {
    const current = performance.eventLoopUtilization()
    now = share(performance.eventLoopUtilization(current, before).utilization)
    before = current
    sampledAt = at
  }
  return Math.floor(mostMs * now)
}
