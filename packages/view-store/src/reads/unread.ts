// Unread counts over all sessions of a user.
import type { UnreadEntry } from '@skein/projections'
import type { Queryable } from '../database/database.ts'
import { sessionsFrom, sessionsOfUser, unreadCount, visibleLastOrdinal } from './visible-sessions.ts'

export interface Unread {
  readonly entries: readonly UnreadEntry[]
  readonly total: number
}

/** $1 app, $2 user. */
const unreadSql = (schema: string) => `
    SELECT s.conversation_id, s.read_ordinal, ${visibleLastOrdinal} AS last_ordinal, ${unreadCount} AS unread
    FROM ${sessionsFrom(schema)}
    WHERE ${sessionsOfUser} AND ${unreadCount} > 0
    ORDER BY s.conversation_id`

interface UnreadRow {
  conversation_id: string
  read_ordinal: number
  last_ordinal: number
  unread: number
}

export function createUnread(schema: string): (db: Queryable, appId: string, userId: string) => Promise<Unread> {
  const text = unreadSql(schema)
  return async (db, appId, userId) => {
    const { rows } = await db.query<UnreadRow>(text, [appId, userId], { name: `${schema}-unread` })
    return unreadOf(
      rows.map((row) => ({
        conversationId: row.conversation_id,
        unread: row.unread,
        lastOrdinal: row.last_ordinal,
        readOrdinal: row.read_ordinal,
      })),
    )
  }
}

export const unreadOf = (entries: readonly UnreadEntry[]): Unread => ({
  entries,
  total: entries.reduce((sum, { unread }) => sum + unread, 0),
})
