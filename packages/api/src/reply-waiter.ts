// Matches replies from the node link to the requests that wait for them, by command id. A reply nobody waits for (late,
// repeated, of another process's life) is dropped; a request waits no longer than its deadline; their number is bounded.
import type { LinkReply } from '@skein/node-link'
import { ApiError } from './api-error.ts'

export interface ReplyWaiter {
  readonly pending: number
  /** The reply to a command; rejects UNAVAILABLE past the deadline, at once when too many wait, and when closed. */
  expect(commandId: string, deadlineAt: number): Promise<LinkReply>
  /** Stops waiting for a command that was never sent. */
  forget(commandId: string): void
  /** Whether somebody waited for it. */
  settle(reply: LinkReply): boolean
  close(): void
}

interface Waiting {
  resolve(reply: LinkReply): void
  reject(error: ApiError): void
  readonly timer: NodeJS.Timeout
}

export function createReplyWaiter(options: { readonly pendingMax: number; readonly now: () => number }): ReplyWaiter {
  const waiting = new Map<string, Waiting>()
  let closed = false

  function take(commandId: string): Waiting | undefined {
    const found = waiting.get(commandId)
    if (!found) return undefined
    waiting.delete(commandId)
    clearTimeout(found.timer)
    return found
  }

  return {
    get pending() {
      return waiting.size
    },
    expect(commandId, deadlineAt) {
      if (closed) return Promise.reject(new ApiError('UNAVAILABLE', 'shutting down'))
      if (waiting.size >= options.pendingMax) return Promise.reject(new ApiError('UNAVAILABLE', 'repliesPendingMax'))
      return new Promise((resolve, reject) => {
        const expire = () => take(commandId)?.reject(new ApiError('UNAVAILABLE', 'no reply before the deadline'))
        waiting.set(commandId, { resolve, reject, timer: setTimeout(expire, Math.max(0, deadlineAt - options.now())) })
      })
    },
    forget: (commandId) => void take(commandId),
    settle(reply) {
      if (reply.connectionId !== '') return false
      const found = take(reply.commandId)
      found?.resolve(reply)
      return found !== undefined
    },
    close() {
      closed = true
      for (const commandId of [...waiting.keys()]) take(commandId)?.reject(new ApiError('UNAVAILABLE', 'shutting down'))
    },
  }
}
