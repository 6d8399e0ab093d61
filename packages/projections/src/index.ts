export type { Cursor, CursorPlace } from './cursor.ts'
export { decodeCursor, encodeCursor, isOfClaim, isOfLog, placesOf } from './cursor.ts'
export type { EventView } from './event-view.ts'
export type { Changes, EventRecord } from './fold-batch.ts'
export { cellsTouched, foldBatch } from './fold-batch.ts'
export { usersNamedIn } from './item-users.ts'
export type {
  AcquaintancesQuery,
  Admins,
  AreMembersQuery,
  DeviceSessionState,
  EditsQuery,
  EncodedItem,
  GroupId,
  GroupInfo,
  HistoryPage,
  HistoryQuery,
  InvitationsQuery,
  ItemPage,
  JoinLinksQuery,
  Member,
  MembersQuery,
  MissedPage,
  MissedQuery,
  MyGroupsQuery,
  OfGroupByUser,
  Privacy,
  ReadMembership,
  ReadViews,
  Relation,
  RelationsQuery,
  RoomFacts,
  Session,
  Stay,
  StrangersQuery,
  SyncPage,
  SyncQuery,
  UnreadEntry,
  UserProfile,
} from './read-views.ts'
export type { ItemPlace, Shown } from './shown.ts'
export { encodeItem, eventViews, itemOf, outdatedItem, placeOf, shown, untoldItem } from './shown.ts'
export { limitsFrom } from './tables/apps.ts'
export { hiddenItem, type ItemRow, isOtherwiseIn, messageKind } from './tables/items.ts'
export type { Read, StoredCell } from './tables/stored-cell.ts'
export type { ColumnType, Table } from './tables/table.ts'
export { storedCells, tables, type ViewCell } from './tables/tables.ts'
