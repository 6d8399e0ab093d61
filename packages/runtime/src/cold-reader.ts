// Reads from the view what a batch of commands needs and memory lacks. A view that does not answer is left alone for a while, and
// commands that need it are refused meanwhile. What belongs to another partition is absent only when that is certain.
import type { CellKey, Command, Event, Prefetched, StoredRecord, UndecodableRecord } from '@skein/event-sourcing'
import type { PartitionState } from './partition-state.ts'
import type { ProcessorOptions } from './processor-ports.ts'

const prefetchRoundsMax = 100
/** Facts of other partitions that are waited for; beyond that the waiting begins anew. */
const doubtsMax = 10_000

export type Commands<C> = readonly StoredRecord<C | UndecodableRecord>[]

interface Confirmed<Cell> {
  /** Keys that may exist although the view lacks them. */
  readonly doubtful: readonly CellKey[]
  readonly found: ReadonlyMap<CellKey, Cell>
}

export class ColdReader<C extends Command, E extends Event, Cell, Reply> {
  readonly #partition: number
  readonly #options: ProcessorOptions<C, E, Cell, Reply>
  #pausedUntil = 0
  /** Facts of other partitions that the view lacked: where their partition ended at that moment. */
  readonly #doubts = new Map<CellKey, { readonly partition: number; readonly end: number }>()

  constructor(partition: number, options: ProcessorOptions<C, E, Cell, Reply>) {
    this.#partition = partition
    this.#options = options
  }

  /** Admits what the commands need and the state lacks. Answers false when it cannot be had now. */
  async read(state: PartitionState<C, E, Cell, Reply>, records: Commands<C>): Promise<boolean> {
    const { limits, logger } = this.#options
    const doubtful = new Set<CellKey>()
    // What is read in one round may show that more is needed; domains settle in two or three.
    for (let round = 0; ; round++) {
      if (round > prefetchRoundsMax) throw new Error('the domain names ever more cells to read')
      const keys = this.#missing(state, records, doubtful)
      if (keys.length === 0) return doubtful.size === 0
      if (performance.now() < this.#pausedUntil) return false
      try {
        for (const key of await this.#admit(state, keys)) doubtful.add(key)
      } catch (error) {
        if ((error as { code?: string }).code === 'VIEW_REPLACED') throw error
        this.#pausedUntil = performance.now() + limits.prefetchPauseMs
        logger.warn({ partition: this.#partition, keys: keys.length, error }, 'the view does not answer: cold commands are refused')
        return false
      }
    }
  }

  #missing(state: PartitionState<C, E, Cell, Reply>, records: Commands<C>, doubtful: ReadonlySet<CellKey>): readonly CellKey[] {
    const keys = new Set<CellKey>()
    const now = performance.now()
    for (const { value } of records) {
      if ('undecodable' in value) continue
      for (const key of state.missing(value, now)) if (!doubtful.has(key)) keys.add(key)
      if (keys.size >= this.#options.limits.keysPerPrefetchMax) break
    }
    return [...keys]
  }

  /** Answers the keys that were not admitted, because they are in doubt. */
  async #admit(state: PartitionState<C, E, Cell, Reply>, keys: readonly CellKey[]): Promise<readonly CellKey[]> {
    this.#options.counters.prefetches++
    const read = await this.#options.prefetch(this.#partition, keys)
    const { doubtful, found } = await this.#confirmAbsent(keys, read)
    const admitted = keys.filter((key) => !doubtful.includes(key))
    state.admit(admitted, { checkpoint: read.checkpoint, cells: new Map([...read.cells, ...found]) })
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
      const { partition, end } = this.#doubts.get(key)!
      return (reached.get(partition)?.nextOffset ?? 0) >= end
    })
    const found = passed.length > 0 ? (await prefetch(this.#partition, passed)).cells : new Map<CellKey, Cell>()
    for (const key of passed) this.#doubts.delete(key)
    return { doubtful: [...partitionOf.keys()].filter((key) => this.#doubts.has(key)), found }
  }

  /** Notes where the partitions end, for keys not in doubt yet. */
  async #doubt(partitionOf: ReadonlyMap<CellKey, number>): Promise<void> {
    if (this.#doubts.size > doubtsMax) this.#doubts.clear()
    const first = [...partitionOf].filter(([key]) => !this.#doubts.has(key))
    if (first.length === 0) return
    const ends = await this.#options.log.bounds('events', [...new Set(first.map(([, partition]) => partition))])
    for (const [key, partition] of first) this.#doubts.set(key, { partition, end: ends.get(partition)!.end })
  }
}
