// One partition as a projector folds it: from a checkpoint on, batch by batch, with the cells that its events change. Cells that are
// not in memory are read from the view, which must stand at this very checkpoint: batches are taken only after the one before is in.
// Stops where the log cannot be the truth: at a claim that goes back, at a record of another history than the view was made of, at
// one it cannot read.
import type {
  CellKey,
  Checkpoint,
  Event,
  Position,
  Prefetch,
  ProjectedBatch,
  ReadCell,
  StoredRecord,
  UndecodableRecord,
} from '@skein/event-sourcing'
import { claimRecordOf, createClaimGuard, LogError } from '@skein/event-sourcing'
import { CellCache } from './cell-cache.ts'
import { doneBy } from './command-position.ts'

export interface PlacedEvent<E> {
  readonly event: E
  readonly position: Position
}

/** What a batch changes tells the cells as they are afterwards, for the batches behind it. */
export interface ChangedCells<Cell> {
  readonly cells: ReadonlyMap<CellKey, Cell>
}

/** Events understood: what to read, and what follows from it. */
export interface BatchFold<Cell, Changes> {
  readonly needs: Iterable<CellKey>
  from(read: ReadCell<Cell>): Changes
}

export interface Projection<E extends Event, Cell, Changes extends ChangedCells<Cell>> {
  readonly fold: (records: readonly PlacedEvent<E>[]) => BatchFold<Cell, Changes>
}

export interface ProjectedPartitionOptions<E extends Event, Cell, Changes extends ChangedCells<Cell>> {
  readonly projection: Projection<E, Cell, Changes>
  readonly prefetch: Prefetch<Cell>
  /** Cells kept in memory from batch to batch. */
  readonly cellsMax: number
}

type Records<E> = readonly StoredRecord<E | UndecodableRecord>[]

/** Somebody else has moved the view on: whoever folds from memory would write what is not the fold of the log. */
class CheckpointMoved extends Error {
  readonly code = 'CHECKPOINT_MOVED'
  readonly retriable = true

  constructor(expected: Checkpoint, found: Checkpoint) {
    super(`the view of partition ${expected.partition} is at ${found.nextOffset}, expected at ${expected.nextOffset}`)
    this.name = 'CheckpointMoved'
  }
}

export class ProjectedPartition<E extends Event, Cell, Changes extends ChangedCells<Cell>> {
  readonly #options: ProjectedPartitionOptions<E, Cell, Changes>
  readonly #cells = new CellCache<Cell>()
  #checkpoint: Checkpoint

  constructor(options: ProjectedPartitionOptions<E, Cell, Changes>, checkpoint: Checkpoint) {
    this.#options = options
    this.#checkpoint = checkpoint
  }

  /** Where it stands: behind the last batch taken. */
  get checkpoint(): Checkpoint {
    return this.#checkpoint
  }

  /**
   * Folds the next records, of which there is at least one; when the batch cannot be written, begin with another of these. Throws
   * ClaimWentBack, MISCONFIGURED for what no retry mends, CHECKPOINT_MOVED, or as the view does that is not there.
   */
  async take(records: Records<E>): Promise<ProjectedBatch<Changes>> {
    const expected = this.#checkpoint
    const { events, next } = this.#checked(records)
    const fold = this.#options.projection.fold(events)
    await this.#load(fold.needs)
    const changes = fold.from(this.#read)
    const lastOffset = next.nextOffset - 1
    for (const [key, cell] of changes.cells) this.#cells.set(key, cell, lastOffset)
    this.#cells.evict(next.nextOffset, this.#options.cellsMax)
    this.#checkpoint = next
    return { partition: expected.partition, expected, next, changes }
  }

  #checked(records: Records<E>): { readonly events: readonly PlacedEvent<E>[]; readonly next: Checkpoint } {
    let { claim, claimId, logEpoch } = this.#checkpoint
    let done = { offset: this.#checkpoint.commandOffset, id: this.#checkpoint.commandId }
    const claimOf = createClaimGuard(this.#checkpoint.partition, claim)
    const events = records.map(({ partition, offset, value }): PlacedEvent<E> => {
      if ('undecodable' in value)
        throw new LogError('MISCONFIGURED', `event ${partition}@${offset} cannot be decoded: update this release`, { cause: value.cause })
      claim = claimOf(offset, value)
      // The last one, not the highest: where the commands topic was made anew, offsets begin again.
      done = doneBy(value) ?? done
      const claimed = claimRecordOf(value, offset)
      claimId = claimed?.claimId ?? claimId
      logEpoch = claimed?.logEpoch ?? logEpoch
      return { event: value, position: { partition, offset } }
    })
    const { partition } = this.#checkpoint
    const at = { partition, nextOffset: records.at(-1)!.offset + 1, logEpoch, claim, claimId }
    return { events, next: { ...at, commandOffset: done.offset, commandId: done.id } }
  }

  async #load(needed: Iterable<CellKey>): Promise<void> {
    const expected = this.#checkpoint
    const missing: CellKey[] = []
    for (const key of needed) if (!this.#cells.has(key)) missing.push(key)
    if (missing.length === 0) return
    const { checkpoint, cells } = await this.#options.prefetch(expected.partition, missing)
    if (checkpoint.nextOffset !== expected.nextOffset || checkpoint.claimId !== expected.claimId)
      throw new CheckpointMoved(expected, checkpoint)
    for (const key of missing) this.#cells.admit(key, cells.get(key) ?? null, expected.nextOffset - 1, null)
  }

  readonly #read: ReadCell<Cell> = (key) => {
    const cell = this.#cells.peek(key)
    if (cell === undefined) throw new Error(`a cell was folded that no event said to need: ${key}`)
    return cell ?? undefined
  }
}
