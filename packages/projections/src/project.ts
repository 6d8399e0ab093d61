// From an event to the changes of the views. A message changes the conversation's head, the history and its sender's own
// session, however many members there are; nothing is ever written per member per message.
import type { MembersAdded, SkeinEvent } from '@skein/contracts'
import { firstSeqOfStay, parseConversationId } from '@skein/contracts'
import type { Position } from '@skein/event-sourcing'
import type { Change, ConversationChange, MessageRow, SessionChange, StayAmendment, StayChange } from './change.ts'
import { messageOf } from './item.ts'

export interface EventRecord {
  readonly event: SkeinEvent
  readonly position: Position
}

export function project({ event, position: at }: EventRecord): readonly Change[] {
  const row = messageOf(event)
  const appId = event.meta.appId
  const request = 'request' in event ? event.request : null
  const history: Change[] = row ? [{ table: 'messages', at, appId, ...row, request }] : []
  switch (event.type) {
    case 'PartitionClaimed':
    case 'CommandsDone':
      return []
    case 'UserRegistered': {
      const { userId, userName, displayName } = event
      return [{ table: 'users', at, appId, userId, userName, displayName, registeredAt: event.meta.occurredAt }]
    }
    case 'UserNameClaimed': {
      const { userName, userId } = event
      return [{ table: 'user_names', at, appId, name: userName.toLowerCase(), userName, userId }]
    }
    case 'DeviceSessionOpened': {
      const { userId, sessionId, platform, expiresAt } = event
      const opened = { deviceId: event.meta.deviceId, platform, openedAt: event.meta.occurredAt, expiresAt }
      return [{ table: 'device_sessions', at, appId, userId, sessionId, opened, closedAt: null }]
    }
    case 'DeviceSessionClosed': {
      const { userId, sessionId } = event
      return [{ table: 'device_sessions', at, appId, userId, sessionId, opened: null, closedAt: event.meta.occurredAt }]
    }
    case 'MessageSent':
      return [
        head(at, appId, row!, { lastOrdinal: event.ordinal, lastMessage: { seq: event.seq, senderId: event.senderId } }),
        ...history,
        ...(event.seq === 1 ? directStays(at, appId, event.conversationId) : []),
        session(at, appId, event.conversationId, event.senderId, event.ordinal),
      ]
    case 'GroupCreated':
      // Its members, the owner among them, come with the MembersAdded that follows.
      return [
        head(at, appId, row!, { lastOrdinal: 0, created: { name: event.name, creatorId: event.ownerId }, ownerId: event.ownerId }),
        ...history,
      ]
    case 'MembersAdded':
      return [head(at, appId, row!, { memberCountDelta: event.members.length }), ...history, ...added(at, appId, event)]
    case 'MemberRemoved':
    case 'MemberLeft': {
      const { userId, conversationId } = event
      const end = { toSeq: event.seq + 1, toOrdinal: event.ordinal, endedAt: event.meta.occurredAt }
      return [
        head(at, appId, row!, { memberCountDelta: -1, gone: [userId] }),
        ...history,
        amend(at, appId, conversationId, userId, { role: '', end }),
      ]
    }
    case 'MemberRoleChanged': {
      const { userId, role, conversationId } = event
      return [
        head(at, appId, row!, role === 'owner' ? { ownerId: userId } : {}),
        ...history,
        amend(at, appId, conversationId, userId, { role }),
      ]
    }
    case 'ReadMarked':
      return [session(at, appId, event.conversationId, event.userId, event.ordinal)]
  }
}

function head(at: Position, appId: string, row: MessageRow, changed: Partial<ConversationChange>): ConversationChange {
  const { conversationId, seq: lastSeq, occurredAt: lastActivityAt } = row
  const unchanged = { lastOrdinal: null, lastMessage: null, created: null, ownerId: null, gone: [], memberCountDelta: 0 }
  return { table: 'conversations', at, appId, conversationId, lastSeq, lastActivityAt, ...unchanged, ...changed }
}

/** The first message of a direct conversation brings it into being for both its users. */
function directStays(at: Position, appId: string, conversationId: string): Change[] {
  const conversation = parseConversationId(conversationId)
  if (conversation?.kind !== 'direct') return []
  return [...new Set(conversation.userIds)].flatMap((userId) => [
    begin(at, appId, conversationId, userId, '', 1, 0),
    session(at, appId, conversationId, userId, 0),
  ])
}

/** Joining and rejoining move one's own read marker to the current last message. */
function added(at: Position, appId: string, { conversationId, members, seq, ordinal }: MembersAdded): Change[] {
  return members.flatMap(({ userId, role }) => [
    begin(at, appId, conversationId, userId, role, firstSeqOfStay(seq), ordinal),
    session(at, appId, conversationId, userId, ordinal),
  ])
}

function begin(
  at: Position,
  appId: string,
  conversationId: string,
  userId: string,
  role: string,
  fromSeq: number,
  fromOrdinal: number,
): StayChange {
  return { table: 'memberships', change: 'begin', at, appId, conversationId, userId, role, fromSeq, fromOrdinal, end: null }
}

function amend(
  at: Position,
  appId: string,
  conversationId: string,
  userId: string,
  changed: Partial<Pick<StayAmendment, 'role' | 'end'>>,
): StayAmendment {
  return { table: 'memberships', change: 'amend', at, appId, conversationId, userId, role: null, end: null, ...changed }
}

function session(at: Position, appId: string, conversationId: string, userId: string, readOrdinal: number): SessionChange {
  return { table: 'sessions', at, appId, conversationId, userId, readOrdinal }
}
