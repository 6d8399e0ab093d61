export type { CommandDeskCounters, CommandDeskLimits, CommandDeskOptions } from './command-desk.ts'
export { CommandDesk } from './command-desk.ts'
export type { Outcome } from './outcome.ts'
