// The rows that a batch of events writes, each once: one SQL statement may not touch a row twice. Of several rows of one key the one
// stands that the table keeps.
import type { Put, Table, TableName } from './tables/table.ts'
import { type Row, tables } from './tables/tables.ts'

export type Rows = { readonly [N in TableName]: readonly Row<N>[] }

export class BatchRows {
  readonly #byTable = new Map<Table, Map<string, object>>(Object.values(tables).map((table) => [table, new Map()]))

  put({ table, row }: Put): void {
    const rows = this.#byTable.get(table)!
    const key = keyOf(table, row as Readonly<Record<string, unknown>>)
    if (table.keeps === 'last' || !rows.has(key)) rows.set(key, row)
  }

  all(): Rows {
    return Object.fromEntries([...this.#byTable].map(([{ name }, rows]) => [name, [...rows.values()]])) as unknown as Rows
  }
}

/** Ids hold no `|`. */
function keyOf({ key }: Table, row: Readonly<Record<string, unknown>>): string {
  let text = ''
  for (const column of key) text += `|${row[column]}`
  return text
}
