// Delivery is one more reader of the events: for each event, who may see it, who of them is online, and one record to each
// node that holds their connections. A partition's position moves only when the link has taken everything before it, so a
// crash repeats and never skips. Nothing but caches is held in memory, and each carries its place in the log.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { EventLog } from '@skein/event-sourcing'
import { ClaimWentBack } from '@skein/event-sourcing'
import type { NodeLink, Presence } from '@skein/node-link'
import type { ReadMembership } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import { type DeliveryCounters, noCounts } from './counters.ts'
import { type DeliveryLimits, defaultDeliveryLimits } from './delivery-limits.ts'
import { PartitionDelivery } from './partition-delivery.ts'

export interface DeliveryOptions {
  readonly log: Pick<EventLog<SkeinCommand, SkeinEvent>, 'tail' | 'bounds' | 'read'>
  readonly presence: Pick<Presence, 'connectionsOf'>
  readonly link: Pick<NodeLink, 'deliver' | 'kick' | 'flushed'>
  readonly membership: ReadMembership
  readonly logger: Logger
  readonly limits?: Partial<DeliveryLimits>
}

export interface Delivery {
  /**
   * Delivers a partition's events from this offset on until the signal aborts, and then resolves. Rejects with ClaimWentBack,
   * or with what reading the log failed with; the position stays where it was. An offset no longer kept moves up to the first kept,
   * and one beyond the end of the log, which lost what had been delivered, back to the last claim: nothing since is known to be delivered.
   */
  serve(partition: number, from: number, signal: AbortSignal): Promise<void>
  /** Offset of the first event not yet handed to the link; undefined for a partition never served. */
  position(partition: number): number | undefined
  readonly counters: Readonly<DeliveryCounters>
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { log, logger } = options
  const shared = { ...options, limits: { ...defaultDeliveryLimits, ...options.limits }, counters: noCounts() }
  const positions = new Map<number, number>()
  const serving = new Set<number>()

  async function serve(partition: number, from: number, signal: AbortSignal): Promise<void> {
    if (serving.has(partition)) throw new Error(`partition ${partition} is served already`)
    serving.add(partition)
    try {
      await follow(partition, from, signal)
    } catch (cause) {
      if (signal.aborted) return
      if (cause instanceof ClaimWentBack) {
        shared.counters.stopped += 1
        logger.error({ partition, error: cause }, 'a fenced writer got through; partition stopped')
      }
      throw cause
    } finally {
      serving.delete(partition)
    }
  }

  async function follow(partition: number, asked: number, signal: AbortSignal): Promise<void> {
    const { start, end } = (await log.bounds('events', [partition])).get(partition) ?? { start: 0, end: asked }
    if (asked < start) logger.warn({ partition, asked, start }, 'events to deliver are no longer kept; going on with the first that is')
    const from = asked > end ? await lastClaim(partition, start, end) : Math.max(asked, start)
    if (asked > end)
      logger.warn({ partition, asked, end, from }, 'the log has lost events that were delivered; going on from its last claim')
    positions.set(partition, from)
    const failing = new AbortController()
    const until = AbortSignal.any([signal, failing.signal])
    const reached = (next: number): void => void positions.set(partition, next)
    const failed = (error: unknown): void => failing.abort(error)
    const served = new PartitionDelivery({ ...shared, partition, from, signal: until, reached, failed })
    for await (const batch of log.tail('events', partition, { from, signal: until })) await served.deliver(batch)
    failing.signal.throwIfAborted()
  }

  async function lastClaim(partition: number, start: number, end: number): Promise<number> {
    for await (const [last] of end > start ? log.read('events', partition, end - 1, end) : []) {
      const event = last!.value
      if ('undecodable' in event || event.type === 'PartitionClaimed') return end - 1
      return Math.max(start, event.meta.claim)
    }
    return end
  }

  return { serve, position: (partition) => positions.get(partition), counters: shared.counters }
}
