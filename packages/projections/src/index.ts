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
