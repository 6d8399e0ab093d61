// Putting others into groups, by creating one with its first members or by adding to one: the schemas say which requests do, and in which field
// they name them. Nobody is asked whether they want to be in, so the policy of the app says how many a user may name in an hour, and how
// often the same one, all ways together. A request that is repeated is counted once; what is refused for good is given back.
import { type CommandMeta, type CommandPacket, packets, type SkeinCommand } from '@skein/contracts'
import type { LimitsInForce } from '@skein/domain'
import { countAdded, noneAdded, uncountAdded } from '../connection/added-users.ts'
import { isRetriable } from '../connection/error-answer.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { admitCommand } from './admission.ts'
import { commandOf, isCommand, submitCommand } from './command-request.ts'
import type { Handler, Request, Said } from './request.ts'

interface Adding {
  readonly command: SkeinCommand
  /** Whom it names, each once, besides who asks. */
  readonly others: readonly string[]
}

export const groupAddition: Handler<CommandPacket> = {
  admit: admitCommand,
  handle(request, said) {
    const command = commandOf(request, said)
    if (!isCommand(command)) {
      request.refuse(command.code, command.detail)
      return
    }
    const { appId, actorId } = command.meta
    const adding = { command, others: othersIn(request.name, said, actorId) }
    add(request, adding, request.context.policies.of(appId))
  },
}

function add(request: Request<CommandPacket>, { command, others }: Adding, policy: LimitsInForce): void {
  const { connection } = request
  const nowMs = monotonicMs()
  const user = connection.user!
  user.added ??= noneAdded(nowMs)
  const { added } = user
  const { usersAddedPerHour, sameUserAddedPerHour } = policy
  const { usersAddedKeptMax } = request.context.limits
  const limits = { usersAddedPerHour: usersAddedPerHour.value, sameUserAddedPerHour: sameUserAddedPerHour.value, usersAddedKeptMax }
  const addition = { key: keyOf(command.meta), userIds: others }
  const beyond = others.length === 0 ? null : countAdded(added, addition, limits, nowMs)
  if (beyond !== null) {
    request.refuse(beyond.retryAfterMs === 0 ? 'TOO_LARGE' : 'RATE_LIMITED', beyond.detail, beyond.retryAfterMs)
    return
  }
  submitCommand(request, command, (outcome) => {
    // What may stand in the log counts, and so does what is asked for again.
    if (!outcome.accepted && !isRetriable(outcome.code)) uncountAdded(added, addition)
  })
}

/** By the content too: under the same id something else may be asked for, of another group. */
function keyOf({ commandId, intent }: CommandMeta): string {
  return intent === null ? commandId : `${intent.id} ${Buffer.from(intent.contentHash).toString('base64')}`
}

function othersIn(name: CommandPacket, said: Said[CommandPacket], actorId: string): readonly string[] {
  const field = packets[name].adds
  const named = field === null ? [] : (said as unknown as Readonly<Record<string, readonly string[]>>)[field]
  const others = new Set(named)
  others.delete(actorId)
  return [...others]
}
