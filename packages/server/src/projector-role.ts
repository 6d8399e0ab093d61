// Composes the projector: events to changes, changes to PostgreSQL with the checkpoint, then to the hot views.
import type { SkeinEvent } from '@skein/contracts'
import type { Changes, ViewCell } from '@skein/projections'
import { createProjector, defaultProjectorLimits, lookAtView, newProjectorCounters } from '@skein/runtime'
import type { Logger, Metrics } from '@skein/telemetry'
import {
  createHotFollower,
  createHotReplay,
  createHotSource,
  createPrefetch,
  createProjectorStore,
  hotChangesOf,
  startHotWatch,
} from '@skein/view-store'
import { type Backbone, groupName, type Role } from './backbone.ts'
import type { Config } from './config.ts'
import { watchPartitions } from './partition-readiness.ts'
import { projection } from './projection.ts'
import type { ViewStores } from './view-ports.ts'

/** Nobody waits for a projector's reads, and a batch asks for thousands of cells. */
const prefetchTimeoutMs = 10_000

export interface ProjectorParts extends ViewStores {
  readonly config: Pick<Config, 'cluster'>
  readonly logger: Logger
  readonly log: Pick<Backbone['log'], 'bounds' | 'read' | 'tail' | 'join'>
}

export async function startProjectorRole(parts: ProjectorParts, metrics: Pick<Metrics, 'add'>): Promise<Role> {
  const { config, log, database, hot } = parts
  const logger = parts.logger.child({ role: 'projector' })
  const store = createProjectorStore(database)
  const source = createHotSource(database)
  const counters = newProjectorCounters()
  const prefetch = createPrefetch(database, { timeoutMs: prefetchTimeoutMs })
  const follower = createHotFollower({ hot, source, logger, replay: createHotReplay(log, prefetch) })
  const projector = createProjector<SkeinEvent, ViewCell, Changes>({
    log,
    store,
    prefetch,
    projection,
    applied: async (batches) => {
      await Promise.all(
        batches.map(({ partition, expected, next, changes }) =>
          follower.follow(
            partition,
            { logEpoch: next.logEpoch, from: expected.nextOffset, to: next.nextOffset },
            hotChangesOf(changes.cells, changes.rows.items),
          ),
        ),
      )
    },
    released: (partition) => follower.forget(partition),
    group: groupName(config, 'projector'),
    limits: defaultProjectorLimits,
    logger,
    counters,
  })
  const hotWatch = startHotWatch({
    hot,
    source,
    logger,
    partitions: () => [...projector.servers.keys()],
    checkpoints: (partitions) => lookAtView(projector, store, partitions),
  })
  metrics.add('projector', () => ({ ...counters, partitions: projector.servers.size }))
  const watch = watchPartitions({ role: 'projector', status: () => projector.status() })
  await projector.start()
  return {
    name: 'projector',
    addresses: [],
    part: () => watch.part(),
    async stop() {
      watch.stop()
      await projector.stop()
      await hotWatch.stop()
      await follower.settled()
    },
  }
}
