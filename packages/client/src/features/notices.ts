// What the device does when it is told something that takes no place in a conversation. A notice of every kind has its rule.
import { type Messages, parseConversationId, peerOf } from '@skein/contracts'
import { writtenOf } from '../conversation/item.ts'
import type { RelationChange } from '../events.ts'
import type { FeatureCore } from './feature-core.ts'

export type NoticeRules = { readonly [Kind in keyof Messages.NoticeContents]: (content: Messages.NoticeContents[Kind]) => void }

type Told = Pick<FeatureCore, 'conversations' | 'emitter' | 'followedRooms'>

/** Of what was told to everybody online, the last that are known not to be told again. */
const toldMax = 100

export const noticeRules = (core: Told): NoticeRules => ({
  ...ofConversations(core),
  ...ofWaysIn(core),
  ...ofRelations(core),
  ...ofEverybody(core, new Set()),
  ...ofRooms(core),
})

const ofEverybody = ({ emitter }: Told, told: Set<string>) => ({
  OnlineNotified({ noticeId, senderId, sentAtMs, body }: Messages.OnlineNotified) {
    // It may come again.
    if (told.has(noticeId)) return
    told.add(noticeId)
    if (told.size > toldMax) told.delete(told.values().next().value!)
    emitter.emit('onlineNotice', { noticeId, senderId, sentAtMs, ...writtenOf(body) })
  },
})

const ofConversations = ({ conversations, emitter }: Told) => ({
  ReadMarked(mark: Messages.ReadMarked) {
    conversations.readTo(mark)
    emitter.emit('readMark', mark)
  },

  MessageHidden(hidden: Messages.MessageHidden) {
    conversations.hide(hidden)
    emitter.emit('hidden', hidden)
  },
})

const ofRooms = ({ emitter, followedRooms }: Told) => ({
  RoomSignal({ conversationId, senderId, sentAtMs, body, missed, ended: code }: Messages.RoomSignal) {
    // What was on its way when this device left off.
    if (!followedRooms.has(conversationId)) return
    if (missed > 0) emitter.emit('signalsMissed', { conversationId, count: missed })
    if (body) emitter.emit('signal', { conversationId, senderId, sentAtMs, ...writtenOf(body) })
    if (code === '') return
    followedRooms.delete(conversationId)
    emitter.emit('roomEnded', { conversationId, code })
  },
})

const ofWaysIn = ({ emitter }: Told) => ({
  InvitationSent: (invitation: Messages.InvitationSent) => emitter.emit('invitation', invitation),
  InvitationAnswered(answer: Messages.InvitationAnswered) {
    const { conversationId, userId } = answer
    emitter.emit('invitationAnswered', answer)
    emitter.emit('invitationEnded', { conversationId, userId })
  },
  InvitationRevoked: (revoked: Messages.InvitationRevoked) => emitter.emit('invitationEnded', revoked),
  JoinRequested: ({ requestText: text, ...request }: Messages.JoinRequested) => emitter.emit('joinRequest', { ...request, text }),
  JoinRequestAnswered(answer: Messages.JoinRequestAnswered) {
    const { conversationId, userId } = answer
    emitter.emit('joinRequestAnswered', answer)
    emitter.emit('joinRequestEnded', { conversationId, userId })
  },
  JoinRequestWithdrawn: (withdrawn: Messages.JoinRequestWithdrawn) => emitter.emit('joinRequestEnded', withdrawn),
  JoinLinkMade: (link: Messages.JoinLinkMade) => emitter.emit('joinLink', { ...link, revoked: false }),
  JoinLinkRevoked: (link: Messages.JoinLinkRevoked) => emitter.emit('joinLink', { ...link, revoked: true }),
})

const nothingAsked = { sent: null, received: null }

function ofRelations({ conversations, emitter }: Told) {
  const tell = (conversationId: string, change: RelationChange) => {
    const conversation = parseConversationId(conversationId)
    if (conversation?.kind === 'direct') emitter.emit('relation', { userId: peerOf(conversation, conversations.userId), change })
  }
  return {
    FriendRequested({ conversationId, userId, requestText: text, askedAtMs, expiresAtMs, befriends }: Messages.FriendRequested) {
      if (befriends) tell(conversationId, { friendsSinceMs: askedAtMs, ...nothingAsked })
      else tell(conversationId, { [userId === conversations.userId ? 'sent' : 'received']: { text, askedAtMs, expiresAtMs } })
    },

    FriendRequestAnswered({ conversationId, userId, accepted, atMs }: Messages.FriendRequestAnswered) {
      if (accepted) tell(conversationId, { friendsSinceMs: atMs, ...nothingAsked })
      else tell(conversationId, userId === conversations.userId ? { received: null } : { sent: null })
    },

    FriendDeleted({ conversationId, userId }: Messages.FriendDeleted) {
      tell(conversationId, { friendsSinceMs: 0, ...(userId === conversations.userId ? { sent: null } : { received: null }) })
    },

    RemarkSet({ conversationId, remark, tags }: Messages.RemarkSet) {
      tell(conversationId, { remark, tags })
    },

    UserBlocked({ conversationId, atMs }: Messages.UserBlocked) {
      tell(conversationId, { blockedSinceMs: atMs, ...nothingAsked })
    },

    UserUnblocked({ conversationId }: Messages.UserUnblocked) {
      tell(conversationId, { blockedSinceMs: 0 })
    },

    PrivacyChanged(privacy: Messages.PrivacyChanged) {
      emitter.emit('privacy', privacy)
    },
  }
}
