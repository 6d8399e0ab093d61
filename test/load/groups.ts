// Groups for load: made through the log itself, of any size, hundreds of members a command.
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { broadcastConversationId, type CommandMeta, type SkeinCommand } from '@skein/contracts'
import { limits as domainLimits } from '@skein/domain'
import type { Backbone } from '@skein/server'
import { defaultSchema } from '@skein/view-store'
import { metaOf } from './people.ts'

/** By an app that has said nothing. */
const membersAllowed = 1_000
const pollMs = 100
/** Nothing more of it has come to the views for so long: the rest was refused. */
const stalledMs = 10_000
const attemptsMax = 4
/** On their way at once: each names as many as a command may. */
const commandsAtOnce = 20

interface WantedGroup {
  readonly appId: string
  readonly conversationId: string
  readonly members: number
}

/** Makes a group of these people, the first of whom owns it, and waits until the views show all of them. Answers its conversation. */
export async function makeGroup(backbone: Backbone, appId: string, userIds: readonly string[]): Promise<string> {
  const conversationId = `g:${randomUUID()}`
  const [ownerId, ...others] = userIds as [string, ...string[]]
  const chunks = Array.from({ length: Math.ceil(others.length / domainLimits.membersPerCommandMax) }, (_, i) =>
    others.slice(i * domainLimits.membersPerCommandMax, (i + 1) * domainLimits.membersPerCommandMax),
  )
  const [memberIds = [], ...more] = chunks
  const create = (): SkeinCommand => {
    return { type: 'CreateGroup', meta: metaAs(appId, ownerId, memberIds), conversationId, name: 'load', memberIds, settings: [] }
  }
  let members = 1 + memberIds.length
  await untilMembers(backbone, [create], { appId, conversationId, members })
  for (let i = 0; i < more.length; i += commandsAtOnce) {
    const some = more.slice(i, i + commandsAtOnce)
    members += some.reduce((sum, added) => sum + added.length, 0)
    const add = (userIds: readonly string[]) => (): SkeinCommand => {
      return { type: 'AddMembers', meta: metaAs(appId, ownerId, userIds), conversationId, userIds }
    }
    await untilMembers(backbone, some.map(add), { appId, conversationId, members })
  }
  return conversationId
}

/** By the owner of a group. */
export async function addMembers(
  { log }: Pick<Backbone, 'log'>,
  { appId, ownerId, conversationId, userIds }: { appId: string; ownerId: string; conversationId: string; userIds: readonly string[] },
): Promise<void> {
  await log.appendCommand({ type: 'AddMembers', meta: metaAs(appId, ownerId, userIds), conversationId, userIds })
}

/** Has an app allow groups of so many members, where that is more than it does by default. */
export async function allowMembers(backbone: Pick<Backbone, 'log'>, appId: string, members: number): Promise<void> {
  if (members > membersAllowed) await allow(backbone, appId, { groupMembersMax: members })
}

/** Has an app allow what it does not by default. */
export async function allow({ log }: Pick<Backbone, 'log'>, appId: string, allowed: Readonly<Record<string, number>>): Promise<void> {
  const meta = () => metaAs(appId, '', [JSON.stringify(allowed)])
  const limits = Object.entries(allowed).map(([name, value]) => ({ name, value }))
  await log.appendCommand({ type: 'RegisterApp', meta: { ...meta(), intent: null } })
  await log.appendCommand({ type: 'ChangeAppPolicy', meta: meta(), limits })
}

/** Gives a user the right to broadcast. */
export async function letBroadcast({ log }: Pick<Backbone, 'log'>, appId: string, userId: string): Promise<void> {
  const conversationId = broadcastConversationId(appId)
  await log.appendCommand({ type: 'ChangeBroadcastRight', meta: metaAs(appId, '', [userId]), conversationId, userId, allowed: true })
}

/** What an app allows is known a moment later where a group is, and a busy machine takes longer than a command may: both are tried again. */
async function untilMembers(backbone: Backbone, commands: readonly (() => SkeinCommand)[], wanted: WantedGroup): Promise<void> {
  let shown = 0
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    await Promise.all(commands.map((make) => backbone.log.appendCommand(make())))
    shown = await membersShown(backbone, wanted)
    if (shown >= wanted.members) return
  }
  throw new Error(`${wanted.conversationId} has ${shown} members, and was to have ${wanted.members}`)
}

/** How many there are once it is as many as wanted, or no more come. */
async function membersShown({ database }: Backbone, { appId, conversationId, members }: WantedGroup): Promise<number> {
  const text = `SELECT count(*)::int AS members FROM ${defaultSchema}.memberships WHERE app_id = $1 AND conversation_id = $2 AND to_seq = 0`
  let shown = 0
  for (let since = performance.now(); performance.now() - since < stalledMs; await delay(pollMs)) {
    const { rows } = await database.query<{ members: number }>(text, [appId, conversationId])
    if (rows[0]!.members !== shown) since = performance.now()
    shown = rows[0]!.members
    if (shown >= members) break
  }
  return shown
}

function metaAs(appId: string, actorId: string, named: readonly string[]): CommandMeta {
  const contentHash = createHash('sha256').update(JSON.stringify(named)).digest()
  return { ...metaOf(appId, actorId, actorId === '' ? '' : 'device-0'), intent: { id: randomUUID(), contentHash } }
}
