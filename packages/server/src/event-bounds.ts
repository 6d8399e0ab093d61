// Where all partitions of the events begin and end: what an operator's command does to every partition it does to none while one of
// them has no leader, as the rest would be done without it.
import type { Bounds } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { Backbone } from './backbone.ts'

/** Throws UNAVAILABLE, naming the partitions, where some cannot be asked now. */
export async function boundsOfAll(log: Pick<Backbone['log'], 'partitionCount' | 'bounds'>): Promise<ReadonlyMap<number, Bounds>> {
  const partitions = Array.from({ length: log.partitionCount }, (_, p) => p)
  const found = await log.bounds('events', partitions)
  const missing = partitions.filter((partition) => !found.has(partition))
  if (missing.length === 0) return found
  const why = `these partitions of the events have no leader now: ${missing.join(', ')}; begin again when they have one`
  throw new LogError('UNAVAILABLE', why)
}
