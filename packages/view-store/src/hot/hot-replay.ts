// Makes from the log what hot views lack: spares making everything again when only little is missing, as after a crash between database
// and hot views. Items are those of the missing events; heads and sessions are taken as they are now, which may be newer, and what
// follows sets them again.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Cell } from '@skein/domain'
import type { EventLog, Prefetch } from '@skein/event-sourcing'
import { cellsTouched, type EventRecord, itemsOf } from '@skein/projections'
import { type HotChanges, hotChangesOf } from './hot-changes.ts'

/** Changes of the events [from, to); null when the log no longer has them. */
export type HotReplay = (partition: number, from: number, to: number) => Promise<HotChanges | null>

export function createHotReplay(log: Pick<EventLog<SkeinCommand, SkeinEvent>, 'bounds' | 'read'>, prefetch: Prefetch<Cell>): HotReplay {
  return async (partition, from, to) => {
    const { start } = (await log.bounds('events', [partition])).get(partition)!
    if (from < start) return null
    const records: EventRecord[] = []
    for await (const batch of log.read('events', partition, from, to)) {
      for (const { offset, value } of batch) if (!('undecodable' in value)) records.push({ event: value, position: { partition, offset } })
    }
    const { checkpoint, cells } = await prefetch(partition, [...cellsTouched(records)])
    return checkpoint.nextOffset < to ? null : hotChangesOf(cells, itemsOf(records))
  }
}
