export type { LimitsInForce } from './app/policy.ts'
export { limitsInForce } from './app/policy.ts'
export type { GroupCell } from './cells/group.ts'
export { groupKey, newGroup } from './cells/group.ts'
export type { BanCell, InvitationCell, JoinLinkCell, JoinOutcome, JoinRequestCell } from './cells/joining.ts'
export { banKey, invitationKey, joinLinkKey } from './cells/joining.ts'
export type { AskedFriend, KnownPrivacyCell, KnownRelationCell, PrivacyCell, RelationCell } from './cells/relation.ts'
export { knownPrivacyKey, knownRelationKey, noRelation, openPrivacy, privacyKey, relationKey } from './cells/relation.ts'
export type { TimerCell } from './cells/timer.ts'
export type {
  AppCell,
  AppPolicyCell,
  BroadcasterCell,
  Cell,
  ConversationCell,
  DeviceSessionCell,
  HiddenCell,
  IntentCell,
  KnownMessageCell,
  KnownUserCell,
  MemberCell,
  MessageCell,
  ReaderCell,
  UserCell,
  UserNameCell,
} from './cells.ts'
export {
  appKey,
  appPolicyKey,
  conversationKey,
  deviceSessionKey,
  intentKey,
  knownMessageKey,
  knownUserKey,
  memberKey,
  memberOfKey,
  messageKey,
  timerKey,
  untouchedDirectMember,
  userKey,
  userNameKey,
} from './cells.ts'
export { roles } from './conversation/change-member-role.ts'
export { nameSetting, settingsIn, withSettings } from './conversation/group-settings.ts'
export type { Speaker } from './conversation/speaking.ts'
export { cannotSignal, faultOfSignal } from './conversation/speaking.ts'
export { refusalOf, skeinDecider } from './decider.ts'
export type { DomainEvent } from './event.ts'
export { byDefault, limits, perApp } from './limits.ts'
