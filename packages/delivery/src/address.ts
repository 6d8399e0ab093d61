// To whom an event goes, decided without I/O: the conversation's people for everything with a seq, the reader's devices (and
// the peer) for a read mark, a session's connections for its end. Who is online is another question.
import { parseConversationId, type SkeinEvent } from '@skein/contracts'
import type { ConversationItem } from '@skein/projections'
import type { Group } from './membership-cache.ts'

export type Addressed =
  | {
      readonly kind: 'item'
      readonly appId: string
      readonly userIds: readonly string[]
      /** Connection that gets the reply instead; empty for none. */
      readonly exceptConnection: string
      readonly conversationId: string
      readonly item: ConversationItem
    }
  | {
      readonly kind: 'readMark'
      readonly appId: string
      readonly userIds: readonly string[]
      readonly exceptConnection: string
      readonly conversationId: string
      readonly userId: string
      readonly ordinal: number
    }
  | {
      readonly kind: 'kick'
      readonly appId: string
      readonly userIds: readonly string[]
      readonly sessionId: string
    }

export type ItemOf = (event: SkeinEvent) => ConversationItem | null

/** The group whose members must be known to address this event; null for none. */
export function groupNeeded(event: SkeinEvent): Group | null {
  if (!('seq' in event) || !event.conversationId.startsWith('g:')) return null
  return { appId: event.meta.appId, conversationId: event.conversationId }
}

/** Null for events that go to nobody. `membersAt` answers who may see a seq of a group. */
export function address(event: SkeinEvent, itemOf: ItemOf, membersAt: (group: Group, seq: number) => string[]): Addressed | null {
  const { appId, connectionId } = event.meta
  if (event.type === 'DeviceSessionClosed') {
    return { kind: 'kick', appId, userIds: [event.userId], sessionId: event.sessionId }
  }
  if (event.type === 'ReadMarked') {
    const { conversationId, userId, ordinal } = event
    const conversation = parseConversationId(conversationId)
    const userIds = conversation?.kind === 'direct' ? distinct(conversation.userIds) : [userId]
    return { kind: 'readMark', appId, userIds, exceptConnection: connectionId, conversationId, userId, ordinal }
  }
  if (!('seq' in event)) return null
  const item = itemOf(event)
  const conversation = parseConversationId(event.conversationId)
  if (!item || !conversation) return null
  const userIds =
    conversation.kind === 'direct' ? distinct(conversation.userIds) : membersAt({ appId, conversationId: event.conversationId }, event.seq)
  return { kind: 'item', appId, userIds, exceptConnection: connectionId, conversationId: event.conversationId, item }
}

const distinct = ([a, b]: readonly [string, string]): readonly string[] => (a === b ? [a] : [a, b])
