// From where on a client is told: what a cursor is worth to views that have come as far as their checkpoints.
import type { Checkpoint } from '@skein/event-sourcing'
import { type Cursor, type CursorPlace, isOfClaim, isOfLog, placesOf } from '@skein/projections'

type Places = ReadonlyMap<number, CursorPlace>

export interface SyncPlan {
  /** Null for everything. */
  readonly since: Places | null
  readonly afterConversationId: string
  /** What the pages tell of, all together. */
  readonly target: Places
  readonly full: boolean
  /** The cursor speaks of events that are not those of this log. */
  readonly otherHistory: boolean
}

/** What the views know of the log. */
export interface ViewedLog {
  readonly checkpoints: readonly Checkpoint[]
  /** They may lack something of it that the log had when the client asked. Where they do not, nobody can rightly have seen more. */
  isBehind(partition: number): boolean
  /** Ids of the claims under which the last events before these places were written, by partition and offset. */
  readonly claims: ReadonlyMap<string, string>
}

export const fullPlan = ({ target }: SyncPlan): SyncPlan => ({ ...everything(target), otherHistory: false })

const everything = (target: Places) => ({ since: null, afterConversationId: '', target, full: true })

export const placeName = (partition: number, nextOffset: number): string => `${partition}@${nextOffset}`

/** Places of a cursor that are older than the newest claims: their own have to be asked for. */
export function placesOfOldClaims(cursor: Cursor | null, checkpoints: readonly Checkpoint[]): readonly (readonly [number, number])[] {
  const newest = new Map(checkpoints.map(({ partition, claim }) => [partition, claim]))
  const places = cursor === null ? [] : [...cursor.places, ...(cursor.unfinished?.since ?? [])]
  return places.flatMap(([partition, { nextOffset }]) =>
    nextOffset <= (newest.get(partition) ?? Number.NEGATIVE_INFINITY) ? [[partition, nextOffset] as const] : [],
  )
}

/** A cursor is of use when what stands before each of its places is what the client has seen there. */
export function planOf(cursor: Cursor | null, { checkpoints, isBehind, claims }: ViewedLog): SyncPlan {
  const target = placesOf(checkpoints)
  const viewed = new Map(checkpoints.map((checkpoint) => [checkpoint.partition, checkpoint]))
  const isKnown = ([partition, place]: readonly [number, CursorPlace]): boolean => {
    const view = viewed.get(partition)
    // Views without a first batch tell of no log: where they are behind, this may be the same.
    if (view === undefined || view.nextOffset === 0) return isBehind(partition)
    if (!isOfLog(place, view.logEpoch)) return false
    if (place.nextOffset > view.nextOffset) return isBehind(partition)
    return isOfClaim(place, place.nextOffset > view.claim ? view.claimId : (claims.get(placeName(partition, place.nextOffset)) ?? ''))
  }
  const known = (places: Places) => [...places].every(isKnown)
  if (cursor === null) return { ...everything(target), otherHistory: false }
  const { places, unfinished } = cursor
  if (!known(places) || (unfinished?.since && !known(unfinished.since))) return { ...everything(target), otherHistory: true }
  if (unfinished === null) return { since: places, afterConversationId: '', target, full: false, otherHistory: false }
  return { ...unfinished, target: places, full: unfinished.since === null, otherHistory: false }
}

/** What the client has seen at the end of the last page: where the views are behind it, what it had seen before. */
export function seenAtEnd({ since, target }: SyncPlan): Places {
  const seen = new Map(target)
  for (const [partition, place] of since ?? []) if (place.nextOffset > (seen.get(partition)?.nextOffset ?? 0)) seen.set(partition, place)
  return seen
}

/** As two columns: partitions and offsets. */
export const columnsOf = (places: Places): readonly [partitions: readonly number[], offsets: readonly number[]] => [
  [...places.keys()],
  [...places.values()].map(({ nextOffset }) => nextOffset),
]
