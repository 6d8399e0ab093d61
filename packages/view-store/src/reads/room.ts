// What a live room is, and how one who follows it or speaks in it stands to it. Whoever knows its id may: following needs no membership.
import type { ReadViews, RoomFacts } from '@skein/projections'
import { arrayLiteral } from '../database/array-literal.ts'
import type { Queryable } from '../database/database.ts'

/** $1 app, $2 conversation, $3 reader. Their newest stay, whether it lasts or not: a mute outlives it. No row: no such group, or one as every new group, or they were banned. */
const roomSql = (schema: string) => `
    SELECT c.name, g.settings, g.dismissed_at, coalesce(m.role, '') AS role, coalesce(m.muted_until, 0) AS muted_until
    FROM ${schema}.groups g
    CROSS JOIN LATERAL (SELECT name FROM ${schema}.conversations c WHERE c.app_id = $1 AND c.conversation_id = $2 OFFSET 0) c
    LEFT JOIN LATERAL (
      SELECT role, muted_until FROM ${schema}.memberships m
      WHERE m.app_id = $1 AND m.conversation_id = $2 AND m.user_id = $3
      ORDER BY from_seq DESC LIMIT 1
    ) m ON true
    WHERE g.app_id = $1 AND g.conversation_id = $2 AND NOT EXISTS (
      SELECT FROM ${schema}.bans b WHERE b.app_id = $1 AND b.conversation_id = $2 AND b.user_id = $3 AND b.banned_at > 0
    )`

/** $1 app, $2 conversation, $3 users. */
const bannedSql = (schema: string) => `
    SELECT user_id FROM ${schema}.bans WHERE app_id = $1 AND conversation_id = $2 AND user_id = ANY ($3) AND banned_at > 0`

interface RoomRow {
  name: string
  settings: string
  dismissed_at: number
  role: string
  muted_until: number
}

type Setting = RoomFacts['settings'][number]

export function createRoom(schema: string) {
  const [text, bannedText] = [roomSql(schema), bannedSql(schema)]
  return {
    async room(db: Queryable, { appId, userId, conversationId }: Parameters<ReadViews['room']>[0]): Promise<RoomFacts | null> {
      const { rows } = await db.query<RoomRow>(text, [appId, conversationId, userId], { name: `${schema}-room` })
      const [row] = rows
      const settings: readonly Setting[] = row === undefined ? [] : JSON.parse(row.settings)
      if (row === undefined || !settings.some(({ name, value }) => name === 'type' && value === 'room')) return null
      return { name: row.name, settings, dismissedAtMs: row.dismissed_at, role: row.role, mutedUntilMs: row.muted_until }
    },

    async bannedAmong(
      db: Queryable,
      { appId, conversationId, among }: Parameters<ReadViews['bannedAmong']>[0],
    ): Promise<readonly string[]> {
      const { rows } = await db.query<{ user_id: string }>(bannedText, [appId, conversationId, arrayLiteral('text', among)], {
        name: `${schema}-banned-among`,
      })
      return rows.map(({ user_id }) => user_id)
    },
  }
}
