// Who belongs to a conversation now, for those who do themselves: in pages, of all or of one role, and which of some users. Whoever went
// costs a page nothing: those who are in a group have a role, and stand in indexes of their own.
import { parseConversationId } from '@skein/contracts'
import type { AreMembersQuery, Member, MembersQuery, ReadViews } from '@skein/projections'
import { arrayLiteral } from '../database/array-literal.ts'
import type { Queryable } from '../database/database.ts'

/** $1 app, $2 conversation, $3 reader. No row where the reader is not in. */
const reader = (schema: string) => `(
      SELECT c.last_seq AS view_seq FROM (
        SELECT m.to_seq FROM ${schema}.memberships m
        WHERE m.app_id = $1 AND m.conversation_id = $2 AND m.user_id = $3 ORDER BY m.from_seq DESC LIMIT 1
      ) newest
      CROSS JOIN LATERAL (SELECT c.last_seq FROM ${schema}.conversations c WHERE c.app_id = $1 AND c.conversation_id = $2 OFFSET 0) c
      WHERE newest.to_seq = 0
    ) reader`

/** What those who are in now have in common. */
const present = { direct: 'm.to_seq = 0', group: `m.role <> ''`, role: `m.role <> '' AND m.role = $6` }

/** Besides those of `reader`: $4 after this user, $5 rows at most, $6 the role where one is asked for. */
const membersSql = (schema: string, among: string) => `
    SELECT reader.view_seq, member.* FROM ${reader(schema)}
    LEFT JOIN LATERAL (
      SELECT m.user_id, m.role, m.nickname, m.muted_until FROM ${schema}.memberships m
      WHERE m.app_id = $1 AND m.conversation_id = $2 AND ${among} AND m.user_id > $4
      ORDER BY m.user_id LIMIT $5
    ) member ON true
    ORDER BY member.user_id`

/** Besides those of `reader`: $4 the users asked about. */
const areMembersSql = (schema: string) => `
    SELECT reader.view_seq, member.user_id, member.role FROM ${reader(schema)}
    LEFT JOIN LATERAL (
      SELECT asked.user_id, newest.role FROM unnest($4::text[]) AS asked (user_id)
      CROSS JOIN LATERAL (
        SELECT m.role, m.to_seq FROM ${schema}.memberships m
        WHERE m.app_id = $1 AND m.conversation_id = $2 AND m.user_id = asked.user_id ORDER BY m.from_seq DESC LIMIT 1
      ) newest
      WHERE newest.to_seq = 0
    ) member ON true
    ORDER BY member.user_id`

/** Without a user where there is none to tell of. */
interface RoleRow {
  user_id: string | null
  role: string
  view_seq: number
}

interface MemberRow extends RoleRow {
  nickname: string
  muted_until: number
}

const roleOf = ({ user_id, role }: RoleRow) => (user_id === null ? [] : [{ userId: user_id, role }])
const memberOf = ({ nickname, muted_until, ...row }: MemberRow): Member[] =>
  roleOf(row).map((member) => ({ ...member, nickname, mutedUntilMs: muted_until }))

export interface Members {
  members(db: Queryable, query: MembersQuery): ReturnType<ReadViews['members']>
  areMembers(db: Queryable, query: AreMembersQuery): ReturnType<ReadViews['areMembers']>
}

export function createMembers(schema: string): Members {
  const statements = {
    direct: membersSql(schema, present.direct),
    group: membersSql(schema, present.group),
    role: membersSql(schema, present.role),
    among: areMembersSql(schema),
  }
  const ask = async (db: Queryable, what: keyof typeof statements, values: readonly unknown[]) =>
    (await db.query<MemberRow>(statements[what], values, { name: `${schema}-members-${what}` })).rows

  return {
    async members(db, { appId, userId, conversationId, afterUserId, role, limit }) {
      const isDirect = parseConversationId(conversationId)?.kind === 'direct'
      const kind = role !== '' ? 'role' : isDirect ? 'direct' : 'group'
      const values = [appId, conversationId, userId, afterUserId, limit + 1]
      const rows = await ask(db, kind, role === '' ? values : [...values, role])
      if (!rows[0]) return 'NOT_A_MEMBER'
      const found = rows.flatMap(memberOf)
      return { members: found.slice(0, limit), more: found.length > limit, viewSeq: rows[0].view_seq }
    },
    async areMembers(db, { appId, userId, conversationId, among }) {
      const rows: readonly RoleRow[] = await ask(db, 'among', [appId, conversationId, userId, arrayLiteral('text', [...new Set(among)])])
      return rows[0] ? { members: rows.flatMap(roleOf), viewSeq: rows[0].view_seq } : 'NOT_A_MEMBER'
    },
  }
}
