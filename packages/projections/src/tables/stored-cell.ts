// How a cell of the domain stands in the tables: the columns its key is made of, the rows it is read from, and the rows it is written
// to.
import type { Position } from '@skein/event-sourcing'
import type { RowOf, Table } from './table.ts'

/** Some columns of the row of one table. */
export interface Read<T extends Table = Table, Names extends string = string> {
  readonly table: T
  readonly columns: readonly Names[]
}

export const read = <T extends Table, Names extends keyof T['columns'] & string>(
  table: T,
  ...columns: readonly Names[]
): Read<T, Names> => ({
  table,
  columns,
})

type RowsRead<R extends readonly Read[]> = {
  readonly [I in keyof R]: R[I] extends Read<infer T, infer Names> ? Pick<RowOf<T>, Names & keyof RowOf<T>> : never
}

/** A cell, with the place of the event that left it so. */
export interface Left<C, KeyColumn extends string = string> {
  readonly key: Readonly<Record<KeyColumn, string>>
  readonly cell: C
  readonly at: Position
}

/** How a cell is written to one table: its row is made of the cell as the batch leaves it. */
export interface Write<C = unknown, KeyColumn extends string = string> {
  readonly table: Table
  /** Whether a step changes the row; left out where every step does. One from what was there before, or did not matter, always does. */
  readonly changed?: (before: C, after: C) => boolean
  /** What the key of the row has beyond the cell's; left out where a cell has one row for ever. */
  readonly beyond?: (cell: C) => number
  readonly rowOf: (left: Left<C, KeyColumn>) => object
}

/** Says how a cell is written to a table, with the types of its key and row proven. */
type WriteTo<C, KeyColumn extends string> = <T extends Table>(
  table: T,
  how: Omit<Write<C, KeyColumn>, 'table' | 'rowOf'> & { readonly rowOf: (left: Left<C, KeyColumn>) => RowOf<T> },
) => Write<C, KeyColumn>

export interface StoredCell<C = unknown> {
  /** Columns that the parts of its key stand for, behind the kind. */
  readonly key: readonly string[]
  /** Its rows, found by the key; where the key of a table has a column more, the newest by it. There is no cell where one is missing. */
  readonly reads: readonly Read[]
  cellOf(rows: readonly Readonly<Record<string, unknown>>[]): C | undefined
  /** Empty where events write its row themselves. */
  readonly writes: readonly Write<C>[]
}

/** A stored cell with the types of its key and rows proven. */
export const stored =
  <C>() =>
  <const K extends readonly string[], const R extends readonly Read[]>(cell: {
    readonly key: K
    readonly reads: R
    readonly cellOf: (rows: RowsRead<R>) => C | undefined
    readonly writes: ((write: WriteTo<C, K[number]>) => readonly Write<C, K[number]>[]) | null
  }): StoredCell<C> => {
    const writes = cell.writes?.((table, how) => ({ table, ...how })) ?? []
    return { ...cell, writes } as unknown as StoredCell<C>
  }
