// Who shares a conversation with a user, and has not blocked them. Of each of their conversations only as many members are read as fit a page, in the order of the key.
import type { AcquaintancesQuery, ReadViews } from '@skein/projections'
import type { Queryable } from '../database/database.ts'

/** $1 app, $2 user, $3 after this user, $4 rows at most. */
const acquaintancesSql = (schema: string) => `
    SELECT DISTINCT other.user_id
    FROM ${schema}.sessions s
    CROSS JOIN LATERAL (
      SELECT FROM ${schema}.memberships own
      WHERE own.app_id = s.app_id AND own.conversation_id = s.conversation_id AND own.user_id = s.user_id AND own.to_seq = 0 LIMIT 1
    ) own
    CROSS JOIN LATERAL (
      SELECT m.user_id FROM ${schema}.memberships m
      WHERE m.app_id = s.app_id AND m.conversation_id = s.conversation_id AND m.to_seq = 0 AND m.user_id > $3 AND m.user_id <> $2
        AND NOT EXISTS (
          SELECT FROM ${schema}.relations r WHERE r.app_id = m.app_id AND r.user_id = m.user_id AND r.blocked_since > 0 AND r.peer_id = $2
        )
      ORDER BY m.user_id LIMIT $4
    ) other
    WHERE s.app_id = $1 AND s.user_id = $2 AND (s.conversation_id NOT LIKE 'd:%' OR EXISTS (
      SELECT FROM ${schema}.sessions theirs
      WHERE theirs.app_id = s.app_id AND theirs.user_id = other.user_id AND theirs.conversation_id = s.conversation_id
        AND theirs.read_ordinal > 0
    ))
    ORDER BY other.user_id LIMIT $4`

export function createAcquaintances(schema: string) {
  const text = acquaintancesSql(schema)
  return async (db: Queryable, query: AcquaintancesQuery): ReturnType<ReadViews['acquaintances']> => {
    const { appId, userId, afterUserId, limit } = query
    const values = [appId, userId, afterUserId, limit + 1]
    const { rows } = await db.query<{ user_id: string }>(text, values, { name: `${schema}-acquaintances` })
    return { userIds: rows.slice(0, limit).map(({ user_id }) => user_id), more: rows.length > limit }
  }
}
