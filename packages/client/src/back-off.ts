// Jittered exponential back-off: attempt n waits between half and all of min(max, base * 1.5^n), so that the clients of a
// dead gateway do not come back all at once. What is gone for a while is found again within half as long once more: with
// doubling, a server that was back after four seconds was found after up to twelve.

const growth = 1.5

export interface BackOff {
  readonly baseMs: number
  readonly maxMs: number
}

/** Milliseconds to wait before attempt `attempt` (from 0); `random` gives [0, 1). */
export function backOffMs(backOff: BackOff, attempt: number, random: () => number = Math.random): number {
  const full = Math.min(backOff.maxMs, backOff.baseMs * growth ** Math.min(attempt, 30))
  return full / 2 + (full / 2) * random()
}

/** Waits; resolves early, with false, when the signal fires. */
export function pause(ms: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve(false)
      return
    }
    const stop = () => {
      clearTimeout(timer)
      resolve(false)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve(true)
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
