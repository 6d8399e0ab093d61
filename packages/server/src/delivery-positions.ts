// Where delivery has come to. It keeps its positions in the group that gives it its partitions: that of the owners where the process decides
// as well, otherwise its own. Both are looked at, so that neither way begins anew when an installation goes over from one to the other.
import type { GroupPosition } from '@skein/event-sourcing'
import type { Backbone } from './backbone.ts'

export interface DeliveryGroups {
  /** That which gives this process its partitions. */
  readonly joined: string
  /** That of deliverers which get them the other way. */
  readonly other: string
}

/** Places where deliverers of a partition have stood. */
export async function deliveryPositions(
  log: Pick<Backbone['log'], 'committed'>,
  { joined, other }: DeliveryGroups,
  partition: number,
): Promise<readonly GroupPosition[]> {
  const [here, there] = await Promise.all(
    [joined, other].map(async (group) => (await log.committed(group, 'events', [partition])).get(partition)),
  )
  if (here === undefined) return there === undefined ? [] : [there]
  // A place without a name is believed: one that was left behind, of a log that is there no more, would be as soon as this log is as long.
  return there === undefined || there.record === '' ? [here] : [here, there]
}
