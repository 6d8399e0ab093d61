// Members of a conversation with their stays, for delivery: the stays and the checkpoint they belong to come from one
// statement, so that delivery knows from which event on it has to fold by itself.
import { emptyCheckpoint } from '@skein/event-sourcing'
import type { ReadMembership, Stay } from '@skein/projections'
import { type CheckpointRow, checkpointColumns, checkpointOf } from '../database/checkpoints.ts'
import { type Database, defaultSchema, quoteSchema } from '../database/database.ts'

/** $1 partition, $2 app, $3 conversation. At least one row; without a checkpoint there are no stays either. */
const staysSql = (schema: string) => `
    SELECT ${checkpointColumns}, m.user_id, m.from_seq, m.to_seq
    FROM (SELECT $1::int AS partition) asked
    LEFT JOIN ${schema}.checkpoints c ON c.partition = asked.partition
    LEFT JOIN ${schema}.memberships m ON m.app_id = $2 AND m.conversation_id = $3
    ORDER BY m.user_id, m.from_seq`

interface StayRow extends Omit<CheckpointRow, 'partition'> {
  partition: number | null
  user_id: string | null
  from_seq: number
  to_seq: number
}

export function createReadMembership(db: Database, { schema = defaultSchema }: { schema?: string } = {}): ReadMembership {
  const text = staysSql(quoteSchema(schema))
  return {
    async stays(partition, appId, conversationId) {
      const { rows } = await db.query<StayRow>(text, [partition, appId, conversationId], { name: `${schema}-stays` })
      const first = rows[0]
      const checkpoint = first && first.partition !== null ? checkpointOf(first as CheckpointRow) : emptyCheckpoint(partition)
      const stays = rows.flatMap(({ user_id, from_seq, to_seq }): Stay[] =>
        user_id === null ? [] : [{ userId: user_id, fromSeq: from_seq, toSeq: to_seq }],
      )
      return { checkpoint, stays }
    },
  }
}
