export type {
  Cell,
  ConversationCell,
  DeviceSessionCell,
  IntentCell,
  KnownUserCell,
  MemberCell,
  Reply,
  UserCell,
  UserNameCell,
} from './cells.ts'
export { conversationKey, deviceSessionKey, emptyReply, intentKey, knownUserKey, memberKey, userKey, userNameKey } from './cells.ts'
