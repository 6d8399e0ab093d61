// The cell of a timer, in whatever aggregate: a moment at which a command about that aggregate is due.

/** What timers are for; what is due then stands in `timer.ts`, which does not compile without. */
export type TimerKind = 'group-end'

/** Key: `timer|<appId>|<aggregateId>|<timerId>`. */
export interface TimerCell {
  readonly kind: 'timer'
  readonly timerKind: TimerKind
  /** Milliseconds since the epoch; 0 once it is done. */
  readonly dueAt: number
  /** What the command says besides, as its kind has it. */
  readonly payload: string
}
