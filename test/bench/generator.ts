// Starts the process that makes the load, and gives it orders.
import { fileURLToPath } from 'node:url'
import type { Order } from './generator-process.ts'
import { type Phase, startLoadProcess } from './load-process.ts'
import type { Step, StepResult } from './paired-load.ts'
import type { LoadEnd } from './send-lane.ts'

const program = fileURLToPath(new URL('./generator-process.ts', import.meta.url))

export interface Generator {
  readonly pid: number
  /** Connects and logs in all ends; 2i and 2i+1 are a pair. */
  open(ends: readonly LoadEnd[], messageBytes: number): Promise<void>
  run(step: Step, phase?: (name: Phase) => void): Promise<StepResult>
  close(): void
}

/** Connected on behalf of all people. */
export async function connectedGenerator(ends: readonly LoadEnd[], messageBytes: number): Promise<Generator> {
  const generator = startGenerator()
  try {
    await generator.open(ends, messageBytes)
    return generator
  } catch (error) {
    generator.close()
    throw error
  }
}

export function startGenerator(nodeFlags: readonly string[] = []): Generator {
  const load = startLoadProcess<Order>(program, nodeFlags)
  return {
    pid: load.pid,
    open: async (ends, messageBytes) => void (await load.ask({ order: 'open', ends, messageBytes })),
    run: async (step, phase) => (await load.ask({ order: 'run', step }, phase)) as StepResult,
    close: () => load.close(),
  }
}
