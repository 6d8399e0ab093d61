// How a user stands to others, as they themselves are shown it: lists of friends, of requests and of those whom they block, one relation, what
// changed since a cursor, and whom they let reach them.
import { directConversationId } from '@skein/contracts'
import type { Privacy, ReadViews, Relation, RelationsQuery } from '@skein/projections'
import type { Queryable } from '../database/database.ts'

const relationColumns = `r.peer_id, r.friends_since, r.remark, r.tags, r.blocked_since, r.sent_text, r.sent_at, r.sent_expires_at,
      r.received_text, r.received_at, r.received_expires_at`

export interface RelationRow {
  peer_id: string
  friends_since: number
  remark: string
  tags: string
  blocked_since: number
  sent_text: string
  sent_at: number
  sent_expires_at: number
  received_text: string
  received_at: number
  received_expires_at: number
}

const requestOf = (text: string, askedAtMs: number, expiresAtMs: number, at: number) =>
  askedAtMs > 0 && at < expiresAtMs ? { text, askedAtMs, expiresAtMs } : null

/** At a moment: what has expired by then is no request. */
const relationOf = (row: RelationRow, at: number): Relation => ({
  userId: row.peer_id,
  friendsSinceMs: row.friends_since,
  remark: row.remark,
  tags: JSON.parse(row.tags),
  blockedSinceMs: row.blocked_since,
  sent: requestOf(row.sent_text, row.sent_at, row.sent_expires_at, at),
  received: requestOf(row.received_text, row.received_at, row.received_expires_at, at),
})

/** As a sync tells it: whoever is told compares with the time for themselves. */
export const syncedRelation = (row: RelationRow): Relation => relationOf(row, Number.NEGATIVE_INFINITY)

/** $4: the moment of whoever asks. */
const isIn = {
  friends: 'r.friends_since > 0 AND $4::bigint IS NOT NULL',
  requests: '(r.sent_at > 0 OR r.received_at > 0) AND (r.sent_expires_at > $4::bigint OR r.received_expires_at > $4::bigint)',
  blocked: 'r.blocked_since > 0 AND $4::bigint IS NOT NULL',
} as const satisfies Record<RelationsQuery['list'], string>

/** $1 app, $2 user, $3 after this user, $5 rows at most. */
const listSql = (schema: string, list: RelationsQuery['list']) => `
    SELECT ${relationColumns} FROM ${schema}.relations r
    WHERE r.app_id = $1 AND r.user_id = $2 AND r.peer_id > $3 AND ${isIn[list]}
    ORDER BY r.peer_id LIMIT $5`

/** $1 app, $2 user, $3 the other, $4 their conversation. One row where the other exists. */
const oneSql = (schema: string) => `
    SELECT ${relationColumns} FROM ${schema}.users u
    LEFT JOIN ${schema}.relations r ON r.app_id = $1 AND r.user_id = $2 AND r.conversation_id = $4
    WHERE u.app_id = $1 AND u.user_id = $3`

/** $1 app, $2 user, $3 partitions, $4 offsets seen, $5 rows at most. */
export const changedRelationsSql = (schema: string) => `
    SELECT ${relationColumns} FROM ${schema}.relations r
    LEFT JOIN unnest($3::int[], $4::bigint[]) AS seen (partition, next_offset) ON seen.partition = r.partition
    WHERE r.app_id = $1 AND r.user_id = $2 AND r."offset" >= coalesce(seen.next_offset, 0)
    LIMIT $5`

const privacySql = (schema: string) =>
  `SELECT p.may_write AS write, p.may_add AS add FROM ${schema}.privacies p WHERE p.app_id = $1 AND p.user_id = $2`

/** $1 app, $2 user, $3 partitions, $4 offsets seen. */
export const changedPrivacySql = (schema: string) => `
    SELECT p.may_write AS write, p.may_add AS add FROM ${schema}.privacies p
    LEFT JOIN unnest($3::int[], $4::bigint[]) AS seen (partition, next_offset) ON seen.partition = p.partition
    WHERE p.app_id = $1 AND p.user_id = $2 AND p."offset" >= coalesce(seen.next_offset, 0)`

/** Of a user who never said anything. */
export const openPrivacy: Privacy = { write: 'everybody', add: 'everybody' }

const strangerTo = (userId: string): Relation => ({
  ...{ userId, friendsSinceMs: 0, remark: '', tags: [], blockedSinceMs: 0, sent: null, received: null },
})

export function createRelations(schema: string) {
  const lists = { friends: listSql(schema, 'friends'), requests: listSql(schema, 'requests'), blocked: listSql(schema, 'blocked') }
  const [oneText, privacyText] = [oneSql(schema), privacySql(schema)]
  return {
    async relations(db: Queryable, { appId, userId, list, at, afterUserId, limit }: RelationsQuery): ReturnType<ReadViews['relations']> {
      const values = [appId, userId, afterUserId, at, limit + 1]
      const { rows } = await db.query<RelationRow>(lists[list], values, { name: `${schema}-relations-${list}` })
      return { relations: rows.slice(0, limit).map((row) => relationOf(row, at)), more: rows.length > limit }
    },
    async relationTo(db: Queryable, { appId, userId, peerId, at }: Parameters<ReadViews['relationTo']>[0]): Promise<Relation | null> {
      const values = [appId, userId, peerId, directConversationId(userId, peerId)]
      const { rows } = await db.query<{ [K in keyof RelationRow]: RelationRow[K] | null }>(oneText, values, { name: `${schema}-relation` })
      const row = rows[0]
      if (row === undefined) return null
      return row.peer_id === null ? strangerTo(peerId) : relationOf(row as RelationRow, at)
    },
    async privacy(db: Queryable, appId: string, userId: string): Promise<Privacy> {
      const { rows } = await db.query<Privacy>(privacyText, [appId, userId], { name: `${schema}-privacy` })
      return rows[0] ?? openPrivacy
    },
  }
}
