// What of a partition is still to be handed to connections of other nodes, in the order in which it was read. Those who are connected in this
// process have it already: only for the others presence is asked, once for all that waits, while reading goes on.
import type { NodeLink, Presence } from '@skein/node-link'
import type { Logger } from '@skein/telemetry'
import type { Addressed } from './address.ts'
import type { DeliveryCounters } from './counters.ts'
import type { DeliveryLimits } from './delivery-limits.ts'
import { lookUpElsewhere, queueElsewhere } from './dispatch.ts'
import { untilDone } from './retry.ts'

export interface ElsewhereOptions {
  readonly partition: number
  readonly presence: Pick<Presence, 'connectionsElsewhere' | 'gatewaysElsewhere'>
  readonly link: Pick<NodeLink, 'deliver' | 'kick' | 'lost' | 'flushed'>
  readonly limits: DeliveryLimits
  readonly counters: DeliveryCounters
  readonly logger: Logger
  readonly signal: AbortSignal
  /** Told when some of what waited was handed over. */
  readonly handed: () => void
  /** Told what ended the handing over before the signal did. */
  readonly failed: (error: unknown) => void
}

interface Waiting {
  /** Offset of its first event. */
  readonly first: number
  readonly slice: readonly Addressed[]
  readonly recipients: number
  readonly bytes: number
}

const eventBytes = 500
const recipientBytes = 8

export class ElsewhereQueue {
  readonly #options: ElsewhereOptions
  /** In the order of reading. That is not quite one of offsets: events that waited for their group come late. */
  readonly #waiting: Waiting[] = []
  #taken: readonly Waiting[] = []
  /** Of what waits and what is taken. */
  #oldest = Number.POSITIVE_INFINITY
  #recipients = 0
  #bytes = 0
  #carrying: Promise<void> | null = null

  constructor(options: ElsewhereOptions) {
    this.#options = options
  }

  /** Before this offset there is nothing left to hand over; Infinity where there is nothing at all. */
  get oldest(): number {
    return this.#oldest
  }

  get isFull(): boolean {
    const { recipientsMax, elsewhereBytesMax } = this.#options.limits
    return this.#recipients >= recipientsMax || this.#bytes >= elsewhereBytesMax
  }

  push(first: number, slice: readonly Addressed[]): void {
    let recipients = 0
    let bytes = 0
    for (const addressed of slice) {
      recipients += addressed.userIds.length
      bytes += eventBytes + addressed.userIds.length * recipientBytes + (addressed.to === 'device-session' ? 0 : addressed.push.length)
    }
    this.#waiting.push({ first, slice, recipients, bytes })
    this.#oldest = Math.min(this.#oldest, first)
    this.#recipients += recipients
    this.#bytes += bytes
    this.#carrying ??= this.#carryAll()
  }

  /** Resolves when nothing waits any more, or nothing of it is handed over any more. */
  async settled(): Promise<void> {
    await this.#carrying
  }

  async #carryAll(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        this.#taken = this.#take()
        await this.#carry(this.#taken.flatMap(({ slice }) => slice))
        this.#done()
      }
    } catch (error) {
      if (!this.#options.signal.aborted) this.#options.failed(error)
    } finally {
      this.#carrying = null
    }
  }

  #take(): readonly Waiting[] {
    const { recipientsMax } = this.#options.limits
    let recipients = 0
    let count = 0
    for (const waiting of this.#waiting) {
      recipients += waiting.recipients
      if (count > 0 && recipients > recipientsMax) break
      count += 1
    }
    return this.#waiting.splice(0, count)
  }

  #done(): void {
    for (const { recipients, bytes } of this.#taken) {
      this.#recipients -= recipients
      this.#bytes -= bytes
    }
    this.#taken = []
    this.#oldest = Number.POSITIVE_INFINITY
    for (const { first } of this.#waiting) this.#oldest = Math.min(this.#oldest, first)
    this.#options.handed()
  }

  /** Looked up and queued anew at every attempt: connections may have moved meanwhile. */
  async #carry(slice: readonly Addressed[]): Promise<void> {
    const { partition, presence, link, signal, limits, counters, logger } = this.#options
    let warned = false
    const failed = (cause: unknown, message: string): null => {
      if (!warned) logger.warn({ partition, error: cause }, message)
      warned = true
      return null
    }
    await untilDone(
      async () => {
        counters.lookups += 1
        const online = await lookUpElsewhere(presence, slice).catch((cause: unknown) => {
          counters.lookupFailures += 1
          return failed(cause, 'presence cannot be asked; trying again')
        })
        if (!online || signal.aborted) return null
        queueElsewhere(link, slice, online, counters)
        return await link.flushed().then(
          () => true,
          (cause: unknown) => {
            counters.flushFailures += 1
            return failed(cause, 'the node link took not everything; trying again')
          },
        )
      },
      limits,
      signal,
    )
  }
}
