// What a group is: its profile, its rules, its end.
import { type ConversationChange, change, type FeatureCore } from './feature-core.ts'
import { type GroupInfo, type GroupSettings, infoFrom, settingsFrom } from './group-settings.ts'

export const groupProfile = (core: FeatureCore) => ({
  /** Sets something otherwise: its profile, its rules, its end. */
  changeGroup(conversationId: string, settings: GroupSettings): Promise<ConversationChange> {
    return change(core, 'changeGroup', { conversationId, settings: settingsFrom(settings) })
  },

  /** Ends the group for good: it can be read, and nothing happens in it any more. */
  dismissGroup(conversationId: string): Promise<ConversationChange> {
    return change(core, 'dismissGroup', { conversationId })
  },

  /** What a group is set to, for those who are in it. */
  async groupInfo(conversationId: string): Promise<GroupInfo> {
    return infoFrom(await core.viewReads.members(conversationId, () => core.call('groupInfo', { conversationId })))
  },
})
