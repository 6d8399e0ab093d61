// Decides who belongs to a group and in which role. A group with members has exactly one owner; only he gives roles and
// only he removes admins. Replies say the group's last seq after the command; the last
// event of a command names the request it answers.
import type { AddMembers, ChangeMemberRole, CreateGroup, LeaveGroup, MemberEntry, RemoveMember } from '@skein/contracts'
import { isUserId } from '@skein/contracts'
import type { ReadCell } from '@skein/event-sourcing'
import type { Cell, ConversationCell } from '../cells.ts'
import { readKind } from '../cells.ts'
import type { DomainEvent, SkeinDecision } from '../decision.ts'
import { accept, beyond, eventMeta, type Refusal, reject, rejectText } from '../decision.ts'
import { limits } from '../limits.ts'
import { isText } from '../text.ts'
import type { ConversationCommand, Place } from './place.ts'
import { notAMember, targetsOf, unknownUser } from './place.ts'

type MemberRoleGiven = Extract<DomainEvent, { readonly type: 'MemberRoleChanged' }>

const roles = ['owner', 'admin', 'member']

export function createGroup(command: CreateGroup, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const { conversationId, name, memberIds } = command
  const { actorId } = place
  if (memberIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', memberIds.length))
  const others = targetsOf(memberIds, actorId)
  if (place.conversation.kind !== 'group') return notAGroup
  if (others === null) return reject('INVALID_ARGUMENT', 'memberIds')
  if (!isText(name, 1, limits.groupNameCharsMax)) return rejectText('name', name, 'groupNameCharsMax')
  const head = readKind(read, 'conversation', place.headKey)
  if (head !== undefined) {
    if (head.creatorId !== actorId) return reject('ALREADY_EXISTS', 'conversationId')
    return head.name === name ? unchanged(head) : reject('ALREADY_EXISTS', 'name')
  }
  if (others.length + 1 > limits.groupMembersMax) return reject('GROUP_FULL', beyond('groupMembersMax', others.length + 1))
  const unknown = unknownUser(place, read, others)
  if (unknown !== null) return unknown

  const meta = eventMeta(command)
  const members: MemberEntry[] = [{ userId: actorId, role: 'owner' }, ...others.map(plain)]
  return changed(command, [
    { type: 'GroupCreated', meta, conversationId, seq: 1, name, ownerId: actorId },
    { type: 'MembersAdded', meta, conversationId, seq: 2, ordinal: 0, members, request: command.request },
  ])
}

export function addMembers(command: AddMembers, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const { userIds } = command
  if (userIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE', beyond('membersPerCommandMax', userIds.length))
  const targets = targetsOf(userIds, place.actorId)
  if (place.conversation.kind !== 'group') return notAGroup
  if (targets === null) return reject('INVALID_ARGUMENT', 'userIds')
  const head = readKind(read, 'conversation', place.headKey)
  if (head === undefined) return reject('CONVERSATION_NOT_FOUND', 'conversationId')
  const actorRole = roleOf(place, read, place.actorId)
  if (actorRole === '') return notAMember(place.actorId)
  if (actorRole === 'member') return needsRole(actorRole, 'owner or admin')

  const joining: MemberEntry[] = []
  for (const userId of targets) {
    const before = readKind(read, 'member', place.memberKeyOf(userId))
    const unknown = before === undefined ? unknownUser(place, read, [userId]) : null
    if (unknown !== null) return unknown
    if (before === undefined || before.role === '') joining.push(plain(userId))
  }
  if (joining.length === 0) return unchanged(head)
  const memberCount = head.memberCount + joining.length
  if (memberCount > limits.groupMembersMax) return reject('GROUP_FULL', beyond('groupMembersMax', memberCount))
  return changed(command, [{ type: 'MembersAdded', ...next(command, head), members: joining, request: command.request }])
}

export function removeMember(command: RemoveMember, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const { userId } = command
  if (place.conversation.kind !== 'group') return notAGroup
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  const head = readKind(read, 'conversation', place.headKey)
  if (head === undefined) return reject('CONVERSATION_NOT_FOUND', 'conversationId')
  const actorRole = roleOf(place, read, place.actorId)
  if (actorRole === '') return notAMember(place.actorId)
  if (actorRole === 'member') return needsRole(actorRole, 'owner or admin')
  if (userId === place.actorId) return reject('FORBIDDEN', 'userId is the actor: members leave')
  const targetRole = roleOf(place, read, userId)
  if (targetRole === '') return notAMember(userId)
  if (actorRole === 'admin' && targetRole !== 'member') return needsRole(actorRole, 'owner')
  return changed(command, [{ type: 'MemberRemoved', ...next(command, head), userId, request: command.request }])
}

export function leaveGroup(command: LeaveGroup, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const userId = place.actorId
  if (place.conversation.kind !== 'group') return notAGroup
  const head = readKind(read, 'conversation', place.headKey)
  if (head === undefined) return reject('CONVERSATION_NOT_FOUND', 'conversationId')
  const role = roleOf(place, read, userId)
  if (role === '') return notAMember(userId)
  if (role === 'owner' && head.memberCount > 1) return reject('OWNER_CANNOT_LEAVE', `members ${head.memberCount}`)
  return changed(command, [{ type: 'MemberLeft', ...next(command, head), userId, request: command.request }])
}

export function changeMemberRole(command: ChangeMemberRole, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const { userId, role } = command
  if (place.conversation.kind !== 'group') return notAGroup
  if (!isUserId(userId)) return reject('INVALID_ARGUMENT', 'userId')
  if (!roles.includes(role)) return reject('INVALID_ARGUMENT', `role: one of ${roles.join(', ')}`)
  const head = readKind(read, 'conversation', place.headKey)
  if (head === undefined) return reject('CONVERSATION_NOT_FOUND', 'conversationId')
  const actorRole = roleOf(place, read, place.actorId)
  if (actorRole === '') return notAMember(place.actorId)
  if (actorRole !== 'owner') return needsRole(actorRole, 'owner')
  const targetRole = roleOf(place, read, userId)
  if (targetRole === '') return notAMember(userId)
  if (targetRole === role) return unchanged(head)
  // The owner lays his role down only by handing it to another.
  if (userId === place.actorId) return reject('FORBIDDEN', 'userId is the actor: owners hand over')

  const { request } = command
  const given: MemberRoleGiven = { type: 'MemberRoleChanged', ...next(command, head), userId, role, request }
  if (role !== 'owner') return changed(command, [given])
  // The new owner first: the head's owner moves from one to the other and is never empty.
  return changed(command, [
    { ...given, request: null },
    { ...given, seq: given.seq + 1, userId: place.actorId, role: 'admin' },
  ])
}

const notAGroup = reject('INVALID_ARGUMENT', 'conversationId: not of a group')
const needsRole = (role: string, needed: string): Refusal => reject('FORBIDDEN', `role ${role}, needed ${needed}`)

const plain = (userId: string): MemberEntry => ({ userId, role: 'member' })

/** Empty for those who are out. */
const roleOf = (place: Place, read: ReadCell<Cell>, userId: string): string =>
  readKind(read, 'member', place.memberKeyOf(userId))?.role ?? ''

/** What every event behind the head has in common. */
const next = (command: ConversationCommand, { lastSeq, lastOrdinal }: ConversationCell) => ({
  meta: eventMeta(command),
  conversationId: command.conversationId,
  seq: lastSeq + 1,
  ordinal: lastOrdinal,
})

const unchanged = ({ lastSeq }: ConversationCell): SkeinDecision => accept([], { seq: lastSeq })

const changed = (command: ConversationCommand, events: readonly Extract<DomainEvent, { readonly seq: number }>[]): SkeinDecision =>
  accept(events, { seq: events.at(-1)!.seq, occurredAt: command.meta.enteredAt })
