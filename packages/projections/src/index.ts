export type { Rows } from './batch-rows.ts'
export type { Cursor, CursorCheckpoint, CursorPlace } from './cursor.ts'
export { decodeCursor, encodeCursor, encodeCursorValue, isOfLog, placesOf } from './cursor.ts'
export type { Audience, EventType, EventView, EventViews } from './event-view.ts'
export type { Changes, EventRecord } from './fold-batch.ts'
export { cellsNeeded, cellsTouched, foldBatch } from './fold-batch.ts'
export { usersNamedIn } from './item-users.ts'
export type {
  DeviceSessionState,
  EncodedItem,
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
export type { ItemPlace, Shown } from './shown.ts'
export { encodeItem, encodeNotice, eventViews, itemOf, placeOf, shown } from './shown.ts'
export { type ItemRow, messageKind } from './tables/items.ts'
export type { Read, StoredCell } from './tables/stored-cell.ts'
export type { Columns, ColumnType, RowOf, Table, TableName } from './tables/table.ts'
export { type Row, storedCells, tables, type ViewCell } from './tables/tables.ts'
