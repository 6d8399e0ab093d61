// Composes delivery: from the events to the nodes that hold the recipients' connections.
import { setTimeout as delay } from 'node:timers/promises'
import { createDelivery } from '@skein/delivery'
import type { Membership } from '@skein/event-sourcing'
import { itemOf } from '@skein/projections'
import type { PartitionServer } from '@skein/runtime'
import { PartitionGroup } from '@skein/runtime'
import type { Metrics } from '@skein/telemetry'
import { createReadMembership } from '@skein/view-store'
import type { Backbone, Role } from './backbone.ts'

const retryMs = 200
const commitMs = 200

export async function startDeliveryRole(backbone: Backbone, metrics: Metrics): Promise<Role> {
  const { config, log, database } = backbone
  const logger = backbone.logger.child({ role: 'delivery' })
  const delivery = createDelivery({
    log,
    presence: backbone.presence(),
    link: backbone.link(),
    membership: createReadMembership(database),
    itemOf,
    logger,
  })

  function serve(partition: number, membership: Membership): PartitionServer {
    const stop = new AbortController()
    const commit = () => {
      const position = delivery.position(partition)
      if (position !== undefined) membership.commit(partition, position)
    }
    const run = async () => {
      let from: number | undefined
      while (!stop.signal.aborted) {
        try {
          from ??= await begin(partition, membership)
          await delivery.serve(partition, from, stop.signal)
        } catch (error) {
          if ((error as { code?: string }).code === 'CLAIM_WENT_BACK') return
          from = delivery.position(partition) ?? from
          logger.warn({ partition, from, error }, 'delivery interrupted, beginning again')
          await delay(retryMs, undefined, { signal: stop.signal }).catch(() => {})
        }
      }
    }
    const running = run()
    const committing = setInterval(commit, commitMs)
    return {
      async stop() {
        stop.abort()
        await running
        clearInterval(committing)
        commit()
      },
    }
  }

  /** Where the one before stopped; a partition never delivered begins with what comes now. */
  async function begin(partition: number, membership: Membership): Promise<number> {
    const committed = (await membership.committed([partition])).get(partition)
    return committed ?? (await log.bounds('events', [partition])).get(partition)?.end ?? 0
  }

  const group = new PartitionGroup({ log, group: `${config.cluster}.delivery`, topic: 'events', logger, serve })
  metrics.add('delivery', () => ({ ...delivery.counters, partitions: group.servers.size }))
  await group.start()
  return { name: 'delivery', addresses: [], stop: () => group.stop() }
}
