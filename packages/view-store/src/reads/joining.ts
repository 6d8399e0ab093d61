// Ways into groups as those concerned are shown them: one's own invitations, and to owner and admins the links of their group. An invitation says
// what the group is called to nobody but the invited, and to them no more once they are banned, in, or have answered, or once the group was
// dismissed.
import type { InvitationsQuery, JoinLinksQuery } from '@skein/projections'
import type { Queryable } from '../database/database.ts'

/** $1 app, $2 user, $3 after this conversation, $4 rows at most, $5 now. */
const invitationsSql = (schema: string) => `
    SELECT i.conversation_id, c.name, i.invited_by, i.greeting, i.invited_at, i.expires_at
    FROM ${schema}.invitations i
    CROSS JOIN LATERAL (
      SELECT c.name FROM ${schema}.conversations c WHERE c.app_id = i.app_id AND c.conversation_id = i.conversation_id OFFSET 0
    ) c
    WHERE i.app_id = $1 AND i.user_id = $2 AND i.answered_at = 0 AND i.conversation_id > $3
      AND (i.expires_at = 0 OR i.expires_at > $5)
      AND NOT EXISTS (
        SELECT FROM ${schema}.bans b
        WHERE b.app_id = $1 AND b.conversation_id = i.conversation_id AND b.user_id = $2 AND b.banned_at > 0
      )
      AND NOT EXISTS (
        SELECT FROM ${schema}.memberships m
        WHERE m.app_id = $1 AND m.conversation_id = i.conversation_id AND m.user_id = $2 AND m.to_seq = 0
      )
      AND NOT EXISTS (
        SELECT FROM ${schema}.groups g WHERE g.app_id = $1 AND g.conversation_id = i.conversation_id AND g.dismissed_at > 0
      )
    ORDER BY i.conversation_id LIMIT $4`

/** $1 app, $2 conversation, $3 reader, $4 after this link, $5 rows at most. No row: the reader is not a member now. */
const joinLinksSql = (schema: string) => `
    SELECT reader.role, link.*
    FROM (
      SELECT role FROM ${schema}.memberships WHERE app_id = $1 AND conversation_id = $2 AND user_id = $3 AND to_seq = 0 LIMIT 1
    ) reader
    LEFT JOIN LATERAL (
      SELECT l.link_id, l.made_by, l.made_at, l.expires_at, l.uses_max, l.uses FROM ${schema}.join_links l
      WHERE l.app_id = $1 AND l.conversation_id = $2 AND l.revoked_at = 0 AND l.link_id > $4 AND reader.role IN ('owner', 'admin')
      ORDER BY l.link_id LIMIT $5
    ) link ON true
    ORDER BY link.link_id`

interface InvitationRow {
  conversation_id: string
  name: string
  invited_by: string
  greeting: string
  invited_at: number
  expires_at: number
}

interface JoinLinkRow {
  role: string
  link_id: string | null
  made_by: string
  made_at: number
  expires_at: number
  uses_max: number
  uses: number
}

const invitationOf = (row: InvitationRow) => ({
  conversationId: row.conversation_id,
  groupName: row.name,
  invitedBy: row.invited_by,
  greeting: row.greeting,
  invitedAtMs: row.invited_at,
  expiresAtMs: row.expires_at,
})

export function createJoining(schema: string) {
  const statements = { invitations: invitationsSql(schema), joinLinks: joinLinksSql(schema) }
  return {
    async invitations(db: Queryable, { appId, userId, afterConversationId, limit, nowMs }: InvitationsQuery) {
      const values = [appId, userId, afterConversationId, limit + 1, nowMs]
      const { rows } = await db.query<InvitationRow>(statements.invitations, values, { name: `${schema}-invitations` })
      return { invitations: rows.slice(0, limit).map(invitationOf), more: rows.length > limit }
    },
    async joinLinks(db: Queryable, { appId, userId, conversationId, afterLinkId, limit }: JoinLinksQuery) {
      const values = [appId, conversationId, userId, afterLinkId, limit + 1]
      const { rows } = await db.query<JoinLinkRow>(statements.joinLinks, values, { name: `${schema}-join-links` })
      const role = rows[0]?.role
      if (role === undefined) return 'NOT_A_MEMBER' as const
      if (role !== 'owner' && role !== 'admin') return 'FORBIDDEN' as const
      const links = rows.flatMap(({ link_id: linkId, made_by: madeBy, made_at, expires_at, uses_max: usesMax, uses }) =>
        linkId === null ? [] : [{ linkId, madeBy, madeAtMs: made_at, expiresAtMs: expires_at, usesMax, uses }],
      )
      return { links: links.slice(0, limit), more: links.length > limit }
    },
  }
}
