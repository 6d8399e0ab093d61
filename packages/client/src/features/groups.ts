// Groups and who belongs to them. A change that is answered has happened, and is shown at its place like any other.
import type { GroupMember } from '../conversation/item.ts'
import { SkeinError } from '../skein-error.ts'
import { newUuid } from '../uuid.ts'
import { type ConversationChange, change, type FeatureCore, intentOf } from './feature-core.ts'
import { type FirstSettings, settingsFrom } from './group-settings.ts'
import { changeInParts, changeOf, type MemberChange, partsOf } from './member-lists.ts'

/** A UUID of the application's own, under which it may ask again for the same list: what was done is not done again. */
export interface ListOptions {
  readonly requestId?: string
}

export interface NewGroup extends ListOptions {
  readonly name: string
  readonly memberIds: readonly string[]
  readonly groupId?: string
  readonly settings?: FirstSettings
}

const ofList = (core: FeatureCore, name: 'addMembers' | 'removeMembers') => {
  return (conversationId: string, userIds: readonly string[], { requestId }: ListOptions = {}): Promise<MemberChange> => {
    const [first = [], ...others] = partsOf(userIds)
    return changeInParts(core, { name, conversationId, parts: [first, ...others], intent: intentOf(requestId), before: null })
  }
}

export const groups = (core: FeatureCore) => ({
  /**
   * The creator becomes owner and needs not be among the members, of whom there may be any number: the first are in the group from its
   * beginning, and the others are added. The answer says of each what became of them; of those who are refused the group is made without.
   */
  async createGroup(group: NewGroup): Promise<MemberChange> {
    const { name, memberIds, groupId = newUuid(), settings = {} } = group
    const intent = intentOf(group.requestId)
    const conversationId = `g:${groupId}`
    const [first = [], ...others] = partsOf(memberIds)
    const asked = { conversationId, name, memberIds: first, settings: settingsFrom(settings) }
    const answer = await core.call('createGroup', asked, intent)
    core.conversations.begin(conversationId, 0)
    core.conversations.reach(conversationId, answer.seq)
    const before = changeOf(conversationId, answer)
    return changeInParts(core, { name: 'addMembers', conversationId, parts: others, intent, before })
  },

  /**
   * Any number of users, by as many requests as it takes; the answer says of each what became of them. Rejects when nobody was asked for as
   * the actor may not, and when an answer was lost for good: the same list under the same requestId goes on where that left off.
   */
  addMembers: ofList(core, 'addMembers'),

  /** The same for any number of members who are to go. */
  removeMembers: ofList(core, 'removeMembers'),

  /** One alone: rejects with the code when they are refused. */
  async removeMember(conversationId: string, userId: string): Promise<MemberChange> {
    const removed = await ofList(core, 'removeMembers')(conversationId, [userId])
    const [refusal] = removed.refused
    if (refusal) throw new SkeinError(refusal.code, `user ${userId}`)
    return removed
  },

  async leaveGroup(conversationId: string): Promise<ConversationChange> {
    const left = await change(core, 'leaveGroup', { conversationId })
    core.conversations.leave(conversationId, left.seq)
    return left
  },

  /** An owner hands over by making another one owner. */
  changeRole(conversationId: string, userId: string, role: string): Promise<ConversationChange> {
    return change(core, 'changeRole', { conversationId, userId, role })
  },

  /** The member says nothing for a time, also when they leave and come back; 0 lets them speak again. */
  muteMember(conversationId: string, userId: string, durationMs: number): Promise<ConversationChange> {
    return change(core, 'muteMember', { conversationId, userId, durationMs })
  },

  /** A name in this group alone, of oneself unless another is named; empty for one's own name. */
  async setNickname(conversationId: string, nickname: string, { userId }: { readonly userId?: string } = {}): Promise<ConversationChange> {
    const asked = () => ({ conversationId, userId: userId ?? core.conversations.userId, nickname })
    const { seq } = await core.call('setNickname', asked)
    core.conversations.reach(conversationId, seq)
    return { conversationId, seq }
  },

  /** A page of a conversation's members, by user id: of all, or of those with a role. */
  members(
    conversationId: string,
    { afterUserId = '', limit = 0, role = '' }: { afterUserId?: string; limit?: number; role?: 'owner' | 'admin' | 'member' | '' } = {},
  ): Promise<{ readonly members: readonly GroupMember[]; readonly more: boolean }> {
    return core.viewReads.members(conversationId, () => core.call('members', { conversationId, afterUserId, limit, role }))
  },
})
