// Whether hot views have come as far as the database had a while ago. The positions of the database are read again when
// they have aged, beside the reads and at most once at a time; a read holds hot views to the last but one: what was true
// one interval ago should have arrived, in a store that was not stopped, restored or emptied. After a quiet time nothing
// young enough is known, and the read goes to the database.
import type { Checkpoint } from '@skein/event-sourcing'
import type { Applied } from '../hot/hot-entry.ts'

type Positions = ReadonlyMap<number, Checkpoint>

/** Positions known for longer than this, or than so many intervals, are held against nothing. */
const positionsAgeMaxMs = 3_000
const intervalsMax = 3

export interface Freshness {
  isFresh(applied: ReadonlyMap<number, Applied>): boolean
}

export function createFreshness(read: () => Promise<Positions>, lagMaxMs: number, now: () => number = () => performance.now()): Freshness {
  let held: Positions | undefined
  let newest: { readonly positions: Positions; readonly at: number } | undefined
  let reading = false

  function refresh(): void {
    if (reading || (newest && now() - newest.at < lagMaxMs)) return
    reading = true
    const at = now()
    read()
      .then((positions) => {
        held = newest?.positions ?? positions
        newest = { positions, at }
      })
      // The database is away: hold the hot views to what is known, and ask again with the next read.
      .catch(() => {})
      .finally(() => {
        reading = false
      })
  }

  return {
    isFresh(applied) {
      refresh()
      // Reads further apart than this say nothing about each other.
      if (!held || !newest || now() - newest.at > Math.max(positionsAgeMaxMs, intervalsMax * lagMaxMs)) return false
      return [...applied].every(([partition, { logEpoch, nextOffset }]) => {
        const floor = held!.get(partition)
        return floor === undefined || (floor.logEpoch === logEpoch && floor.nextOffset <= nextOffset)
      })
    },
  }
}
