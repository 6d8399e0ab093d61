// Putting others into groups, by creating one with its first members or by adding to one: the schemas say which requests do, and in which field
// they name them. Nobody is asked whether they want to be in, so the policy of the app says how many a user may name in an hour, and how
// often the same one, all ways together. What is refused in the end is given back.
import { type CommandPacket, packets, type SkeinCommand } from '@skein/contracts'
import type { LimitsInForce } from '@skein/domain'
import { countAdded, noneAdded, uncountAdded } from '../connection/added-users.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { admitCommand } from './admission.ts'
import { commandOf, isCommand, submitCommand } from './command-request.ts'
import type { Handler, Request, Said } from './request.ts'

interface Addition {
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
    const addition = { command, others: othersIn(request.name, said, actorId) }
    add(request, addition, request.context.policies.of(appId))
  },
}

function add(request: Request<CommandPacket>, { command, others }: Addition, policy: LimitsInForce): void {
  const { connection } = request
  const nowMs = monotonicMs()
  const user = connection.user!
  user.added ??= noneAdded(nowMs)
  const { added } = user
  const { usersAddedPerHour, sameUserAddedPerHour } = policy
  const { usersAddedKeptMax } = request.context.limits
  const limits = { usersAddedPerHour: usersAddedPerHour.value, sameUserAddedPerHour: sameUserAddedPerHour.value, usersAddedKeptMax }
  const beyond = others.length === 0 ? null : countAdded(added, others, limits, nowMs)
  if (beyond !== null) {
    request.refuse(beyond.retryAfterMs === 0 ? 'TOO_LARGE' : 'RATE_LIMITED', beyond.detail, beyond.retryAfterMs)
    return
  }
  submitCommand(request, command, (accepted) => {
    if (!accepted) uncountAdded(added, others)
  })
}

function othersIn(name: CommandPacket, said: Said[CommandPacket], actorId: string): readonly string[] {
  const field = packets[name].adds
  const named = field === null ? [] : (said as unknown as Readonly<Record<string, readonly string[]>>)[field]
  const others = new Set(named)
  others.delete(actorId)
  return [...others]
}
