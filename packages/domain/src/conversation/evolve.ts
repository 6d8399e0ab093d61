// Folds events onto a conversation's head and onto its members, each cell from itself and the event alone. Events of a
// conversation come without a gap; one that does not follow the head is a bug of whoever folds, and stops the fold.
import { firstSeqOfStay } from '@skein/contracts'
import type { CellKey } from '@skein/event-sourcing'
import type { Cell, ConversationCell, MemberCell } from '../cells.ts'
import { asKind, conversationKey, isMemberKey, memberKey, untouchedDirectMember, userOfMemberKey } from '../cells.ts'
import { unhandled } from '../unhandled.ts'
import type { ConversationEvent } from './place.ts'

export function conversationWrites(event: ConversationEvent): readonly CellKey[] {
  const { appId } = event.meta
  const head = conversationKey(appId, event.conversationId)
  const member = (userId: string): CellKey => memberKey(appId, event.conversationId, userId)
  switch (event.type) {
    case 'GroupCreated':
      return [head]
    case 'MembersAdded':
      return [head, ...event.members.map(({ userId }) => member(userId))]
    case 'MemberRemoved':
    case 'MemberLeft':
    case 'MemberRoleChanged':
      return [head, member(event.userId)]
    case 'MessageSent':
      return [head, member(event.senderId)]
    case 'ReadMarked':
      return [member(event.userId)]
    default:
      return unhandled(event)
  }
}

export function evolveConversation(key: CellKey, cell: Cell | undefined, event: ConversationEvent): Cell | undefined {
  if (isMemberKey(key)) return evolveMember(userOfMemberKey(key), asKind('member', cell), event)
  return evolveHead(asKind('conversation', cell), event)
}

function evolveHead(cell: ConversationCell | undefined, event: ConversationEvent): ConversationCell | undefined {
  if (event.type === 'ReadMarked') return cell
  const before = cell ?? noConversation
  if (event.seq !== before.lastSeq + 1) {
    throw new Error(`${event.type} ${event.seq} of ${event.conversationId} does not follow ${before.lastSeq}`)
  }
  const head = { ...before, lastSeq: event.seq }
  switch (event.type) {
    case 'GroupCreated':
      return { ...head, ownerId: event.ownerId, creatorId: event.ownerId, name: event.name }
    case 'MembersAdded':
      return { ...head, memberCount: head.memberCount + event.members.length }
    case 'MemberRemoved':
    case 'MemberLeft':
      return { ...head, memberCount: head.memberCount - 1, ownerId: event.userId === head.ownerId ? '' : head.ownerId }
    case 'MemberRoleChanged':
      return event.role === 'owner' ? { ...head, ownerId: event.userId } : head
    case 'MessageSent':
      return { ...head, lastOrdinal: event.ordinal }
    default:
      return unhandled(event)
  }
}

function evolveMember(userId: string, cell: MemberCell | undefined, event: ConversationEvent): MemberCell | undefined {
  switch (event.type) {
    case 'GroupCreated':
      return cell
    case 'MembersAdded': {
      const role = event.members.find((entry) => entry.userId === userId)?.role
      const fromSeq = firstSeqOfStay(event.seq)
      return role === undefined ? cell : { kind: 'member', role, readOrdinal: event.ordinal, fromSeq, toSeq: 0 }
    }
    case 'MemberRemoved':
    case 'MemberLeft':
      return { ...present(cell, event), role: '', toSeq: event.seq + 1 }
    case 'MemberRoleChanged':
      return { ...present(cell, event), role: event.role }
    case 'MessageSent':
    case 'ReadMarked':
      return { ...present(cell ?? untouched(event), event), readOrdinal: event.ordinal }
    default:
      return unhandled(event)
  }
}

const noConversation: ConversationCell = {
  kind: 'conversation',
  lastSeq: 0,
  lastOrdinal: 0,
  memberCount: 0,
  ownerId: '',
  creatorId: '',
  name: '',
}

const untouched = ({ conversationId }: ConversationEvent): MemberCell | undefined =>
  conversationId.startsWith('d:') ? untouchedDirectMember : undefined

function present(cell: MemberCell | undefined, event: ConversationEvent): MemberCell {
  if (cell === undefined) throw new Error(`${event.type} in ${event.conversationId} is about somebody who never joined`)
  return cell
}
