// The rows that a batch of events writes, each once: one SQL statement may not touch a row twice. Of several rows of one key the one
// stands that the table keeps; rows of cells are made at the end, of the cell as it was left.
import type { CellKey, Position } from '@skein/event-sourcing'
import type { StoredCell, Write } from './tables/stored-cell.ts'
import type { RowOf, Table, TableName } from './tables/table.ts'
import { type Row, storedCells, tables, type ViewCell } from './tables/tables.ts'

export type Rows = { readonly [N in TableName]: readonly Row<N>[] }

interface Step {
  readonly key: CellKey
  /** Undefined when it did not exist, or does not matter. */
  readonly before: ViewCell | undefined
  readonly after: ViewCell
  readonly at: Position
}

/** A cell whose row is made at the end. */
interface Pending {
  readonly write: Write
  readonly step: Step
}

export class BatchRows {
  readonly #rows = new Map<Table, Map<string, object>>(Object.values(tables).map((table) => [table, new Map()]))
  readonly #pending = new Map<Table, Map<string, Pending>>(Object.values(tables).map((table) => [table, new Map()]))

  /** `key` tells the rows of the table apart. */
  put<T extends Table>(table: T, key: string, row: RowOf<T>): void {
    const rows = this.#rows.get(table)!
    if (table.keeps === 'last' || !rows.has(key)) rows.set(key, row)
  }

  /** The rows of a cell that one step of its fold changes. */
  putCell(step: Step): void {
    const { key, before, after } = step
    for (const write of (storedCells[after.kind] as StoredCell).writes) {
      if (before !== undefined && write.changed?.(before, after) === false) continue
      const rowKey = write.beyond === undefined ? key : `${key}|${write.beyond(after)}`
      const pending = this.#pending.get(write.table)!
      if (write.table.keeps === 'last' || !pending.has(rowKey)) pending.set(rowKey, { write, step })
    }
  }

  all(): Rows {
    const rowsOf = (table: Table): object[] => [
      ...this.#rows.get(table)!.values(),
      ...Array.from(this.#pending.get(table)!.values(), ({ write, step: { key, after, at } }) =>
        write.rowOf({ key: keyColumns(storedCells[after.kind].key, key), cell: after, at }),
      ),
    ]
    return Object.fromEntries(Object.values<Table>(tables).map((table) => [table.name, rowsOf(table)])) as unknown as Rows
  }
}

/** The parts of a key by their columns. */
function keyColumns(columns: readonly string[], key: CellKey): Readonly<Record<string, string>> {
  const parts = key.split('|')
  const values: Record<string, string> = {}
  for (let i = 0; i < columns.length; i++) values[columns[i]!] = parts[i + 1]!
  return values
}
