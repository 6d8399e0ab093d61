// Bounds what the gateway asks of the views: so many reads at once, so many waiting, so long for each. What does not fit
// is refused at once rather than queued without bound.
import { within } from '@skein/timing'
import type { GatewayLimits } from '../../limits.ts'

/** The views could not be asked, or did not answer in time. */
export class ViewsUnavailable extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'ViewsUnavailable'
  }
}

export interface ViewGate {
  readonly running: number
  readonly waiting: number
  /** Rejects with ViewsUnavailable. */
  read<T>(ask: () => Promise<T>): Promise<T>
}

/** The answer, or a ViewsUnavailable for a failure or for none in time. */
export function answerWithin<T>(timeoutMs: number, ask: () => Promise<T>): Promise<T> {
  return within(timeoutMs, 'the views', ask()).catch((cause: unknown) => {
    throw new ViewsUnavailable('the views failed', { cause })
  })
}

export function createViewGate(limits: GatewayLimits): ViewGate {
  const queue: (() => void)[] = []
  let running = 0

  async function run<T>(ask: () => Promise<T>): Promise<T> {
    running += 1
    try {
      return await answerWithin(limits.viewReadMs, ask)
    } finally {
      running -= 1
      queue.shift()?.()
    }
  }

  return {
    get running() {
      return running
    },
    get waiting() {
      return queue.length
    },
    async read(ask) {
      if (running < limits.viewReadsMax) return run(ask)
      if (queue.length >= limits.viewReadsWaitingMax) throw new ViewsUnavailable('too many reads are waiting')
      await new Promise<void>((resolve) => queue.push(resolve))
      return run(ask)
    },
  }
}
