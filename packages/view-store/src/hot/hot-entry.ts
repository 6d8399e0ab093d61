// What the hot views hold: heads of conversations, users' entries and the last items of conversations that were read lately, each a value
// under a key.

/** How far the hot views of a partition have come. */
export interface Applied {
  readonly logEpoch: string
  /** Offset of the first event not yet in. */
  readonly nextOffset: number
}

/** Whether hot views have come further than a position of the database, which has everything before them. */
export const isAhead = (applied: Applied | null, { logEpoch, nextOffset }: Applied): boolean =>
  applied !== null && applied.logEpoch === logEpoch && applied.nextOffset > nextOffset

export const lostTold = 'hot views were missing or behind and have been made again'
export const aheadTold = 'hot views were ahead of the views and have been made again'

export interface HotHead {
  readonly lastSeq: number
  readonly lastOrdinal: number
  /** Highest ordinal of a message taken away: what is unread before it, the database counts. */
  readonly lastUncounted: number
}

/** A user's entry for a conversation: the read marker, and what may be read in the newest stay. */
export interface HotSession {
  readonly readOrdinal: number
  readonly fromSeq: number
  readonly toSeq: number
  readonly toOrdinal: number
}

/** Of the broadcasts of an app, in which everybody is from the first item on; whoever has read nothing has none that is kept. */
export const everybodysEntry = (readOrdinal: number): HotSession => ({ readOrdinal, fromSeq: 1, toSeq: 0, toOrdinal: 0 })

/** An item as it goes to clients. */
export interface HotItem {
  readonly seq: number
  readonly bytes: Uint8Array
}

/** What is held of everybody and every conversation. */
export type HotRow =
  | { readonly kind: 'head'; readonly appId: string; readonly conversationId: string; readonly head: HotHead }
  | {
      readonly kind: 'session'
      readonly appId: string
      readonly conversationId: string
      readonly userId: string
      readonly session: HotSession
    }
  /** Conversations in which a user has deleted something for themselves: what is shown of these, the database knows. */
  | { readonly kind: 'hidden'; readonly appId: string; readonly userId: string; readonly conversationIds: readonly string[] }

export interface HotItems {
  readonly kind: 'items'
  readonly appId: string
  readonly conversationId: string
  readonly items: readonly HotItem[]
}

export type HotEntry = HotRow | HotItems

export interface HotLimits {
  /** Last items kept of a conversation. */
  readonly itemsPerConversation: number
  /** They are kept until nobody has asked for a page of the conversation for so long. */
  readonly readWithinMs: number
  /** A larger item is left to the database, and with it all that came before it. */
  readonly itemBytesMax: number
}

export const defaultHotLimits: HotLimits = { itemsPerConversation: 50, readWithinMs: 15 * 60_000, itemBytesMax: 16_384 }

/** Whether an item is kept: where one is not, new or amended, what is kept of its conversation begins behind it. */
export const isKept = ({ bytes }: HotItem, { itemBytesMax }: HotLimits): boolean => bytes.length <= itemBytesMax

/** Ids hold no `|`. */
export const hotKey = (appId: string, id: string): string => `${appId}|${id}`

export function parseHotKey(key: string): { readonly appId: string; readonly id: string } {
  const bar = key.indexOf('|')
  return { appId: key.slice(0, bar), id: key.slice(bar + 1) }
}
