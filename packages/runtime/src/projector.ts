// A projector: follows the events of its partitions and applies their changes to the view, batches of all partitions in
// one transaction with their checkpoints, so that nothing is applied twice or left out whatever ends it when. Whoever
// moves a checkpoint under it owns the partition now: that partition begins again from what the view says, cells included.
import type { Checkpoint, Event, EventLog, GroupPosition, Prefetch, ProjectedBatch, ProjectorStore } from '@skein/event-sourcing'
import { ClaimWentBack, LogError, OtherHistory } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import { consumerGroup } from './consumer-group.ts'
import { requireSameHistory } from './log-history.ts'
import type { PartitionServer } from './partition-group.ts'
import { PartitionGroup } from './partition-group.ts'
import type { ChangedCells, Projection } from './projected-partition.ts'
import { ProjectedPartition } from './projected-partition.ts'
import { serveUntilStopped } from './served-partition.ts'
import { ServingPhase } from './serving-phase.ts'

export interface ProjectorLimits {
  /** Events of one partition applied together. */
  readonly eventsPerBatchMax: number
  /** Pause between reads: views may be this much later, and cost as much less to write. */
  readonly lingerMs: number
  /** Cells of one partition kept in memory between batches; the others are read again. About 400 bytes each. */
  readonly cellsPerPartitionMax: number
  readonly retryMinMs: number
  readonly retryMaxMs: number
}

export const defaultProjectorLimits: ProjectorLimits = {
  eventsPerBatchMax: 1000,
  lingerMs: 100,
  cellsPerPartitionMax: 8000,
  retryMinMs: 20,
  retryMaxMs: 1000,
}

export interface ProjectorOptions<E extends Event, Cell, Changes extends ChangedCells<Cell>> {
  readonly projection: Projection<E, Cell, Changes>
  // biome-ignore lint/suspicious/noExplicitAny: commands are not read here
  readonly log: Pick<EventLog<any, E>, 'bounds' | 'read' | 'tail' | 'join'>
  readonly store: ProjectorStore<Changes>
  /** Reads cells from the same view, each time together with its checkpoint. */
  readonly prefetch: Prefetch<Cell>
  /** Called after each commit, in order per partition: hot views follow. Must not reject for long outages. */
  readonly applied: (batches: readonly ProjectedBatch<Changes>[]) => Promise<void>
  /** Called when a partition is projected here no longer. */
  readonly released: (partition: number) => void
  readonly group: string
  readonly limits: ProjectorLimits
  readonly logger: Logger
  readonly counters: ProjectorCounters
}

export interface ProjectorCounters {
  events: number
  batches: number
  retries: number
  moved: number
  /** Partitions that a claim which went back has stopped. */
  stopped: number
}

interface Waiting<Changes> {
  readonly batch: ProjectedBatch<Changes>
  resolve(): void
  reject(error: unknown): void
}

interface Applying<Changes> {
  readonly store: ProjectorStore<Changes>
  readonly applied: (batches: readonly ProjectedBatch<Changes>[]) => Promise<void>
  readonly counters: ProjectorCounters
}

/** Joins what partitions have ready into one transaction after another. */
class SharedApplier<Changes> {
  readonly #options: Applying<Changes>
  #waiting: Waiting<Changes>[] = []
  #busy = false

  constructor(options: Applying<Changes>) {
    this.#options = options
  }

  apply(batch: ProjectedBatch<Changes>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject })
      if (!this.#busy) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    this.#busy = true
    // What other partitions have ready in this turn of the event loop goes along.
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) await this.#applyTogether(this.#waiting.splice(0))
    this.#busy = false
  }

  async #applyTogether(list: readonly Waiting<Changes>[]): Promise<void> {
    const { store, applied, counters } = this.#options
    try {
      await store.apply(list.map((w) => w.batch))
      counters.batches++
      await applied(list.map((w) => w.batch))
      for (const waiting of list) waiting.resolve()
    } catch (error) {
      if (list.length === 1) list[0]!.reject(error)
      // One partition's fault must not hold the others up: each alone.
      else for (const waiting of list) await this.#applyTogether([waiting])
    }
  }
}

export interface ProjectingServer extends PartitionServer {
  /** Up to where the view was applied here; undefined while that is not known. */
  readonly position: number | undefined
  /** From where the view is now. */
  beginAgain(): void
}

class PartitionProjector<E extends Event, Cell, Changes extends ChangedCells<Cell>> implements ProjectingServer {
  readonly #partition: number
  readonly #options: ProjectorOptions<E, Cell, Changes>
  readonly #applier: SharedApplier<Changes>
  readonly #committed: (position: GroupPosition) => void
  readonly #stop = new AbortController()
  readonly #phase = new ServingPhase()
  readonly #running: Promise<void>
  #following = new AbortController()
  #position: number | undefined

  constructor(
    partition: number,
    options: ProjectorOptions<E, Cell, Changes>,
    applier: SharedApplier<Changes>,
    committed: (position: GroupPosition) => void,
  ) {
    this.#partition = partition
    this.#options = options
    this.#applier = applier
    this.#committed = committed
    this.#running = this.#run()
  }

  get phase(): string {
    return this.#phase.name
  }

  get position(): number | undefined {
    return this.#position
  }

  beginAgain(): void {
    this.#following.abort(Object.assign(new Error('the view has gone back'), { code: 'VIEW_WENT_BACK' }))
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#running
    this.#options.released(this.#partition)
  }

  #run(): Promise<void> {
    const { retryMinMs, retryMaxMs } = this.#options.limits
    return serveUntilStopped({
      signal: this.#stop.signal,
      phase: this.#phase,
      backOff: { minMs: retryMinMs, maxMs: retryMaxMs },
      serve: (succeeded) =>
        this.#follow(succeeded).finally(() => {
          this.#position = undefined
        }),
      failed: (error) => this.#failed(error),
    })
  }

  /** Answers whether to begin again. */
  #failed(error: unknown): boolean {
    const { logger, counters } = this.#options
    const { code } = error as { code?: string }
    const fields = { partition: this.#partition, code, error }
    if (error instanceof ClaimWentBack) {
      // A fenced writer got through: the log is not to be trusted from here on, and no retry makes it so.
      counters.stopped++
      logger.error(fields, 'claim went back: this partition is projected no further')
      return false
    }
    if (code === 'CHECKPOINT_MOVED') counters.moved++
    if (error instanceof OtherHistory || (error instanceof LogError && !error.retriable))
      logger.error(fields, 'partition cannot be projected')
    else logger.warn(fields, 'projection interrupted, beginning again from the checkpoint')
    counters.retries++
    return true
  }

  /** Ends at any error, and the cells in memory with it: they may be of a batch that was not written. */
  async #follow(succeeded: () => void): Promise<void> {
    const { log, store, limits } = this.#options
    const [checkpoint] = await store.readCheckpoints([this.#partition])
    await requireSameHistory(log, checkpoint!)
    const projected = new ProjectedPartition({ ...this.#options, cellsMax: limits.cellsPerPartitionMax }, checkpoint!)
    this.#following = new AbortController()
    this.#position = checkpoint!.nextOffset
    const following = this.#following.signal
    for await (const records of log.tail('events', this.#partition, {
      from: checkpoint!.nextOffset,
      signal: AbortSignal.any([this.#stop.signal, following]),
      lingerMs: limits.lingerMs,
    })) {
      for (let i = 0; i < records.length; i += limits.eventsPerBatchMax) {
        const batch = await projected.take(records.slice(i, i + limits.eventsPerBatchMax))
        await this.#applier.apply(batch)
        this.#position = batch.next.nextOffset
        succeeded()
        this.#committed({ nextOffset: batch.next.nextOffset, record: batch.next.claimId })
        this.#options.counters.events += Math.min(limits.eventsPerBatchMax, records.length - i)
      }
    }
    following.throwIfAborted()
  }
}

export function createProjector<E extends Event, Cell, Changes extends ChangedCells<Cell>>(
  options: ProjectorOptions<E, Cell, Changes>,
): PartitionGroup<ProjectingServer> {
  const applier = new SharedApplier<Changes>(options)
  return new PartitionGroup<ProjectingServer>({
    group: consumerGroup(options.log, options.group, 'events'),
    logger: options.logger,
    serve: (partition, membership) =>
      new PartitionProjector(partition, options, applier, (next) => membership.commit('events', partition, next)),
  })
}

/**
 * Checkpoints of the view. One that is behind what was applied here was put back from a backup: its partition begins again from there, also
 * where no event comes that would find it out.
 */
export async function lookAtView(
  { servers }: Pick<PartitionGroup<ProjectingServer>, 'servers'>,
  store: Pick<ProjectorStore<never>, 'readCheckpoints'>,
  partitions: readonly number[],
): Promise<readonly Checkpoint[]> {
  const applied = new Map(partitions.map((partition) => [partition, servers.get(partition)?.position]))
  const checkpoints = await store.readCheckpoints(partitions)
  for (const { partition, nextOffset } of checkpoints) if (nextOffset < (applied.get(partition) ?? 0)) servers.get(partition)?.beginAgain()
  return checkpoints
}

/** Counters to begin with. */
export const newProjectorCounters = (): ProjectorCounters => ({ events: 0, batches: 0, retries: 0, moved: 0, stopped: 0 })
