// Composes delivery: from the events to the nodes that hold the recipients' connections. Where the process decides as well, delivery serves
// the partitions that it owns, by the same membership.
import { createDelivery } from '@skein/delivery'
import { consumerGroup, PartitionGroup, ServedPartition } from '@skein/runtime'
import type { Metrics } from '@skein/telemetry'
import { type Backbone, groupName, type Role } from './backbone.ts'
import { deliveryPositions } from './delivery-positions.ts'
import { watchPartitions } from './partition-readiness.ts'

/** Of the members from which on a group is large: with fewer it is no more. */
const smallShare = 0.75

export async function startDeliveryRole(backbone: Backbone, metrics: Metrics): Promise<Role> {
  const { config, log, owners, views } = backbone
  const { largeAboveMembers } = config
  const logger = backbone.logger.child({ role: 'delivery' })
  const reader = createDelivery({
    log,
    presence: backbone.presence(),
    link: backbone.link(),
    membership: views.membership,
    limits: { largeAboveMembers, smallBelowMembers: Math.floor(largeAboveMembers * smallShare) },
    logger,
  })
  const own = groupName(config, 'delivery')
  const [joins, other] = config.roles.includes('processor')
    ? [owners, own]
    : [consumerGroup(log, own, 'events'), groupName(config, 'processor')]
  const group = new PartitionGroup({
    group: joins,
    logger,
    serve: (partition, membership) =>
      new ServedPartition(partition, {
        log,
        reader,
        stood: () => deliveryPositions(log, { joined: joins.name, other }, partition),
        commit: (_partition, position) => membership.commit('events', partition, position),
        logger,
      }),
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
