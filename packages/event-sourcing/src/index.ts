export type { CellKey, Command, CommandMeta, Decider, Decision, Event, EventMeta, ReadCell, Undecorated } from './decider.ts'
export type {
  Bounds,
  Claim,
  DeadLetter,
  EventLog,
  LogTopic,
  Membership,
  MembershipListener,
  PartitionWriter,
  RecordToAppend,
  StoredRecord,
  TailOptions,
  UndecodableRecord,
} from './event-log.ts'
export type { LogErrorCode } from './log-error.ts'
export { LogError } from './log-error.ts'
export type { Checkpoint, Position, Prefetch, Prefetched } from './projection.ts'
