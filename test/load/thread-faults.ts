// Faults of the other threads of a process that loads this module before its program: by SIGUSR2 they do nothing else for a while, by
// SIGWINCH they end by an error.
import { isMainThread } from 'node:worker_threads'

/** Less than gateways wait for the views. */
export const heldMs = 4_500
/** Flags of Node for a process whose threads are to have faults. */
export const threadFaultFlags: readonly string[] = ['--import', import.meta.url]

const channel = new BroadcastChannel('thread faults')
// @ts-expect-error the types of browsers have none
channel.unref()
if (isMainThread) {
  process.on('SIGUSR2', () => channel.postMessage('hold'))
  process.on('SIGWINCH', () => channel.postMessage('end'))
} else
  channel.onmessage = ({ data }: { data: unknown }) => {
    if (data === 'end')
      setImmediate(() => {
        throw new Error('a planted fault')
      })
    else for (const until = performance.now() + heldMs; performance.now() < until; );
  }
