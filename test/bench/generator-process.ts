// The load of people in pairs in a process of its own.
import { obeyOrders } from './load-process.ts'
import type { Step } from './paired-load.ts'
import { PairedLoad } from './paired-load.ts'
import type { LoadEnd } from './send-lane.ts'

export type Order =
  | { readonly order: 'open'; readonly ends: readonly LoadEnd[]; readonly messageBytes: number }
  | { readonly order: 'run'; readonly step: Step }

let load: PairedLoad | null = null

obeyOrders<Order>(async (order, phase) => {
  if (order.order === 'run') return load!.run(order.step, phase)
  load = await PairedLoad.open(order.ends, { messageBytes: order.messageBytes })
  return undefined
})
