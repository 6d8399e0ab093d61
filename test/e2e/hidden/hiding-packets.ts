// Every packet by which somebody asks of groups, messages or users, and how it is asked of a place or of a person that there is not, or that is not for
// whoever asks. A packet of these services that is not here does not compile.
import { randomUUID } from 'node:crypto'
import { packets, type RequestBodies, type RequestName } from '@skein/contracts'

type HidingService = 2 | 4 | 5
export type HidingPacket = { [N in RequestName]: (typeof packets)[N]['service'] extends HidingService ? N : never }[RequestName]

/** A conversation that may not be there, and what may stand in it. */
export interface Place {
  readonly conversationId: string
  readonly seq: number
  readonly ordinal: number
  readonly messageId: string
  /** Who may belong to it. */
  readonly userId: string
  /** By which nobody comes in. */
  readonly linkToken: string
  readonly linkId: string
}

/** Somebody who may not be there, beside whoever asks. */
export interface Other {
  readonly userId: string
  readonly userName: string
  /** Of the two. */
  readonly conversationId: string
  /** A message of whoever asks, where the two have talked. */
  readonly seq: number
  readonly messageId: string
  /** A group of whoever asks. */
  readonly ownGroup: string
}

interface Hiding<N extends RequestName> {
  readonly place?: (place: Place) => RequestBodies[N]
  readonly other?: (other: Other) => RequestBodies[N]
  /** The same person, named otherwise. */
  readonly otherByName?: (other: Other) => RequestBodies[N]
  /** What speaks of nobody but who asks. */
  readonly self?: () => RequestBodies[N]
  /** About the broadcasts of an app. */
  readonly app?: (conversationId: string) => RequestBodies[N]
  /** It reaches the other, where they let it. */
  readonly reaches?: true
  /** It names a user of the place, who may be whoever asks. */
  readonly names?: true
}

const body = () => ({ contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from('x') })
const intent = () => ({ clientRequestId: randomUUID() })
const first = { afterUserId: '', limit: 0 }
const firstGroup = { afterConversationId: '', limit: 0 }
const messageIn = ({ conversationId, seq, messageId }: Pick<Place, 'conversationId' | 'seq' | 'messageId'>) => ({
  ...{ conversationId, seq, messageId },
  ...intent(),
})
const saying = ({ conversationId }: Pick<Place, 'conversationId'>) => ({
  ...{ conversationId, clientMessageId: randomUUID(), body: body(), replyTo: 0, attachments: [], mentionAll: false },
})
const inOwn = ({ ownGroup: conversationId, userId }: Other) => ({ conversationId, userId, ...intent() })
const ofTwo = ({ conversationId }: Other) => ({ conversationId, ...intent() })
const placeAlone = ({ conversationId }: Place) => ({ conversationId, ...intent() })

/** Of what is asked for a place and of one other alike. */
const both = <N extends RequestName>(ask: (at: Pick<Place, 'conversationId' | 'seq' | 'messageId' | 'userId'>) => RequestBodies[N]) => ({
  place: ask,
  other: ask,
})
/** Of what somebody who belongs to a group does to a user. */
const member = <N extends RequestName>(
  ask: (about: { conversationId: string; userId: string; clientRequestId: string }) => RequestBodies[N],
) => ({
  place: ({ conversationId, userId }: Place) => ask({ conversationId, userId, ...intent() }),
  other: (other: Other) => ask(inOwn(other)),
  names: true as const,
})

export const hidingPackets: { readonly [N in HidingPacket]: Hiding<N> } = {
  send: { ...both<'send'>(saying), reaches: true },
  history: both<'history'>(({ conversationId }) => ({ conversationId, beforeSeq: 0, afterSeq: 0, limit: 0 })),
  edits: both<'edits'>(({ conversationId, seq }) => ({ conversationId, seq, fromVersion: 0 })),
  markRead: both<'markRead'>(({ conversationId, seq }) => ({ conversationId, ordinal: seq })),
  revoke: both<'revoke'>(messageIn),
  edit: both<'edit'>((at) => ({ ...messageIn(at), body: body() })),
  deleteForAll: both<'deleteForAll'>(messageIn),
  // Whoever can name a message by its id was shown it.
  deleteForMe: both<'deleteForMe'>((at) => ({ ...messageIn(at), messageId: randomUUID() })),
  broadcastOnline: { app: (conversationId) => ({ conversationId, ...intent(), body: body(), perSecond: 0 }) },
  broadcast: {
    app: (conversationId) => ({ conversationId, clientMessageId: randomUUID(), body: body(), attachments: [], perSecond: 0 }),
  },

  addMembers: {
    ...member<'addMembers'>(({ userId, ...about }) => ({ ...about, userIds: [userId] })),
    reaches: true,
  },
  inviteToGroup: {
    ...member<'inviteToGroup'>(({ userId, ...about }) => ({ ...about, userIds: [userId], greeting: '', expiresAtMs: 0 })),
    reaches: true,
  },
  removeMembers: member<'removeMembers'>(({ userId, ...about }) => ({ ...about, userIds: [userId] })),
  changeRole: member<'changeRole'>((about) => ({ ...about, role: 'admin' })),
  muteMember: member<'muteMember'>((about) => ({ ...about, durationMs: 60_000 })),
  setNickname: member<'setNickname'>((about) => ({ ...about, nickname: 'Nick' })),
  answerJoinRequest: member<'answerJoinRequest'>((about) => ({ ...about, accept: true })),
  revokeInvitation: member<'revokeInvitation'>((about) => about),
  members: both<'members'>(({ conversationId }) => ({ conversationId, ...first, role: '' })),
  areMembers: { ...both<'areMembers'>(({ conversationId, userId }) => ({ conversationId, userIds: [userId] })), names: true },
  banUser: member<'banUser'>((about) => ({ ...about, banned: true })),
  leaveGroup: { place: placeAlone },
  changeGroup: { place: (place) => ({ ...placeAlone(place), settings: [{ name: 'description', value: 'x' }] }) },
  dismissGroup: { place: placeAlone },
  groupInfo: { place: placeAlone },
  followRoom: { place: placeAlone },
  signal: { place: (place) => ({ ...placeAlone(place), body: body() }) },
  unfollowRoom: { place: placeAlone },
  answerInvitation: { place: (place) => ({ ...placeAlone(place), accept: true }) },
  makeJoinLink: { place: (place) => ({ ...placeAlone(place), token: randomUUID(), expiresAtMs: 0, usesMax: 0 }) },
  revokeJoinLink: { place: ({ linkId, ...place }) => ({ ...placeAlone({ linkId, ...place }), linkId }) },
  withdrawJoinRequest: { place: placeAlone },
  joinRequests: { place: ({ conversationId }) => ({ conversationId, ...first }) },
  bans: { place: ({ conversationId }) => ({ conversationId, ...first }) },
  joinLinks: { place: ({ conversationId }) => ({ conversationId, afterLinkId: '', limit: 0 }) },
  joinInfo: { place: placeAlone },
  requestToJoin: { place: (place) => ({ ...placeAlone(place), text: '', answers: [] }) },
  joinByLink: { place: ({ linkToken: token, ...place }) => ({ ...placeAlone({ linkToken: token, ...place }), token }) },
  createGroup: {
    place: (place) => ({ ...placeAlone(place), name: 'Team', memberIds: [], settings: [] }),
    other: ({ userId }) => ({ ...intent(), conversationId: `g:${randomUUID()}`, name: 'Trap', memberIds: [userId], settings: [] }),
    reaches: true,
  },
  myGroups: { self: () => firstGroup },
  invitations: { self: () => firstGroup },
  ownJoinRequests: { self: () => firstGroup },

  findUser: {
    other: ({ userId }) => ({ userId, userName: '' }),
    otherByName: ({ userName }) => ({ userId: '', userName }),
  },
  requestFriend: { other: (other) => ({ ...ofTwo(other), text: 'hello', expiresAtMs: 0 }) },
  relationTo: { other: ({ userId }) => ({ userId }) },
  answerFriendRequest: { other: (other) => ({ ...ofTwo(other), accept: true }) },
  setRemark: { other: (other) => ({ ...ofTwo(other), remark: 'Somebody', tags: [] }) },
  deleteFriend: { other: ofTwo },
  blockUser: { other: ofTwo },
  unblockUser: { other: ofTwo },
  friends: { self: () => first },
  friendRequests: { self: () => first },
  blocked: { self: () => first },
  changePrivacy: { self: () => ({ write: 'everybody', add: 'everybody', ...intent() }) },
  privacy: { self: () => ({}) },
}

const services: readonly number[] = [packets.send.service, packets.members.service, packets.findUser.service] satisfies HidingService[]

/** Whether a packet is one of those that have to be here; for a check of what the types say. */
export const isHiding = (name: string): boolean => {
  const { service, kind } = packets[name as keyof typeof packets]
  return services.includes(service) && kind !== 'server'
}
