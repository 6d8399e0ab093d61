// A user's entry for a conversation, as the application sees it: what sync brought, moved on by what is shown since.
import { parseConversationId, type WireTypes } from '@skein/contracts'
import type { Item } from './item.ts'

export interface Session {
  readonly conversationId: string
  /** direct or group. */
  readonly kind: string
  /** Name of the group; empty for direct conversations. */
  readonly name: string
  readonly memberCount: number
  readonly lastSeq: number
  readonly lastOrdinal: number
  readonly readOrdinal: number
  readonly unread: number
  /** Role of the user; empty once the user is out of the group. */
  readonly role: string
  /** First seq of the user's present (or last) stay. */
  readonly fromSeq: number
  /** First seq the user may no longer see; 0 while a member. */
  readonly toSeq: number
  readonly lastActivityAtMs: number
}

export interface UserProfile {
  readonly userId: string
  readonly userName: string
  readonly displayName: string
}

export const profileFrom = (profile: WireTypes.wire.v1.UserProfile.$Properties): UserProfile => ({
  userId: profile.userId ?? '',
  userName: profile.userName ?? '',
  displayName: profile.displayName ?? '',
})

export const sessionFrom = (session: WireTypes.wire.v1.Session.$Properties): Session => ({
  conversationId: session.conversationId ?? '',
  kind: session.kind ?? '',
  name: session.name ?? '',
  memberCount: session.memberCount ?? 0,
  lastSeq: session.lastSeq ?? 0,
  lastOrdinal: session.lastOrdinal ?? 0,
  readOrdinal: session.readOrdinal ?? 0,
  unread: session.unread ?? 0,
  role: session.role ?? '',
  fromSeq: session.fromSeq ?? 0,
  toSeq: session.toSeq ?? 0,
  lastActivityAtMs: session.lastActivityAtMs ?? 0,
})

/** Highest seq of the conversation that this user may see. */
export const visibleHead = (session: Session): number =>
  session.toSeq > 0 ? Math.min(session.lastSeq, session.toSeq - 1) : session.lastSeq

/** The entry of a conversation that no sync has told of yet. */
export function provisionalSession(conversationId: string, item: Item): Session {
  const conversation = parseConversationId(conversationId)
  return {
    conversationId,
    kind: conversation?.kind ?? '',
    name: item.type === 'groupCreated' ? item.name : '',
    memberCount: conversation?.kind === 'direct' ? new Set(conversation.userIds).size : 0,
    lastSeq: 0,
    lastOrdinal: 0,
    readOrdinal: 0,
    unread: 0,
    role: 'member',
    fromSeq: item.seq,
    toSeq: 0,
    lastActivityAtMs: 0,
  }
}

/** The entry after an item was shown. */
export function withItem(session: Session, item: Item, userId: string): Session {
  const lastOrdinal = Math.max(session.lastOrdinal, item.ordinal)
  const readsIt = item.type === 'message' && item.actorId === userId
  const readOrdinal = readsIt ? Math.max(session.readOrdinal, item.ordinal) : session.readOrdinal
  const gone = (item.type === 'memberRemoved' || item.type === 'memberLeft') && item.userId === userId
  return {
    ...session,
    lastSeq: Math.max(session.lastSeq, item.seq),
    lastOrdinal,
    readOrdinal,
    unread: Math.max(0, lastOrdinal - readOrdinal),
    lastActivityAtMs: Math.max(session.lastActivityAtMs, item.occurredAtMs),
    ...(gone && item.seq >= session.fromSeq ? { role: '', toSeq: item.seq + 1 } : {}),
  }
}

export function withReadOrdinal(session: Session, ordinal: number): Session {
  const readOrdinal = Math.max(session.readOrdinal, ordinal)
  return { ...session, readOrdinal, unread: Math.max(0, session.lastOrdinal - readOrdinal) }
}

/** What a view says of a conversation, where this device may have seen further than the view. */
export function mergeSession(known: Session | undefined, told: Session): Session {
  if (!known) return told
  const ahead = known.lastSeq > told.lastSeq
  if (!ahead) return known.readOrdinal > told.readOrdinal ? withReadOrdinal(told, known.readOrdinal) : told
  const { lastSeq, lastOrdinal, lastActivityAtMs } = known
  const gone = known.toSeq > 0 && known.toSeq > told.fromSeq ? { role: '', toSeq: known.toSeq } : {}
  return withReadOrdinal({ ...told, lastSeq, lastOrdinal, lastActivityAtMs, ...gone }, known.readOrdinal)
}
