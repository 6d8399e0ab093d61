// Reads from the view what a batch of commands needs and memory lacks. A view that does not answer is left alone for a while, and
// commands that need it are refused meanwhile. What belongs to another partition is absent only when that is certain; what of it may
// change is read anew beside the batches, which go on with the copy they have.
import type { CellKey, Command, Event, Prefetched, StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import type { PartitionState } from './partition-state.ts'
import type { ProcessorOptions } from './processor-ports.ts'
import { noStaleCopies, type StaleCopies } from './stale-copies.ts'

const prefetchRoundsMax = 100
/** Facts of other partitions that are waited for; beyond that the waiting begins anew. */
const doubtsMax = 10_000
/** Copies that are read with one that a batch waits for. */
const copiesWithOverdueMax = 500
/** After the view has failed to answer, no copy is too old to decide by for so long. */
const failureRememberedMs = 10_000

export type Commands<C> = readonly StoredRecord<C | UndecodableRecord>[]

interface Confirmed<Cell> {
  /** Keys that may exist although the view lacks them. */
  readonly doubtful: readonly CellKey[]
  readonly found: ReadonlyMap<CellKey, Cell>
}

interface Lacking {
  /** Keys that are not in memory. */
  readonly missing: readonly CellKey[]
  /** Of these, intents. */
  readonly intents: number
  readonly stale: StaleCopies
  /** Whether the batch waits for the view: a key is missing, or a copy is too old and the view has not failed lately. */
  readonly waits: boolean
}

/** Copies that were read beside the batches. */
interface Renewed<Cell> {
  readonly keys: readonly CellKey[]
  readonly cells: ReadonlyMap<CellKey, Cell>
  readonly readAt: number
}

export class ColdReader<C extends Command, E extends Event, Cell, Reply> {
  readonly #partition: number
  readonly #options: ProcessorOptions<C, E, Cell, Reply>
  #pausedUntil = 0
  /** When the view last failed to answer, unless it has answered since. */
  #failedAt = Number.NEGATIVE_INFINITY
  /** Copies that are being read anew: one reading at a time. */
  #renewing: ReadonlySet<CellKey> | null = null
  /** Copies to be read anew that nobody reads yet. */
  readonly #due = new Set<CellKey>()
  #renewed: Renewed<Cell> | null = null
  /** Facts of other partitions that the view lacked: where their partition ended at that moment. */
  readonly #doubts = new Map<CellKey, { readonly partition: number; readonly end: number }>()

  constructor(partition: number, options: ProcessorOptions<C, E, Cell, Reply>) {
    this.#partition = partition
    this.#options = options
  }

  /** Admits what the commands need and the state lacks. Answers false when it cannot be had now. */
  async read(state: PartitionState<C, E, Cell, Reply>, records: Commands<C>): Promise<boolean> {
    this.#takeRenewed(state)
    const doubtful = new Set<CellKey>()
    // What is read in one round may show that more is needed; domains settle in two or three.
    for (let round = 0; ; round++) {
      if (round > prefetchRoundsMax) throw new Error('the domain names ever more cells to read')
      const { missing, intents, stale, waits } = this.#lacking(state, records, doubtful)
      if (!waits) {
        this.#renewBeside(state, stale)
        return doubtful.size === 0
      }
      if (this.#isPaused()) return false
      // Else the next batch would wait for the next copy.
      const others = stale.overdue ? state.soonDue(stale, copiesWithOverdueMax, true) : []
      const keys = [...missing, ...stale.keys, ...others]
      this.#options.counters.lookUps += intents
      try {
        for (const key of await this.#admit(state, keys)) doubtful.add(key)
        for (const key of keys) this.#due.delete(key)
        this.#failedAt = Number.NEGATIVE_INFINITY
      } catch (error) {
        if ((error as { code?: string }).code === 'VIEW_REPLACED') throw error
        this.#failed(keys, error)
        return false
      }
    }
  }

  #lacking(state: PartitionState<C, E, Cell, Reply>, records: Commands<C>, doubtful: ReadonlySet<CellKey>): Lacking {
    const missing = new Set<CellKey>()
    let intents = 0
    const stale: StaleCopies = noStaleCopies(performance.now(), this.#renewing)
    for (const { value } of records) {
      if ('undecodable' in value) continue
      for (const key of state.missing(value, stale)) {
        if (doubtful.has(key)) continue
        if (key === state.asked(value).intent && !missing.has(key)) intents += 1
        missing.add(key)
      }
      if (missing.size + stale.keys.size >= this.#options.limits.keysPerPrefetchMax) break
    }
    const answers = stale.now >= this.#failedAt + failureRememberedMs
    return { missing: [...missing], intents, stale, waits: missing.size > 0 || (stale.overdue && answers) }
  }

  #isPaused(): boolean {
    return performance.now() < this.#pausedUntil
  }

  #failed(keys: readonly CellKey[], error: unknown): void {
    const { limits, logger } = this.#options
    this.#failedAt = performance.now()
    this.#pausedUntil = this.#failedAt + limits.prefetchPauseMs
    const fields = { partition: this.#partition, keys: keys.length, error }
    logger.warn(fields, 'the view does not answer: cold commands are refused, old copies used')
  }

  /**
   * Reads the copies that are due, and with them those that soon will be. What falls due while others are being read is read next, whoever uses it
   * then: else one that is used now and then found others being read each time. By then it may be one that is waited for, and is left to that.
   */
  #renewBeside(state: PartitionState<C, E, Cell, Reply>, stale: StaleCopies): void {
    const { keysPerPrefetchMax } = this.#options.limits
    for (const key of stale.keys) if (this.#due.size < keysPerPrefetchMax) this.#due.add(key)
    if (this.#due.size === 0 || this.#renewing !== null || this.#isPaused()) return
    const others = state.soonDue({ ...stale, keys: this.#due }, keysPerPrefetchMax - this.#due.size, false)
    const due = [...this.#due].filter((key) => stale.keys.has(key) || !state.isOverdue(key, stale.now))
    this.#due.clear()
    if (due.length + others.length > 0) void this.#renew([...due, ...others])
  }

  /** Reads copies anew while batches go on with those they have. What is found waits for the next batch: none changes under way. */
  async #renew(keys: readonly CellKey[]): Promise<void> {
    this.#renewing = new Set(keys)
    this.#options.counters.prefetches++
    const readAt = performance.now()
    try {
      const { cells } = await this.#options.prefetch(this.#partition, keys)
      this.#failedAt = Number.NEGATIVE_INFINITY
      this.#renewed = { keys, cells, readAt }
    } catch (error) {
      this.#failed(keys, error)
    } finally {
      this.#renewing = null
    }
  }

  #takeRenewed(state: PartitionState<C, E, Cell, Reply>): void {
    if (this.#renewed === null) return
    const { keys, cells, readAt } = this.#renewed
    this.#renewed = null
    state.renew(keys, cells, readAt)
  }

  /** Answers the keys that were not admitted, because they are in doubt. */
  async #admit(state: PartitionState<C, E, Cell, Reply>, keys: readonly CellKey[]): Promise<readonly CellKey[]> {
    this.#options.counters.prefetches++
    const readAt = performance.now()
    const read = await this.#options.prefetch(this.#partition, keys)
    const { doubtful, found } = await this.#confirmAbsent(keys, read)
    const admitted = keys.filter((key) => !doubtful.includes(key))
    state.admit(admitted, { checkpoint: read.checkpoint, cells: new Map([...read.cells, ...found]) }, readAt)
    return doubtful
  }

  /**
   * A fact of another partition that the view lacks may be in the log already: it is absent for certain once the view has passed
   * where that partition ended when it was first asked for, and still lacks it. Until then it is doubtful.
   */
  async #confirmAbsent(keys: readonly CellKey[], read: Prefetched<Cell>): Promise<Confirmed<Cell>> {
    const { log, decider, checkpoints, prefetch } = this.#options
    const partitionOf = new Map<CellKey, number>()
    for (const key of keys) {
      const fact = read.cells.has(key) ? null : decider.foreignFact(key)
      // What may change back is stale anyway: its absence is a copy like any other.
      if (fact?.keepMs === Number.POSITIVE_INFINITY) partitionOf.set(key, log.partitionOf(fact.owner))
    }
    if (partitionOf.size === 0) return { doubtful: [], found: new Map() }
    await this.#doubt(partitionOf)
    const reached = await checkpoints()
    const passed = [...partitionOf.keys()].filter((key) => {
      const doubt = this.#doubts.get(key)
      return doubt !== undefined && (reached.get(doubt.partition)?.nextOffset ?? 0) >= doubt.end
    })
    const found = passed.length > 0 ? (await prefetch(this.#partition, passed)).cells : new Map<CellKey, Cell>()
    for (const key of passed) this.#doubts.delete(key)
    return { doubtful: [...partitionOf.keys()].filter((key) => !passed.includes(key)), found }
  }

  /** Notes where the partitions end, for keys not in doubt yet; one of a partition whose end nobody tells now stays so. */
  async #doubt(partitionOf: ReadonlyMap<CellKey, number>): Promise<void> {
    if (this.#doubts.size > doubtsMax) this.#doubts.clear()
    const first = [...partitionOf].filter(([key]) => !this.#doubts.has(key))
    if (first.length === 0) return
    const ends = await this.#options.log.bounds('events', [...new Set(first.map(([, partition]) => partition))])
    for (const [key, partition] of first) {
      const bounds = ends.get(partition)
      if (bounds) this.#doubts.set(key, { partition, end: bounds.end })
    }
  }
}
