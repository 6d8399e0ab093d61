// A process that makes load: it is given one order at a time over IPC, answers each with its result or why it failed, and ends with its parent.
import { type ChildProcess, fork } from 'node:child_process'

/** The measured time begins, and ends. */
export type Phase = 'measuring' | 'measured'

export type Report =
  | { readonly report: 'phase'; readonly phase: Phase }
  | { readonly report: 'done'; readonly result: unknown }
  | { readonly report: 'failed'; readonly error: string }

export interface LoadProcess<Order> {
  readonly pid: number
  /** What the order came to. Rejects when it failed, or the process ended. */
  ask(order: Order, phase?: (name: Phase) => void): Promise<unknown>
  close(): void
}

export function startLoadProcess<Order extends object>(program: string, nodeFlags: readonly string[] = []): LoadProcess<Order> {
  const child: ChildProcess = fork(program, [], { execArgv: [...nodeFlags], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    pid: child.pid!,
    ask(order, phase) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const onMessage = (report: Report) => {
        if (report.report === 'phase') phase?.(report.phase)
        else if (report.report === 'failed') reject(new Error(`the load generator failed: ${report.error}`))
        else resolve(report.result)
      }
      const onExit = (code: number | null) => reject(new Error(`the load generator ended with ${code}`))
      child.on('message', onMessage)
      child.once('exit', onExit)
      child.send(order)
      return promise.finally(() => {
        child.off('message', onMessage)
        child.off('exit', onExit)
      })
    },
    close() {
      if (child.connected) child.disconnect()
    },
  }
}

/** On the side of the process. */
export function obeyOrders<Order>(obey: (order: Order, phase: (name: Phase) => void) => Promise<unknown>): void {
  const say = (report: Report) => void process.send!(report)
  process.on('message', (order: Order) => {
    obey(order, (phase) => say({ report: 'phase', phase })).then(
      (result) => say({ report: 'done', result }),
      (error: Error) => say({ report: 'failed', error: error.message }),
    )
  })
  process.on('disconnect', () => process.exit(0))
}
