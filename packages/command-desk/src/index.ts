export type { CommandDeskCounters, CommandDeskLimits, CommandDeskOptions, Sender } from './command-desk.ts'
export { CommandDesk } from './command-desk.ts'
export type { Accepted, Outcome, Refused } from './outcome.ts'
export type { Settle } from './waiting-room.ts'
