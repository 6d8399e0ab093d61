// The load of groups in a process of its own.
import type { GroupPlace, GroupStep, Listening } from './group-load.ts'
import { GroupLoad } from './group-load.ts'
import { obeyOrders } from './load-process.ts'
import type { LoadEnd } from './send-lane.ts'

export type GroupOrder =
  | { readonly order: 'open'; readonly ends: readonly LoadEnd[]; readonly places: readonly GroupPlace[]; readonly messageBytes: number }
  | { readonly order: 'run'; readonly step: GroupStep }
  | { readonly order: 'listen'; readonly listening: Listening }

let load: GroupLoad | null = null

obeyOrders<GroupOrder>(async (order, phase) => {
  if (order.order === 'run') return load!.run(order.step, phase)
  if (order.order === 'listen') return load!.listen(order.listening)
  load = await GroupLoad.open(order.ends, order.places, order.messageBytes)
  return undefined
})
