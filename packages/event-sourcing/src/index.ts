export type { ClaimGuard } from './claim-guard.ts'
export { ClaimWentBack, createClaimGuard } from './claim-guard.ts'
export type {
  Asked,
  CellKey,
  Command,
  CommandMeta,
  Decider,
  Decision,
  Event,
  EventMeta,
  Fold,
  ForeignFact,
  ReadCell,
  Refused,
  Undecorated,
} from './decider.ts'
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
export type { Checkpoint, Position, Prefetch, Prefetched, ProjectedBatch, ProjectorStore } from './projection.ts'
export { emptyCheckpoint } from './projection.ts'
