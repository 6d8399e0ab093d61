// Repeats what must succeed in the end, with a growing pause, until the signal aborts.
import { setTimeout as delay } from 'node:timers/promises'

export interface RetryPause {
  readonly retryDelayMsMin: number
  readonly retryDelayMsMax: number
}

/** The answer of the first attempt that is not null. Rejects with the signal's reason when it aborts, even amid an attempt. */
export async function untilDone<T>(attempt: () => Promise<T | null>, pause: RetryPause, signal: AbortSignal): Promise<T> {
  for (let delayMs = pause.retryDelayMsMin; ; delayMs = Math.min(delayMs * 2, pause.retryDelayMsMax)) {
    signal.throwIfAborted()
    const answer = await unlessAborted(attempt(), signal)
    if (answer !== null) return answer
    await delay(delayMs, undefined, { signal })
  }
}

/** A server that stopped answering must not keep a partition from being handed over. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
