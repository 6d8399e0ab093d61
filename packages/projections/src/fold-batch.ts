// The views as the fold of events: the same fold by which processors decide, written down. A batch of events, folded from the cells
// it needs, gives the rows that it changes, whole, and the cells as they are afterwards. Where batches begin and end makes no difference.
import type { SkeinEvent } from '@skein/contracts'
import type { Cell } from '@skein/domain'
import { skeinDecider } from '@skein/domain'
import type { CellKey, Fold, Position, ReadCell } from '@skein/event-sourcing'
import { BatchRows, type Rows } from './batch-rows.ts'
import type { Amendment } from './event-view.ts'
import { amendmentOf, placeOf } from './shown.ts'
import { claimRow, claims } from './tables/claims.ts'
import { earlierRow, edits } from './tables/edits.ts'
import { groupNameRow, groupNames } from './tables/group-names.ts'
import { intentRow, intents } from './tables/intents.ts'
import { amendedRow, type ItemRow, itemKey, itemRow, items, outdatedRow } from './tables/items.ts'
import type { RowOf } from './tables/table.ts'
import type { ViewCell } from './tables/tables.ts'

export interface EventRecord {
  readonly event: SkeinEvent
  readonly position: Position
}

/** What a batch changes in the views. */
export interface Changes {
  /** As they are to be written, each once. */
  readonly rows: Rows
  /** Cells as they are afterwards, but for messages and items: they are seldom asked for again. */
  readonly cells: ReadonlyMap<CellKey, ViewCell>
}

/** Key of the item that an event makes; null where it makes none. */
function itemMade(event: SkeinEvent): CellKey | null {
  const place = placeOf(event)
  return place && itemKey(event.meta.appId, place.conversationId, place.seq)
}

/** The items that an event amends, by their keys, with what becomes of them. */
interface Amended {
  readonly message: CellKey
  readonly edit: CellKey | null
  readonly amendment: Amendment
}

/** Null where it amends none. */
function itemsAmended(event: SkeinEvent): Amended | null {
  const amendment = amendmentOf(event)
  if (amendment === null) return null
  const keyOf = (seq: number) => itemKey(event.meta.appId, amendment.conversationId, seq)
  return { message: keyOf(amendment.seq), edit: amendment.outdates > 0 ? keyOf(amendment.outdates) : null, amendment }
}

const keysAmended = (amended: Amended | null): readonly CellKey[] => (amended === null ? [] : [amended.message, amended.edit ?? []].flat())

/** Keys of all cells that these events change, but for those of messages: their items tell of them. */
export function cellsTouched(records: readonly EventRecord[]): ReadonlySet<CellKey> {
  const keys = records.flatMap(({ event }) => [
    ...skeinDecider.folds(event).map(({ key }) => key),
    itemMade(event) ?? [],
    ...keysAmended(itemsAmended(event)),
  ])
  return new Set(keys.flat().filter((key) => !key.startsWith('message|')))
}

/** A batch understood: what to read, and what it comes to. */
export interface BatchFold {
  /** Keys of the cells that it changes and does not make itself. */
  readonly needs: ReadonlySet<CellKey>
  /** `read` answers for every key needed, as of the position before the first event. */
  from(read: ReadCell<ViewCell>): Changes
}

/** An event understood, for all that is made of it. */
interface FoldedEvent extends EventRecord {
  readonly folds: readonly Fold<Cell>[]
  /** Key of the item that it makes; null where it makes none. */
  readonly item: CellKey | null
  readonly amended: Amended | null
}

export function foldBatch(records: readonly EventRecord[]): BatchFold {
  const made = new Set<CellKey>()
  const needs = new Set<CellKey>()
  const need = (key: CellKey) => void (made.has(key) || needs.add(key))
  const events = records.map(({ event, position }): FoldedEvent => {
    const folds = skeinDecider.folds(event)
    for (const { key, fresh } of folds) {
      if (fresh) made.add(key)
      else need(key)
    }
    const item = itemMade(event)
    if (item !== null) made.add(item)
    const amended = itemsAmended(event)
    for (const key of keysAmended(amended)) need(key)
    return { event, position, folds, item, amended }
  })
  return { needs, from: (read) => foldFrom(events, read) }
}

function foldFrom(events: readonly FoldedEvent[], read: ReadCell<ViewCell>): Changes {
  const rows = new BatchRows()
  const cells = new Map<CellKey, ViewCell>()
  /** Cells of messages and items, for the rest of the batch only. */
  const passing = new Map<CellKey, ViewCell>()
  const before = (key: CellKey) => cells.get(key) ?? passing.get(key) ?? read(key)
  for (const folded of events) {
    const { event, position: at, folds } = folded
    for (const { key, fresh, to } of folds) {
      const earlier = fresh ? undefined : (before(key) as Cell | undefined)
      const after = to(earlier)
      if (after === undefined) throw new Error(`${event.type} ends a cell, and rows stay for ever: ${key}`)
      const changed = after.kind === 'message' ? passing : cells
      changed.set(key, after)
      rows.putCell({ key, before: earlier, after, at })
    }
    for (const { key, row, earlier } of itemRows(folded, before)) {
      passing.set(key, { kind: 'item', row })
      rows.put(items, key, row)
      if (earlier) rows.put(edits, `${key}|${earlier.version}`, earlier)
    }
    const claim = claimRow(event, at)
    if (claim !== null) rows.put(claims, claim.claim_id, claim)
    const called = groupNameRow(event, at)
    if (called !== null) rows.put(groupNames, `${called.app_id}|${called.conversation_id}|${called.from_seq}`, called)
    const intent = intentRow(event, at)
    if (intent !== null) rows.put(intents, `${intent.app_id}|${intent.aggregate_id}|${intent.actor_id}|${intent.client_id}`, intent)
  }
  return { rows: rows.all(), cells }
}

interface ItemChange {
  readonly key: CellKey
  readonly row: ItemRow
  /** What it was before, where that stays readable. */
  readonly earlier?: RowOf<typeof edits> | null
}

/** The item that an event makes, and those that it amends. */
function itemRows({ event, position: at, item, amended }: FoldedEvent, before: ReadCell<ViewCell>): readonly ItemChange[] {
  const made = item === null ? [] : [{ key: item, row: itemRow(event, at)! }]
  if (amended === null) return made
  const rowAt = (key: CellKey): ItemRow => {
    const cell = before(key)
    if (cell?.kind !== 'item') throw new Error(`${event.type} amends ${key}, which is not there`)
    return cell.row
  }
  const { message, edit, amendment } = amended
  const row = rowAt(message)
  const earlier = amendment.keeps === null ? null : earlierRow(row, amendment.keeps, at)
  const outdated = edit === null ? [] : [{ key: edit, row: outdatedRow(rowAt(edit), at) }]
  return [...made, ...outdated, { key: message, row: amendedRow(row, amendment, at), earlier }]
}
