export type {
  Change,
  ControlDetail,
  ConversationChange,
  DeviceSessionChange,
  MessageChange,
  MessageKind,
  MessageRow,
  SessionChange,
  StayAmendment,
  StayChange,
  StayEnd,
  UserChange,
  UserNameChange,
} from './change.ts'
export type { ChangeSet } from './coalesce.ts'
export { coalesce } from './coalesce.ts'
export type { Cursor, CursorCheckpoint, CursorPlace } from './cursor.ts'
export { decodeCursor, encodeCursor, encodeCursorValue, isOfLog, placesOf } from './cursor.ts'
export { itemOf, itemOfMessage, messageOf } from './item.ts'
export type { EventRecord } from './project.ts'
export { project } from './project.ts'
export type {
  ConversationItem,
  DeviceSessionState,
  HistoryQuery,
  Member,
  ReadMembership,
  ReadViews,
  Session,
  Stay,
  SyncPage,
  SyncQuery,
  UnreadEntry,
  UserProfile,
} from './read-views.ts'
