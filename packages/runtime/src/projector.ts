// A projector: follows the events of its partitions and applies their changes to the view, batches of all partitions in
// one transaction with their checkpoints, so that nothing is applied twice or left out whatever ends it when. Whoever
// moves a checkpoint under it owns the partition now: that partition begins again from what the view says.
import type { Event, EventLog, ProjectedBatch, ProjectorStore } from '@skein/event-sourcing'
import { ClaimWentBack, LogError } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { PartitionServer } from './partition-group.ts'
import { PartitionGroup } from './partition-group.ts'
import type { Projection } from './projected-batch.ts'
import { projectBatch } from './projected-batch.ts'
import { serveUntilStopped } from './served-partition.ts'

export interface ProjectorLimits {
  /** Events of one partition applied together. */
  readonly eventsPerBatchMax: number
  /** Pause between reads: views may be this much later, and cost as much less to write. */
  readonly lingerMs: number
  readonly retryMinMs: number
  readonly retryMaxMs: number
}

export const defaultProjectorLimits: ProjectorLimits = {
  eventsPerBatchMax: 1000,
  lingerMs: 100,
  retryMinMs: 20,
  retryMaxMs: 1000,
}

export interface ProjectorOptions<E extends Event, Change> extends Projection<E, Change> {
  // biome-ignore lint/suspicious/noExplicitAny: commands are not read here
  readonly log: EventLog<any, E>
  readonly store: ProjectorStore<Change>
  /** Called after each commit, in order per partition: hot views follow. Must not reject for long outages. */
  readonly applied: (batches: readonly ProjectedBatch<Change>[]) => Promise<void>
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

interface Waiting<Change> {
  readonly batch: ProjectedBatch<Change>
  resolve(): void
  reject(error: unknown): void
}

/** Joins what partitions have ready into one transaction after another. */
class SharedApplier<E extends Event, Change> {
  readonly #options: ProjectorOptions<E, Change>
  #waiting: Waiting<Change>[] = []
  #busy = false

  constructor(options: ProjectorOptions<E, Change>) {
    this.#options = options
  }

  apply(batch: ProjectedBatch<Change>): Promise<void> {
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

  async #applyTogether(list: readonly Waiting<Change>[]): Promise<void> {
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

class PartitionProjector<E extends Event, Change> implements PartitionServer {
  readonly #partition: number
  readonly #options: ProjectorOptions<E, Change>
  readonly #applier: SharedApplier<E, Change>
  readonly #committed: (nextOffset: number) => void
  readonly #stop = new AbortController()
  readonly #running: Promise<void>

  constructor(
    partition: number,
    options: ProjectorOptions<E, Change>,
    applier: SharedApplier<E, Change>,
    committed: (nextOffset: number) => void,
  ) {
    this.#partition = partition
    this.#options = options
    this.#applier = applier
    this.#committed = committed
    this.#running = this.#run()
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
      backOff: { minMs: retryMinMs, maxMs: retryMaxMs },
      serve: (succeeded) => this.#follow(succeeded),
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
    if (error instanceof LogError && !error.retriable) logger.error(fields, 'partition cannot be projected')
    else logger.warn(fields, 'projection interrupted, beginning again from the checkpoint')
    counters.retries++
    return true
  }

  async #follow(succeeded: () => void): Promise<void> {
    const { log, store, limits } = this.#options
    let checkpoint = (await store.readCheckpoints([this.#partition]))[0]!
    for await (const records of log.tail('events', this.#partition, {
      from: checkpoint.nextOffset,
      signal: this.#stop.signal,
      lingerMs: limits.lingerMs,
    })) {
      for (let i = 0; i < records.length; i += limits.eventsPerBatchMax) {
        const batch = projectBatch(this.#options, records.slice(i, i + limits.eventsPerBatchMax), checkpoint)
        await this.#applier.apply(batch)
        checkpoint = batch.next
        succeeded()
        this.#committed(checkpoint.nextOffset)
        this.#options.counters.events += Math.min(limits.eventsPerBatchMax, records.length - i)
      }
    }
  }
}

export function createProjector<E extends Event, Change>(options: ProjectorOptions<E, Change>): PartitionGroup<PartitionServer> {
  const applier = new SharedApplier<E, Change>(options)
  return new PartitionGroup<PartitionServer>({
    log: options.log,
    group: options.group,
    topic: 'events',
    logger: options.logger,
    serve: (partition, membership) => new PartitionProjector(partition, options, applier, (next) => membership.commit(partition, next)),
  })
}

/** Counters to begin with. */
export const newProjectorCounters = (): ProjectorCounters => ({ events: 0, batches: 0, retries: 0, moved: 0, stopped: 0 })
