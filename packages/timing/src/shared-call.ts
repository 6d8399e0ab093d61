// One call under way for all who ask at the same time. Whoever asks is answered by a call that began after the asking, never by one that
// was on its way already and may have missed what the asker knows of.
import { pause } from './pause.ts'

/**
 * Calls made while one is on the way share the next, which starts after all of them; `gatherMs` after the first of them, so that more
 * may join.
 */
export function createSharedCall<T>(call: () => Promise<T>, gatherMs = 0): () => Promise<T> {
  let running: Promise<unknown> | null = null
  let next: Promise<T> | null = null

  function begin(): Promise<T> {
    next = null
    const started = call()
    const settled = started
      .catch(() => {})
      .then(() => {
        if (running === settled) running = null
      })
    running = settled
    return started
  }

  // Where none is on the way, everyone of this turn joins the call that starts at its end.
  return () => {
    next ??= Promise.all([running, gatherMs > 0 ? pause(gatherMs) : null]).then(begin)
    return next
  }
}
