// The views as the fold of events: the same fold by which processors decide, written down. A batch of events, folded from the cells
// it needs, gives the rows that it changes, whole, and the cells as they are afterwards. Where batches begin and end makes no difference.
import type { SkeinEvent } from '@skein/contracts'
import type { Cell } from '@skein/domain'
import { skeinDecider } from '@skein/domain'
import type { CellKey, Position, ReadCell } from '@skein/event-sourcing'
import { BatchRows, type Rows } from './batch-rows.ts'
import { intentRow, intents } from './tables/intents.ts'
import { itemRow, items } from './tables/items.ts'
import type { StoredCell } from './tables/stored-cell.ts'
import { put } from './tables/table.ts'
import { type Row, storedCells } from './tables/tables.ts'

export interface EventRecord {
  readonly event: SkeinEvent
  readonly position: Position
}

/** What a batch changes in the views. */
export interface Changes {
  /** As they are to be written, each once. */
  readonly rows: Rows
  /** Cells as they are afterwards, but for those of messages: they are seldom asked for again. */
  readonly cells: ReadonlyMap<CellKey, Cell>
}

/** Keys of the cells to read before these events are folded: those that they change and do not make themselves. */
export function cellsNeeded(records: readonly EventRecord[]): ReadonlySet<CellKey> {
  const made = new Set<CellKey>()
  const needed = new Set<CellKey>()
  for (const { event } of records) {
    for (const { key, fresh } of skeinDecider.folds(event)) {
      if (fresh) made.add(key)
      else if (!made.has(key)) needed.add(key)
    }
  }
  return needed
}

/** Keys of all cells that these events change, but for those of messages. */
export function cellsTouched(records: readonly EventRecord[]): ReadonlySet<CellKey> {
  const keys = records.flatMap(({ event }) => skeinDecider.folds(event).map(({ key }) => key))
  return new Set(keys.filter((key) => !key.startsWith('message|')))
}

/** `read` answers for every key of `cellsNeeded`, as of the position before the first event. */
export function foldBatch(records: readonly EventRecord[], read: ReadCell<Cell>): Changes {
  const rows = new BatchRows()
  const cells = new Map<CellKey, Cell>()
  const messages = new Map<CellKey, Cell>()
  for (const { event, position: at } of records) {
    for (const { key, fresh, to } of skeinDecider.folds(event)) {
      const before = fresh ? undefined : (cells.get(key) ?? messages.get(key) ?? read(key))
      const after = to(before)
      if (after === undefined) throw new Error(`${event.type} ends a cell, and rows stay for ever: ${key}`)
      const changed = after.kind === 'message' ? messages : cells
      changed.set(key, after)
      const { key: columns, rowsOf } = storedCells[after.kind] as StoredCell
      if (rowsOf === null) continue
      for (const put of rowsOf({ key: keyColumns(columns, key), before, after, at })) rows.put(put)
    }
    const [item, intent] = [itemRow(event, at), intentRow(event, at)]
    if (item !== null) rows.put(put(items, item))
    if (intent !== null) rows.put(put(intents, intent))
  }
  return { rows: rows.all(), cells }
}

/** The items of these events alone. */
export const itemsOf = (records: readonly EventRecord[]): readonly Row<'items'>[] =>
  records.flatMap(({ event, position }) => itemRow(event, position) ?? [])

/** The parts of a key by their columns. */
function keyColumns(columns: readonly string[], key: CellKey): Readonly<Record<string, string>> {
  const parts = key.split('|')
  const values: Record<string, string> = {}
  for (let i = 0; i < columns.length; i++) values[columns[i]!] = parts[i + 1]!
  return values
}
