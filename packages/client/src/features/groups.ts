// Groups and who belongs to them. A change that is answered has happened, and is shown at its place like any other.
import type { Member } from '../conversation/item.ts'
import { newUuid } from '../uuid.ts'
import { type ConversationChange, change, type FeatureCore } from './feature-core.ts'

export const groups = (core: FeatureCore) => ({
  /** The creator becomes owner and needs not be among the members. */
  async createGroup(group: { name: string; memberIds: readonly string[]; groupId?: string }): Promise<ConversationChange> {
    const { name, memberIds, groupId = newUuid() } = group
    const conversationId = `g:${groupId}`
    const { seq } = await core.call('createGroup', { conversationId, name, memberIds })
    core.conversations.begin(conversationId, 0)
    core.conversations.reach(conversationId, seq)
    return { conversationId, seq }
  },

  addMembers(conversationId: string, userIds: readonly string[]): Promise<ConversationChange> {
    return change(core, 'addMembers', { conversationId, userIds })
  },

  removeMember(conversationId: string, userId: string): Promise<ConversationChange> {
    return change(core, 'removeMember', { conversationId, userId })
  },

  leaveGroup(conversationId: string): Promise<ConversationChange> {
    return change(core, 'leaveGroup', { conversationId })
  },

  /** An owner hands over by making another one owner. */
  changeRole(conversationId: string, userId: string, role: string): Promise<ConversationChange> {
    return change(core, 'changeRole', { conversationId, userId, role })
  },

  /** A page of a conversation's members, by user id. */
  members(
    conversationId: string,
    { afterUserId = '', limit = 0 }: { afterUserId?: string; limit?: number } = {},
  ): Promise<{ readonly members: readonly Member[]; readonly more: boolean }> {
    return core.viewReads.asShown(conversationId, () => core.call('members', { conversationId, afterUserId, limit }))
  },
})
