export type {
  Cell,
  CellKindOf,
  ConversationCell,
  DeviceSessionCell,
  IntentCell,
  KnownUserCell,
  MemberCell,
  Reply,
  UserCell,
  UserNameCell,
} from './cells.ts'
export {
  conversationKey,
  deviceSessionKey,
  emptyReply,
  intentKey,
  isKnownUserKey,
  isMemberKey,
  knownUserKey,
  memberKey,
  untouchedDirectMember,
  userKey,
  userNameKey,
  userOfMemberKey,
} from './cells.ts'
export { skeinDecider } from './decider.ts'
export type { DomainEvent, SkeinDecision } from './decision.ts'
export { limits } from './limits.ts'
