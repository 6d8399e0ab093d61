// Asking to be let into groups, and letting in; and who is banned. What a request waits for is told by events, and listed for whoever was away.
import type { Ban, JoinInfo, JoinRequest } from '../conversation/item.ts'
import type { AskedToJoin } from '../events.ts'
import { type ConversationChange, change, type FeatureCore } from './feature-core.ts'
import { joined } from './joining.ts'

export interface JoinRequestOptions {
  /** What the asker says of themselves. */
  readonly text?: string
  /** To the questions of the group, in their order. */
  readonly answers?: readonly string[]
}

/** Where the request waits for an answer, the seq is 0. */
export interface Asked extends ConversationChange {
  readonly waits: boolean
}

export interface PageByUser {
  readonly afterUserId?: string
  readonly limit?: number
}

export const joinRequests = (core: FeatureCore) => ({
  /** What it takes to join a group that is open, or lets users ask; rejects with NOT_JOINABLE for every other. */
  joinInfo(conversationId: string): Promise<JoinInfo> {
    return core.call('joinInfo', { conversationId })
  },

  /** Joins a group that is open; in one that lets users ask, the request waits until somebody answers it. */
  async requestToJoin(conversationId: string, { text = '', answers = [] }: JoinRequestOptions = {}): Promise<Asked> {
    const { seq } = await core.call('requestToJoin', { conversationId, text, answers })
    if (seq === 0) return { conversationId, seq, waits: true }
    return { ...joined(core, conversationId, seq), waits: false }
  },

  /** Takes back this user's request, before it is answered. */
  async withdrawJoinRequest(conversationId: string): Promise<void> {
    await core.call('withdrawJoinRequest', { conversationId })
  },

  /** Lets in a user who asked, or does not; then the seq is 0. */
  answerJoinRequest(conversationId: string, userId: string, accept: boolean): Promise<ConversationChange> {
    return change(core, 'answerJoinRequest', { conversationId, userId, accept })
  },

  /** A page of those that wait for an answer, by user; for the owner and admins of the group. */
  joinRequests(
    conversationId: string,
    { afterUserId = '', limit = 0 }: PageByUser = {},
  ): Promise<{ readonly requests: readonly JoinRequest[]; readonly more: boolean }> {
    return core.call('joinRequests', { conversationId, afterUserId, limit })
  },

  /** A page of this user's own that wait for an answer, by group. */
  async ownJoinRequests({ afterConversationId = '', limit = 0 }: { afterConversationId?: string; limit?: number } = {}): Promise<{
    readonly requests: readonly AskedToJoin[]
    readonly more: boolean
  }> {
    const { requests, more } = await core.call('ownJoinRequests', { afterConversationId, limit })
    return { requests: requests.flatMap(({ conversationId, request }) => (request === null ? [] : { conversationId, ...request })), more }
  },

  /** A page of who is banned from a group, by user; for its owner and admins. */
  bans(
    conversationId: string,
    { afterUserId = '', limit = 0 }: PageByUser = {},
  ): Promise<{ readonly bans: readonly Ban[]; readonly more: boolean }> {
    return core.call('bans', { conversationId, afterUserId, limit })
  },
})
