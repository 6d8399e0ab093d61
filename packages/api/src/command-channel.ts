// Asks the processor through the log: stamps a command, appends it, waits for its reply over the node link. A refusal
// comes back as a reply with a code; an outcome that is not known is UNAVAILABLE, and asking again must be harmless.
import { randomUUID, randomUUIDv7 } from 'node:crypto'
import type { ClaimUserName, CloseDeviceSession, CommandMeta, OpenDeviceSession, RegisterUser, SkeinCommand } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import type { LinkReply } from '@skein/node-link'
import { ApiError } from './api-error.ts'
import type { ReplyWaiter } from './reply-waiter.ts'

type Asked = ClaimUserName | RegisterUser | OpenDeviceSession | CloseDeviceSession
type WithoutMeta<C> = C extends Asked ? Omit<C, 'meta'> : never
/** A command without its stamp. */
export type Intent = WithoutMeta<Asked>

export interface Asker {
  readonly appId: string
  readonly actorId: string
  readonly deviceId: string
  /** This intent may have been sent before. */
  readonly retry?: boolean
}

export type AppendCommand = (key: string, command: SkeinCommand, deadlineAt: number) => Promise<void>
export type Ask = (key: string, intent: Intent, asker: Asker) => Promise<LinkReply>

export interface CommandChannelOptions {
  readonly appendCommand: AppendCommand
  readonly incarnation: string
  readonly replies: ReplyWaiter
  readonly timeoutMs: number
  readonly replyGraceMs: number
  readonly now: () => number
}

export function createCommandChannel(options: CommandChannelOptions): Ask {
  return async (key, intent, asker) => {
    const enteredAt = options.now()
    const deadlineAt = enteredAt + options.timeoutMs
    const meta: CommandMeta = {
      appId: asker.appId,
      commandId: newTimeOrderedId(),
      actorId: asker.actorId,
      deviceId: asker.deviceId,
      enteredAt,
      deadlineAt,
      retry: asker.retry ?? false,
      replyNode: options.incarnation,
      replyConnection: '',
      traceparent: null,
    }
    const reply = options.replies.expect(meta.commandId, deadlineAt + options.replyGraceMs)
    reply.catch(() => {}) // the append below may fail first
    try {
      await options.appendCommand(key, { ...intent, meta } as SkeinCommand, deadlineAt)
    } catch (cause) {
      // Stored or not, nobody knows: if it was, its reply says so.
      if (cause instanceof LogError && cause.code === 'UNKNOWN_OUTCOME') return reply
      options.replies.forget(meta.commandId)
      if (cause instanceof LogError && cause.code === 'TOO_LARGE') throw new ApiError('TOO_LARGE', 'command', { cause })
      throw new ApiError('UNAVAILABLE', 'log', { cause })
    }
    return reply
  }
}

export const newTimeOrderedId = (): string => randomUUIDv7()
export const newRandomId = (): string => randomUUID()
