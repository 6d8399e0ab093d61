export type { CommandDeskCounters, CommandDeskLimits, CommandDeskOptions } from './command-desk.ts'
export { CommandDesk } from './command-desk.ts'
export type { Outcome } from './outcome.ts'
export type { Asking } from './waiting-room.ts'
