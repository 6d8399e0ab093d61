// Who belongs where: the groups that one is in, and whether others are in a conversation that one belongs to.
import type { Session } from '../conversation/session.ts'
import { membersPerRequestMax } from '../options.ts'
import type { FeatureCore } from './feature-core.ts'

export const membership = (core: FeatureCore) => {
  const inParts = async (conversationId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const roles = new Map<string, string>()
    for (let from = 0; from < userIds.length; from += membersPerRequestMax) {
      const asked = userIds.slice(from, from + membersPerRequestMax)
      const { members } = await core.viewReads.members(conversationId, () => core.call('areMembers', { conversationId, userIds: asked }))
      for (const { userId, role } of members) roles.set(userId, role)
    }
    return roles
  }

  return {
    /**
     * A page of the groups that this user is in, by id, as the server has them: also those that this device was never told of, and those that
     * were dismissed meanwhile, which say when.
     */
    myGroups({ afterConversationId = '', limit = 0 }: { afterConversationId?: string; limit?: number } = {}): Promise<{
      readonly groups: readonly Session[]
      readonly more: boolean
    }> {
      return core.call('myGroups', { afterConversationId, limit })
    },

    /** Those of some users, however many, who are in a conversation now, with their roles. */
    areMembers: inParts,

    async isMember(conversationId: string, userId: string): Promise<boolean> {
      return (await inParts(conversationId, [userId])).has(userId)
    },
  }
}
