// Hand-over from sync to live. A connection is registered for live delivery at login; whatever was appended before the
// ends read now is not necessarily delivered to it, so a sync must show it: it waits until the views have passed them.
// Concurrent syncs share one read of the ends, started after each of them began, and one poll of the checkpoints.
import type { Checkpoint } from '@skein/event-sourcing'
import type { ReadViews } from '@skein/projections'
import { pause } from '@skein/timing'
import type { GatewayLimits } from '../../limits.ts'
import { monotonicMs } from '../../monotonic-clock.ts'
import { answerWithin } from './view-gate.ts'

type Ends = ReadonlyMap<number, number>

interface Waiter {
  readonly ends: Ends
  readonly waitUntil: number
  resolve(passed: boolean): void
  reject(cause: unknown): void
}

export interface HandOver {
  /** Whether the views have everything that was in the log when this was called. Rejects when log or views cannot answer. */
  viewsHaveCaughtUp(): Promise<boolean>
}

const hasPassed = (checkpoints: ReadonlyMap<number, Checkpoint>, ends: Ends): boolean =>
  [...ends].every(([partition, end]) => end === 0 || (checkpoints.get(partition)?.nextOffset ?? 0) >= end)

export function createHandOver(endOffsets: () => Promise<Ends>, views: Pick<ReadViews, 'checkpoints'>, limits: GatewayLimits): HandOver {
  let waiters: Waiter[] = []
  let polling = false

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
          if (hasPassed(checkpoints, waiter.ends)) waiter.resolve(true)
          else if (now >= waiter.waitUntil) waiter.resolve(false)
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
    async viewsHaveCaughtUp() {
      const waitUntil = monotonicMs() + limits.syncWaitMs
      const ends = await endOffsets()
      return new Promise((resolve, reject) => {
        waiters.push({ ends, waitUntil, resolve, reject })
        void poll()
      })
    },
  }
}
