// The statement that writes a table: all rows of a batch at once, each whole, as the table's description says.
import type { Table } from '@skein/projections'
import { rowSource } from '../database/unnest.ts'

type AnyRow = Readonly<Record<string, unknown>>

export interface TableStatement {
  readonly text: string
  /** Of rows that come coalesced: no statement may touch a row twice. */
  values(rows: readonly object[]): string[]
}

/** Of a quoted schema. */
export function tableStatement({ name, key, columns, keeps }: Table, schema: string): TableStatement {
  const names = Object.keys(columns)
  const source = rowSource<AnyRow>(Object.entries(columns).map(([column, type]) => ({ name: column, type, value: (row) => row[column] })))
  const list = names.map(quoted).join(', ')
  const changed = names.filter((column) => !key.includes(column)).map((column) => `${quoted(column)} = excluded.${quoted(column)}`)
  const text = `
    INSERT INTO ${schema}.${name} (${list})
    SELECT ${list} FROM ${source.sql('n')}
    ON CONFLICT (${key.join(', ')}) DO ${keeps === 'first' ? 'NOTHING' : `UPDATE SET ${changed.join(', ')}`}`
  return { text, values: (rows) => source.values(rows as readonly AnyRow[]) }
}

const quoted = (column: string): string => `"${column}"`
