// The port of the hot views: heads, users' entries and the last items of conversations that were read lately, kept where they are read
// fastest. They follow the views of the database, may vanish at any moment, and say how far they have come, so that
// whoever finds them missing or behind goes to the database or makes them again.
import type { HistoryPage, HistoryQuery } from '@skein/projections'
import type { Unread } from '../reads/unread.ts'
import type { HotChanges } from './hot-changes.ts'
import type { Applied, HotEntry } from './hot-entry.ts'
import type { HotSource } from './hot-source.ts'
import type { Conversation } from './kept-items.ts'

export interface AppliedRange {
  readonly logEpoch: string
  readonly from: number
  readonly to: number
}

export type ApplyOutcome =
  /** In, now or already before. */
  | { readonly outcome: 'applied' }
  /** Nothing was changed: apply from `applied` on, or heal when it is null or of another log. */
  | { readonly outcome: 'behind'; readonly applied: Applied | null }
  /** The store did not answer in time: it may or may not be in. Go on, and find out with the next batch. */
  | { readonly outcome: 'unavailable' }

/** What is read, with the positions it was read at, by partition. */
export interface HotAnswer<T> {
  readonly value: T
  readonly applied: ReadonlyMap<number, Applied>
}

/** A conversation that no items are kept of, because nobody read it lately: a page was asked for that they would tell. */
export interface ColdConversation extends Conversation {
  /** The hot views it was found cold in: those that are made again are others. */
  readonly generation: string
}

export interface HotViews {
  /** Applies a batch and moves the position together, only when the position is `from` of the same log. */
  apply(partition: number, range: AppliedRange, changes: HotChanges): Promise<ApplyOutcome>
  /** Positions in the order asked; null where there is nothing; 'unavailable' when the store does not answer. */
  applied(partitions: readonly number[]): Promise<readonly (Applied | null)[] | 'unavailable'>
  /**
   * Makes a partition's hot views again from the database; items are kept of what is read from then on. What was applied meanwhile is
   * kept, unless `force` says that the present state is wrong; then the next apply finds itself ahead and is answered 'behind'. Resolves
   * to the position afterwards.
   */
  heal(partition: number, source: HotSource, options?: { readonly force?: boolean }): Promise<Applied>
  /** Null: not known here, ask the database. Never rejects. */
  unread(appId: string, userId: string): Promise<HotAnswer<Unread> | null>
  /** Of the items as many as fit into `bytesMax`, at least one. What is asked for here counts as read. */
  history(query: HistoryQuery, bytesMax: number): Promise<HotAnswer<HistoryPage> | ColdConversation | null>
  /** Keeps the items of a conversation, but not where anything was written in it since the database had them. */
  warm(found: ColdConversation, source: HotSource): Promise<void>
  /** Everything held of a partition, for comparison. */
  dump(partition: number): AsyncIterable<HotEntry>
  close(): Promise<void>
}
