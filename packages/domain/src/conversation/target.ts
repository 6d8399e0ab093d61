// Where a conversation command is aimed: its ids, once they are known to be valid. Nothing is read from the views, and
// no key is made, before this has been asked: an invalid id may hold text that no store takes.
import type { Conversation, SkeinCommand } from '@skein/contracts'
import { isUserId, parseConversationId } from '@skein/contracts'
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import { limitOf } from '../app/policy.ts'
import { type GroupCell, groupKey } from '../cells/group.ts'
import type { Cell, ConversationCell, MemberCell } from '../cells.ts'
import { broadcasterKey, conversationKey, knownUserKey, memberKey, messageKey, readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { limits } from '../limits.ts'
import { isRefusal, type Refusal, reject } from '../refusal.ts'

export type ConversationCommand = Extract<SkeinCommand, { readonly conversationId: string }>

export interface Target {
  readonly appId: string
  readonly actorId: string
  readonly conversation: Conversation
  readonly headKey: CellKey
  /** Of what tells what the actor may do: of their membership, or of their right to broadcast. */
  readonly actorKey: CellKey
  /** Of the cell of the group; none for a direct conversation. */
  readonly groupKeys: readonly CellKey[]
  readonly memberKeyOf: (userId: string) => CellKey
  readonly messageKeyOf: (seq: number) => CellKey
  readonly knownUserKeyOf: (userId: string) => CellKey
}

/** Null for what is none. */
export const conversationOf = (conversationId: string): Conversation | null =>
  conversationId.length > limits.conversationIdCharsMax ? null : parseConversationId(conversationId)

/** Commands about conversations always have an actor. */
export function targetOf({ meta: { appId, actorId }, conversationId }: ConversationCommand): Target | Refusal {
  const conversation = conversationOf(conversationId)
  if (conversation === null) return reject('INVALID_ARGUMENT', 'conversationId')
  if (!isUserId(actorId)) return reject('INVALID_ARGUMENT', 'meta.actorId')
  // Of a direct conversation the ids alone tell who is in.
  if (conversation.kind === 'direct' && !conversation.userIds.includes(actorId)) return notAMember(actorId)
  // Nobody is told of the broadcasts of another app.
  if (conversation.kind === 'broadcasts' && conversation.appId !== appId) return notAMember(actorId)
  const memberKeyOf = (userId: string) => memberKey(appId, conversationId, userId)
  return {
    appId,
    actorId,
    conversation,
    headKey: conversationKey(appId, conversationId),
    actorKey: conversation.kind === 'broadcasts' ? broadcasterKey(appId, actorId) : memberKeyOf(actorId),
    groupKeys: conversation.kind === 'group' ? [groupKey(appId, conversationId)] : [],
    memberKeyOf,
    messageKeyOf: (seq) => messageKey(appId, conversationId, seq),
    knownUserKeyOf: (userId) => knownUserKey(appId, userId),
  }
}

/** The target of a command that is about a group. */
export function groupOf(command: ConversationCommand): Target | Refusal {
  const target = targetOf(command)
  if (isRefusal(target) && target.code === 'INVALID_ARGUMENT') return target
  if (isRefusal(target) || target.conversation.kind !== 'group') return reject('INVALID_ARGUMENT', 'conversationId: not of a group')
  return target
}

/** Users a command names, each once, in the order given; refuses what is no user id. */
export const usersNamed = (field: string, userIds: readonly string[]): readonly string[] | Refusal =>
  userIds.every(isUserId) ? [...new Set(userIds)] : reject('INVALID_ARGUMENT', field)

/** The same without its actor. */
export function othersNamed(field: string, userIds: readonly string[], actorId: string): readonly string[] | Refusal {
  const named = usersNamed(field, userIds)
  return isRefusal(named) ? named : named.filter((userId) => userId !== actorId)
}

export const notAMember = (userId: string): Refusal => reject('NOT_A_MEMBER', `user ${userId}`)

/**
 * Of a conversation that was never begun. Whether there is a group is told to its members alone: to all others the answer is the same as if it
 * were. Who is in a direct conversation is known to both before it begins.
 */
export const notBegun = ({ conversation, actorId }: Target): Refusal =>
  conversation.kind === 'group' ? notAMember(actorId) : reject('CONVERSATION_NOT_FOUND', 'conversationId')

export const needsRole = (role: string, needed: string): Refusal => reject('FORBIDDEN', `role ${role}, needed ${needed}`)

/** Refuses with the first of these users who does not exist; null when all do. */
export function unknownUser({ knownUserKeyOf }: Target, read: ReadCell<Cell>, userIds: readonly string[]): Refusal | null {
  const unknown = userIds.find((userId) => read(knownUserKeyOf(userId)) === undefined)
  return unknown === undefined ? null : reject('USER_NOT_FOUND', `user ${unknown}`)
}

export const headOf = ({ headKey }: Target, read: ReadCell<Cell>): ConversationCell | undefined => readKind(read, 'conversation', headKey)

/** Whether one belongs to a group now: joined, and not gone since. */
export const isIn = (member: MemberCell | undefined): boolean => member !== undefined && member.role !== ''

/** Empty for those who are out. */
export const roleOf = ({ memberKeyOf }: Target, read: ReadCell<Cell>, userId: string): string =>
  readKind(read, 'member', memberKeyOf(userId))?.role ?? ''

/** Cells of users who may be about to join: who was a member before is known to exist. */
export function joiningKeys({ memberKeyOf, knownUserKeyOf }: Target, userIds: readonly string[], cached: ReadCell<Cell>): CellKey[] {
  return userIds.flatMap((userId) => {
    const key = memberKeyOf(userId)
    return cached(key) === undefined ? [key, knownUserKeyOf(userId)] : [key]
  })
}

/** How many members a group may have, by its app and by what it is set to itself. */
export function membersMaxOf({ appId }: Target, { membersMax }: GroupCell, read: ReadCell<Cell>): number {
  const limit = limitOf('groupMembersMax', appId, read)
  return membersMax > 0 ? Math.min(limit, membersMax) : limit
}

/** Refuses more members than a group may have; null for what it may. */
export function groupFull(target: Target, group: GroupCell, memberCount: number, read: ReadCell<Cell>): Refusal | null {
  const limit = membersMaxOf(target, group, read)
  return memberCount > limit ? reject('GROUP_FULL', `groupMembersMax ${limit}, asked ${memberCount}`) : null
}

/** What every event behind the head has in common. */
export const next = (command: ConversationCommand, { lastSeq, lastOrdinal }: ConversationCell) => ({
  meta: eventMeta(command),
  conversationId: command.conversationId,
  seq: lastSeq + 1,
  ordinal: lastOrdinal,
})
