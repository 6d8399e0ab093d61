export type { ClaimRecord } from './claim-guard.ts'
export { ClaimWentBack, claimRecordOf, createClaimGuard, createClaimTrail, OtherHistory } from './claim-guard.ts'
export type {
  Asked,
  CellKey,
  Command,
  Decider,
  Decision,
  Event,
  Fold,
  ForeignFact,
  ReadCell,
  Refused,
  Undecorated,
  Unstamped,
} from './decider.ts'
export type {
  Bounds,
  ClaimOptions,
  DeadLetter,
  EventLog,
  GroupPosition,
  LogTopic,
  Membership,
  MembershipListener,
  PartitionWriter,
  RecordToAppend,
  StoredRecord,
  TailOptions,
  UndecodableRecord,
} from './event-log.ts'
export type { LogClock } from './log-clock.ts'
export { clockDifferenceMaxMs, clockFault, hostClock } from './log-clock.ts'
export { bytesToAppend, LogError } from './log-error.ts'
export type { Checkpoint, Position, Prefetch, Prefetched, ProjectedBatch, ProjectorStore } from './projection.ts'
export { emptyCheckpoint } from './projection.ts'
export type { ReadTimers, StoredTimer, TimerPage, TimerPlace } from './timer.ts'
