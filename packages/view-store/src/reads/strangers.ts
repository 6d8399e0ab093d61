// Whom a user puts into a group without being known to them. One knows one's friends, and those with whom one shares a conversation in which
// one has read or written something since one came: beyond the place that was read when the stay began.
import type { ReadViews, StrangersQuery } from '@skein/projections'
import { arrayLiteral } from '../database/array-literal.ts'
import type { Queryable } from '../database/database.ts'

/** $1 app, $2 user, $3 those who are asked about. */
const strangersSql = (schema: string) => `
    SELECT named.user_id FROM unnest($3::text[]) AS named (user_id)
    WHERE NOT EXISTS (
      SELECT FROM ${schema}.sessions own
      JOIN ${schema}.memberships here
        ON here.app_id = own.app_id AND here.conversation_id = own.conversation_id AND here.user_id = own.user_id AND here.to_seq = 0
      JOIN ${schema}.memberships stay
        ON stay.app_id = own.app_id AND stay.conversation_id = own.conversation_id AND stay.user_id = named.user_id AND stay.to_seq = 0
      JOIN ${schema}.sessions theirs
        ON theirs.app_id = own.app_id AND theirs.conversation_id = own.conversation_id AND theirs.user_id = named.user_id
      LEFT JOIN ${schema}.items began
        ON began.app_id = own.app_id AND began.conversation_id = own.conversation_id AND began.seq = stay.from_seq
          AND own.conversation_id NOT LIKE 'd:%'
      WHERE own.app_id = $1 AND own.user_id = $2 AND theirs.read_ordinal > coalesce(began.ordinal, 0)
    ) AND NOT EXISTS (
      SELECT FROM ${schema}.relations r
      WHERE r.app_id = $1 AND r.user_id = named.user_id AND r.peer_id = $2 AND r.friends_since > 0
    )
    ORDER BY named.user_id`

export function createStrangers(schema: string) {
  const text = strangersSql(schema)
  return async (db: Queryable, { appId, userId, among }: StrangersQuery): ReturnType<ReadViews['strangers']> => {
    const { rows } = await db.query<{ user_id: string }>(text, [appId, userId, arrayLiteral('text', among)], {
      name: `${schema}-strangers`,
    })
    return rows.map(({ user_id }) => user_id)
  }
}
