// Compares two copies of the views row by row: the live ones and a rebuild, in one database or in two. Both sides are read
// from a snapshot each, in the order of the primary key, page by page, so that neither has to fit in memory. Checkpoints are
// compared like any other table: two copies can be equal only at the same position.
import { type Table, tables } from '@skein/projections'
import { checkpointsTable } from '../database/checkpoints.ts'
import { type Database, type Queryable, quoteSchema } from '../database/database.ts'
import { type Comparison, type Difference, differencesMaxDefault, differingColumns } from './difference.ts'

export interface ViewsSide {
  readonly db: Database
  readonly schema: string
}

const pageRows = 1_000

/** Every table, by its description. */
const compared = [checkpointsTable, ...Object.values<Table>(tables)]

/** Claims come and go with owners and are not part of what was projected; they are left out. */
const ignoredColumns: Readonly<Record<string, readonly string[]>> = { checkpoints: ['claim'] }

type Row = Record<string, unknown>

/** 'extra' and 'missing' speak of the right side. */
export async function compareViews(
  left: ViewsSide,
  right: ViewsSide,
  { differencesMax = differencesMaxDefault }: { differencesMax?: number } = {},
): Promise<Comparison> {
  const differences: Difference[] = []
  const counts: Record<string, number> = {}
  let complete = true
  // One connection cannot hold two snapshots: where both sides share it, as in PGlite, they share the snapshot.
  const inSnapshots = <T>(work: (a: Queryable, b: Queryable) => Promise<T>): Promise<T> =>
    left.db === right.db
      ? left.db.transaction((both) => work(both, both), { snapshot: true })
      : left.db.transaction((a) => right.db.transaction((b) => work(a, b), { snapshot: true }), { snapshot: true })

  await inSnapshots(async (a, b) => {
    for (const { name, key } of compared) {
      let rows = 0
      const found = merged(rowsOf(a, left.schema, name, key), rowsOf(b, right.schema, name, key), key)
      for await (const [mine, other] of found) {
        if (mine) rows++
        const difference = differenceOf(name, key, mine, other)
        if (difference) differences.push(difference)
        if (differences.length >= differencesMax) {
          complete = false
          return
        }
      }
      counts[name] = rows
    }
  })
  return { differences, rows: counts, complete }
}

function differenceOf(table: string, keyColumns: readonly string[], left: Row | undefined, right: Row | undefined): Difference | null {
  const key = Object.fromEntries(keyColumns.map((column) => [column, (left ?? right)![column]]))
  if (!right) return { table, key, kind: 'missing', columns: [] }
  if (!left) return { table, key, kind: 'extra', columns: [] }
  const ignored = ignoredColumns[table] ?? []
  const columns = differingColumns(left, right).filter((column) => !ignored.includes(column))
  return columns.length > 0 ? { table, key, kind: 'changed', columns } : null
}

async function* rowsOf(db: Queryable, schema: string, table: string, key: readonly string[]): AsyncGenerator<Row> {
  const columns = key.join(', ')
  const from = `SELECT * FROM ${quoteSchema(schema)}.${table}`
  let last: Row | undefined
  for (;;) {
    const after = last ? `WHERE (${columns}) > (${key.map((_, i) => `$${i + 1}`).join(', ')})` : ''
    const values = last ? key.map((column) => last![column]) : []
    const { rows } = await db.query<Row>(`${from} ${after} ORDER BY ${columns} LIMIT ${pageRows}`, values)
    yield* rows
    last = rows.at(-1)
    if (rows.length < pageRows) return
  }
}

/** Walks two lists in the order of their keys; a row that only one of them has comes alone. */
async function* merged(
  left: AsyncGenerator<Row>,
  right: AsyncGenerator<Row>,
  key: readonly string[],
): AsyncGenerator<readonly [Row | undefined, Row | undefined]> {
  const next = async (rows: AsyncGenerator<Row>): Promise<Row | undefined> => (await rows.next()).value as Row | undefined
  let a = await next(left)
  let b = await next(right)
  while (a || b) {
    const order = !a ? 1 : !b ? -1 : compareKeys(a, b, key)
    yield [order <= 0 ? a : undefined, order >= 0 ? b : undefined]
    if (order <= 0) a = await next(left)
    if (order >= 0) b = await next(right)
  }
}

/** As the databases order: numbers by value, texts by their bytes. */
function compareKeys(a: Row, b: Row, key: readonly string[]): number {
  for (const column of key) {
    const [x, y] = [a[column], b[column]]
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)))
    if (order !== 0) return order
  }
  return 0
}
