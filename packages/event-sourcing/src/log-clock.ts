// The clock of the log, as a process knows it: commands are stamped by it, and a process whose own clock differs too much serves none.

export interface LogClock {
  /** Milliseconds since the epoch: the own clock, held within what the log's answers allow. */
  now(): number
  /** By how much the own clock is certainly ahead of the log's, in ms; negative when it is behind, 0 while nothing shows a difference. */
  aheadMs(): number
}

/** Beyond it a process refuses commands, and a processor what was stamped later than it was appended. */
export const clockDifferenceMaxMs = 1_000

/** What is wrong with the own clock; null while it may be right. */
export function clockFault(clock: Pick<LogClock, 'aheadMs'>): string | null {
  const ahead = Math.round(clock.aheadMs())
  if (Math.abs(ahead) <= clockDifferenceMaxMs) return null
  return `the clock of this process is ${Math.abs(ahead)} ms ${ahead > 0 ? 'ahead of' : 'behind'} the log's, at most ${clockDifferenceMaxMs}`
}

/** Of a log that only processes of this host write. */
export const hostClock: LogClock = { now: () => Date.now(), aheadMs: () => 0 }
