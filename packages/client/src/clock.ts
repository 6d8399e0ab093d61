// How long things take is measured by a clock that nobody sets. It may stand still while a device sleeps, which is when it and the clock on
// the wall part: what was true before is looked at anew then.

export const monotonicMs = (): number => performance.now()

/** Clocks drift apart by less than this between two looks, unless one was set or the device slept. */
const partedMs = 2_000

/** Tells at each look whether the device slept, or one of its clocks was set, since the last one. */
export function createClockWatch(wallMs: () => number = () => Date.now()): () => boolean {
  let apart = wallMs() - monotonicMs()
  return () => {
    const before = apart
    apart = wallMs() - monotonicMs()
    return Math.abs(apart - before) > partedMs
  }
}
