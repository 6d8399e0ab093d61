// How long a send may wait for its ack. Who takes over, or starts again, is back within the usual mark. Where the views have to be made
// anew from the whole log, that comes on top of it, in proportion to the log; and where an operator has to end and start everything, that as
// well, and what clients that were away for long wait between two attempts to connect. Beside a program that takes every core nobody is kept
// waiting for longer than half as long again, unless the scenario says so.

export interface OutageMark {
  readonly ms: number
  readonly why: string
}

export const usualOutageMsMax = 10_000

/** On two cores that also make the load. */
const eventsAnewPerSecondMin = 500
/** Of the embedded server: an empty PostgreSQL, made within the process. */
const newDatabaseMs = 5_000
/** Everything ended, a server put back and started, ten processes started: on two cores. */
const walkMs = 40_000
/** The back-off of the SDK at its longest. */
const reconnectMs = 30_000

const anewMark = (events: number): OutageMark => ({
  ms: usualOutageMsMax + Math.ceil((events / eventsAnewPerSecondMin) * 1_000),
  why: `views made anew from ${events} events, at least ${eventsAnewPerSecondMin} a second`,
})

export function embeddedAnewMark(events: number): OutageMark {
  const { ms, why } = anewMark(events)
  return { ms: ms + newDatabaseMs, why: `a new database, ${newDatabaseMs} ms; ${why}` }
}

export function walkMark(events: number): OutageMark {
  const { ms, why } = anewMark(events)
  const steps = `everything ended and started by hand, ${walkMs} ms; clients that were away so long back, ${reconnectMs} ms; ${why}`
  return { ms: ms + walkMs + reconnectMs, why: steps }
}

/** One broker after the other: whoever waits for one that is away may, once that is back, wait for the next. */
export const brokerRestartsMark: OutageMark = {
  ms: usualOutageMsMax + 5_000,
  why: 'three brokers restarted in turn, each of which starts for seconds on the two cores that take over for it',
}

/** Of the same machine, which others have as well. */
const burnMark = (share: number): OutageMark => ({
  ms: usualOutageMsMax + 5_000,
  why: `meanwhile a process for each core took ${share} of it, as a compiler would`,
})

/** That of a run: of its scenario, or the one beside burners where that is larger; undefined for the usual one. */
export function markOf(own: OutageMark | undefined, burn: number | undefined): OutageMark | undefined {
  if (burn === undefined) return own
  const beside = burnMark(burn)
  return own !== undefined && own.ms >= beside.ms ? own : beside
}

/** Who is connected to it learns nothing, and waits. */
export const frozenMark = (frozenMs: number): OutageMark => ({
  ms: usualOutageMsMax + frozenMs / 2,
  why: `a process stood still for ${frozenMs} ms, and who was connected to it waited for it`,
})

/** Where nobody takes over: the end of a process, its start, and an attempt to connect that came too early, half as long ago as all that took. */
export const aloneMark: OutageMark = {
  ms: usualOutageMsMax + 5_000,
  why: 'the only hot process was restarted, and nobody took over meanwhile',
}
