// Commands on their way: each is appended to the log, then waits for the reply of the processor, which must name this
// node (by its channel), the connection and the command. An append whose outcome is unknown is made again here, as a retry,
// until the deadline; a reply that may have been lost on its way is not waited for: the client asks again, and is told.
import { setTimeout as sleep } from 'node:timers/promises'
import type { CommandMeta, ErrorCode, SkeinCommand } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import type { LinkReply } from '@skein/node-link'
import type { Connection } from './connection.ts'
import { monotonicMs } from './connection.ts'
import type { GatewayPorts } from './context.ts'
import { isErrorCode } from './farewell.ts'
import type { GatewayLimits } from './limits.ts'
import type { Counters } from './metrics.ts'

/** While a broker restarts it answers at once, and has no leader yet. */
const appendAgainMs = 100

export type Outcome = { readonly reply: LinkReply } | { readonly code: ErrorCode; readonly detail: string }

/** A request that waits for the outcome of its command. `settle` is shared by all of a kind and is called once. */
export interface Pending {
  readonly connection: Connection
  readonly sequence: number
  readonly settle: (pending: Pending, outcome: Outcome) => void
}

interface Waiting {
  readonly pending: Pending
  readonly expiresAt: number
}

export interface CommandDesk {
  readonly pending: number
  /** What to stamp on a command of this connection that enters now. */
  stamp(connection: Connection, retry: boolean): CommandMeta
  submit(key: string, command: SkeinCommand, pending: Pending): void
  reply(reply: LinkReply): void
  /** Replies may have been lost on their way here: settles what may have been answered. */
  repliesLost(): void
  /** Settles commands whose reply is overdue; its owner may have ended between the log and the reply. */
  expire(nowMs: number): void
}

function outcomeOf(reply: LinkReply): Outcome {
  if (reply.code === '') return { reply }
  if (isErrorCode(reply.code)) return { code: reply.code, detail: reply.detail }
  return { code: 'INTERNAL', detail: `refused with ${reply.code}` }
}

export function createCommandDesk(ports: GatewayPorts, limits: GatewayLimits, counters: Counters): CommandDesk {
  /** Not in the log yet: there is an end to that, and no reply that could be lost. */
  const appending = new Map<string, Pending>()
  /** In the log, oldest first. A reply may come before that is known. */
  const waiting = new Map<string, Waiting>()

  function pendingOf(commandId: string): Pending | undefined {
    return appending.get(commandId) ?? waiting.get(commandId)?.pending
  }

  function settle(commandId: string, outcome: Outcome): void {
    const pending = pendingOf(commandId)
    if (pending === undefined) return
    appending.delete(commandId)
    waiting.delete(commandId)
    pending.settle(pending, outcome)
  }

  function appended(commandId: string): void {
    const pending = appending.get(commandId)
    if (pending === undefined) return
    appending.delete(commandId)
    waiting.set(commandId, { pending, expiresAt: monotonicMs() + limits.replyTimeoutMs })
  }

  async function append(key: string, command: SkeinCommand): Promise<void> {
    const { commandId, deadlineAt } = command.meta
    try {
      await ports.appendCommand(key, command, deadlineAt)
      appended(commandId)
    } catch (error) {
      const again = error instanceof LogError && error.code === 'UNKNOWN_OUTCOME' && ports.now() + appendAgainMs < deadlineAt
      if (!again) return appendFailed(commandId, key, error)
      await sleep(appendAgainMs, undefined, { ref: false })
      // It may have been stored, and answered by now.
      const pending = appending.get(commandId)
      if (pending?.connection.open) return append(key, { ...command, meta: { ...command.meta, retry: true } })
      appending.delete(commandId)
    }
  }

  function appendFailed(commandId: string, key: string, error: unknown): void {
    const code = error instanceof LogError && error.code === 'TOO_LARGE' ? 'TOO_LARGE' : 'UNAVAILABLE'
    if (!(error instanceof LogError)) ports.logger.error({ error, commandId, key }, 'command was not appended')
    settle(commandId, { code, detail: code === 'TOO_LARGE' ? 'command' : 'log' })
  }

  return {
    get pending() {
      return appending.size + waiting.size
    },

    stamp(connection, retry) {
      const { appId, userId, deviceId } = connection.identity!
      const enteredAt = ports.now()
      return {
        appId,
        commandId: ports.newId(),
        actorId: userId,
        deviceId,
        enteredAt,
        deadlineAt: enteredAt + limits.commandDeadlineMs,
        retry,
        replyNode: ports.link.incarnation,
        replyConnection: connection.id,
        traceparent: null,
      }
    },

    submit(key, command, pending) {
      if (appending.size + waiting.size >= limits.commandsPendingMax) {
        return pending.settle(pending, { code: 'UNAVAILABLE', detail: 'commandsPendingMax' })
      }
      appending.set(command.meta.commandId, pending)
      counters.commands += 1
      void append(key, command)
    },

    reply(reply) {
      if (pendingOf(reply.commandId)?.connection.id !== reply.connectionId) counters.repliesUnmatched += 1
      else settle(reply.commandId, outcomeOf(reply))
    },

    repliesLost() {
      for (const commandId of [...waiting.keys()]) settle(commandId, { code: 'UNAVAILABLE', detail: 'reply lost' })
    },

    expire(nowMs) {
      for (const [commandId, entry] of waiting) {
        if (entry.expiresAt > nowMs) return
        settle(commandId, { code: 'UNAVAILABLE', detail: 'no reply in time' })
      }
    },
  }
}
