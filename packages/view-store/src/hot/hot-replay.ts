// Makes from the log what hot views lack: spares making everything again when only little is missing, as after a crash between database
// and hot views. Everything that the missing events change is taken as it is now, which may be newer, and what follows sets it again.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { EventLog, Prefetch } from '@skein/event-sourcing'
import { cellsTouched, type EventRecord, type ViewCell } from '@skein/projections'
import { type HotChanges, hotChangesOf } from './hot-changes.ts'

/** Changes of the events [from, to); null when the log no longer has them. */
export type HotReplay = (partition: number, from: number, to: number) => Promise<HotChanges | null>

export function createHotReplay(log: Pick<EventLog<SkeinCommand, SkeinEvent>, 'bounds' | 'read'>, prefetch: Prefetch<ViewCell>): HotReplay {
  return async (partition, from, to) => {
    const { start } = (await log.bounds('events', [partition])).get(partition)!
    if (from < start) return null
    const records: EventRecord[] = []
    for await (const batch of log.read('events', partition, from, to)) {
      for (const { offset, value } of batch) if (!('undecodable' in value)) records.push({ event: value, position: { partition, offset } })
    }
    const { checkpoint, cells } = await prefetch(partition, [...cellsTouched(records)])
    if (checkpoint.nextOffset < to) return null
    const items = [...cells.values()].flatMap((cell) => (cell.kind === 'item' ? [cell.row] : []))
    return hotChangesOf(cells, items)
  }
}
