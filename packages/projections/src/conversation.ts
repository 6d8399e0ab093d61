// What the events of conversations become: items that all members see at their seq, and notices.
import { type Attachment, type Body, type EventMeta, isBroadcastConversation, type Messages, parseConversationId } from '@skein/contracts'
import { emptied } from './emptied-message.ts'
import type { Amendment, Audience, EventsOf, EventViews } from './event-view.ts'

const everyone = (): Audience => ({ to: 'conversation' })

/** What is done to a broadcast is told to everybody, as fast as the deployment allows. */
const everyoneThere = ({ conversationId }: { readonly conversationId: string }): Audience =>
  isBroadcastConversation(conversationId) ? { to: 'app', perSecond: 0 } : everyone()

/** Users that one item names: of more it says how many they are. */
const subjectsNamedMax = 20

const summedMembers = <M>(members: readonly M[]) => ({ members: members.slice(0, subjectsNamedMax), subjectCount: members.length })

const membersNamed = ({ members }: { readonly members: readonly { readonly userId: string }[] }): readonly string[] =>
  members.map(({ userId }) => userId)
const userNamed = ({ userId }: { readonly userId: string }): readonly string[] => [userId]

interface Sent {
  readonly meta: EventMeta
  readonly body: Body
  readonly attachments: readonly Attachment[]
}

/** A message of which nothing has become yet. */
const justSent = (
  { meta, body, attachments }: Sent,
  { replyTo, mentionAll }: Pick<Messages.MessageSent, 'replyTo' | 'mentionAll'>,
): Messages.MessageSent => ({
  messageId: meta.commandId,
  clientMessageId: meta.answers?.id ?? '',
  body,
  replyTo,
  attachments,
  edits: 0,
  editedAtMs: 0,
  removed: null,
  lastEditSeq: 0,
  mentionAll,
})

interface AboutMessage {
  readonly conversationId: string
  readonly meta: { readonly actorId: string; readonly occurredAt: number }
  readonly targetSeq: number
  readonly targetOrdinal: number
  readonly lastEditSeq: number
}

const takenAway = ({ meta, conversationId, targetSeq, targetOrdinal, lastEditSeq }: AboutMessage, kind: string): Amendment => ({
  conversationId,
  seq: targetSeq,
  uncounts: targetOrdinal,
  outdates: lastEditSeq,
  to: (message) => emptied(message, { kind, actorId: meta.actorId, atMs: meta.occurredAt }),
  keeps: null,
})

interface AboutPair {
  readonly conversationId: string
  readonly userId: string
}

/** Users of a direct conversation; nobody of any other. */
function pairOf({ conversationId }: AboutPair): readonly string[] {
  const conversation = parseConversationId(conversationId)
  return conversation?.kind === 'direct' ? conversation.userIds : []
}

/** The reader's devices; in a direct conversation the peer's too, who is shown how far one has read, unless they are blocked. */
const readerAndPeer = (event: AboutPair & { readonly shown: boolean }): Audience =>
  event.shown ? { to: 'users', userIds: [...new Set([event.userId, ...pairOf(event)])] } : themselves(event)

/** Both users of a direct conversation, on all their devices. */
const bothOf = (event: AboutPair): Audience => ({ to: 'users', userIds: pairOf(event) })

/** The devices of the other alone. */
const otherOf = (event: AboutPair): Audience => ({ to: 'users', userIds: pairOf(event).filter((each) => each !== event.userId) })

/** Each of these users that there is, once. */
const these = (...userIds: readonly string[]): Audience => ({ to: 'users', userIds: [...new Set(userIds.filter((id) => id !== ''))] })

/** The devices of whoever did it: nobody else ever hears of it. */
const themselves = ({ userId }: AboutPair): Audience => ({ to: 'users', userIds: [userId] })

const theirDevices = ({ meta }: { readonly meta: { readonly actorId: string } }): Audience => ({ to: 'users', userIds: [meta.actorId] })

export const conversationViews: EventViews<EventsOf<'conversation'>> = {
  MessageSent: {
    item: (event) => justSent(event, event),
    notice: null,
    audience: everyone,
  },
  BroadcastSent: {
    item: (event) => justSent(event, { replyTo: 0, mentionAll: false }),
    notice: null,
    audience: ({ perSecond }) => ({ to: 'app', perSecond }),
  },
  OnlineNotified: {
    item: null,
    notice: ({ meta, body }) => ({ noticeId: meta.commandId, senderId: meta.actorId, sentAtMs: meta.occurredAt, body }),
    audience: ({ perSecond }) => ({ to: 'app', perSecond }),
  },
  BroadcastRightChanged: { item: null, notice: null, audience: () => ({ to: 'nobody' }) },
  GroupCreated: {
    item: ({ name, members }) => ({ name, ...summedMembers(members) }),
    notice: null,
    audience: everyone,
    names: membersNamed,
  },
  MembersAdded: {
    item: ({ members, fromStart }) => ({ ...summedMembers(members), fromStart }),
    notice: null,
    audience: everyone,
    names: membersNamed,
  },
  MembersRemoved: {
    item: ({ userIds }) => ({ userIds: userIds.slice(0, subjectsNamedMax), subjectCount: userIds.length }),
    notice: null,
    audience: everyone,
    names: ({ userIds }) => userIds,
  },
  MemberLeft: { item: ({ userId }) => ({ userId }), notice: null, audience: everyone, names: userNamed },
  MemberRoleChanged: { item: ({ userId, role }) => ({ userId, role }), notice: null, audience: everyone, names: userNamed },
  MemberMuted: {
    item: ({ userId, mutedUntil }) => ({ userId, mutedUntilMs: mutedUntil }),
    notice: null,
    audience: everyone,
    names: userNamed,
  },
  NicknameChanged: { item: ({ userId, nickname }) => ({ userId, nickname }), notice: null, audience: everyone, names: userNamed },
  GroupChanged: { item: ({ settings }) => ({ settings }), notice: null, audience: everyone },
  GroupDismissed: { item: ({ meta }) => ({ ended: meta.actorId === '' }), notice: null, audience: everyone },
  MessageRevoked: {
    item: ({ targetSeq, messageId }) => ({ targetSeq, messageId }),
    notice: null,
    audience: everyoneThere,
    amends: (event) => takenAway(event, 'revoked'),
  },
  MessageDeleted: {
    item: ({ targetSeq, messageId }) => ({ targetSeq, messageId }),
    notice: null,
    audience: everyoneThere,
    amends: (event) => takenAway(event, 'deleted'),
  },
  MessageEdited: {
    item: ({ targetSeq, messageId, body, version }) => ({ targetSeq, messageId, body, version }),
    notice: null,
    audience: everyoneThere,
    amends: ({ meta, seq, conversationId, targetSeq, body, version, lastEditSeq }) => ({
      conversationId,
      seq: targetSeq,
      uncounts: 0,
      outdates: lastEditSeq,
      to: (message) => ({ ...message, body, edits: version, editedAtMs: meta.occurredAt, lastEditSeq: seq }),
      keeps: version - 1,
    }),
  },
  MemberJoined: {
    item: ({ userId, how, approvedBy, fromStart }) => ({ userId, how, approvedBy, fromStart }),
    notice: null,
    audience: everyone,
    names: ({ userId, approvedBy }) => (approvedBy === '' ? [userId] : [userId, approvedBy]),
  },
  UserBanned: { item: ({ userId, banned }) => ({ userId, banned }), notice: null, audience: everyone, names: userNamed },
  InvitationSent: {
    item: null,
    notice: ({ meta, conversationId, groupName, greeting, expiresAtMs }) => ({
      conversationId,
      groupName,
      invitedBy: meta.actorId,
      greeting,
      expiresAtMs,
      invitedAtMs: meta.occurredAt,
    }),
    audience: ({ userIds }) => ({ to: 'users', userIds }),
  },
  InvitationAnswered: {
    item: null,
    notice: ({ conversationId, userId, accepted }) => ({ conversationId, userId, accepted }),
    audience: ({ userId, invitedBy }) => these(userId, invitedBy),
  },
  JoinRequested: {
    item: null,
    notice: ({ meta, conversationId, userId, text, answers, expiresAtMs }) => ({
      ...{ conversationId, userId, requestText: text, answers, askedAtMs: meta.occurredAt, expiresAtMs },
    }),
    audience: ({ conversationId, userId }) => ({ to: 'admins', conversationId, asker: userId, userIds: [userId] }),
  },
  JoinRequestAnswered: {
    item: null,
    notice: ({ meta, conversationId, userId, accepted }) => ({ conversationId, userId, accepted, atMs: meta.occurredAt }),
    audience: ({ meta, conversationId, userId }) => ({
      ...{ to: 'admins', conversationId, asker: null, userIds: [...new Set([userId, meta.actorId])] },
    }),
  },
  InvitationRevoked: {
    item: null,
    notice: ({ conversationId, userId }) => ({ conversationId, userId }),
    audience: ({ meta, userId, invitedBy }) => these(userId, invitedBy, meta.actorId),
  },
  JoinRequestWithdrawn: {
    item: null,
    notice: ({ conversationId, userId }) => ({ conversationId, userId }),
    audience: ({ conversationId, userId }) => ({ to: 'admins', conversationId, asker: null, userIds: [userId] }),
  },
  JoinLinkMade: { item: null, notice: ({ conversationId, linkId }) => ({ conversationId, linkId }), audience: theirDevices },
  JoinLinkRevoked: { item: null, notice: ({ conversationId, linkId }) => ({ conversationId, linkId }), audience: theirDevices },
  ReadMarked: {
    item: null,
    notice: ({ conversationId, userId, ordinal }) => ({ conversationId, userId, ordinal }),
    audience: readerAndPeer,
  },
  FriendRequested: {
    item: null,
    notice: ({ meta, conversationId, userId, text, expiresAtMs, befriends }) => ({
      ...{ conversationId, userId, requestText: text, askedAtMs: meta.occurredAt, expiresAtMs, befriends },
    }),
    audience: (event) => (event.again ? otherOf(event) : event.shown ? bothOf(event) : themselves(event)),
  },
  FriendRequestAnswered: {
    item: null,
    notice: ({ meta, conversationId, userId, accepted }) => ({ conversationId, userId, accepted, atMs: meta.occurredAt }),
    audience: bothOf,
  },
  FriendDeleted: {
    item: null,
    notice: ({ conversationId, userId }) => ({ conversationId, userId }),
    audience: (event) => (event.shown ? bothOf(event) : themselves(event)),
  },
  RemarkSet: { item: null, notice: ({ conversationId, remark, tags }) => ({ conversationId, remark, tags }), audience: themselves },
  UserBlocked: { item: null, notice: ({ meta, conversationId }) => ({ conversationId, atMs: meta.occurredAt }), audience: themselves },
  UserUnblocked: { item: null, notice: ({ conversationId }) => ({ conversationId }), audience: themselves },
}
