// Hand-over from sync to live. A connection is registered for live delivery at login; whatever was appended before the
// ends read now is not necessarily delivered to it, so a sync must show it: it waits until the views have passed them, partition by
// partition, and not for those where they stand still.
// Concurrent syncs share one read of the ends, started after each of them began, and one poll of the checkpoints.
import type { Checkpoint } from '@skein/event-sourcing'
import type { ReadViews } from '@skein/projections'
import { pause } from '@skein/timing'
import type { GatewayLimits } from '../../limits.ts'
import { monotonicMs } from '../../monotonic-clock.ts'
import { answerWithin } from './view-gate.ts'

type Ends = ReadonlyMap<number, number>

/** Partitions of which the views lack something that was in the log. */
export interface Behind {
  readonly all: ReadonlySet<number>
  /** Those of them where the views stand still, or nobody tells where the log ends: how long for nobody knows. */
  readonly standing: ReadonlySet<number>
}

interface Waiter {
  readonly ends: Ends
  readonly waitUntil: number
  resolve(behind: Behind): void
  reject(cause: unknown): void
}

/** Where the views lacked something, and since when they have been seen there. */
interface Stop {
  readonly reached: number
  readonly since: number
}

export interface HandOver {
  /** What the views lack, after a while, of what was in the log when this was called. Rejects when log or views cannot answer. */
  behind(): Promise<Behind>
}

export function createHandOver(endOffsets: () => Promise<Ends>, views: Pick<ReadViews, 'checkpoints'>, limits: GatewayLimits): HandOver {
  const stops = new Map<number, Stop>()
  let waiters: Waiter[] = []
  let polling = false

  function standsStill(partition: number, reached: number, now: number): boolean {
    const stop = stops.get(partition)
    if (stop?.reached === reached) return now - stop.since >= limits.viewsStandMs
    stops.set(partition, { reached, since: now })
    return false
  }

  function behindOf(ends: Ends, checkpoints: ReadonlyMap<number, Checkpoint>, now: number): Behind {
    const all = new Set<number>()
    const standing = new Set<number>()
    for (const [partition, end] of ends) {
      const reached = checkpoints.get(partition)?.nextOffset ?? 0
      if (reached >= end) continue
      all.add(partition)
      if (end === Number.POSITIVE_INFINITY || standsStill(partition, reached, now)) standing.add(partition)
    }
    return { all, standing }
  }

  async function poll(): Promise<void> {
    if (polling) return
    polling = true
    while (waiters.length > 0) {
      const asked = waiters
      waiters = []
      try {
        const checkpoints = await answerWithin(limits.viewReadMs, () => views.checkpoints())
        const now = monotonicMs()
        for (const waiter of asked) {
          const behind = behindOf(waiter.ends, checkpoints, now)
          if (behind.all.size === behind.standing.size || now >= waiter.waitUntil) waiter.resolve(behind)
          else waiters.push(waiter)
        }
      } catch (error) {
        for (const waiter of asked) waiter.reject(error)
      }
      if (waiters.length > 0) await pause(limits.checkpointPollMs)
    }
    polling = false
  }

  return {
    async behind() {
      const waitUntil = monotonicMs() + limits.syncWaitMs
      const ends = await endOffsets()
      return new Promise((resolve, reject) => {
        waiters.push({ ends, waitUntil, resolve, reject })
        void poll()
      })
    },
  }
}
