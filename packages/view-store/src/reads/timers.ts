// Reads the timers of a partition in the order in which they are due, page by page, with the checkpoint that they are as of: one statement, on
// the primary. What is done is in none. A page is read by the index of that order whatever was done before, and however many are due later.
import { emptyCheckpoint, type ReadTimers, type TimerPage } from '@skein/event-sourcing'
import { storedCells, tables, type ViewCell } from '@skein/projections'
import { type CheckpointRow, checkpointOf, checkpointsTable } from '../database/checkpoints.ts'
import { type Database, defaultSchema, quoteSchema } from '../database/database.ts'

export interface ReadTimersOptions {
  readonly schema?: string
  readonly timeoutMs?: number
}

const pageTimeoutMs = 5_000

const { key: keyColumns, cellOf } = storedCells.timer
const order = ['due_at', ...tables.timers.key]

interface PageRow {
  checkpoint: CheckpointRow | null
  timers: Record<string, unknown>[]
}

const json = (alias: string, columns: readonly string[]) =>
  `json_build_object(${columns.map((name) => `'${name}', ${alias}."${name}"`).join(', ')})`

/** Parameters: the partition, the place in the order by its columns, the last moment, how many. */
const pageSql = (schema: string) => `
  SELECT
    (SELECT ${json('c', Object.keys(checkpointsTable.columns))} FROM ${schema}.checkpoints c WHERE c.partition = $1) AS checkpoint,
    (SELECT coalesce(json_agg(${json('t', Object.keys(tables.timers.columns))} ORDER BY ${order.map((name) => `t.${name}`).join(', ')}), '[]')
     FROM (
       SELECT * FROM ${schema}.timers
       WHERE partition = $1 AND due_at > 0 AND (${order.join(', ')}) > ($2, $3, $4, $5) AND due_at <= $6
       ORDER BY ${order.join(', ')} LIMIT $7
     ) t) AS timers`

export function createReadTimers<C extends ViewCell>(
  db: Database,
  { schema = defaultSchema, timeoutMs = pageTimeoutMs }: ReadTimersOptions = {},
): ReadTimers<C> {
  const text = pageSql(quoteSchema(schema))
  const name = `${schema}-timers`
  return async (partition, { dueAt, key }, upTo, limit): Promise<TimerPage<C>> => {
    // Behind all of a moment is before all of the next.
    const [first, ids] = key === null ? [dueAt + 1, keyColumns.map(() => '')] : [dueAt, key.split('|').slice(1)]
    const { rows } = await db.query<PageRow>(text, [partition, first, ...ids, upTo, limit], { name, timeoutMs })
    const { checkpoint, timers } = rows[0]!
    const found = timers.map((row) => ({
      key: ['timer', ...keyColumns.map((column) => row[column])].join('|'),
      cell: cellOf([row]) as C,
      dueAt: row.due_at as number,
      offset: row.offset as number,
    }))
    return { checkpoint: checkpoint === null ? emptyCheckpoint(partition) : checkpointOf(checkpoint), found, more: found.length === limit }
  }
}
