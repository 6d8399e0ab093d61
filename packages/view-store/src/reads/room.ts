// What a live room is, and how one who follows it or speaks in it stands to it. Whoever knows its id may: following needs no membership.
import type { RoomFacts } from '@skein/projections'
import type { Queryable } from '../database/database.ts'

/** $1 app, $2 conversation, $3 reader. Their newest stay, whether it lasts or not: a mute outlives it. No row: no such group, or one as every new group. */
const roomSql = (schema: string) => `
    SELECT c.name, g.settings, g.dismissed_at, coalesce(m.role, '') AS role, coalesce(m.muted_until, 0) AS muted_until
    FROM ${schema}.groups g
    CROSS JOIN LATERAL (SELECT name FROM ${schema}.conversations c WHERE c.app_id = $1 AND c.conversation_id = $2 OFFSET 0) c
    LEFT JOIN LATERAL (
      SELECT role, muted_until FROM ${schema}.memberships m
      WHERE m.app_id = $1 AND m.conversation_id = $2 AND m.user_id = $3
      ORDER BY from_seq DESC LIMIT 1
    ) m ON true
    WHERE g.app_id = $1 AND g.conversation_id = $2`

interface RoomRow {
  name: string
  settings: string
  dismissed_at: number
  role: string
  muted_until: number
}

type Setting = RoomFacts['settings'][number]

export function createRoom(schema: string) {
  const text = roomSql(schema)
  return async (
    db: Queryable,
    { appId, userId, conversationId }: { readonly appId: string; readonly userId: string; readonly conversationId: string },
  ): Promise<RoomFacts | null> => {
    const { rows } = await db.query<RoomRow>(text, [appId, conversationId, userId], { name: `${schema}-room` })
    const [row] = rows
    const settings: readonly Setting[] = row === undefined ? [] : JSON.parse(row.settings)
    if (row === undefined || !settings.some(({ name, value }) => name === 'type' && value === 'room')) return null
    return { name: row.name, settings, dismissedAtMs: row.dismissed_at, role: row.role, mutedUntilMs: row.muted_until }
  }
}
