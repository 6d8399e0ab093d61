// Ways into groups: invitations, links and bans. Whoever joins is shown it as an item of the group, the first of their stay.
import type { Invitation, JoinLink } from '../conversation/item.ts'
import { SkeinError } from '../skein-error.ts'
import { newUuid } from '../uuid.ts'
import { type ConversationChange, change, type FeatureCore, intentOf } from './feature-core.ts'
import type { ListOptions } from './groups.ts'
import { changeInParts, type MemberChange, partsOf } from './member-lists.ts'

export interface InviteOptions extends ListOptions {
  /** What the inviter says to them. */
  readonly greeting?: string
  /** Milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs?: number
}

export interface JoinLinkOptions {
  /** Milliseconds since the epoch; 0 for never. */
  readonly expiresAtMs?: number
  /** How many may join by it; 0 for any number. */
  readonly usesMax?: number
}

const placeOf = (link: string): { readonly conversationId: string; readonly token: string } => {
  const [conversationId = '', token = ''] = link.split('/', 2)
  if (!conversationId.startsWith('g:') || token === '') throw new SkeinError('INVALID_ARGUMENT', 'link')
  return { conversationId, token }
}

/** This user is in from this seq on: the item that says so is fetched, with what has come behind it. */
export function joined({ conversations }: FeatureCore, conversationId: string, seq: number): ConversationChange {
  conversations.begin(conversationId, seq - 1)
  conversations.reach(conversationId, seq)
  return { conversationId, seq }
}

export const joining = (core: FeatureCore) => ({
  /** Any number of users, who join when they accept. The answer says of each whether they are invited, in already, or refused and why. */
  inviteToGroup(conversationId: string, userIds: readonly string[], options: InviteOptions = {}): Promise<MemberChange> {
    const { greeting = '', expiresAtMs = 0, requestId } = options
    const [first = [], ...others] = partsOf(userIds)
    const asked = { name: 'inviteToGroup', conversationId, parts: [first, ...others], intent: intentOf(requestId) } as const
    return changeInParts(core, { ...asked, before: null, more: { greeting, expiresAtMs } })
  },

  /** Joins the group, or refuses to; of a refusal the seq is 0. */
  async answerInvitation(conversationId: string, accept: boolean): Promise<ConversationChange> {
    const { seq } = await core.call('answerInvitation', { conversationId, accept })
    return accept ? joined(core, conversationId, seq) : { conversationId, seq }
  },

  /** Takes back an invitation that this user, or anybody in a group of which they are owner or admin, has sent. */
  async revokeInvitation(conversationId: string, userId: string): Promise<void> {
    await core.call('revokeInvitation', { conversationId, userId })
  },

  /** A page of one's own that wait for an answer, by group. */
  invitations({ afterConversationId = '', limit = 0 }: { afterConversationId?: string; limit?: number } = {}): Promise<{
    readonly invitations: readonly Invitation[]
    readonly more: boolean
  }> {
    return core.call('invitations', { afterConversationId, limit })
  },

  /** By the link whoever has it joins: no server can tell it again. */
  async makeJoinLink(
    conversationId: string,
    { expiresAtMs = 0, usesMax = 0 }: JoinLinkOptions = {},
  ): Promise<{ readonly link: string; readonly linkId: string }> {
    const token = newUuid()
    const { linkId } = await core.call('makeJoinLink', { conversationId, token, expiresAtMs, usesMax })
    return { link: `${conversationId}/${token}`, linkId }
  },

  async revokeJoinLink(conversationId: string, linkId: string): Promise<void> {
    await core.call('revokeJoinLink', { conversationId, linkId })
  },

  /** A page of the links to a group that were not revoked, by id; for its owner and admins. */
  joinLinks(
    conversationId: string,
    { afterLinkId = '', limit = 0 }: { afterLinkId?: string; limit?: number } = {},
  ): Promise<{ readonly links: readonly JoinLink[]; readonly more: boolean }> {
    return core.call('joinLinks', { conversationId, afterLinkId, limit })
  },

  async joinByLink(link: string): Promise<ConversationChange> {
    const { conversationId, token } = placeOf(link)
    return joined(core, conversationId, (await core.call('joinByLink', { conversationId, token })).seq)
  },

  /** Member or not: who is banned comes back by no way. */
  banUser(conversationId: string, userId: string): Promise<ConversationChange> {
    return change(core, 'banUser', { conversationId, userId, banned: true })
  },

  unbanUser(conversationId: string, userId: string): Promise<ConversationChange> {
    return change(core, 'banUser', { conversationId, userId, banned: false })
  },
})
