// Starts the process that makes the load, and gives it orders.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Order, Report } from './generator-process.ts'
import type { Step, StepResult } from './paired-load.ts'
import type { LoadEnd } from './send-lane.ts'

const program = fileURLToPath(new URL('./generator-process.ts', import.meta.url))

export interface Generator {
  readonly pid: number
  /** Connects and logs in all ends; 2i and 2i+1 are a pair. */
  open(ends: readonly LoadEnd[], messageBytes: number): Promise<void>
  run(step: Step, phase?: (name: 'measuring' | 'measured') => void): Promise<StepResult>
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
  const child: ChildProcess = fork(program, [], { execArgv: [...nodeFlags], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })

  function ask<K extends Report['report']>(order: Order, answer: K, phase?: (name: 'measuring' | 'measured') => void) {
    const { promise, resolve, reject } = Promise.withResolvers<Extract<Report, { report: K }>>()
    const onMessage = (report: Report) => {
      if (report.report === 'phase') phase?.(report.phase)
      else if (report.report === 'failed') reject(new Error(`the load generator failed: ${report.error}`))
      else if (report.report === answer) resolve(report as Extract<Report, { report: K }>)
    }
    const onExit = (code: number | null) => reject(new Error(`the load generator ended with ${code}`))
    child.on('message', onMessage)
    child.once('exit', onExit)
    child.send(order)
    return promise.finally(() => {
      child.off('message', onMessage)
      child.off('exit', onExit)
    })
  }

  return {
    pid: child.pid!,
    open: async (ends, messageBytes) => void (await ask({ order: 'open', ends, messageBytes }, 'opened')),
    run: async (step, phase) => (await ask({ order: 'run', step }, 'result', phase)).result,
    close() {
      if (child.connected) child.disconnect()
    },
  }
}
