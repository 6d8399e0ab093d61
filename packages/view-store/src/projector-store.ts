// Where a projector puts its changes: all rows of a batch and the checkpoints of its partitions in one transaction. The
// checkpoints go first, by compare and set: whoever finds one moved is not the partition's projector any more and writes
// nothing. The row locks they take keep a second projector out until this one has committed.
import type { Checkpoint, ProjectedBatch, ProjectorStore } from '@skein/event-sourcing'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { type Change, coalesce } from '@skein/projections'
import { type Database, DatabaseError, defaultSchema, type Queryable, quoteSchema } from './database.ts'
import { rowSource } from './unnest.ts'
import { writeStatements } from './write-statements.ts'

export interface CheckpointRow {
  partition: number
  next_offset: number
  log_epoch: string
  claim: number
  command_offset: number
}

export const checkpointOf = (row: CheckpointRow): Checkpoint => ({
  partition: row.partition,
  nextOffset: row.next_offset,
  logEpoch: row.log_epoch,
  claim: row.claim,
  commandOffset: row.command_offset,
})

const moves = rowSource<ProjectedBatch<Change>>([
  { name: 'partition', type: 'int', value: (b) => b.partition },
  { name: 'expected_offset', type: 'bigint', value: (b) => b.expected.nextOffset },
  { name: 'expected_epoch', type: 'text', value: (b) => b.expected.logEpoch },
  { name: 'next_offset', type: 'bigint', value: (b) => b.next.nextOffset },
  { name: 'log_epoch', type: 'text', value: (b) => b.next.logEpoch },
  { name: 'claim', type: 'bigint', value: (b) => b.next.claim },
  { name: 'command_offset', type: 'bigint', value: (b) => b.next.commandOffset },
])

/** A partition's first batch finds its row, with the checkpoint of nothing seen, like any other. */
const insertMissing = (schema: string) => `
  INSERT INTO ${schema}.checkpoints (partition, next_offset, log_epoch, claim, command_offset)
  SELECT p, 0, '', -1, -1 FROM unnest($1::int[]) p ORDER BY p
  ON CONFLICT (partition) DO NOTHING`

/** Locks in the order of partitions, so that two projectors with several in common wait for each other, and not crosswise. */
const moveCheckpoints = (schema: string) => `
  WITH locked AS (
    SELECT c.partition FROM ${schema}.checkpoints c WHERE c.partition = ANY ($1::int[]) ORDER BY c.partition FOR UPDATE
  )
  UPDATE ${schema}.checkpoints c
  SET next_offset = n.next_offset, log_epoch = n.log_epoch, claim = n.claim, command_offset = n.command_offset
  FROM ${moves.sql('n')}
  WHERE c.partition = n.partition AND c.partition IN (SELECT partition FROM locked)
    AND c.next_offset = n.expected_offset AND c.log_epoch = n.expected_epoch
  RETURNING c.partition`

const selectCheckpoints = (schema: string) => `
  SELECT partition, next_offset, log_epoch, claim, command_offset FROM ${schema}.checkpoints WHERE partition = ANY ($1::int[])`

export function createProjectorStore(
  db: Database,
  { schema: schemaName = defaultSchema }: { schema?: string } = {},
): ProjectorStore<Change> {
  const schema = quoteSchema(schemaName)
  const statements = writeStatements.map((statement) => ({
    name: `${schemaName}-${statement.name}`,
    text: statement.text(schema),
    values: statement.values,
  }))
  const insertMissingText = insertMissing(schema)
  const moveCheckpointsText = moveCheckpoints(schema)

  async function move(transaction: Queryable, batches: readonly ProjectedBatch<Change>[]): Promise<void> {
    const first = batches.filter(({ expected }) => expected.nextOffset === 0 && expected.logEpoch === '')
    if (first.length > 0) await transaction.query(insertMissingText, [first.map((batch) => batch.partition)])
    const { rows } = await transaction.query<{ partition: number }>(moveCheckpointsText, moves.values(batches), {
      name: `${schemaName}-move-checkpoints`,
    })
    if (rows.length === batches.length) return
    const moved = new Set(rows.map((row) => row.partition))
    const left = batches.filter((batch) => !moved.has(batch.partition)).map((batch) => batch.partition)
    throw new DatabaseError('CHECKPOINT_MOVED', `another projector has moved the checkpoint of partition ${left.join(', ')}`)
  }

  return {
    async apply(batches) {
      if (batches.length === 0) return
      const changes = coalesce(batches.flatMap((batch) => batch.changes))
      await db.transaction(
        async (transaction) => {
          await move(transaction, batches)
          for (const { name, text, values } of statements) {
            const rows = values(changes)
            if (rows) await transaction.query(text, rows, { name })
          }
        },
        // The log is the truth, and the checkpoint travels with the rows: a commit that a crash of the database forgets
        // is a batch that the projector finds missing and applies again.
        { relaxedCommit: true },
      )
    },
    async readCheckpoints(partitions) {
      const { rows } = await db.query<CheckpointRow>(selectCheckpoints(schema), [partitions])
      const found = new Map(rows.map((row) => [row.partition, checkpointOf(row)]))
      return partitions.map((partition) => found.get(partition) ?? emptyCheckpoint(partition))
    },
  }
}
