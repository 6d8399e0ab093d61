// Composes delivery: from the events to the nodes that hold the recipients' connections.
import { createDelivery } from '@skein/delivery'
import { PartitionGroup, ServedPartition } from '@skein/runtime'
import type { Metrics } from '@skein/telemetry'
import { createReadMembership } from '@skein/view-store'
import type { Backbone, Role } from './backbone.ts'
import { watchPartitions } from './partition-readiness.ts'

export async function startDeliveryRole(backbone: Backbone, metrics: Metrics): Promise<Role> {
  const { config, log, database } = backbone
  const logger = backbone.logger.child({ role: 'delivery' })
  const reader = createDelivery({
    log,
    presence: backbone.presence(),
    link: backbone.link(),
    membership: createReadMembership(database),
    logger,
  })
  const group = new PartitionGroup({
    log,
    group: `${config.cluster}.delivery`,
    topic: 'events',
    logger,
    serve: (partition, membership) => new ServedPartition(partition, membership, { log, reader, logger }),
  })
  metrics.add('delivery', () => ({ ...reader.counters, partitions: group.servers.size }))
  const watch = watchPartitions({ role: 'delivery', status: () => group.status() })
  await group.start()
  return {
    name: 'delivery',
    addresses: [],
    part: () => watch.part(),
    async stop() {
      watch.stop()
      await group.stop()
    },
  }
}
