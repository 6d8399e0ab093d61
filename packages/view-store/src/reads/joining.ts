// Ways into groups as those concerned are shown them: one's own invitations, and to owner and admins the links of their group. An invitation says
// what the group is called to nobody but the invited, and to them no more once they are banned, in, or have answered, or once the group was
// dismissed.
import type { InvitationsQuery, JoinLinksQuery } from '@skein/projections'
import type { Queryable } from '../database/database.ts'
import { type FittingRow, fittingRows, pageOf } from './fitting.ts'
import { type InvitationRow, invitationBytes, invitationColumns, invitationOf, overtaking, waits } from './ways-in.ts'

/** $1 app, $2 user, $3 after this conversation, $4 rows at most, $5 now, $6 bytes at most. */
const invitationsSql = (schema: string) => `
    SELECT * FROM (${fittingRows(
      `
      SELECT ${invitationColumns}, ${invitationBytes} AS bytes FROM ${schema}.invitations w ${overtaking(schema)}
      WHERE w.app_id = $1 AND w.user_id = $2 AND w.conversation_id > $3 AND (w.expires_at = 0 OR w.expires_at > $5) AND ${waits}
      ORDER BY w.conversation_id LIMIT $4`,
      'conversation_id',
      '$6',
    )}) fitting
    ORDER BY conversation_id`

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

interface JoinLinkRow {
  role: string
  link_id: string | null
  made_by: string
  made_at: number
  expires_at: number
  uses_max: number
  uses: number
}

export function createJoining(schema: string, textBytesMax: number) {
  const statements = { invitations: invitationsSql(schema), joinLinks: joinLinksSql(schema) }
  return {
    async invitations(db: Queryable, { appId, userId, afterConversationId, limit, nowMs }: InvitationsQuery) {
      const values = [appId, userId, afterConversationId, limit + 1, nowMs, textBytesMax]
      const { rows } = await db.query<InvitationRow & FittingRow>(statements.invitations, values, { name: `${schema}-invitations` })
      const { page, more } = pageOf(rows, limit)
      return { invitations: page.map(invitationOf), more }
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
