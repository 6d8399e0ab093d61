// Delivery is one more reader of the events: for each event, who may see it, who of them is online, here or elsewhere, and one record to
// each node that holds their connections. A partition's position moves only when the link has taken everything before it, so a
// crash repeats and never skips. Nothing but caches is held in memory, and each carries its place in the log.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { EventLog, GroupPosition } from '@skein/event-sourcing'
import { ClaimWentBack } from '@skein/event-sourcing'
import type { NodeLink, Presence } from '@skein/node-link'
import type { ReadMembership } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import { pause } from '@skein/timing'
import { type DeliveryCounters, noCounts } from './counters.ts'
import { type DeliveryLimits, defaultDeliveryLimits } from './delivery-limits.ts'
import { PartitionDelivery } from './partition-delivery.ts'
import { untilDone } from './retry.ts'

export interface DeliveryOptions {
  readonly log: Pick<EventLog<SkeinCommand, SkeinEvent>, 'tail' | 'bounds'>
  readonly presence: Pick<Presence, 'connectionsHere' | 'connectionsElsewhere' | 'gatewayHere' | 'gatewaysElsewhere' | 'liveNodes'>
  readonly link: Pick<NodeLink, 'deliver' | 'kick' | 'lost' | 'flushed'>
  readonly membership: ReadMembership
  readonly logger: Logger
  readonly limits?: Partial<DeliveryLimits>
}

export interface DeliveryReading {
  readonly signal: AbortSignal
  reached(position: GroupPosition): void
}

export interface Delivery {
  /**
   * Delivers a partition's events from this position on until the signal aborts, and then resolves. `reached` is told of the first event
   * not yet handed to the link, first of where it begins. Rejects with ClaimWentBack, or with what reading the log failed with; the
   * position stays where it was. An offset no longer kept moves up to the first kept.
   */
  serve(partition: number, from: GroupPosition, reading: DeliveryReading): Promise<void>
  /** Events of a partition are delivered to nobody: every gateway is told that its connections must resync. Rejects when it cannot be. */
  passedOver(partition: number, signal: AbortSignal): Promise<void>
  readonly counters: Readonly<DeliveryCounters>
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { log, presence, link, logger } = options
  const shared = { ...options, limits: { ...defaultDeliveryLimits, ...options.limits }, counters: noCounts() }
  const serving = new Set<number>()

  async function serve(partition: number, from: GroupPosition, reading: DeliveryReading): Promise<void> {
    if (serving.has(partition)) throw new Error(`partition ${partition} is served already`)
    serving.add(partition)
    try {
      await follow(partition, from, reading)
    } catch (cause) {
      if (reading.signal.aborted) return
      if (cause instanceof ClaimWentBack) {
        shared.counters.stopped += 1
        logger.error({ partition, error: cause }, 'a fenced writer got through; partition stopped')
      }
      throw cause
    } finally {
      serving.delete(partition)
    }
  }

  async function follow(partition: number, asked: GroupPosition, { signal, reached }: DeliveryReading): Promise<void> {
    const start = (await log.bounds('events', [partition])).get(partition)?.start ?? 0
    if (asked.nextOffset < start) {
      logger.warn({ partition, asked, start }, 'events to deliver are no longer kept; going on with the first that is')
      await passedOver(partition, signal)
    }
    const from = asked.nextOffset < start ? { nextOffset: start, record: '' } : asked
    reached(from)
    const failing = new AbortController()
    const until = AbortSignal.any([signal, failing.signal])
    const failed = (error: unknown): void => failing.abort(error)
    const served = new PartitionDelivery({ ...shared, partition, from, signal: until, reached, failed })
    try {
      for await (const batch of log.tail('events', partition, { from: from.nextOffset, signal: until })) await served.deliver(batch)
    } catch (error) {
      // What is in the log meanwhile is not to wait, here too, for as long as presence cannot be asked; nor is an alarm.
      await Promise.race([served.settled(), pause(shared.limits.settleMsMax, until)])
      failing.abort(error)
    }
    await served.settled()
    failing.signal.throwIfAborted()
  }

  /** A gateway that has no lease meanwhile lets its connections resync by itself as soon as it has one. */
  async function passedOver(partition: number, signal: AbortSignal): Promise<void> {
    const tell = async () => {
      const nodes = (await presence.liveNodes()).filter(({ role }) => role === 'gateway')
      for (const { incarnation } of nodes) link.lost(incarnation, `events of partition ${partition} were delivered to nobody`)
      await link.flushed()
      return true
    }
    await untilDone(tell, shared.limits, signal)
  }

  return { serve, passedOver, counters: shared.counters }
}
