// Starts the process that makes the load of groups, and gives it orders.
import { fileURLToPath } from 'node:url'
import type { GroupPlace, GroupStep, GroupStepResult, HeardPushes, Listening } from './group-load.ts'
import type { GroupOrder } from './group-load-process.ts'
import { type Phase, startLoadProcess } from './load-process.ts'
import type { LoadEnd } from './send-lane.ts'

const program = fileURLToPath(new URL('./group-load-process.ts', import.meta.url))

export interface GroupGenerator {
  readonly pid: number
  run(step: GroupStep, phase?: (name: Phase) => void): Promise<GroupStepResult>
  listen(listening: Listening): Promise<HeardPushes>
  close(): void
}

/** All are connected. */
export async function connectedGroups(
  ends: readonly LoadEnd[],
  places: readonly GroupPlace[],
  messageBytes: number,
): Promise<GroupGenerator> {
  const load = startLoadProcess<GroupOrder>(program)
  try {
    await load.ask({ order: 'open', ends, places, messageBytes })
    return {
      pid: load.pid,
      run: async (step, phase) => (await load.ask({ order: 'run', step }, phase)) as GroupStepResult,
      listen: async (listening) => (await load.ask({ order: 'listen', listening })) as HeardPushes,
      close: () => load.close(),
    }
  } catch (error) {
    load.close()
    throw error
  }
}
