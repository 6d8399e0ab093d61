// What each event tells, and whom: to the letter, one line an event. Story: whom a friend request, an invitation or a ban is told of, and what is
// said of it, was held by tests with servers alone, and most of it could be changed without any of them failing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EventMeta, wire } from '@skein/contracts'
import { plain } from '@skein/testing'
import { actorId, commandId, type Fact, occurredAt, stamped } from '../test/facts.ts'
import { type Audience, kindOf } from './event-view.ts'
import { usersNamedIn } from './item-users.ts'
import { fieldOf, shown } from './shown.ts'

const conversationId = 'g:one'
const broadcasts = 'b:app'
const pair = 'd:ann:bob'

const nobody: Audience = { to: 'nobody' }
const members: Audience = { to: 'conversation' }
const everybody = (perSecond: number): Audience => ({ to: 'app', perSecond })
/** Owner and admins of the group, and these. */
const admins = (...userIds: readonly string[]): Audience => ({ to: 'admins', conversationId, asker: null, userIds })
const users = (...userIds: readonly string[]): Audience => ({ to: 'users', userIds })

/** What an event is, whom it is told to, what it says to them, and whom that names besides its actor. */
interface Told {
  readonly when: Fact
  readonly by?: string
  readonly answers?: EventMeta['answers']
  readonly to: Audience
  readonly says: object | null
  readonly names?: readonly string[]
  /** What it says to those who came behind the message that it is about, where that is something else. */
  readonly saysElse?: object
}

const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Uint8Array.of(1) }
const sees = { ...body, bytes: 'bytes 01' }
const attachments = [{ url: 'https://a.example/b', name: 'b', contentType: 'image/png', size: 3 }]
const asNew = { messageId: commandId, clientMessageId: '', body: sees, replyTo: 0, attachments, edits: 0, editedAtMs: 0, lastEditSeq: 0 }
const answers = { id: 'own', contentHash: Uint8Array.of(1), reply: Uint8Array.of(2) }

const messages: readonly Told[] = [
  {
    when: { type: 'MessageSent', conversationId, seq: 3, ordinal: 2, senderId: actorId, body, replyTo: 1, mentionAll: true, attachments },
    ...{ answers, to: members, says: { ...asNew, clientMessageId: 'own', replyTo: 1, mentionAll: true } },
  },
  {
    when: { type: 'MessageSent', conversationId, seq: 3, ordinal: 2, senderId: actorId, body, replyTo: 0, mentionAll: false, attachments },
    ...{ to: members, says: asNew },
  },
  {
    when: { type: 'BroadcastSent', conversationId: broadcasts, seq: 3, ordinal: 2, body, attachments, perSecond: 7 },
    ...{ to: everybody(7), says: { ...asNew, mentionAll: false } },
  },
  {
    when: { type: 'BroadcastSent', conversationId: broadcasts, seq: 3, ordinal: 2, body, attachments, perSecond: 7 },
    ...{ answers, to: everybody(7), says: { ...asNew, clientMessageId: 'own', mentionAll: false } },
  },
  {
    when: { type: 'OnlineNotified', conversationId: broadcasts, body, perSecond: 7 },
    ...{ to: everybody(7), says: { noticeId: commandId, senderId: actorId, sentAtMs: occurredAt, body: sees } },
  },
  { when: { type: 'BroadcastRightChanged', conversationId: broadcasts, userId: 'bob', allowed: true }, to: nobody, says: null },
  {
    when: { type: 'MessageHidden', userId: 'bob', conversationId, seq: 3, ordinal: 2, messageId: 'm' },
    ...{ to: users('bob'), says: { conversationId, seq: 3, ordinal: 2, messageId: 'm' } },
  },
]

const about = { seq: 9, ordinal: 2, targetSeq: 3, targetOrdinal: 2, messageId: 'm', lastEditSeq: 0 }
const control: readonly Told[] = [
  [conversationId, members] as const,
  // Of a broadcast, which nobody is a member of, whoever is connected is told, as fast as may be.
  [broadcasts, everybody(0)] as const,
].flatMap(([id, to]): Told[] => [
  { when: { type: 'MessageRevoked', conversationId: id, ...about }, to, says: { targetSeq: 3, messageId: 'm' } },
  { when: { type: 'MessageDeleted', conversationId: id, ...about }, to, says: { targetSeq: 3, messageId: 'm' } },
  {
    when: { type: 'MessageEdited', conversationId: id, ...about, version: 4, body },
    ...{ to, says: { targetSeq: 3, messageId: 'm', body: sees, version: 4 }, saysElse: { targetSeq: 3, messageId: 'm', version: 4 } },
  },
])

const many = Array.from({ length: 21 }, (_, i) => `user-${i}`)
const asMembers = (userIds: readonly string[]) => userIds.map((userId) => ({ userId, role: 'member' }))
const first20 = many.slice(0, 20)
const at = { conversationId, seq: 9, ordinal: 2 }

const groups: readonly Told[] = [
  {
    when: { type: 'GroupCreated', conversationId, seq: 1, name: 'one', members: asMembers(many) },
    ...{ to: members, says: { name: 'one', members: asMembers(first20), subjectCount: 21 }, names: first20 },
  },
  {
    when: { type: 'MembersAdded', ...at, members: asMembers(many), returning: [], fromStart: true },
    ...{ to: members, says: { members: asMembers(first20), subjectCount: 21, fromStart: true }, names: first20 },
  },
  {
    when: { type: 'MembersRemoved', ...at, userIds: many },
    ...{ to: members, says: { userIds: first20, subjectCount: 21 }, names: first20 },
  },
  { when: { type: 'MemberLeft', ...at, userId: 'bob' }, to: members, says: { userId: 'bob' }, names: ['bob'] },
  {
    when: { type: 'MemberRoleChanged', ...at, userId: 'bob', role: 'admin' },
    ...{ to: members, says: { userId: 'bob', role: 'admin' }, names: ['bob'] },
  },
  {
    when: { type: 'MemberMuted', ...at, userId: 'bob', mutedUntil: 5 },
    ...{ to: members, says: { userId: 'bob', mutedUntilMs: 5 }, names: ['bob'] },
  },
  {
    when: { type: 'NicknameChanged', ...at, userId: 'bob', nickname: 'Bo' },
    ...{ to: members, says: { userId: 'bob', nickname: 'Bo' }, names: ['bob'] },
  },
  {
    when: { type: 'GroupChanged', ...at, settings: [{ name: 'avatar', value: 'a' }] },
    ...{ to: members, says: { settings: [{ name: 'avatar', value: 'a' }] } },
  },
  { when: { type: 'GroupDismissed', ...at, endsAt: 0 }, to: members, says: { ended: false } },
  // By itself, at its moment.
  { when: { type: 'GroupDismissed', ...at, endsAt: 5 }, by: '', to: members, says: { ended: true } },
]

const joins = { ...at, userId: 'bob', linkId: '', returning: [], fromStart: true }
const asks = { conversationId, userId: 'bob' }
const joining: readonly Told[] = [
  {
    when: { type: 'MemberJoined', ...joins, how: 'link', approvedBy: 'cid' },
    ...{ to: members, says: { userId: 'bob', how: 'link', approvedBy: 'cid', fromStart: true }, names: ['bob', 'cid'] },
  },
  {
    when: { type: 'MemberJoined', ...joins, how: 'open', approvedBy: '' },
    ...{ to: members, says: { userId: 'bob', how: 'open', approvedBy: '', fromStart: true }, names: ['bob'] },
  },
  {
    when: { type: 'UserBanned', ...at, userId: 'bob', banned: true },
    ...{ to: members, says: { userId: 'bob', banned: true }, names: ['bob'] },
  },
  {
    when: {
      type: 'InvitationSent',
      ...{ conversationId, groupName: 'one', userIds: ['bob', 'cid'], greeting: 'hi', expiresAtMs: 5, afterSeq: 8 },
    },
    to: users('bob', 'cid'),
    says: { conversationId, groupName: 'one', invitedBy: actorId, greeting: 'hi', expiresAtMs: 5, invitedAtMs: occurredAt },
  },
  {
    when: { type: 'InvitationAnswered', conversationId, userId: 'bob', invitedBy: 'cid', accepted: true },
    ...{ to: users('bob', 'cid'), says: { conversationId, userId: 'bob', accepted: true } },
  },
  // Of who had invited nothing is said where they are out by then.
  {
    when: { type: 'InvitationAnswered', conversationId, userId: 'bob', invitedBy: '', accepted: true },
    ...{ to: users('bob'), says: { conversationId, userId: 'bob', accepted: true } },
  },
  {
    when: { type: 'JoinRequested', ...asks, text: 'hi', answers: ['42'], expiresAtMs: 5, afterSeq: 8 },
    to: { to: 'admins', conversationId, asker: 'bob', userIds: ['bob'] },
    says: { conversationId, userId: 'bob', requestText: 'hi', answers: ['42'], askedAtMs: occurredAt, expiresAtMs: 5 },
  },
  {
    when: { type: 'JoinRequestAnswered', ...asks, accepted: true },
    ...{ to: admins('ann', 'bob'), says: { conversationId, userId: 'bob', accepted: true, atMs: occurredAt } },
  },
  {
    when: { type: 'JoinRequestAnswered', ...asks, accepted: false },
    ...{ by: 'bob', to: admins('bob'), says: { conversationId, userId: 'bob', accepted: false, atMs: occurredAt } },
  },
  {
    when: { type: 'InvitationRevoked', conversationId, userId: 'bob', invitedBy: 'cid' },
    ...{ to: users('ann', 'bob', 'cid'), says: { conversationId, userId: 'bob' } },
  },
  {
    when: { type: 'InvitationRevoked', conversationId, userId: 'bob', invitedBy: '' },
    ...{ to: users('ann', 'bob'), says: { conversationId, userId: 'bob' } },
  },
  { when: { type: 'JoinRequestWithdrawn', ...asks }, by: 'bob', to: admins('bob'), says: { conversationId, userId: 'bob' } },
  {
    when: { type: 'JoinLinkMade', conversationId, linkId: 'l', expiresAtMs: 5, usesMax: 6 },
    ...{ to: users(actorId), says: { conversationId, linkId: 'l' } },
  },
  { when: { type: 'JoinLinkRevoked', conversationId, linkId: 'l' }, to: users(actorId), says: { conversationId, linkId: 'l' } },
]

const read = (id: string, isShown: boolean): Fact => ({ type: 'ReadMarked', conversationId: id, userId: 'ann', ordinal: 2, shown: isShown })
const requested = { type: 'FriendRequested', conversationId: pair, userId: 'ann', text: 'hi', expiresAtMs: 5, befriends: true } as const
const saysOfRequest = {
  ...{ conversationId: pair, userId: 'ann', requestText: 'hi', askedAtMs: occurredAt, expiresAtMs: 5, befriends: true },
}
const ofAnn = { conversationId: pair, userId: 'ann' }
const pairs: readonly Told[] = [
  { when: read(conversationId, true), to: users('ann'), says: { conversationId, userId: 'ann', ordinal: 2 } },
  { when: read(pair, true), to: users('ann', 'bob'), says: { ...ofAnn, ordinal: 2 } },
  { when: read(pair, false), to: users('ann'), says: { ...ofAnn, ordinal: 2 } },
  { when: read('d:ann:ann', true), to: users('ann'), says: { conversationId: 'd:ann:ann', userId: 'ann', ordinal: 2 } },
  { when: { ...requested, shown: true, again: false }, to: users('ann', 'bob'), says: saysOfRequest },
  { when: { ...requested, shown: false, again: false }, to: users('ann'), says: saysOfRequest },
  // One that was there already, and that the other is told of only now: their devices alone have not heard of it.
  { when: { ...requested, shown: true, again: true }, to: users('bob'), says: saysOfRequest },
  {
    when: { ...requested, conversationId: 'd:aaa:ann', shown: true, again: true },
    to: users('aaa'),
    says: { ...saysOfRequest, conversationId: 'd:aaa:ann' },
  },
  {
    when: { type: 'FriendRequestAnswered', ...ofAnn, accepted: true },
    ...{ to: users('ann', 'bob'), says: { ...ofAnn, accepted: true, atMs: occurredAt } },
  },
  { when: { type: 'FriendDeleted', ...ofAnn, shown: true }, to: users('ann', 'bob'), says: ofAnn },
  { when: { type: 'FriendDeleted', ...ofAnn, shown: false }, to: users('ann'), says: ofAnn },
  {
    when: { type: 'RemarkSet', ...ofAnn, remark: 'B', tags: ['t'] },
    ...{ to: users('ann'), says: { conversationId: pair, remark: 'B', tags: ['t'] } },
  },
  { when: { type: 'UserBlocked', ...ofAnn }, to: users('ann'), says: { conversationId: pair, atMs: occurredAt } },
  { when: { type: 'UserUnblocked', ...ofAnn }, to: users('ann'), says: { conversationId: pair } },
]

const userId = 'bob'
const accounts: readonly Told[] = [
  {
    when: { type: 'PrivacyChanged', userId, write: 'friends', add: 'nobody' },
    to: users('bob'),
    says: { write: 'friends', add: 'nobody' },
  },
  { when: { type: 'DeviceSessionClosed', userId, sessionId: 's' }, to: { to: 'device-session', userId, sessionId: 's' }, says: null },
  ...[
    { type: 'UserRegistered', userId, userName: 'bob', displayName: 'Bob' } as const,
    { type: 'UserNameClaimed', userId, userName: 'bob' } as const,
    { type: 'DeviceSessionOpened', userId, sessionId: 's', platform: 'ios', expiresAt: 5 } as const,
    { type: 'AppRegistered' } as const,
    { type: 'AppPolicyChanged', limits: [] } as const,
    { type: 'CommandsDone' } as const,
    { type: 'CommandAnswered', aggregateId: conversationId } as const,
    { type: 'CommandRefused', aggregateId: conversationId, code: 'FORBIDDEN', detail: '' } as const,
    { type: 'PartitionClaimed', producerId: 1, producerEpoch: 1, claimId: 'c', logEpoch: 'e', owner: 'o' } as const,
  ].map((when): Told => ({ when, to: nobody, says: null })),
]

const inOrder = (audience: Audience): Audience =>
  audience.to === 'users' || audience.to === 'admins' ? { ...audience, userIds: audience.userIds.toSorted() } : audience

/** As it comes back from its bytes, where fields with their default are left out. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, part]) => part !== '' && part !== 0 && part !== false)
  return Object.fromEntries(fields.map(([name, part]) => [name, said(part)]))
}

const plainOf = (decoded: unknown) => plain(decoded) as Readonly<Record<string, unknown>>
const contentOf = (kind: string, decoded: unknown): unknown => said(plainOf(decoded)[fieldOf(kind)])

/** Where an item stands, with what only those say that take a message away. */
function placeOfItem(when: Fact, by: string): unknown {
  const { conversationId: id, seq, ordinal } = when as { conversationId: string; seq: number; ordinal?: number }
  const takesAway = when.type === 'MessageRevoked' || when.type === 'MessageDeleted'
  const uncounts = takesAway ? when.targetOrdinal : 0
  return said({ conversationId: id, seq, ordinal: ordinal ?? 0, actorId: by, occurredAtMs: occurredAt, uncounts })
}

for (const [of, all] of Object.entries({ messages, control, groups, joining, pairs, accounts }))
  test(`whom events are told, and what: ${of}`, () => {
    for (const { when, by = actorId, answers: answered = null, to, says, names = [], saysElse = null } of all) {
      const { audience, item, notice, untold } = shown(stamped(when, { actorId: by, answers: answered }))
      const kind = kindOf(when.type)
      const told = item ? wire.ConversationItem.decode(item) : notice ? wire.Notice.decode(notice) : null
      const toldElse = untold && [untold.targetSeq, contentOf(kind, wire.ConversationItem.decode(untold.item))]
      assert.deepEqual(
        [inOrder(audience), told && contentOf(kind, told), item && usersNamedIn(kind, item), toldElse],
        [to, says && said(says), item && names, saysElse && [about.targetSeq, saysElse]],
        JSON.stringify(when),
      )
      if (item) assert.deepEqual(said({ ...plainOf(told), [fieldOf(kind)]: 0 }), placeOfItem(when, by))
    }
  })
