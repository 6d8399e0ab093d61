export type { LimitsInForce } from './app/policy.ts'
export { limitsInForce } from './app/policy.ts'
export type {
  AppCell,
  AppPolicyCell,
  Cell,
  CellKindOf,
  ConversationCell,
  DeviceSessionCell,
  IntentCell,
  KnownUserCell,
  MemberCell,
  MessageCell,
  UserCell,
  UserNameCell,
} from './cells.ts'
export {
  appKey,
  appPolicyKey,
  conversationKey,
  deviceSessionKey,
  intentKey,
  knownUserKey,
  memberKey,
  memberOfKey,
  messageKey,
  untouchedDirectMember,
  userKey,
  userNameKey,
} from './cells.ts'
export type { SkeinDecider } from './decider.ts'
export { refusalOf, skeinDecider } from './decider.ts'
export type { DomainEvent } from './event.ts'
export type { AppLimitName, LimitName } from './limits.ts'
export { byDefault, limits, perApp } from './limits.ts'
export type { Refusal } from './refusal.ts'
