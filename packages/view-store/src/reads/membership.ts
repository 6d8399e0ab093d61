// Members of a conversation with their stays, for delivery and for gateways: the stays and the checkpoint they belong to come from one
// statement, so that whoever asked knows from which event on they have to fold by themselves.
import { type Checkpoint, emptyCheckpoint } from '@skein/event-sourcing'
import type { ReadMembership, Stay } from '@skein/projections'
import { type CheckpointRow, checkpointColumns, checkpointOf } from '../database/checkpoints.ts'
import { type Database, defaultSchema, quoteSchema } from '../database/database.ts'

/**
 * $1 partition, $2 app, $3 conversation, $4 members at most, $5 the first seq that is asked about. At least one row; without a checkpoint there
 * are no stays either. Members are counted by the head of the group, so that a large one costs no more than that.
 */
const staysSql = (schema: string) => `
    SELECT ${checkpointColumns}, coalesce(g.member_count, 0) AS members, m.user_id, m.from_seq, m.sees_from, m.to_seq
    FROM (SELECT $1::int AS partition) asked
    LEFT JOIN ${schema}.checkpoints c ON c.partition = asked.partition
    LEFT JOIN ${schema}.conversations g ON g.app_id = $2 AND g.conversation_id = $3
    LEFT JOIN ${schema}.memberships m ON m.app_id = $2 AND m.conversation_id = $3 AND g.member_count <= $4::int
      AND (m.to_seq = 0 OR m.to_seq > $5::bigint)
    ORDER BY m.user_id, m.from_seq`

/** $1 partition, $2 app, $3 conversation, $4 users. */
const staysOfSql = (schema: string) => `
    SELECT ${checkpointColumns}, m.user_id, m.from_seq, m.sees_from, m.to_seq
    FROM (SELECT $1::int AS partition) asked
    LEFT JOIN ${schema}.checkpoints c ON c.partition = asked.partition
    LEFT JOIN ${schema}.memberships m ON m.app_id = $2 AND m.conversation_id = $3 AND m.user_id = ANY($4::text[])
    ORDER BY m.user_id, m.from_seq`

/** $1 partition, $2 app, $3 conversation, $4 users at most, $5 askers. At least one row, and one for each asker whom a user blocks. */
const adminsSql = (schema: string) => `
    SELECT ${checkpointColumns}, m.user_id, r.peer_id AS blocks
    FROM (SELECT $1::int AS partition) asked
    LEFT JOIN ${schema}.checkpoints c ON c.partition = asked.partition
    LEFT JOIN LATERAL (
      SELECT m.role, m.user_id FROM ${schema}.memberships m
      WHERE m.app_id = $2 AND m.conversation_id = $3 AND m.role IN ('owner', 'admin') AND m.role <> ''
      ORDER BY m.role DESC, m.user_id LIMIT $4
    ) m ON true
    LEFT JOIN LATERAL (
      SELECT r.peer_id FROM ${schema}.relations r
      WHERE r.app_id = $2 AND r.user_id = m.user_id AND r.peer_id = ANY($5::text[]) AND r.blocked_since > 0 OFFSET 0
    ) r ON true
    ORDER BY m.role DESC, m.user_id`

interface UserRow extends Omit<CheckpointRow, 'partition'> {
  partition: number | null
  user_id: string | null
}

interface AdminRow extends UserRow {
  blocks: string | null
}

interface StayRow extends UserRow {
  from_seq: number
  sees_from: number
  to_seq: number
}

interface CountedRow extends StayRow {
  members: number
}

export function createReadMembership(db: Database, { schema = defaultSchema }: { schema?: string } = {}): ReadMembership {
  const quoted = quoteSchema(schema)
  const [all, some, ruling] = [staysSql(quoted), staysOfSql(quoted), adminsSql(quoted)]
  return {
    async stays(partition, { appId, conversationId }, { membersMax, seq }) {
      const values = [partition, appId, conversationId, membersMax, seq]
      const { rows } = await db.query<CountedRow>(all, values, { name: `${schema}-stays` })
      const members = rows[0]?.members ?? 0
      return { checkpoint: checkpointIn(rows, partition), members, stays: members > membersMax ? null : staysIn(rows) }
    },
    async staysOf(partition, { appId, conversationId }, userIds) {
      const { rows } = await db.query<StayRow>(some, [partition, appId, conversationId, userIds], { name: `${schema}-stays-of` })
      return { checkpoint: checkpointIn(rows, partition), stays: staysIn(rows) }
    },
    async admins(partition, { appId, conversationId }, { limit, askers }) {
      const { rows } = await db.query<AdminRow>(ruling, [partition, appId, conversationId, limit, askers], { name: `${schema}-admins` })
      return {
        checkpoint: checkpointIn(rows, partition),
        userIds: [...new Set(rows.flatMap(({ user_id: userId }) => userId ?? []))],
        blocks: rows.flatMap(({ user_id: userId, blocks }) => (userId === null || blocks === null ? [] : [{ userId, askerId: blocks }])),
      }
    },
  }
}

function checkpointIn(rows: readonly UserRow[], partition: number): Checkpoint {
  const first = rows[0]
  return first && first.partition !== null ? checkpointOf(first as CheckpointRow) : emptyCheckpoint(partition)
}

const staysIn = (rows: readonly StayRow[]): Stay[] =>
  rows.flatMap(({ user_id, from_seq, sees_from, to_seq }) =>
    user_id === null ? [] : [{ userId: user_id, fromSeq: from_seq, seesFrom: sees_from, toSeq: to_seq }],
  )
