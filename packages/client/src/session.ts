// A user's entry for a conversation, as the application sees it: what sync brought, moved on by what is shown since, by the
// rules of the server's own fold. An item that what sync brought contains already moves nothing.
import { firstSeqOfStay, parseConversationId, type WireTypes } from '@skein/contracts'
import { admits, type Item } from './item.ts'

export interface Session {
  readonly conversationId: string
  /** direct or group. */
  readonly kind: string
  /** Name of the group; empty for direct conversations. */
  readonly name: string
  /** 0 for direct conversations, once out of the group, and after joining until the next sync. */
  readonly memberCount: number
  readonly lastSeq: number
  readonly lastOrdinal: number
  readonly readOrdinal: number
  readonly unread: number
  /** Role of the user; empty for direct conversations, and once out of the group. */
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

/** The entry of a conversation that no sync has told of yet, before the first item shown of it. */
export function provisionalSession(conversationId: string, item: Item): Session {
  const kind = parseConversationId(conversationId)?.kind ?? ''
  return {
    conversationId,
    kind,
    name: item.type === 'groupCreated' ? item.name : '',
    memberCount: 0,
    lastSeq: 0,
    lastOrdinal: 0,
    readOrdinal: 0,
    unread: 0,
    role: kind === 'group' ? 'member' : '',
    fromSeq: item.seq,
    toSeq: 0,
    lastActivityAtMs: 0,
  }
}

/** The entry after an item was shown. */
export function withItem(session: Session, item: Item, userId: string): Session {
  if (item.seq <= session.lastSeq) return session
  const moved = {
    ...session,
    ...membershipAfter(session, item, userId),
    lastSeq: item.seq,
    lastOrdinal: Math.max(session.lastOrdinal, item.ordinal),
    lastActivityAtMs: Math.max(session.lastActivityAtMs, item.occurredAtMs),
  }
  const reads = (item.type === 'message' && item.actorId === userId) || joins(item, userId)
  return withReadOrdinal(moved, reads ? item.ordinal : 0)
}

/** The creation adds nobody: its members come with the item behind it. */
export const joins = (item: Item, userId: string): boolean => item.type === 'membersAdded' && admits(item, userId)

export const changesMembers = ({ type }: Item): boolean => type === 'membersAdded' || type === 'memberRemoved' || type === 'memberLeft'

function membershipAfter(session: Session, item: Item, userId: string): Partial<Session> {
  const { memberCount } = session
  switch (item.type) {
    case 'membersAdded': {
      const role = item.members.find((member) => member.userId === userId)?.role
      const stay = role === undefined ? {} : { role, fromSeq: firstSeqOfStay(item.seq), toSeq: 0 }
      // How many were in before is known of the first members, who found nobody, and by those who were in themselves.
      const counted = item.seq === 2 || (role === undefined && memberCount > 0)
      return { ...stay, memberCount: counted ? memberCount + item.members.length : 0 }
    }
    case 'memberRemoved':
    case 'memberLeft':
      if (item.userId === userId) return { role: '', toSeq: item.seq + 1, memberCount: 0 }
      return { memberCount: Math.max(0, memberCount - 1) }
    case 'memberRoleChanged':
      return item.userId === userId ? { role: item.role } : {}
    default:
      return {}
  }
}

export function withReadOrdinal(session: Session, ordinal: number): Session {
  const readOrdinal = Math.max(session.readOrdinal, ordinal)
  return { ...session, readOrdinal, unread: Math.max(0, session.lastOrdinal - readOrdinal) }
}

/**
 * What a view says of a conversation, where this device may have seen further than the view. `counted` tells that the view
 * has every item that changed the members: how many they are, items do not tell to whom they admit.
 */
export function mergeSession(known: Session | undefined, told: Session, counted: boolean): Session {
  if (!known) return told
  if (known.lastSeq <= told.lastSeq) return withReadOrdinal(told, known.readOrdinal)
  const { kind, name, readOrdinal } = told
  const { memberCount } = counted ? told : known
  return withReadOrdinal({ ...known, kind, name, memberCount }, readOrdinal)
}
