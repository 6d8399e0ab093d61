// Where a projector puts its changes: all rows of a batch and the checkpoints of its partitions in one transaction. The
// checkpoints go first, by compare and set: whoever finds one moved is not the partition's projector any more and writes
// nothing. The row locks they take keep a second projector out until this one has committed.
import type { ProjectedBatch, ProjectorStore } from '@skein/event-sourcing'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { type Changes, tables } from '@skein/projections'
import { type CheckpointRow, checkpointOf, checkpointsSql } from '../database/checkpoints.ts'
import { type Database, DatabaseError, defaultSchema, type Queryable, quoteSchema } from '../database/database.ts'
import { rowSource } from '../database/unnest.ts'
import { tableStatement } from './table-statement.ts'

const moves = rowSource<ProjectedBatch<Changes>>([
  { name: 'partition', type: 'int', value: (b) => b.partition },
  { name: 'expected_offset', type: 'bigint', value: (b) => b.expected.nextOffset },
  { name: 'expected_claim_id', type: 'text', value: (b) => b.expected.claimId },
  { name: 'next_offset', type: 'bigint', value: (b) => b.next.nextOffset },
  { name: 'log_epoch', type: 'text', value: (b) => b.next.logEpoch },
  { name: 'claim', type: 'bigint', value: (b) => b.next.claim },
  { name: 'claim_id', type: 'text', value: (b) => b.next.claimId },
  { name: 'command_offset', type: 'bigint', value: (b) => b.next.commandOffset },
  { name: 'command_id', type: 'text', value: (b) => b.next.commandId },
])

/** A partition's first batch finds its row, with the checkpoint of nothing seen, like any other. */
const insertMissing = (schema: string) => `
  INSERT INTO ${schema}.checkpoints (partition, next_offset, log_epoch, claim, claim_id, command_offset, command_id)
  SELECT p, 0, '', -1, '', -1, '' FROM unnest($1::int[]) p ORDER BY p
  ON CONFLICT (partition) DO NOTHING`

/** Locks in the order of partitions, so that two projectors with several in common wait for each other, and not crosswise. */
const moveCheckpoints = (schema: string) => `
  WITH locked AS (
    SELECT c.partition FROM ${schema}.checkpoints c WHERE c.partition = ANY ($1::int[]) ORDER BY c.partition FOR UPDATE
  )
  UPDATE ${schema}.checkpoints c
  SET next_offset = n.next_offset, log_epoch = n.log_epoch, claim = n.claim, claim_id = n.claim_id,
    command_offset = n.command_offset, command_id = n.command_id
  FROM ${moves.sql('n')}
  WHERE c.partition = n.partition AND c.partition IN (SELECT partition FROM locked)
    AND c.next_offset = n.expected_offset AND c.claim_id = n.expected_claim_id
  RETURNING c.partition`

type Batches = readonly ProjectedBatch<Changes>[]

export function createProjectorStore(
  db: Database,
  { schema: schemaName = defaultSchema }: { schema?: string } = {},
): ProjectorStore<Changes> {
  const schema = quoteSchema(schemaName)
  const statements = Object.values(tables).map((table) => ({
    table: table.name,
    name: `${schemaName}-write-${table.name}`,
    ...tableStatement(table, schema),
  }))
  const insertMissingText = insertMissing(schema)
  const moveCheckpointsText = moveCheckpoints(schema)
  const readText = `${checkpointsSql(schema)} WHERE c.partition = ANY ($1::int[])`

  async function move(transaction: Queryable, batches: Batches): Promise<void> {
    const first = batches.filter(({ expected }) => expected.nextOffset === 0)
    if (first.length > 0) await transaction.query(insertMissingText, [first.map((batch) => batch.partition)])
    const { rows } = await transaction.query<{ partition: number }>(moveCheckpointsText, moves.values(batches), {
      name: `${schemaName}-move-checkpoints`,
    })
    if (rows.length === batches.length) return
    const moved = new Set(rows.map((row) => row.partition))
    const left = batches.filter((batch) => !moved.has(batch.partition)).map((batch) => batch.partition)
    throw new DatabaseError('CHECKPOINT_MOVED', `another projector has moved the checkpoint of partition ${left.join(', ')}`)
  }

  /** Batches are of several partitions, and a row is of one: no two of them hold the same. */
  async function write(transaction: Queryable, batches: Batches): Promise<void> {
    for (const { table, name, text, values } of statements) {
      const rows = batches.flatMap<object>(({ changes }) => changes.rows[table])
      if (rows.length > 0) await transaction.query(text, values(rows), { name })
    }
  }

  return {
    async apply(batches) {
      if (batches.length === 0) return
      await db.transaction(
        async (transaction) => {
          await move(transaction, batches)
          await write(transaction, batches)
        },
        // The log is the truth, and the checkpoint travels with the rows: a commit that a crash of the database forgets
        // is a batch that the projector finds missing and applies again.
        { relaxedCommit: true },
      )
    },
    async readCheckpoints(partitions) {
      const { rows } = await db.query<CheckpointRow>(readText, [partitions])
      const found = new Map(rows.map((row) => [row.partition, checkpointOf(row)]))
      return partitions.map((partition) => found.get(partition) ?? emptyCheckpoint(partition))
    },
  }
}
