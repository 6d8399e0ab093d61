// Reads cells of state from the views, for processors and projectors: one statement, so that all cells and the partition's checkpoint
// belong to one snapshot. Asks the primary only. A cell here equals the fold of the events before that checkpoint. The statement is
// made of the kinds of cells that are asked for, and prepared under the name of that set.
import type { Checkpoint, Prefetch } from '@skein/event-sourcing'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { type Read, type StoredCell, storedCells, type ViewCell } from '@skein/projections'
import { within } from '@skein/timing'
import { arrayLiteral } from '../database/array-literal.ts'
import { type CheckpointRow, checkpointOf, checkpointsTable } from '../database/checkpoints.ts'
import { type Database, defaultSchema, quoteSchema } from '../database/database.ts'
import { unnested } from '../database/unnest.ts'

export interface PrefetchOptions {
  readonly schema?: string
  /** Limit on the whole call, waiting for a connection included; in the server, on the statement. */
  readonly timeoutMs?: number
}

const prefetchTimeoutMs = 1_000

type Kind = ViewCell['kind']
const kinds = Object.keys(storedCells) as Kind[]
const storedCellOf = (kind: Kind): StoredCell => storedCells[kind] as StoredCell

/** What is asked of one kind: indexes in the list of keys, and the parts of the keys by column. */
interface Asked {
  readonly kind: Kind
  readonly indexes: number[]
  readonly parts: string[][]
}

interface CellRow {
  /** Kind of the cell, or `checkpoint`. */
  kind: string
  /** Index of the key in what was asked. */
  index: number
  /** For a cell, the columns of each of its rows; bytes are in hexadecimal. */
  found: unknown
}

const selectCheckpoint = (schema: string): string => `
    SELECT 'checkpoint' AS kind, 0 AS index, ${jsonOf('c', checkpointsTable.columns)} AS found
    FROM ${schema}.checkpoints c WHERE c.partition = $1`

function jsonOf(alias: string, columns: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(columns).map(([name, type]) => {
    const value = `${alias}."${name}"`
    return `'${name}', ${type === 'bytea' ? `encode(${value}, 'hex')` : value}`
  })
  return `json_build_object(${pairs.join(', ')})`
}

const columnsOf = ({ table, columns }: Read) => Object.fromEntries(columns.map((name) => [name, table.columns[name]!]))

/** Cells of one kind; its parameters begin at `$first`: the indexes, then one array per part of the key. */
function selectCells(kind: Kind, schema: string, first: number): string {
  const { key, reads } = storedCellOf(kind)
  const keyTypes = key.map((name) => ({ name, type: reads[0]!.table.columns[name]! }))
  const lookups = reads.map(({ table, columns }, i) => {
    const matches = key.map((name) => `t."${name}" = r."${name}"`).join(' AND ')
    const newestBy = table.key.filter((name) => !key.includes(name))
    const end = newestBy.length > 0 ? `ORDER BY ${newestBy.map((name) => `t."${name}" DESC`).join(', ')} LIMIT 1` : 'OFFSET 0'
    const list = columns.map((name) => `t."${name}"`).join(', ')
    return `CROSS JOIN LATERAL (SELECT ${list} FROM ${schema}.${table.name} t WHERE ${matches} ${end}) t${i}`
  })
  return `
    SELECT '${kind}', r.index, json_build_array(${reads.map((read, i) => jsonOf(`t${i}`, columnsOf(read))).join(', ')})
    FROM ${unnested([{ name: 'index', type: 'int' }, ...keyTypes], 'r', first)}
    ${lookups.join('\n    ')}`
}

/** Parameters: the partition, then those of each kind in turn. */
function prefetchSql(asked: readonly Kind[], schema: string): string {
  let next = 2
  const selects = asked.map((kind) => {
    const first = next
    next += 1 + storedCellOf(kind).key.length
    return selectCells(kind, schema, first)
  })
  return [selectCheckpoint(schema), ...selects].join('\n    UNION ALL')
}

/** In the order of `kinds`. Throws for a key that no cell can have: asking for one is a bug. */
function askedOf(keys: readonly string[]): readonly Asked[] {
  const byKind = new Map<string, Asked>()
  keys.forEach((key, index) => {
    const [kind, ...parts] = key.split('|') as [Kind, ...string[]]
    if (!Object.hasOwn(storedCells, kind) || parts.length !== storedCells[kind].key.length) throw new Error(`not a key of a cell: ${key}`)
    const asked = byKind.get(kind) ?? { kind, indexes: [], parts: parts.map(() => []) }
    byKind.set(kind, asked)
    asked.indexes.push(index)
    parts.forEach((part, i) => {
      asked.parts[i]!.push(part)
    })
  })
  return kinds.flatMap((kind) => byKind.get(kind) ?? [])
}

function cellOf({ kind, found }: CellRow): ViewCell | undefined {
  const { reads, cellOf } = storedCellOf(kind as Kind)
  const rows = found as Record<string, unknown>[]
  reads.forEach(({ table, columns }, i) => {
    for (const name of columns) if (table.columns[name] === 'bytea') rows[i]![name] = Buffer.from(rows[i]![name] as string, 'hex')
  })
  return cellOf(rows) as ViewCell | undefined
}

/** `C` is of those kinds that its caller asks for. */
export function createPrefetch<C extends ViewCell>(
  db: Database,
  { schema = defaultSchema, timeoutMs = prefetchTimeoutMs }: PrefetchOptions = {},
): Prefetch<C> {
  const quoted = quoteSchema(schema)
  const statements = new Map<string, string>()

  function textOf(name: string, asked: readonly Asked[]): string {
    const known = statements.get(name)
    if (known !== undefined) return known
    const text = prefetchSql(
      asked.map(({ kind }) => kind),
      quoted,
    )
    statements.set(name, text)
    return text
  }

  return async (partition, keys) => {
    const asked = askedOf(keys)
    // Names of statements are short: the set's kinds by their indexes in the list of all.
    const name = `${schema}-prefetch-${asked.map(({ kind }) => kinds.indexOf(kind)).join('-')}`
    const values = [
      partition,
      ...asked.flatMap(({ indexes, parts }) => [arrayLiteral('int', indexes), ...parts.map((part) => arrayLiteral('text', part))]),
    ]
    const { rows } = await within(timeoutMs, 'a prefetch', db.query<CellRow>(textOf(name, asked), values, { name, timeoutMs }))
    const cells = new Map<string, C>()
    let checkpoint: Checkpoint = emptyCheckpoint(partition)
    for (const row of rows) {
      if (row.kind === 'checkpoint') checkpoint = checkpointOf(row.found as CheckpointRow)
      else {
        const cell = cellOf(row)
        if (cell !== undefined) cells.set(keys[row.index]!, cell as C)
      }
    }
    return { checkpoint, cells }
  }
}
