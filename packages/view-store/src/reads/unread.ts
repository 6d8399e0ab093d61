// Unread counts over all sessions of a user, stretch by stretch: each is right as it stands, whatever happens in others meanwhile.
import type { UnreadEntry } from '@skein/projections'
import type { Queryable } from '../database/database.ts'
import { createFindStretch, defaultStretchSessionsMax, sessionsWithin } from './stretch.ts'
import { sessionsFrom, unreadCount, visibleLastOrdinal } from './visible-sessions.ts'

export interface Unread {
  readonly entries: readonly UnreadEntry[]
  readonly total: number
}

/** $1 app, $2 user, $3 and $4 the stretch. */
const unreadSql = (schema: string) => `
    SELECT s.conversation_id, s.read_ordinal, ${visibleLastOrdinal} AS last_ordinal, ${unreadCount} AS unread
    FROM ${sessionsFrom(schema)}
    WHERE ${sessionsWithin('$3', '$4')} AND ${unreadCount} > 0
    ORDER BY s.conversation_id`

interface UnreadRow {
  conversation_id: string
  read_ordinal: number
  last_ordinal: number
  unread: number
}

const entryOf = (row: UnreadRow): UnreadEntry => ({
  conversationId: row.conversation_id,
  unread: row.unread,
  lastOrdinal: row.last_ordinal,
  readOrdinal: row.read_ordinal,
})

export function createUnread(
  schema: string,
  stretchSessionsMax = defaultStretchSessionsMax,
): (db: Queryable, appId: string, userId: string) => Promise<Unread> {
  const [find, text] = [createFindStretch(schema, stretchSessionsMax), unreadSql(schema)]
  return async (db, appId, userId) => {
    const entries: UnreadEntry[] = []
    for (let after = '', more = true; more; ) {
      const stretch = await find(db, { appId, userId }, after)
      const { rows } = await db.query<UnreadRow>(text, [appId, userId, after, stretch.through], { name: `${schema}-unread` })
      for (const row of rows) entries.push(entryOf(row))
      after = stretch.through
      more = stretch.more
    }
    return unreadOf(entries)
  }
}

export const unreadOf = (entries: readonly UnreadEntry[]): Unread => ({
  entries,
  total: entries.reduce((sum, { unread }) => sum + unread, 0),
})
