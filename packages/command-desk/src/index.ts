export type { CommandDeskCounters, CommandDeskLimits } from './command-desk.ts'
export { CommandDesk } from './command-desk.ts'
export type { Outcome } from './outcome.ts'
