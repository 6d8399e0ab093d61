// Repeats what must succeed in the end, with a growing pause, until the signal aborts.
import { setTimeout as delay } from 'node:timers/promises'
import { unlessAborted } from '@skein/timing'

export interface RetryPause {
  readonly retryDelayMsMin: number
  readonly retryDelayMsMax: number
}

/** The answer of the first attempt that is not null. Rejects with the signal's reason when it aborts, even amid an attempt. */
export async function untilDone<T>(attempt: () => Promise<T | null>, pause: RetryPause, signal: AbortSignal): Promise<T> {
  for (let delayMs = pause.retryDelayMsMin; ; delayMs = Math.min(delayMs * 2, pause.retryDelayMsMax)) {
    signal.throwIfAborted()
    // A server that stopped answering must not keep a partition from being handed over.
    const answer = await unlessAborted(attempt(), signal)
    if (answer !== null) return answer
    await delay(delayMs, undefined, { signal })
  }
}
