// When to sync again. After views that were behind: at least as late as the server says and less and less often, because those that
// are slow are not helped by questions; what is missing meanwhile is asked for by nobody else. After a sync that lacked
// nothing, or only what is in a part of the views that stands still, where the server says when it has gone on: once in a long while, so that
// whatever became of a push, nothing stays unseen for longer than that.
import { type BackOff, backOffMs } from '../back-off.ts'

/** The longest wait before the views are asked again. */
const waitMaxMs = 30_000

export interface CatchUp {
  /** A sync is planned that will bring what the views lack now. */
  readonly planned: boolean
  /** A sync is through. Its views were behind and ask to come again after so long; 0 when they were not, or when a resync is to come. */
  plan(behindMs: number): void
  /** The next login syncs. */
  down(): void
}

export function createCatchUp(random: () => number, sync: () => void, idleMs: number): CatchUp {
  let attempts = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function down(): void {
    clearTimeout(timer)
    timer = undefined
  }

  function planWithin(backOff: BackOff, attempt: number): void {
    timer = setTimeout(
      () => {
        timer = undefined
        sync()
      },
      backOffMs(backOff, attempt, random),
    )
  }

  return {
    get planned() {
      return attempts > 0 && timer !== undefined
    },
    plan(behindMs) {
      down()
      if (behindMs === 0) {
        attempts = 0
        planWithin({ baseMs: idleMs, maxMs: idleMs }, 0)
        return
      }
      // The jitter takes off up to half.
      const baseMs = 2 * behindMs
      const backOff: BackOff = { baseMs, maxMs: Math.max(baseMs, waitMaxMs) }
      planWithin(backOff, attempts)
      attempts += 1
    },
    down,
  }
}
