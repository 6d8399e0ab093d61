// Who asked to join a group, who is banned from it, and what it takes to join, as those concerned are shown it: lists for its owner and admins, none
// of whom is shown a request of somebody whom they block, and of a group that lets users ask, or is open, what whoever knows its id is told. Of every
// other there is nothing to tell.
import type { Messages } from '@skein/contracts'
import type { InvitationsQuery, OfGroupByUser, ReadViews } from '@skein/projections'
import type { Queryable } from '../database/database.ts'
import { type FittingRow, fittingRows, pageOf } from './fitting.ts'
import { blocks, type ChangedRequestRow, overtaking, requestBytes, requestColumns, requestStateOf, waits } from './ways-in.ts'

const readerSql = (schema: string) => `
    FROM (
      SELECT role FROM ${schema}.memberships WHERE app_id = $1 AND conversation_id = $2 AND user_id = $3 AND to_seq = 0 LIMIT 1
    ) reader`

/** $1 app, $2 conversation, $3 reader, $4 after this user, $5 rows at most, $6 now, $7 bytes at most. No row: the reader is not a member now. */
const requestsSql = (schema: string) => `
    SELECT reader.role, asked.* ${readerSql(schema)}
    LEFT JOIN LATERAL (${fittingRows(
      `
      SELECT w.user_id, w.request_text, w.answers, w.asked_at, w.expires_at, ${requestBytes} AS bytes
      FROM ${schema}.join_requests w ${overtaking(schema)}
      WHERE w.app_id = $1 AND w.conversation_id = $2 AND w.user_id > $4 AND reader.role IN ('owner', 'admin')
        AND w.expires_at > $6 AND ${waits} AND NOT ${blocks(schema, '$3', 'w')}
      ORDER BY w.user_id LIMIT $5`,
      'user_id',
      '$7',
    )}) asked ON true
    ORDER BY asked.user_id`

/** $1 app, $2 user, $3 after this conversation, $4 rows at most, $5 now, $6 bytes at most. */
const ownSql = (schema: string) => `
    SELECT * FROM (${fittingRows(
      `
      SELECT ${requestColumns}, ${requestBytes} AS bytes FROM ${schema}.join_requests w ${overtaking(schema)}
      WHERE w.app_id = $1 AND w.user_id = $2 AND w.conversation_id > $3 AND w.expires_at > $5 AND ${waits}
      ORDER BY w.conversation_id LIMIT $4`,
      'conversation_id',
      '$6',
    )}) fitting
    ORDER BY conversation_id`

/** As of requests, without now. */
const bansSql = (schema: string) => `
    SELECT reader.role, banned.* ${readerSql(schema)}
    LEFT JOIN LATERAL (
      SELECT b.user_id, b.banned_by, b.banned_at FROM ${schema}.bans b
      WHERE b.app_id = $1 AND b.conversation_id = $2 AND b.user_id > $4 AND b.banned_at > 0 AND reader.role IN ('owner', 'admin')
      ORDER BY b.user_id LIMIT $5
    ) banned ON true
    ORDER BY banned.user_id`

/** $1 app, $2 conversation, $3 reader, $4 now. No row: there is no such group for them. */
const infoSql = (schema: string) => `
    SELECT c.name, c.member_count, g.settings, coalesce(asked.asked_at, 0) AS asked_at
    FROM ${schema}.groups g
    CROSS JOIN LATERAL (SELECT * FROM ${schema}.conversations c WHERE c.app_id = $1 AND c.conversation_id = $2 OFFSET 0) c
    LEFT JOIN LATERAL (
      SELECT w.asked_at FROM ${schema}.join_requests w ${overtaking(schema)}
      WHERE w.app_id = $1 AND w.conversation_id = $2 AND w.user_id = $3 AND w.expires_at > $4 AND ${waits}
    ) asked ON true
    WHERE g.app_id = $1 AND g.conversation_id = $2 AND g.dismissed_at = 0 AND c.member_count > 0
      AND NOT EXISTS (
        SELECT FROM ${schema}.bans b
        WHERE b.app_id = $1 AND b.conversation_id = $2 AND b.user_id = $3 AND b.banned_at > 0
      )`

interface OfReader {
  role: string
  user_id: string | null
}

interface RequestRow extends OfReader, FittingRow {
  request_text: string
  answers: string
  asked_at: number
  expires_at: number
}

interface BanRow extends OfReader {
  banned_by: string
  banned_at: number
}

interface InfoRow {
  name: string
  member_count: number
  settings: string
  asked_at: number
}

/** What owner and admins are shown; the code for everybody else. */
function shownTo<Row extends OfReader>(rows: readonly Row[]): readonly (Row & { user_id: string })[] | 'NOT_A_MEMBER' | 'FORBIDDEN' {
  const role = rows[0]?.role
  if (role === undefined) return 'NOT_A_MEMBER'
  if (role !== 'owner' && role !== 'admin') return 'FORBIDDEN'
  return rows.filter((row): row is Row & { user_id: string } => row.user_id !== null)
}

const requestOf = (row: RequestRow & { user_id: string }): Messages.JoinRequest => ({
  userId: row.user_id,
  text: row.request_text,
  answers: JSON.parse(row.answers),
  askedAtMs: row.asked_at,
  expiresAtMs: row.expires_at,
})

/** Texts of one answer are bounded by bytes as items are. */
export function createJoinRequests(schema: string, textBytesMax: number): JoinRequestReads {
  const statements = { requests: requestsSql(schema), own: ownSql(schema), bans: bansSql(schema), info: infoSql(schema) }
  return {
    async joinRequests(db, { appId, conversationId, userId, afterUserId, limit, nowMs }) {
      const values = [appId, conversationId, userId, afterUserId, limit + 1, nowMs, textBytesMax]
      const { rows } = await db.query<RequestRow>(statements.requests, values, { name: `${schema}-join-requests` })
      const found = shownTo(rows)
      if (typeof found === 'string') return found
      const { page, more } = pageOf(found, limit)
      return { requests: page.map(requestOf), more }
    },
    async ownJoinRequests(db, { appId, userId, afterConversationId, limit, nowMs }) {
      const values = [appId, userId, afterConversationId, limit + 1, nowMs, textBytesMax]
      const { rows } = await db.query<ChangedRequestRow & FittingRow>(statements.own, values, { name: `${schema}-own-join-requests` })
      const { page, more } = pageOf(rows, limit)
      return { requests: page.map(requestStateOf), more }
    },
    async bans(db, { appId, conversationId, userId, afterUserId, limit }) {
      const values = [appId, conversationId, userId, afterUserId, limit + 1]
      const { rows } = await db.query<BanRow>(statements.bans, values, { name: `${schema}-bans` })
      const found = shownTo(rows)
      if (typeof found === 'string') return found
      const bans = found.slice(0, limit).map((row) => ({ userId: row.user_id, bannedBy: row.banned_by, bannedAtMs: row.banned_at }))
      return { bans, more: found.length > limit }
    },
    async joinInfo(db, { appId, conversationId, userId, nowMs }) {
      const values = [appId, conversationId, userId, nowMs]
      const { rows } = await db.query<InfoRow>(statements.info, values, { name: `${schema}-join-info` })
      const [row] = rows
      if (row === undefined) return null
      const settings: readonly { readonly name: string; readonly value: string }[] = JSON.parse(row.settings)
      const said = (name: string) => settings.find((setting) => setting.name === name)?.value ?? ''
      const joinBy = said('joinBy')
      if (joinBy !== 'request' && joinBy !== 'open') return null
      const questions = said('questions') === '' ? [] : said('questions').split('\n')
      return { name: row.name, memberCount: row.member_count, joinBy, questions, askedAtMs: row.asked_at }
    },
  }
}

interface JoinRequestReads {
  joinRequests(db: Queryable, query: OfGroupByUser & { readonly nowMs: number }): ReturnType<ReadViews['joinRequests']>
  ownJoinRequests(db: Queryable, query: InvitationsQuery): ReturnType<ReadViews['ownJoinRequests']>
  bans(db: Queryable, query: OfGroupByUser): ReturnType<ReadViews['bans']>
  joinInfo(db: Queryable, query: Parameters<ReadViews['joinInfo']>[0]): ReturnType<ReadViews['joinInfo']>
}
