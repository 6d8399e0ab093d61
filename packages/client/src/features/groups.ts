// Groups and who belongs to them. A change that is answered has happened, and is shown at its place like any other.
import type { Member } from '../conversation/item.ts'
import { membersPerRequestMax } from '../options.ts'
import { newUuid } from '../uuid.ts'
import { type ConversationChange, change, type FeatureCore } from './feature-core.ts'

/** As many at a time as servers take; null when there is nobody to add. */
async function addInParts(core: FeatureCore, conversationId: string, userIds: readonly string[]): Promise<ConversationChange | null> {
  let last: ConversationChange | null = null
  for (let from = 0; from < userIds.length; from += membersPerRequestMax) {
    last = await change(core, 'addMembers', { conversationId, userIds: userIds.slice(from, from + membersPerRequestMax) })
  }
  return last
}

export const groups = (core: FeatureCore) => ({
  /**
   * The creator becomes owner and needs not be among the members. Of many members the first are in the group from its beginning, and the
   * others are added: when that is refused, the group is there without them.
   */
  async createGroup(group: { name: string; memberIds: readonly string[]; groupId?: string }): Promise<ConversationChange> {
    const { name, memberIds, groupId = newUuid() } = group
    const conversationId = `g:${groupId}`
    const { seq } = await core.call('createGroup', { conversationId, name, memberIds: memberIds.slice(0, membersPerRequestMax) })
    core.conversations.begin(conversationId, 0)
    core.conversations.reach(conversationId, seq)
    return (await addInParts(core, conversationId, memberIds.slice(membersPerRequestMax))) ?? { conversationId, seq }
  },

  /** Many are added by several requests: when one is refused, those of the ones before it are in. Resolves to the last change. */
  async addMembers(conversationId: string, userIds: readonly string[]): Promise<ConversationChange> {
    return (await addInParts(core, conversationId, userIds)) ?? change(core, 'addMembers', { conversationId, userIds })
  },

  removeMember(conversationId: string, userId: string): Promise<ConversationChange> {
    return change(core, 'removeMember', { conversationId, userId })
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

  /** A page of a conversation's members, by user id. */
  members(
    conversationId: string,
    { afterUserId = '', limit = 0 }: { afterUserId?: string; limit?: number } = {},
  ): Promise<{ readonly members: readonly Member[]; readonly more: boolean }> {
    return core.viewReads.members(conversationId, () => core.call('members', { conversationId, afterUserId, limit }))
  },
})
