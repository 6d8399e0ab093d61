// From where on a client is told: what a cursor is worth to views that have come as far as their checkpoints.
import type { Checkpoint } from '@skein/event-sourcing'
import { type Cursor, type CursorPlace, isOfLog, placesOf } from '@skein/projections'

type Places = ReadonlyMap<number, CursorPlace>

export interface SyncPlan {
  /** Null for everything. */
  readonly since: Places | null
  readonly afterConversationId: string
  /** What the client will have seen at the end of the last page. */
  readonly target: Places
  readonly full: boolean
}

export const fullPlan = ({ target }: SyncPlan): SyncPlan => ({ since: null, afterConversationId: '', target, full: true })

/** A cursor is of use when each of its places speaks of the log that the views are of. */
export function planOf(cursor: Cursor | null, checkpoints: readonly Checkpoint[]): SyncPlan {
  const target = placesOf(checkpoints)
  const epochs = new Map(checkpoints.map(({ partition, logEpoch }) => [partition, logEpoch]))
  const known = (places: Places) => [...places].every(([partition, place]) => isOfLog(place, epochs.get(partition) ?? ''))
  if (cursor === null || !known(cursor.places)) return { since: null, afterConversationId: '', target, full: true }
  const { unfinished } = cursor
  if (unfinished === null) return { since: cursor.places, afterConversationId: '', target, full: false }
  if (unfinished.since !== null && !known(unfinished.since)) return { since: null, afterConversationId: '', target, full: true }
  return { ...unfinished, target: cursor.places, full: unfinished.since === null }
}

/** As two columns: partitions and offsets. */
export const columnsOf = (places: Places): readonly [partitions: readonly number[], offsets: readonly number[]] => [
  [...places.keys()],
  [...places.values()].map(({ nextOffset }) => nextOffset),
]
