// How a cell of the domain stands in the tables: the columns its key is made of, the rows it is read from, and the rows that one
// step of its fold writes.
import type { Position } from '@skein/event-sourcing'
import type { Put, RowOf, Table } from './table.ts'

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

/** One event's doing to one cell. */
export interface Step<C, KeyColumn extends string = string> {
  readonly key: Readonly<Record<KeyColumn, string>>
  /** Undefined when it did not exist, or does not matter. */
  readonly before: C | undefined
  readonly after: C
  readonly at: Position
}

export interface StoredCell<C = unknown> {
  /** Columns that the parts of its key stand for, behind the kind. */
  readonly key: readonly string[]
  /** Its rows, found by the key; where the key of a table has a column more, the newest by it. There is no cell where one is missing. */
  readonly reads: readonly Read[]
  cellOf(rows: readonly Readonly<Record<string, unknown>>[]): C | undefined
  /** Null where events write its row themselves. */
  readonly rowsOf: ((step: Step<C>) => readonly Put[]) | null
}

/** A stored cell with the types of its key and rows proven. */
export const stored =
  <C>() =>
  <const K extends readonly string[], const R extends readonly Read[]>(cell: {
    readonly key: K
    readonly reads: R
    readonly cellOf: (rows: RowsRead<R>) => C | undefined
    readonly rowsOf: ((step: Step<C, K[number]>) => readonly Put[]) | null
  }): StoredCell<C> =>
    cell as unknown as StoredCell<C>
