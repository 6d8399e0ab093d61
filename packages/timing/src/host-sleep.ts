// Whether the host slept. The monotonic clock stands still while it does, so that what was young before is young after it; the time since
// the host was started goes on.
import { hostUptimeMs } from './host-uptime.ts'

/** Less than that may be the coarseness of the clocks, or a pause between the two readings. */
const sleepMinMs = 250

/**
 * Answers, at each call, the moment of the monotonic clock at which a sleep was noticed last: whatever happened before it may be older than it
 * looks. -Infinity for none. A call takes a few microseconds.
 */
export function createHostSleep(uptimeMs = hostUptimeMs, monotonicMs = () => performance.now()): () => number {
  let wokeAt = Number.NEGATIVE_INFINITY
  // This process being held up between the two readings makes the difference smaller: the largest is the true one.
  let slept = uptimeMs() - monotonicMs()

  return () => {
    const now = uptimeMs() - monotonicMs()
    if (now - slept >= sleepMinMs) wokeAt = monotonicMs()
    slept = Math.max(slept, now)
    return wokeAt
  }
}
