// Composes the projector: events to changes, changes to PostgreSQL with the checkpoint, then to the hot views.
import type { SkeinEvent } from '@skein/contracts'
import type { Change } from '@skein/projections'
import { createProjector, defaultProjectorLimits, newProjectorCounters } from '@skein/runtime'
import type { Metrics } from '@skein/telemetry'
import { createHotFollower, createHotSource, createProjectorStore, startHotWatch } from '@skein/view-store'
import type { Backbone, Role } from './backbone.ts'
import { projection } from './projection.ts'

export async function startProjectorRole(backbone: Backbone, metrics: Metrics): Promise<Role> {
  const { config, log, database, hot } = backbone
  const logger = backbone.logger.child({ role: 'projector' })
  const store = createProjectorStore(database)
  const source = createHotSource(database)
  const counters = newProjectorCounters()
  const follower = createHotFollower({ hot, source, logger, replay })

  async function replay(partition: number, from: number, to: number): Promise<readonly Change[] | null> {
    const { start } = (await log.bounds('events', [partition])).get(partition)!
    if (from < start) return null
    const changes: Change[] = []
    for await (const records of log.read('events', partition, from, to)) {
      for (const { offset, value } of records)
        if (!('undecodable' in value)) changes.push(...projection.project(value, { partition, offset }))
    }
    return changes
  }

  const projector = createProjector<SkeinEvent, Change>({
    log,
    store,
    ...projection,
    applied: async (batches) => {
      await Promise.all(
        batches.map(({ partition, expected, next, changes }) =>
          follower.follow(partition, { logEpoch: next.logEpoch, from: expected.nextOffset, to: next.nextOffset }, changes),
        ),
      )
    },
    released: (partition) => follower.forget(partition),
    group: `${config.cluster}.projector`,
    limits: defaultProjectorLimits,
    logger,
    counters,
  })
  const watch = startHotWatch({
    hot,
    source,
    logger,
    partitions: () => [...projector.servers.keys()],
    checkpoints: (partitions) => store.readCheckpoints(partitions),
  })
  metrics.add('projector', () => ({ ...counters, partitions: projector.servers.size }))
  await projector.start()
  return {
    name: 'projector',
    addresses: [],
    async stop() {
      await projector.stop()
      await watch.stop()
      await follower.settled()
    },
  }
}
