// What a user has in conversations: those that they joined, of which there are rows, and the broadcasts of their app, in which everybody is from
// the first item on and of which there is none before they have read something. Whatever was broadcast before they registered is read, and there
// to be looked up.

/** Of the broadcasts of an app, as a parameter or a column names it. */
export const broadcastsOf = (app: string): string => `'b:'::text || ${app}`

/**
 * Stays of a user of the app in a conversation, from where each may be read. One that shows the conversation from its start holds all before it,
 * which are left out: no two that are told overlap, so that nothing in them is found twice. For a FROM list; who asks is known to be a user of
 * the app.
 */
export const staysOf = (
  schema: string,
  { app, conversation, user }: Readonly<Record<'app' | 'conversation' | 'user', string>>,
): string => `(
      SELECT joined.role, joined.sees_from AS from_seq, joined.to_seq, joined.to_ordinal, joined.ended_at, joined.muted_until, joined."offset" FROM ${schema}.memberships joined
      WHERE joined.app_id = ${app} AND joined.conversation_id = ${conversation} AND joined.user_id = ${user}
        AND joined.from_seq >= coalesce((
          SELECT max(whole.from_seq) FROM ${schema}.memberships whole
          WHERE whole.app_id = ${app} AND whole.conversation_id = ${conversation} AND whole.user_id = ${user}
            AND whole.sees_from < whole.from_seq
        ), 0)
      UNION ALL SELECT '', 1, 0, 0, 0, 0, 0 WHERE ${conversation} = ${broadcastsOf(app)}
    )`

/**
 * Read markers of users in conversations. `known_partition` and `known_offset` are where a user of broadcasts became known, as only from then on they
 * have an entry there; -1 for other conversations. For a FROM list, with the app and the user given by who uses it.
 */
export const entriesOf = (schema: string): string => `(
      SELECT own.app_id, own.user_id, own.conversation_id, own.read_ordinal, own.partition, own."offset",
        -1 AS known_partition, -1::bigint AS known_offset
      FROM ${schema}.sessions own WHERE own.conversation_id NOT LIKE 'b:%'
      UNION ALL
      SELECT u.app_id, u.user_id, ${broadcastsOf('u.app_id')}, greatest(marker.read_ordinal, before.ordinal, 0), 0, coalesce(marker."offset", 0),
        u.partition, u."offset"
      FROM ${schema}.users u
      LEFT JOIN ${schema}.sessions marker
        ON marker.app_id = u.app_id AND marker.user_id = u.user_id AND marker.conversation_id = ${broadcastsOf('u.app_id')}
      LEFT JOIN LATERAL (
        SELECT i.ordinal FROM ${schema}.items i
        WHERE i.app_id = u.app_id AND i.conversation_id = ${broadcastsOf('u.app_id')} AND i.conversation_id LIKE 'b:%'
          AND i.occurred_at < u.registered_at
        ORDER BY i.occurred_at DESC, i.seq DESC LIMIT 1
      ) before ON true
    )`
