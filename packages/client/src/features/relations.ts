// How this user stands to others: friends and requests, remarks and tags, blocks, and whom they let reach them. What changes is told by
// `relation` as it happens, on every device, and by the next sync to those that were away.
import { directConversationId, type Messages } from '@skein/contracts'
import type { FeatureCore } from './feature-core.ts'

/** How this user stands to another. */
export type Relation = Messages.Relation
export type WhoMayReach = 'everybody' | 'friends' | 'nobody'
export interface Privacy {
  /** Who may write to this user. */
  readonly write: WhoMayReach
  /** Who may put this user into groups. */
  readonly add: WhoMayReach
}

export interface PageOptions {
  readonly afterUserId?: string
  /** 0 for the server's default. */
  readonly limit?: number
}

export interface RelationsPage {
  readonly relations: readonly Relation[]
  readonly more: boolean
}

export const relations = (core: FeatureCore) => {
  const pairWith = (userId: string) => directConversationId(core.conversations.userId, userId)
  const page =
    (name: 'friends' | 'friendRequests' | 'blocked') =>
    ({ afterUserId = '', limit = 0 }: PageOptions = {}): Promise<RelationsPage> =>
      core.call(name, { afterUserId, limit })
  return {
    /** Asks a user to be friends; where they have asked too, both are at once. `expiresAtMs`: milliseconds since the epoch. */
    async requestFriend(userId: string, { text = '', expiresAtMs = 0 }: { text?: string; expiresAtMs?: number } = {}): Promise<void> {
      await core.call('requestFriend', () => ({ conversationId: pairWith(userId), text, expiresAtMs }))
    },

    async acceptFriend(userId: string): Promise<void> {
      await core.call('answerFriendRequest', () => ({ conversationId: pairWith(userId), accept: true }))
    },

    async refuseFriend(userId: string): Promise<void> {
      await core.call('answerFriendRequest', () => ({ conversationId: pairWith(userId), accept: false }))
    },

    /** Ends a friendship, or takes back a request. */
    async deleteFriend(userId: string): Promise<void> {
      await core.call('deleteFriend', () => ({ conversationId: pairWith(userId) }))
    },

    /** What this user calls another, and how they sort them: both as given, and shown to nobody else. */
    async setRemark(userId: string, { remark = '', tags = [] }: { remark?: string; tags?: readonly string[] }): Promise<void> {
      await core.call('setRemark', () => ({ conversationId: pairWith(userId), remark, tags }))
    },

    /** The other reaches this user no more, and is not told so. */
    async blockUser(userId: string): Promise<void> {
      await core.call('blockUser', () => ({ conversationId: pairWith(userId) }))
    },

    async unblockUser(userId: string): Promise<void> {
      await core.call('unblockUser', () => ({ conversationId: pairWith(userId) }))
    },

    /** Pages of friends, of requests sent and received that stand, and of those who are blocked, by user id. */
    friends: page('friends'),
    friendRequests: page('friendRequests'),
    blocked: page('blocked'),

    async relationTo(userId: string): Promise<Relation> {
      const { relation } = await core.call('relationTo', { userId })
      return relation as Relation
    },

    /** Says who may write to this user, and put them into groups. */
    async changePrivacy({ write, add }: Privacy): Promise<void> {
      await core.call('changePrivacy', { write, add })
    },

    async privacy(): Promise<Privacy> {
      return (await core.call('privacy', {})) as Privacy
    },
  }
}
