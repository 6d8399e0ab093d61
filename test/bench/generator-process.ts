// The load in a process of its own: takes orders from its parent over IPC and ends with it.
import type { Step, StepResult } from './paired-load.ts'
import { PairedLoad } from './paired-load.ts'
import type { LoadEnd } from './send-lane.ts'

export type Order =
  | { readonly order: 'open'; readonly ends: readonly LoadEnd[]; readonly messageBytes: number }
  | { readonly order: 'run'; readonly step: Step }

export type Report =
  | { readonly report: 'opened' }
  | { readonly report: 'phase'; readonly phase: 'measuring' | 'measured' }
  | { readonly report: 'result'; readonly result: StepResult }
  | { readonly report: 'failed'; readonly error: string }

let load: PairedLoad | null = null
const say = (report: Report) => void process.send!(report)

async function obey(order: Order): Promise<void> {
  if (order.order === 'open') {
    load = await PairedLoad.open(order.ends, { messageBytes: order.messageBytes })
    say({ report: 'opened' })
    return
  }
  say({ report: 'result', result: await load!.run(order.step, (phase) => say({ report: 'phase', phase })) })
}

process.on('message', (order: Order) => {
  obey(order).catch((error: Error) => say({ report: 'failed', error: error.message }))
})
process.on('disconnect', () => process.exit(0))
