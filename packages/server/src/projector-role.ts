// Composes the projector: events to changes, changes to PostgreSQL with the checkpoint, then to the hot views.
import type { SkeinEvent } from '@skein/contracts'
import type { Change } from '@skein/projections'
import { project } from '@skein/projections'
import type { ProjectedBatch } from '@skein/runtime'
import { createProjector, defaultProjectorLimits, newProjectorCounters } from '@skein/runtime'
import type { Metrics } from '@skein/telemetry'
import { createHotSource, createProjectorStore, startHotWatch } from '@skein/view-store'
import type { Backbone, Role } from './backbone.ts'
import { logEpochOf } from './log-epoch.ts'

export async function startProjectorRole(backbone: Backbone, metrics: Metrics): Promise<Role> {
  const { config, log, database, hot } = backbone
  const logger = backbone.logger.child({ role: 'projector' })
  const store = createProjectorStore(database)
  const source = createHotSource(database)
  const counters = { ...newProjectorCounters(), hotBehind: 0, hotUnavailable: 0 }

  async function followHot({ partition, expected, next, changes }: ProjectedBatch<Change>): Promise<void> {
    const range = { logEpoch: next.logEpoch, from: expected.nextOffset, to: next.nextOffset }
    const { outcome } = await hot.apply(partition, range, changes)
    if (outcome === 'unavailable') counters.hotUnavailable++
    if (outcome !== 'behind') return
    // Emptied, restored, or left behind by an outage: made again from the database, which has this batch.
    counters.hotBehind++
    await hot.heal(partition, source).catch((error) => logger.warn({ partition, error: String(error) }, 'hot views could not be healed'))
  }

  const projector = createProjector<SkeinEvent, Change>({
    log,
    store: {
      readCheckpoints: async (partitions) => new Map((await store.readCheckpoints(partitions)).map((c) => [c.partition, c])),
      apply: (batches) => store.apply(batches),
    },
    project: (event, position) => project({ event, position }),
    logEpochOf,
    applied: async (batches) => {
      await Promise.all(batches.map(followHot))
    },
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
    },
  }
}
