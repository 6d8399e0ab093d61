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
  /** Replies may have been lost on their way here: settles what is in the log. What is not known to be waits its time. */
  repliesLost(): void
  /** Settles commands that the log does not take, and those whose reply is overdue: an owner may end before it is sent. */
  expire(nowMs: number): void
}

function outcomeOf(reply: LinkReply): Outcome {
  if (reply.code === '') return { reply }
  if (isErrorCode(reply.code)) return { code: reply.code, detail: reply.detail }
  return { code: 'INTERNAL', detail: `refused with ${reply.code}` }
}

/** A request about a group without a name leaves no trace by which a second copy would be known. */
const mayRepeat = (command: SkeinCommand): boolean => !('request' in command) || command.request !== null

function overdue(entries: ReadonlyMap<string, Waiting>, nowMs: number): string[] {
  const ids: string[] = []
  for (const [commandId, { expiresAt }] of entries) {
    if (expiresAt > nowMs) break
    ids.push(commandId)
  }
  return ids
}

export function createCommandDesk(ports: GatewayPorts, limits: GatewayLimits, counters: Counters): CommandDesk {
  /** Not known to be in the log, oldest first. A reply may come before that is known. */
  const appending = new Map<string, Waiting>()
  /** In the log, oldest first. */
  const waiting = new Map<string, Waiting>()

  function pendingOf(commandId: string): Pending | undefined {
    return (appending.get(commandId) ?? waiting.get(commandId))?.pending
  }

  function settle(commandId: string, outcome: Outcome): void {
    const pending = pendingOf(commandId)
    if (pending === undefined) return
    appending.delete(commandId)
    waiting.delete(commandId)
    pending.settle(pending, outcome)
  }

  function appended(commandId: string): void {
    const entry = appending.get(commandId)
    if (entry === undefined) return
    appending.delete(commandId)
    waiting.set(commandId, { pending: entry.pending, expiresAt: monotonicMs() + limits.replyTimeoutMs })
  }

  async function append(key: string, command: SkeinCommand): Promise<void> {
    const { commandId, deadlineAt } = command.meta
    try {
      await ports.appendCommand(key, command, deadlineAt)
      appended(commandId)
    } catch (error) {
      const unknown = error instanceof LogError && error.code === 'UNKNOWN_OUTCOME'
      const again = unknown && mayRepeat(command) && ports.now() + appendAgainMs < deadlineAt
      if (again) await sleep(appendAgainMs, undefined, { ref: false })
      // It may have been stored, and answered by now; or nobody waits for it any more.
      if (again && pendingOf(commandId)?.connection.open) return append(key, { ...command, meta: { ...command.meta, retry: true } })
      appendFailed(commandId, key, error)
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
      appending.set(command.meta.commandId, { pending, expiresAt: monotonicMs() + limits.commandDeadlineMs })
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
      for (const commandId of overdue(appending, nowMs)) settle(commandId, { code: 'UNAVAILABLE', detail: 'log' })
      for (const commandId of overdue(waiting, nowMs)) settle(commandId, { code: 'UNAVAILABLE', detail: 'no reply in time' })
    },
  }
}
