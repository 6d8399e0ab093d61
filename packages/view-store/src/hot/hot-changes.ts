// What a batch changes in the hot views: whole values under their keys, each once, and items in the order of their seqs. Nothing depends
// on what stands there, so that doing it again, or from values that are newer, comes to the same.
import type { ItemRow, ViewCell } from '@skein/projections'
import { everybodysEntry, type HotHead, type HotItem, type HotSession, hotKey } from './hot-entry.ts'

export interface HotChanges {
  /** By the hot key of the conversation. */
  readonly heads: readonly { readonly conversation: string; readonly head: HotHead }[]
  /** By the hot key of the user, and the conversation's id. */
  readonly sessions: readonly { readonly user: string; readonly conversationId: string; readonly session: HotSession }[]
  /** By the hot key of the user: a conversation in which they deleted something for themselves. */
  readonly hidden: readonly { readonly user: string; readonly conversationId: string }[]
  /** By the hot key of the conversation. */
  readonly items: readonly { readonly conversation: string; readonly item: HotItem }[]
}

/** An item that an event amends comes before the one that the event makes, whatever the order in which the batch changed them. */
export function hotChangesOf(cells: ReadonlyMap<string, ViewCell>, items: readonly ItemRow[]): HotChanges {
  const heads: { conversation: string; head: HotHead }[] = []
  const sessions: { user: string; conversationId: string; session: HotSession }[] = []
  const hidden: { user: string; conversationId: string }[] = []
  for (const [key, cell] of cells) {
    if (cell.kind === 'conversation') {
      const conversation = key.slice(key.indexOf('|') + 1)
      heads.push({ conversation, head: { lastSeq: cell.lastSeq, lastOrdinal: cell.lastOrdinal, lastUncounted: cell.lastUncounted } })
    } else if (cell.kind === 'member') {
      const [, appId = '', conversationId = '', userId = ''] = key.split('|')
      const { readOrdinal, seesFrom: fromSeq, toSeq, toOrdinal } = cell
      sessions.push({ user: hotKey(appId, userId), conversationId, session: { readOrdinal, fromSeq, toSeq, toOrdinal } })
    } else if (cell.kind === 'reader') {
      const [, appId = '', conversationId = '', userId = ''] = key.split('|')
      sessions.push({ user: hotKey(appId, userId), conversationId, session: everybodysEntry(cell.readOrdinal) })
    } else if (cell.kind === 'hidden') {
      const [, appId = '', userId = '', conversationId = ''] = key.split('|')
      hidden.push({ user: hotKey(appId, userId), conversationId })
    }
  }
  return {
    heads,
    sessions,
    hidden,
    items: items
      .toSorted((a, b) => a.seq - b.seq)
      .map(({ app_id, conversation_id, seq, item }) => ({ conversation: hotKey(app_id, conversation_id), item: { seq, bytes: item } })),
  }
}

export const countOf = ({ heads, sessions, hidden, items }: HotChanges): number =>
  heads.length + sessions.length + hidden.length + items.length
