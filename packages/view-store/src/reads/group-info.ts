// What a group is set to, for those who are in it now, whether it was dismissed or not.
import type { GroupInfo } from '@skein/projections'
import type { Queryable } from '../database/database.ts'

/** $1 app, $2 conversation, $3 reader. No row: the reader is not a member now. */
const groupInfoSql = (schema: string) => `
    SELECT c.name, c.owner_id, c.creator_id, c.member_count, c.last_seq, g.settings, g.dismissed_at
    FROM (
      SELECT FROM ${schema}.memberships WHERE app_id = $1 AND conversation_id = $2 AND user_id = $3 AND to_seq = 0 LIMIT 1
    ) reader
    CROSS JOIN LATERAL (SELECT * FROM ${schema}.conversations c WHERE c.app_id = $1 AND c.conversation_id = $2 OFFSET 0) c
    LEFT JOIN LATERAL (SELECT * FROM ${schema}.groups g WHERE g.app_id = $1 AND g.conversation_id = $2 OFFSET 0) g ON true`

interface GroupRow {
  name: string
  owner_id: string
  creator_id: string
  member_count: number
  last_seq: number
  settings: string | null
  dismissed_at: number | null
}

export function createGroupInfo(schema: string) {
  const text = groupInfoSql(schema)
  return async (
    db: Queryable,
    { appId, userId, conversationId }: { readonly appId: string; readonly userId: string; readonly conversationId: string },
  ): Promise<GroupInfo | 'NOT_A_MEMBER'> => {
    const { rows } = await db.query<GroupRow>(text, [appId, conversationId, userId], { name: `${schema}-group-info` })
    const [row] = rows
    if (!row) return 'NOT_A_MEMBER'
    return {
      name: row.name,
      ownerId: row.owner_id,
      creatorId: row.creator_id,
      memberCount: row.member_count,
      settings: JSON.parse(row.settings ?? '[]'),
      dismissedAtMs: row.dismissed_at ?? 0,
      viewSeq: row.last_seq,
    }
  }
}
