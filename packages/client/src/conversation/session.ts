// A user's entry for a conversation, as the application sees it: what sync brought, moved on by what is shown since, by the
// rules of the server's own fold. An item that what sync brought contains already moves nothing.
import { type Messages, parseConversationId } from '@skein/contracts'
import { Session as SessionKind } from '../generated/wire.ts'
import { empty } from '../wire/wire-message.ts'
import type { Item, Member } from './item.ts'

/** memberCount is 0 for direct conversations, once out of the group, and after joining until the next sync. */
export type Session = Messages.Session
export type UserProfile = Messages.UserProfile

/** Highest seq of the conversation that this user may see. */
export const visibleHead = (session: Session): number =>
  session.toSeq > 0 ? Math.min(session.lastSeq, session.toSeq - 1) : session.lastSeq

/** The entry of a conversation that no sync has told of yet, before the first item shown of it. */
export function provisionalSession(conversationId: string, item: Item): Session {
  const kind = parseConversationId(conversationId)?.kind ?? ''
  return { ...empty(SessionKind), conversationId, kind, role: kind === 'group' ? 'member' : '', fromSeq: item.seq }
}

/** The entry after an item was shown. */
export function withItem(session: Session, item: Item, userId: string): Session {
  if (item.seq <= session.lastSeq) return session
  const rule = item.type in sessionRules ? (sessionRules[item.type as RuledKind] as unknown as SessionRule<'MessageSent'>) : null
  const moved = {
    ...session,
    ...rule?.(session, item as never, userId),
    lastSeq: item.seq,
    lastOrdinal: Math.max(session.lastOrdinal, item.ordinal),
    lastActivityAtMs: item.occurredAtMs,
    uncountedOrdinals: item.uncounts > 0 ? united(session.uncountedOrdinals, [item.uncounts]) : session.uncountedOrdinals,
  }
  return withReadOrdinal(moved, session.readOrdinal)
}

const united = (a: readonly number[], b: readonly number[]): readonly number[] => [...new Set([...a, ...b])].sort((x, y) => x - y)

type Kind = keyof Messages.ItemContents
/** Kinds that name users may change who is a member; messages are read by whoever sends them. */
type RuledKind =
  | 'MessageSent'
  | 'GroupChanged'
  | 'GroupDismissed'
  | {
      [K in Kind]: Messages.ItemContents[K] extends { readonly userId: string } | { readonly subjectCount: number } ? K : never
    }[Kind]
type SessionRule<K extends Kind> = (session: Session, item: Extract<Item, { readonly type: K }>, userId: string) => Partial<Session>

const roleIn = (members: readonly Member[], userId: string): string | undefined => members.find((member) => member.userId === userId)?.role

interface Gone {
  readonly seq: number
  readonly userIds: readonly string[]
  readonly subjectCount: number
}

const gone = ({ memberCount }: Session, { seq, userIds, subjectCount }: Gone, userId: string): Partial<Session> =>
  userIds.includes(userId) ? { role: '', toSeq: seq + 1, memberCount: 0 } : { memberCount: Math.max(0, memberCount - subjectCount) }

/** What each kind of item moves besides the head. */
const sessionRules: { readonly [K in RuledKind]: SessionRule<K> } = {
  MessageSent: (_, { actorId, ordinal }, userId) => (actorId === userId ? { readOrdinal: ordinal } : {}),
  GroupCreated: (session, { seq, ordinal, name, members, subjectCount }, userId) => {
    const role = roleIn(members, userId) ?? (subjectCount > members.length ? session.role : '')
    return { name, role, fromSeq: seq, toSeq: 0, memberCount: subjectCount, readOrdinal: ordinal }
  },
  MembersAdded: ({ memberCount, toSeq }, { seq, ordinal, members, subjectCount, fromStart }, userId) => {
    // Who was out is shown nothing of the group but from the item on that lets them in again, whether or not it names them.
    const isUnnamed = subjectCount > members.length && toSeq > 0 && seq >= toSeq
    const role = roleIn(members, userId) ?? (isUnnamed ? 'member' : undefined)
    if (role === undefined) return { memberCount: memberCount > 0 ? memberCount + subjectCount : 0 }
    // How many were in before is known by those who were in themselves.
    return { role, fromSeq: fromStart ? 1 : seq, toSeq: 0, memberCount: 0, readOrdinal: ordinal }
  },
  MemberJoined: ({ memberCount }, { seq, ordinal, userId: joined, fromStart }, userId) =>
    joined === userId
      ? { role: 'member', fromSeq: fromStart ? 1 : seq, toSeq: 0, memberCount: 0, readOrdinal: ordinal }
      : { memberCount: memberCount > 0 ? memberCount + 1 : 0 },
  MembersRemoved: gone,
  MemberLeft: (session, { seq, userId: left }, userId) => gone(session, { seq, userIds: [left], subjectCount: 1 }, userId),
  GroupChanged: ({ name: before }, { settings }) => ({ name: settings.find(({ name }) => name === 'name')?.value ?? before }),
  GroupDismissed: (_, { occurredAtMs }) => ({ dismissedAtMs: occurredAtMs }),
  UserBanned: () => ({}),
  MemberRoleChanged: (_, { userId: changed, role }, userId) => (changed === userId ? { role } : {}),
  MemberMuted: (_, { userId: muted, mutedUntilMs }, userId) => (muted === userId ? { mutedUntilMs } : {}),
  NicknameChanged: () => ({}),
}

const memberChanges: ReadonlySet<Item['type']> = new Set(['GroupCreated', 'MembersAdded', 'MemberJoined', 'MembersRemoved', 'MemberLeft'])

export const changesMembers = (item: Item): boolean => memberChanges.has(item.type)

/** Whether an item makes the user one who lets others in. */
export const letsIn = (item: Item, userId: string): boolean =>
  item.type === 'MemberRoleChanged' && item.userId === userId && item.role !== 'member'

/** Whether the user may have been removed by an item that they are shown as the last, and that names others. */
export const mayEnd = (item: Item, userId: string): boolean =>
  item.type === 'MembersRemoved' && item.subjectCount > item.userIds.length && !item.userIds.includes(userId)

export function withReadOrdinal(session: Session, ordinal: number): Session {
  const readOrdinal = Math.max(session.readOrdinal, ordinal)
  const { lastOrdinal, toSeq } = session
  const reached = (ordinal: number) => ordinal <= lastOrdinal
  // While a member, of a message that is still to be shown it may be known before that it does not count.
  const uncountedOrdinals = session.uncountedOrdinals.filter((ordinal) => ordinal > readOrdinal && (toSeq === 0 || reached(ordinal)))
  // Whoever is out can read no more, and has nothing to read.
  const unread = toSeq > 0 ? 0 : Math.max(0, lastOrdinal - readOrdinal - uncountedOrdinals.filter(reached).length)
  return { ...session, readOrdinal, uncountedOrdinals, unread }
}

/** The entry once a message does not count any more. */
export const withoutOrdinal = (session: Session, ordinal: number): Session =>
  withReadOrdinal({ ...session, uncountedOrdinals: united(session.uncountedOrdinals, [ordinal]) }, session.readOrdinal)

/**
 * What a view says of a conversation, where this device may have seen further than the view. `counted` tells that the view
 * has every item that changed the members: how many they are, items do not tell to whom they admit.
 */
export function mergeSession(known: Session | undefined, told: Session, counted: boolean): Session {
  if (!known) return told
  // What does not count never counts again; what the user has deleted for themselves moves no seq that would tell who has seen further.
  const uncountedOrdinals = united(told.uncountedOrdinals, known.uncountedOrdinals)
  if (known.lastSeq <= told.lastSeq) return withReadOrdinal({ ...told, uncountedOrdinals }, known.readOrdinal)
  const { kind, readOrdinal } = told
  // A view that is behind has an older name; who has seen no more than an item has none.
  const name = known.name || told.name
  const { memberCount } = counted ? told : known
  return withReadOrdinal({ ...known, kind, name, memberCount, uncountedOrdinals }, readOrdinal)
}
