// When to sync again after views that were behind: at least as late as the server says and less and less often, because
// those that are slow are not helped by questions. What is missing meanwhile is asked for by nobody else.
import { type BackOff, backOffMs } from '../back-off.ts'

/** The longest wait before the views are asked again. */
const waitMaxMs = 30_000

export interface CatchUp {
  /** A sync is planned that will bring what the views lack now. */
  readonly planned: boolean
  /** A sync was answered by views that were behind, and asks to come again after so long; 0 when they were not. */
  plan(behindMs: number): void
  /** The next login syncs. */
  down(): void
}

export function createCatchUp(random: () => number, sync: () => void): CatchUp {
  let attempts = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function down(): void {
    clearTimeout(timer)
    timer = undefined
  }

  return {
    get planned() {
      return timer !== undefined
    },
    plan(behindMs) {
      down()
      if (behindMs === 0) {
        attempts = 0
        return
      }
      // The jitter takes off up to half.
      const baseMs = 2 * behindMs
      const backOff: BackOff = { baseMs, maxMs: Math.max(baseMs, waitMaxMs) }
      timer = setTimeout(
        () => {
          timer = undefined
          sync()
        },
        backOffMs(backOff, attempts, random),
      )
      attempts += 1
    },
    down,
  }
}
