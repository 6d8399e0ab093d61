// Decides sending and reading; commands about groups are decided next door. Checks come in this order: ids, a repeated
// command (answered as the first time, even when the actor was removed since), content, existence, membership.
import type { MarkRead, SendMessage } from '@skein/contracts'
import type { ReadCell } from '@skein/event-sourcing'
import type { Cell, ConversationCell, MemberCell } from '../cells.ts'
import { readKind, untouchedDirectMember } from '../cells.ts'
import type { SkeinDecision } from '../decision.ts'
import { accept, eventMeta, faultOfMeta, reject } from '../decision.ts'
import { isCount } from '../text.ts'
import { unhandled } from '../unhandled.ts'
import { addMembers, changeMemberRole, createGroup, leaveGroup, removeMember } from './decide-group.ts'
import { decideRepeat } from './intent.ts'
import { faultOfContent } from './message-content.ts'
import type { ConversationCommand, Place } from './place.ts'
import { admits, notAMember, placeOf, unknownUser } from './place.ts'

export function decideConversation(command: ConversationCommand, read: ReadCell<Cell>): SkeinDecision {
  const fault = faultOfMeta(command)
  if (fault !== null) return fault
  const place = placeOf(command)
  if (place === null) return reject('INVALID_ARGUMENT', command.meta.actorId === '' ? 'meta.actorId' : 'conversationId')
  const repeat = decideRepeat(command, read)
  if (repeat !== null) return repeat
  switch (command.type) {
    case 'SendMessage':
      return sendMessage(command, place, read)
    case 'MarkRead':
      return markRead(command, place, read)
    case 'CreateGroup':
      return createGroup(command, place, read)
    case 'AddMembers':
      return addMembers(command, place, read)
    case 'RemoveMember':
      return removeMember(command, place, read)
    case 'LeaveGroup':
      return leaveGroup(command, place, read)
    case 'ChangeMemberRole':
      return changeMemberRole(command, place, read)
    default:
      return unhandled(command)
  }
}

function sendMessage(command: SendMessage, place: Place, read: ReadCell<Cell>): SkeinDecision {
  const fault = faultOfContent(command)
  if (fault !== null) return fault
  if (!admits(place)) return notAMember(place.actorId)

  const head = readKind(read, 'conversation', place.headKey)
  if (place.conversation.kind === 'group') {
    if (head === undefined) return reject('CONVERSATION_NOT_FOUND', 'conversationId')
    if (!isIn(readKind(read, 'member', place.memberKeyOf(place.actorId)))) return notAMember(place.actorId)
  } else if (head === undefined) {
    const unknown = unknownUser(place, read, place.conversation.userIds)
    if (unknown !== null) return unknown
  }
  const lastSeq = head?.lastSeq ?? 0
  if (command.replyTo > lastSeq) return reject('INVALID_ARGUMENT', `replyTo: lastSeq ${lastSeq}, asked ${command.replyTo}`)
  return append(command, place, lastSeq + 1, (head?.lastOrdinal ?? 0) + 1)
}

function append(command: SendMessage, place: Place, seq: number, ordinal: number): SkeinDecision {
  const { conversationId, clientMessageId, messageId, contentHash, body, replyTo, attachments } = command
  const content = { clientMessageId, messageId, contentHash, senderId: place.actorId, body, replyTo, attachments }
  const meta = eventMeta(command)
  return accept([{ type: 'MessageSent', meta, conversationId, seq, ordinal, ...content }], {
    seq,
    ordinal,
    messageId,
    occurredAt: meta.occurredAt,
  })
}

function markRead(command: MarkRead, place: Place, read: ReadCell<Cell>): SkeinDecision {
  if (!isCount(command.ordinal)) return reject('INVALID_ARGUMENT', 'ordinal')
  if (!admits(place)) return notAMember(place.actorId)
  const head = readKind(read, 'conversation', place.headKey)
  if (head === undefined) return reject('CONVERSATION_NOT_FOUND', 'conversationId')
  const member = readKind(read, 'member', place.memberKeyOf(place.actorId))
  if (place.conversation.kind === 'group' && !isIn(member)) {
    // A mark that was passed before its reader went is done, and a repeat of it finds it so.
    if (member === undefined || command.ordinal > member.readOrdinal) return notAMember(place.actorId)
  }
  return moveReadMarker(command, place.actorId, head, member ?? untouchedDirectMember)
}

function moveReadMarker(command: MarkRead, userId: string, head: ConversationCell, member: MemberCell): SkeinDecision {
  const ordinal = Math.min(command.ordinal, head.lastOrdinal)
  if (ordinal <= member.readOrdinal) return accept([], { ordinal: member.readOrdinal })
  const meta = eventMeta(command)
  return accept([{ type: 'ReadMarked', meta, conversationId: command.conversationId, userId, ordinal }], {
    ordinal,
    occurredAt: meta.occurredAt,
  })
}

/** Whether one belongs to a group now: joined, and not gone since. */
const isIn = (member: MemberCell | undefined): boolean => member !== undefined && member.role !== ''
