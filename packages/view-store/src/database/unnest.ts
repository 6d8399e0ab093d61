// Rows as parameters: one array per column, so that one statement takes any number of rows. The columns of a list are
// declared once, by name and type, and give both the SQL of the source and its values.
import type { ColumnType } from '@skein/projections'
import { arrayLiteral } from './array-literal.ts'

export interface Column<Row> {
  readonly name: string
  readonly type: ColumnType
  readonly value: (row: Row) => unknown
}

export interface RowSource<Row> {
  readonly values: (rows: readonly Row[]) => string[]
  /** As `unnested`. */
  readonly sql: (alias: string, first?: number) => string
}

/** `unnest($1::text[], ...) AS <alias> (<columns>)`, with parameters from `$first`. */
export function unnested(columns: readonly Pick<Column<never>, 'name' | 'type'>[], alias: string, first = 1): string {
  const arrays = columns.map((column, i) => `$${first + i}::${column.type}[]`).join(', ')
  return `unnest(${arrays}) AS ${alias} (${columns.map((column) => `"${column.name}"`).join(', ')})`
}

export function rowSource<Row>(columns: readonly Column<Row>[]): RowSource<Row> {
  return {
    sql: (alias, first) => unnested(columns, alias, first),
    values: (rows) => columns.map(({ type, value }) => arrayLiteral(type, rows.map(value))),
  }
}
