// One call under way for all who ask at the same time. Whoever asks is answered by a call that began after the asking, never by one that
// was on its way already and may have missed what the asker knows of.

/** Calls made while one is on the way share the next, which starts after all of them. */
export function createSharedCall<T>(call: () => Promise<T>): () => Promise<T> {
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
    next ??= (running ?? Promise.resolve()).then(begin)
    return next
  }
}
