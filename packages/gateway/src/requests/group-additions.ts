// Putting others into groups, by creating one with its first members or by adding to one: the schemas say which requests do, and in which field
// they name them. Nobody is asked whether they want to be in, so the policy of the app says how many a user may name in an hour, how often the
// same one, and how often one is named by all together before only those whom they know may do so, all ways together. Who knows whom is asked
// of the views, and only where that matters. A request that is repeated is counted once; what is refused for good is given back.
import { type CommandPacket, packets, type SkeinCommand } from '@skein/contracts'
import type { LimitsInForce } from '@skein/domain'
import {
  type AddedUsers,
  type AddingLimits,
  type Addition,
  beyondLimits,
  countAdded,
  noneAdded,
  uncountAdded,
} from '../connection/added-users.ts'
import { countedKeyOf, isCounted } from '../connection/counted-requests.ts'
import { isRetriable } from '../connection/error-answer.ts'
import { type BeyondHour, beyondEach, countEach, forgetDrained, uncountEach } from '../connection/hourly-counts.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { admitCommand, readAgainMs, refuseBeyond } from './admission.ts'
import { commandOrRefused, submitCommand } from './command-request.ts'
import { unavailable } from './reads/read-request.ts'
import type { Handler, Request, Said } from './request.ts'
import { putOffSends } from './send-lanes.ts'

interface Adding extends Addition {
  readonly command: SkeinCommand
  readonly conversationId: string
  readonly policy: LimitsInForce
  /** Whom the asker has added, and may. */
  readonly added: AddedUsers
  readonly ofAsker: AddingLimits
}

/** Those named who were put into groups so often that only whom they know may do so again. */
type Wary = ReadonlyMap<string, BeyondHour>

export const groupAddition: Handler<CommandPacket> = {
  admit: admitCommand,
  handle(request, said) {
    const command = commandOrRefused(request, said)
    if (command === null) return
    const adding = addingOf(request, said, command)
    const wary = waryAmong(request, adding)
    // What was counted was let through then: its answer is due.
    if (wary.size === 0 || isCounted(adding.added, adding, monotonicMs())) add(request, adding)
    else return addKnown(request, adding, wary)
  },
}

/** Once the views have told that all who are wary know the asker. Messages that the asker sends behind it wait too. */
async function addKnown(request: Request<CommandPacket>, adding: Adding, wary: Wary): Promise<void> {
  const { connection, context } = request
  const { appId, actorId: userId } = adding.command.meta
  const beyond = beyondLimits(adding.added, adding.userIds, adding.ofAsker, monotonicMs())
  if (beyond !== null) {
    refuseBeyond(request, beyond)
    return
  }
  const tooMany = context.gate.refusal(connection)
  if (tooMany !== null) {
    request.refuse('RATE_LIMITED', tooMany, readAgainMs)
    return
  }
  const goOn = putOffSends(request, adding.conversationId)
  try {
    const [stranger] = await context.gate.read(connection, () => context.views.strangers({ appId, userId, among: [...wary.keys()] }))
    if (!connection.open) return
    if (stranger === undefined) add(request, { ...adding, command: context.desk.afresh(adding.command) })
    else {
      const { detail, retryAfterMs } = wary.get(stranger)!
      refuseBeyond(request, { detail: `addedByStrangersPerHour ${detail}, user ${stranger}`, retryAfterMs })
    }
  } catch (error) {
    const { code, detail } = unavailable(request, error)
    request.refuse(code, detail)
  } finally {
    goOn()
  }
}

function add(request: Request<CommandPacket>, adding: Adding): void {
  const { limits, addedByAll } = request.context
  const { command, userIds, policy, added, ofAsker } = adding
  const nowMs = monotonicMs()
  const named = namesInAll(adding)
  if (userIds.length > 0 && !isCounted(added, adding, nowMs)) {
    const beyond = countAdded(added, adding, ofAsker, nowMs)
    if (beyond !== null) {
      refuseBeyond(request, beyond)
      return
    }
    countEach(addedByAll, named, { perHour: policy.addedByStrangersPerHour.value, keptMax: limits.addedByAllKeptMax }, nowMs)
  }
  submitCommand(request, command, (outcome) => {
    // What may stand in the log counts, and so does what is asked for again.
    if (!outcome.accepted && !isRetriable(outcome.code) && uncountAdded(added, adding)) uncountEach(addedByAll, named)
  })
}

function addingOf(request: Request<CommandPacket>, said: Said[CommandPacket], command: SkeinCommand): Adding {
  const { connection, context, name } = request
  const { meta } = command
  const user = connection.user!
  user.added ??= noneAdded(monotonicMs())
  const conversationId = 'conversationId' in command ? command.conversationId : ''
  const userIds = othersIn(name, said, meta.actorId)
  const policy = context.policies.of(meta.appId)
  const ofAsker = {
    usersAddedPerHour: policy.usersAddedPerHour.value,
    sameUserAddedPerHour: policy.sameUserAddedPerHour.value,
    usersAddedKeptMax: context.limits.usersAddedKeptMax,
  }
  return { command, conversationId, key: countedKeyOf(meta), userIds, policy, added: user.added, ofAsker }
}

function waryAmong({ context: { addedByAll } }: Request, adding: Adding): Wary {
  const nowMs = monotonicMs()
  const perHour = adding.policy.addedByStrangersPerHour.value
  forgetDrained(addedByAll, nowMs)
  const wary = new Map<string, BeyondHour>()
  for (const [index, name] of namesInAll(adding).entries()) {
    const beyond = beyondEach(addedByAll, name, perHour, nowMs)
    if (beyond !== null) wary.set(adding.userIds[index]!, beyond)
  }
  return wary
}

/** Of those named, in the order of their ids there. */
const namesInAll = ({ command, userIds }: Adding): readonly string[] => userIds.map((userId) => `${command.meta.appId}/${userId}`)

function othersIn(name: CommandPacket, said: Said[CommandPacket], actorId: string): readonly string[] {
  const field = packets[name].adds
  const named = field === null ? [] : (said as unknown as Readonly<Record<string, readonly string[]>>)[field]
  const others = new Set(named)
  others.delete(actorId)
  return [...others]
}
