// Unread counts by subtraction, over all sessions of a user: no counter is kept anywhere.
import type { UnreadEntry } from '@skein/projections'
import type { Queryable } from '../database/database.ts'
import { sessionsFrom, sessionsOfUser, visibleLastOrdinal } from './visible-sessions.ts'

export interface Unread {
  readonly entries: readonly UnreadEntry[]
  readonly total: number
}

/** $1 app, $2 user. */
const unreadSql = (schema: string) => `
    SELECT s.conversation_id, s.read_ordinal, ${visibleLastOrdinal} AS last_ordinal
    FROM ${sessionsFrom(schema)}
    WHERE ${sessionsOfUser} AND ${visibleLastOrdinal} > s.read_ordinal
    ORDER BY s.conversation_id`

export function createUnread(schema: string): (db: Queryable, appId: string, userId: string) => Promise<Unread> {
  const text = unreadSql(schema)
  return async (db, appId, userId) => {
    const { rows } = await db.query<{ conversation_id: string; read_ordinal: number; last_ordinal: number }>(text, [appId, userId], {
      name: `${schema}-unread`,
    })
    return unreadOf(
      rows.map((row) => ({ conversationId: row.conversation_id, readOrdinal: row.read_ordinal, lastOrdinal: row.last_ordinal })),
    )
  }
}

export function unreadOf(list: readonly { conversationId: string; readOrdinal: number; lastOrdinal: number }[]): Unread {
  const entries = list.map(({ conversationId, readOrdinal, lastOrdinal }) => ({
    conversationId,
    unread: lastOrdinal - readOrdinal,
    lastOrdinal,
    readOrdinal,
  }))
  return { entries, total: entries.reduce((sum, { unread }) => sum + unread, 0) }
}
