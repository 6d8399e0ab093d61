// Rows as parameters: one array per column, so that one statement takes any number of rows. The columns of a list are
// declared once, by name and type, and give both the SQL of the source and its values.

export type ColumnType = 'text' | 'bigint' | 'int' | 'bytea' | 'boolean'

export interface Column<Row> {
  readonly name: string
  readonly type: ColumnType
  readonly value: (row: Row) => unknown
}

export interface RowSource<Row> {
  /** `unnest($1::text[], ...) AS <alias> (<columns>)`, with parameters from `$first`. */
  sql(alias: string, first?: number): string
  values(rows: readonly Row[]): unknown[][]
}

export function rowSource<Row>(columns: readonly Column<Row>[]): RowSource<Row> {
  return {
    sql: (alias, first = 1) => {
      const arrays = columns.map((column, i) => `$${first + i}::${column.type}[]`).join(', ')
      return `unnest(${arrays}) AS ${alias} (${columns.map((column) => `"${column.name}"`).join(', ')})`
    },
    values: (rows) => columns.map((column) => rows.map(column.value)),
  }
}
