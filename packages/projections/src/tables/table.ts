// What a table of the views is, as data: its key, its columns and how its rows come to be. The type of a row, the statement that
// writes it, the comparison of two copies and the reading of cells all follow from it.
import type { Position } from '@skein/event-sourcing'

/** Every table that is made of events. */
export type TableName =
  | 'apps'
  | 'users'
  | 'user_names'
  | 'device_sessions'
  | 'conversations'
  | 'items'
  | 'edits'
  | 'hidden_items'
  | 'intents'
  | 'memberships'
  | 'sessions'
  | 'claims'
  | 'timers'
  | 'relations'
  | 'privacies'
  | 'groups'
  | 'broadcasters'
  | 'group_names'
  | 'invitations'
  | 'join_links'
  | 'join_requests'
  | 'bans'

/** SQL types, and how their values come. Times are milliseconds since the epoch. */
export interface SqlValues {
  readonly text: string
  readonly int: number
  readonly bigint: number
  readonly bytea: Uint8Array
}

export type ColumnType = keyof SqlValues
export type Columns = Readonly<Record<string, ColumnType>>

export interface Table<N extends TableName = TableName, C extends Columns = Columns> {
  readonly name: N
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[]
  /** Every column by name, in the order of rows. */
  readonly columns: C
  /** Which of several rows of one key stands: the last, or the first for ever. */
  readonly keeps: 'first' | 'last'
}

/** A row as it is written, and as it is read. */
export type RowOf<T extends Table> = { readonly [K in keyof T['columns']]: SqlValues[T['columns'][K]] }

/** Columns of every table: the place in the log of the event that last changed the row. */
const place = { partition: 'int', offset: 'bigint' } as const satisfies Record<keyof Position, ColumnType>

export function table<N extends TableName, const K extends Columns, const C extends Columns>(
  name: N,
  { key, columns, keeps }: { readonly key: K; readonly columns: C; readonly keeps: Table['keeps'] },
): Table<N, K & C & typeof place> {
  return { name, key: Object.keys(key), columns: { ...key, ...columns, ...place }, keeps }
}
