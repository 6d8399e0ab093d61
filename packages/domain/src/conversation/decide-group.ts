// Decides who belongs to a group and in which role. A group with members has exactly one owner; only he gives roles and
// only he removes admins. Replies say the group's last seq after the command, done anew or found done already.
import type { AddMembers, ChangeMemberRole, CreateGroup, LeaveGroup, MemberEntry, RemoveMember } from '@skein/contracts'
import { isUserId } from '@skein/contracts'
import type { ReadCell } from '@skein/event-sourcing'
import type { Cell, ConversationCell } from '../cells.ts'
import { readKind } from '../cells.ts'
import type { DomainEvent, SkeinDecision } from '../decision.ts'
import { accept, eventMeta, reject } from '../decision.ts'
import { limits } from '../limits.ts'
import { isText } from '../text.ts'
import type { ConversationCommand, Place } from './place.ts'
import { targetsOf } from './place.ts'

const roles = ['owner', 'admin', 'member']

export function createGroup(command: CreateGroup, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const { conversationId, name, memberIds } = command
  const { actorId } = place
  if (memberIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE')
  const others = targetsOf(memberIds, actorId)
  if (place.conversation.kind !== 'group' || others === null || !isText(name, 1, limits.groupNameCharsMax))
    return reject('INVALID_ARGUMENT')
  const head = readKind(read, 'conversation', place.headKey)
  if (head !== undefined) return head.creatorId === actorId && head.name === name ? unchanged(head) : reject('ALREADY_EXISTS')
  if (others.length + 1 > limits.groupMembersMax) return reject('GROUP_FULL')
  if (!others.every((userId) => read(place.knownUserKeyOf(userId)) !== undefined)) return reject('USER_NOT_FOUND')

  const meta = eventMeta(command)
  const members: MemberEntry[] = [{ userId: actorId, role: 'owner' }, ...others.map(plain)]
  return changed(command, [
    { type: 'GroupCreated', meta, conversationId, seq: 1, name, ownerId: actorId },
    { type: 'MembersAdded', meta, conversationId, seq: 2, ordinal: 0, members },
  ])
}

export function addMembers(command: AddMembers, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const { conversationId, userIds } = command
  if (userIds.length > limits.membersPerCommandMax) return reject('TOO_LARGE')
  const targets = targetsOf(userIds, place.actorId)
  if (place.conversation.kind !== 'group' || targets === null) return reject('INVALID_ARGUMENT')
  const head = readKind(read, 'conversation', place.headKey)
  if (head === undefined) return reject('CONVERSATION_NOT_FOUND')
  const actorRole = roleOf(place, read, place.actorId)
  if (actorRole === '') return reject('NOT_A_MEMBER')
  if (actorRole === 'member') return reject('FORBIDDEN')

  const joining: MemberEntry[] = []
  for (const userId of targets) {
    const before = readKind(read, 'member', place.memberKeyOf(userId))
    if (before === undefined && read(place.knownUserKeyOf(userId)) === undefined) return reject('USER_NOT_FOUND')
    if (before === undefined || before.role === '') joining.push(plain(userId))
  }
  if (joining.length === 0) return unchanged(head)
  if (head.memberCount + joining.length > limits.groupMembersMax) return reject('GROUP_FULL')
  const seq = head.lastSeq + 1
  return changed(command, [
    { type: 'MembersAdded', meta: eventMeta(command), conversationId, seq, ordinal: head.lastOrdinal, members: joining },
  ])
}

export function removeMember(command: RemoveMember, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const { conversationId, userId } = command
  if (place.conversation.kind !== 'group' || !isUserId(userId)) return reject('INVALID_ARGUMENT')
  const head = readKind(read, 'conversation', place.headKey)
  if (head === undefined) return reject('CONVERSATION_NOT_FOUND')
  const actorRole = roleOf(place, read, place.actorId)
  if (actorRole === '') return reject('NOT_A_MEMBER')
  if (actorRole === 'member' || userId === place.actorId) return reject('FORBIDDEN')
  const targetRole = roleOf(place, read, userId)
  if (targetRole === '') return reject('NOT_A_MEMBER')
  if (actorRole === 'admin' && targetRole !== 'member') return reject('FORBIDDEN')
  const seq = head.lastSeq + 1
  return changed(command, [{ type: 'MemberRemoved', meta: eventMeta(command), conversationId, seq, ordinal: head.lastOrdinal, userId }])
}

export function leaveGroup(command: LeaveGroup, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const { conversationId } = command
  const userId = place.actorId
  if (place.conversation.kind !== 'group') return reject('INVALID_ARGUMENT')
  const head = readKind(read, 'conversation', place.headKey)
  if (head === undefined) return reject('CONVERSATION_NOT_FOUND')
  const role = roleOf(place, read, userId)
  if (role === '') return reject('NOT_A_MEMBER')
  if (role === 'owner' && head.memberCount > 1) return reject('OWNER_CANNOT_LEAVE')
  const seq = head.lastSeq + 1
  return changed(command, [{ type: 'MemberLeft', meta: eventMeta(command), conversationId, seq, ordinal: head.lastOrdinal, userId }])
}

export function changeMemberRole(command: ChangeMemberRole, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const { conversationId, userId, role } = command
  if (place.conversation.kind !== 'group' || !isUserId(userId) || !roles.includes(role)) return reject('INVALID_ARGUMENT')
  const head = readKind(read, 'conversation', place.headKey)
  if (head === undefined) return reject('CONVERSATION_NOT_FOUND')
  const actorRole = roleOf(place, read, place.actorId)
  if (actorRole === '') return reject('NOT_A_MEMBER')
  if (actorRole !== 'owner') return reject('FORBIDDEN')
  const targetRole = roleOf(place, read, userId)
  if (targetRole === '') return reject('NOT_A_MEMBER')
  if (targetRole === role) return unchanged(head)
  // The owner lays his role down only by handing it to another.
  if (userId === place.actorId) return reject('FORBIDDEN')

  const meta = eventMeta(command)
  const seq = head.lastSeq + 1
  const given: DomainEvent = { type: 'MemberRoleChanged', meta, conversationId, seq, userId, role, ordinal: head.lastOrdinal }
  if (role !== 'owner') return changed(command, [given])
  // The new owner first: the head's owner moves from one to the other and is never empty.
  return changed(command, [given, { ...given, seq: seq + 1, userId: place.actorId, role: 'admin' }])
}

const plain = (userId: string): MemberEntry => ({ userId, role: 'member' })

/** Empty for those who are out. */
const roleOf = (place: Place, read: ReadCell<Cell>, userId: string): string =>
  readKind(read, 'member', place.memberKeyOf(userId))?.role ?? ''

const unchanged = ({ lastSeq }: ConversationCell): SkeinDecision => accept([], { seq: lastSeq })

const changed = (command: ConversationCommand, events: readonly Extract<DomainEvent, { readonly seq: number }>[]): SkeinDecision =>
  accept(events, { seq: events.at(-1)!.seq, occurredAt: command.meta.enteredAt })
