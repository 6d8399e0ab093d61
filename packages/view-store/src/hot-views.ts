// The port of the hot views: heads, users' entries and the last items of active conversations, kept where they are read
// fastest. They follow the views of the database, may vanish at any moment, and say how far they have come, so that
// whoever finds them missing or behind goes to the database or makes them again.
import { wire } from '@skein/contracts'
import { type Change, coalesce, type HistoryQuery, itemOfMessage } from '@skein/projections'
import type { HistoryPage } from './history.ts'
import type { HotSource } from './hot-source.ts'
import type { Unread } from './unread.ts'

/** How far the hot views of a partition have come. */
export interface Applied {
  readonly logEpoch: string
  /** Offset of the first event not yet in. */
  readonly nextOffset: number
}

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

export type HotEntry =
  | { readonly kind: 'head'; readonly appId: string; readonly conversationId: string; readonly head: HotHead }
  | {
      readonly kind: 'session'
      readonly appId: string
      readonly conversationId: string
      readonly userId: string
      readonly session: HotSession
    }
  | { readonly kind: 'items'; readonly appId: string; readonly conversationId: string; readonly items: readonly HotItem[] }

export interface HotHead {
  readonly lastSeq: number
  readonly lastOrdinal: number
}

/** A user's entry for a conversation: the read marker and the newest stay. */
export interface HotSession {
  readonly readOrdinal: number
  readonly fromSeq: number
  readonly toSeq: number
  readonly toOrdinal: number
}

/** An item as it goes to clients. */
export interface HotItem {
  readonly seq: number
  readonly occurredAt: number
  readonly bytes: Uint8Array
}

export interface HotViews {
  /** Applies a batch and moves the position together, only when the position is `from` of the same log. */
  apply(partition: number, range: AppliedRange, changes: readonly Change[]): Promise<ApplyOutcome>
  /** Positions in the order asked; null where there is nothing; 'unavailable' when the store does not answer. */
  applied(partitions: readonly number[]): Promise<readonly (Applied | null)[] | 'unavailable'>
  /**
   * Makes a partition's hot views again from the database. What was applied meanwhile is kept, unless `force` says that
   * the present state is wrong; then the next apply finds itself ahead and is answered 'behind'. Resolves to the position afterwards.
   */
  heal(partition: number, source: HotSource, options?: { readonly force?: boolean }): Promise<Applied>
  /** Null: not known here, ask the database. Never rejects. */
  unread(appId: string, userId: string): Promise<HotAnswer<Unread> | null>
  history(query: HistoryQuery): Promise<HotAnswer<HistoryPage> | null>
  /** Everything held of a partition, for comparison. */
  dump(partition: number): AsyncIterable<HotEntry>
  close(): Promise<void>
}

export interface HotLimits {
  /** Last items kept of a conversation. */
  readonly itemsPerConversation: number
  /** Items are kept this long after a conversation's last one. */
  readonly itemAgeMs: number
  /** A larger item is left to the database, and with it all that came before it. */
  readonly itemBytesMax: number
}

export const defaultHotLimits: HotLimits = { itemsPerConversation: 50, itemAgeMs: 3 * 24 * 3_600_000, itemBytesMax: 16_384 }

/** What a batch does to the hot views, in the order to do it. */
export type HotOperation =
  | { readonly op: 'head'; readonly conversation: string; readonly lastSeq: number; readonly lastOrdinal: number | null }
  | { readonly op: 'end'; readonly user: string; readonly conversationId: string; readonly toSeq: number; readonly toOrdinal: number }
  | {
      readonly op: 'stay'
      readonly user: string
      readonly conversationId: string
      readonly fromSeq: number
      readonly toSeq: number
      readonly toOrdinal: number
    }
  | { readonly op: 'read'; readonly user: string; readonly conversationId: string; readonly readOrdinal: number }
  | { readonly op: 'item'; readonly conversation: string; readonly item: HotItem }
  /** An item that is too large or too old to keep: what is kept of the conversation would have a hole. */
  | { readonly op: 'drop-items'; readonly conversation: string }

/** Ids hold no `|`. */
export const hotKey = (appId: string, id: string): string => `${appId}|${id}`

export function parseHotKey(key: string): { readonly appId: string; readonly id: string } {
  const bar = key.indexOf('|')
  return { appId: key.slice(0, bar), id: key.slice(bar + 1) }
}

export function hotOperations(changes: readonly Change[], limits: HotLimits, now: number): HotOperation[] {
  const set = coalesce(changes)
  const operations: HotOperation[] = []
  for (const { appId, conversationId, lastSeq, lastOrdinal } of set.conversations) {
    operations.push({ op: 'head', conversation: hotKey(appId, conversationId), lastSeq, lastOrdinal })
  }
  for (const { appId, userId, conversationId, end } of set.amendments) {
    if (end) operations.push({ op: 'end', user: hotKey(appId, userId), conversationId, toSeq: end.toSeq, toOrdinal: end.toOrdinal })
  }
  for (const { appId, userId, conversationId, fromSeq, end } of set.stays) {
    const user = hotKey(appId, userId)
    operations.push({ op: 'stay', user, conversationId, fromSeq, toSeq: end?.toSeq ?? 0, toOrdinal: end?.toOrdinal ?? 0 })
  }
  for (const { appId, userId, conversationId, readOrdinal } of set.sessions) {
    operations.push({ op: 'read', user: hotKey(appId, userId), conversationId, readOrdinal })
  }
  for (const row of set.messages) {
    const conversation = hotKey(row.appId, row.conversationId)
    const item = { seq: row.seq, occurredAt: row.occurredAt, bytes: encodeHotItem(row) }
    const keep = item.bytes.length <= limits.itemBytesMax && item.occurredAt + limits.itemAgeMs > now
    operations.push(keep ? { op: 'item', conversation, item } : { op: 'drop-items', conversation })
  }
  return operations
}

export const encodeHotItem = (row: Parameters<typeof itemOfMessage>[0]): Uint8Array =>
  wire.ConversationItem.encode(itemOfMessage(row)).finish()

export function hotItemOf(bytes: Uint8Array): HotItem {
  const { seq, occurredAtMs } = wire.ConversationItem.decode(bytes)
  return { seq, occurredAt: occurredAtMs, bytes }
}
