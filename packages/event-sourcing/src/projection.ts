// The vocabulary of views: a projection turns events into changes as data; a view store applies a batch of changes and
// moves the checkpoint in one transaction. A checkpoint says: every event before nextOffset is in the view.

export interface Checkpoint {
  readonly partition: number
  /** Offset of the first event not yet in the view. */
  readonly nextOffset: number
  /** Identity of the log the view was built from; empty when the view has seen nothing of this partition. */
  readonly logEpoch: string
  /** The newest claim seen: the last event in the view was written under it. A lower one later means a fenced writer got through. */
  readonly claim: number
  /** Id of that claim: it says which event it is that stands before nextOffset. */
  readonly claimId: string
  /** Offset of the last command whose outcome the view contains; -1 for none. */
  readonly commandOffset: number
  /** Which command that is; empty for one that could not be decoded. */
  readonly commandId: string
}

/** The checkpoint of a partition that the view has seen nothing of. */
export const emptyCheckpoint = (partition: number): Checkpoint => ({
  partition,
  nextOffset: 0,
  logEpoch: '',
  claim: -1,
  claimId: '',
  commandOffset: -1,
  commandId: '',
})

/** Where an event stands in the log; every row a projection writes carries it. */
export interface Position {
  readonly partition: number
  readonly offset: number
}

/** Cells and the checkpoint at which they were read, from one statement on the primary. */
export interface Prefetched<Cell> {
  readonly checkpoint: Checkpoint
  readonly cells: ReadonlyMap<string, Cell>
}

/** Reads cells that are not in memory. Rejects when the store cannot answer within its time limit. */
export type Prefetch<Cell> = (partition: number, keys: readonly string[]) => Promise<Prefetched<Cell>>

/** What a run of a partition's events changes in the view. */
export interface ProjectedBatch<Changes> {
  readonly partition: number
  /** The checkpoint that this batch continues. */
  readonly expected: Checkpoint
  /** The checkpoint once this batch is in. */
  readonly next: Checkpoint
  readonly changes: Changes
}

export interface ProjectorStore<Changes> {
  /** One transaction. Rejects with code CHECKPOINT_MOVED, and writes nothing, when a partition is not where its batch expects it. */
  apply(batches: readonly ProjectedBatch<Changes>[]): Promise<void>
  /** In the order asked; empty for what was never seen. */
  readCheckpoints(partitions: readonly number[]): Promise<readonly Checkpoint[]>
}
