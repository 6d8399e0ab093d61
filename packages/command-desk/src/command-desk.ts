// Commands on their way: each is appended to the log, then waits for the reply of the processor, which must name this node (by its
// channel), the connection and the command. So many of a partition are in the log at once; the others wait for their turn, and a command
// that would wait too long is refused before anything of it is submitted. An append whose outcome is unknown is made again, as a retry, until the deadline: every
// command is named or harmless to repeat. Commands are stamped by the clock of the log, and refused while the own one is wrong. A reply that may have been lost is not waited for: whoever asked asks again, and is told.
import type { CommandMeta, Intent, SkeinCommand } from '@skein/contracts'
import { logKeyOf, UnencodableError } from '@skein/contracts'
import { clockFault, type LogClock, LogError, type Unstamped } from '@skein/event-sourcing'
import type { LinkReply } from '@skein/node-link'
import type { Logger } from '@skein/telemetry'
import { pause } from '@skein/timing'
import { type Outcome, outcomeOf, overloaded, type Refused, unavailable } from './outcome.ts'
import { Turns } from './turns.ts'
import { type Asking, isWanted, type Waiting, WaitingRoom } from './waiting-room.ts'

export interface CommandDeskLimits {
  /** Commands without an outcome, those included that wait for their turn: OVERLOADED. */
  readonly commandsPendingMax: number
  /**
   * Of these, in the log or on their way there, in equal parts of its partitions, 128 parts at most: the others wait for their turn. With far
   * fewer its batches would be small.
   */
  readonly commandsInLogMax: number
  /** Beyond so long a wait, as it is to be expected: OVERLOADED. */
  readonly turnWaitMaxMs: number
  /** From submission to the log: UNAVAILABLE, or OVERLOADED where the turn never came; a command appended later is refused by the processor: DEADLINE_EXCEEDED. */
  readonly commandDeadlineMs: number
  /** From the log to the reply: UNAVAILABLE. */
  readonly replyTimeoutMs: number
}

/** Into no more parts: however many partitions there are, a busy one must not wait for a turn after every few commands. */
const partsMax = 128

export interface CommandDeskOptions {
  /** Stores a command until its deadline; rejects with LogError. */
  readonly appendCommand: (command: SkeinCommand) => Promise<void>
  /** Partition of a log key, and how many there are. */
  readonly partitionOf: (key: string) => number
  readonly partitionCount: number
  /** Incarnation of this process: where replies go. */
  readonly node: string
  readonly limits: CommandDeskLimits
  readonly logger: Logger
  /** Stamps commands. */
  readonly clock: LogClock
  /** UUIDv7. */
  readonly newId: () => string
}

/** Who asks. */
export interface Sender {
  readonly appId: string
  /** Empty for the system. */
  readonly actorId: string
  /** Empty for none. */
  readonly deviceId: string
  /** Empty for none. */
  readonly connectionId: string
}

export interface CommandDeskCounters {
  commands: number
  /** Replies that no command here waits for: late, of another connection, or answered before. */
  repliesUnmatched: number
}

/** While a broker restarts it answers at once, and has no leader yet. */
const appendAgainMs = 100
/** How often a clock that was found wrong is measured again. */
const measureEveryMs = 1_000
/** How often commands out of time, or that nobody waits for, are looked for, while there are any. */
const lookMs = 50

const notWaitedFor = unavailable('not waited for')

export class CommandDesk {
  readonly counters: CommandDeskCounters = { commands: 0, repliesUnmatched: 0 }
  readonly #options: CommandDeskOptions
  /** By partition, as soon as it has a command. Nothing of those who wait there was given to the log. */
  readonly #turns = new Map<number, Turns>()
  #waiting = 0
  /** Not known to be in the log. A reply may come before that is known. */
  readonly #appending: WaitingRoom
  /** In the log. */
  readonly #appended: WaitingRoom
  #looking: NodeJS.Timeout | null = null
  #measuredAt = Number.NEGATIVE_INFINITY
  #closed = false

  constructor(options: CommandDeskOptions) {
    this.#options = options
    this.#appending = new WaitingRoom(options.limits.commandDeadlineMs)
    this.#appended = new WaitingRoom(options.limits.replyTimeoutMs)
  }

  get pending(): number {
    return this.#waiting + this.#appending.size + this.#appended.size
  }

  /** Of those pending, how many wait for their turn. */
  get waiting(): number {
    return this.#waiting
  }

  /** The time by the clock of the log, ms since the epoch. */
  now(): number {
    return this.#options.clock.now()
  }

  /** What to stamp on a command that enters now. `retry`: it may have been sent before. */
  stamp({ appId, actorId, deviceId, connectionId }: Sender, intent: Intent | null, retry: boolean): CommandMeta {
    const { clock, newId, node, limits } = this.#options
    const enteredAt = clock.now()
    return {
      appId,
      commandId: newId(),
      actorId,
      deviceId,
      enteredAt,
      deadlineAt: enteredAt + limits.commandDeadlineMs,
      intent,
      retry,
      replyNode: node,
      replyConnection: connectionId,
      traceparent: null,
    }
  }

  /** A command with its whole time from now: what it spent waiting behind others is not taken from it. */
  afresh<C extends SkeinCommand>(command: C): C {
    const deadlineAt = this.#options.clock.now() + this.#options.limits.commandDeadlineMs
    return { ...command, meta: { ...command.meta, deadlineAt } }
  }

  /** `settle` is called once, perhaps before this returns. */
  submit(command: SkeinCommand, asking: Asking): void {
    const partition = this.#options.partitionOf(logKeyOf(command))
    const turns = this.#turnsOf(partition)
    const sinceMs = performance.now()
    const refusal = this.#refusal(turns, sinceMs)
    if (refusal !== null) {
      asking.settle(refusal)
      return
    }
    const waiting: Waiting = { command, asking, partition, sinceMs }
    this.counters.commands += 1
    this.#looking ??= setTimeout(this.#look, lookMs)
    if (turns.enter(waiting)) {
      this.#begin(waiting)
      return
    }
    this.#waiting += 1
    asking.waits?.(true)
  }

  ask(command: SkeinCommand): Promise<Outcome> {
    return new Promise((settle) => this.submit(command, { settle }))
  }

  /** Appends a command of which nobody awaits the reply. Null once the log has it; else why it may not. */
  post(sender: Sender, command: Unstamped<SkeinCommand>['command']): Promise<Refused | null> {
    const meta = { ...this.stamp(sender, null, false), replyNode: '', replyConnection: '' }
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => resolve(outcome.accepted ? null : outcome)
      this.submit({ ...command, meta } as SkeinCommand, { settle, stored: () => resolve(null) })
    })
  }

  reply(reply: LinkReply): void {
    const { commandId, connectionId } = reply
    if (this.#begunOf(commandId)?.command.meta.replyConnection !== connectionId) this.counters.repliesUnmatched += 1
    else this.#settle(commandId, outcomeOf(reply))
  }

  /** Replies may have been lost on their way here: settles what is in the log. What is not known to be waits its time. */
  repliesLost(): void {
    this.#endAll(this.#appended.takeOverdue(), unavailable('reply lost'))
  }

  /** Settles everything, and whatever is submitted from now on. */
  close(): void {
    this.#closed = true
    if (this.#looking !== null) clearTimeout(this.#looking)
    this.#looking = null
    const outcome = unavailable('shutting down')
    for (const turns of this.#turns.values()) this.#neverBegun(turns.takeOverdue(), outcome)
    this.#endAll([...this.#appending.takeOverdue(), ...this.#appended.takeOverdue()], outcome)
  }

  #turnsOf(partition: number): Turns {
    let turns = this.#turns.get(partition)
    if (turns === undefined) {
      const { partitionCount, limits } = this.#options
      const { commandsInLogMax, turnWaitMaxMs, commandDeadlineMs } = limits
      const inLogMax = Math.ceil(commandsInLogMax / Math.min(partitionCount, partsMax))
      turns = new Turns({ inLogMax, waitMaxMs: turnWaitMaxMs, commandDeadlineMs })
      this.#turns.set(partition, turns)
    }
    return turns
  }

  #refusal(turns: Turns, nowMs: number): Refused | null {
    const { commandsPendingMax, turnWaitMaxMs } = this.#options.limits
    if (this.#closed) return unavailable('shutting down')
    if (this.pending >= commandsPendingMax) return overloaded('commandsPendingMax', turnWaitMaxMs)
    const comeAgainMs = turns.comeAgainMs(nowMs)
    if (comeAgainMs > 0) return overloaded('turnWaitMaxMs', comeAgainMs)
    const fault = clockFault(this.#options.clock)
    return fault === null || this.#measures(nowMs) ? null : unavailable(fault)
  }

  /** While the clock is wrong a command goes through now and then: the answer of the log says whether it still is. */
  #measures(nowMs: number): boolean {
    if (nowMs < this.#measuredAt + measureEveryMs) return false
    this.#measuredAt = nowMs
    return true
  }

  #begin(waiting: Waiting): void {
    // Its time counts from when it was submitted: whoever asked has been waiting since.
    this.#appending.enter(waiting, waiting.sinceMs)
    void this.#append(waiting.command)
  }

  #begunOf(commandId: string): Waiting | undefined {
    return this.#appending.get(commandId) ?? this.#appended.get(commandId)
  }

  #settle(commandId: string, outcome: Outcome): void {
    const begun = this.#appending.leave(commandId) ?? this.#appended.leave(commandId)
    if (begun === undefined) return
    this.#turnsOf(begun.partition).served(performance.now())
    this.#end(begun, outcome)
  }

  /** Settles what was begun. */
  #end(begun: Waiting, outcome: Outcome): void {
    this.#leave(begun, () => begun.asking.settle(outcome))
  }

  /** Tells who asked, and begins what waited for that. */
  #leave({ partition }: Waiting, tell: () => void): void {
    const turns = this.#turnsOf(partition)
    turns.left()
    tell()
    for (let next = turns.next(); next !== undefined; next = turns.next()) {
      this.#waitsNoMore(next)
      if (isWanted(next)) this.#begin(next)
      else {
        turns.left()
        next.asking.settle(notWaitedFor)
      }
    }
  }

  #endAll(list: readonly Waiting[], outcome: Refused): void {
    for (const begun of list) this.#end(begun, outcome)
  }

  #neverBegun(list: readonly Waiting[], outcome: Refused): void {
    for (const waiting of list) {
      this.#waitsNoMore(waiting)
      waiting.asking.settle(outcome)
    }
  }

  #waitsNoMore({ asking }: Waiting): void {
    this.#waiting -= 1
    asking.waits?.(false)
  }

  async #append(command: SkeinCommand): Promise<void> {
    const { commandId, deadlineAt } = command.meta
    try {
      await this.#options.appendCommand(command)
      const begun = this.#appending.leave(commandId)
      if (begun !== undefined) this.#stored(begun)
    } catch (error) {
      const again = isUnknown(error) && this.#options.clock.now() + appendAgainMs < deadlineAt
      if (again) await pause(appendAgainMs)
      // It may have been stored, and answered by now; or nobody waits for it any more.
      const begun = again ? this.#begunOf(commandId) : undefined
      if (begun !== undefined && isWanted(begun)) return this.#append({ ...command, meta: { ...command.meta, retry: true } })
      this.#appendFailed(command, error)
    }
  }

  #stored(begun: Waiting): void {
    const { asking, partition } = begun
    const nowMs = performance.now()
    if (!asking.stored) {
      this.#appended.enter(begun, nowMs)
      return
    }
    this.#turnsOf(partition).served(nowMs)
    this.#leave(begun, () => asking.stored!())
  }

  #appendFailed({ type, meta: { commandId } }: SkeinCommand, error: unknown): void {
    if (!(error instanceof LogError)) this.#options.logger.error({ error, commandId, type }, 'command was not appended')
    this.#settle(commandId, refusalFor(error))
  }

  /** Settles commands that nobody waits for, those that the log does not take, and those whose reply is overdue: an owner may end before it is sent. */
  readonly #look = (): void => {
    this.#looking = null
    const nowMs = performance.now()
    for (const turns of this.#turns.values()) {
      this.#neverBegun(turns.takeUnwanted(), notWaitedFor)
      this.#neverBegun(turns.takeOverdue(nowMs), overloaded('commandDeadlineMs', this.#options.limits.turnWaitMaxMs))
    }
    this.#endAll(this.#appending.takeOverdue(nowMs), unavailable('log'))
    this.#endAll(this.#appended.takeOverdue(nowMs), unavailable('no reply in time'))
    if (this.pending > 0) this.#looking ??= setTimeout(this.#look, lookMs)
  }
}

/** Of what could not be appended: what no codec can hold, and what is too large, is so the next time too. */
function refusalFor(error: unknown): Refused {
  if (error instanceof UnencodableError)
    return { accepted: false, code: 'INTERNAL', detail: `cannot be stored: ${error.fields.join(', ')}` }
  const tooLarge = error instanceof LogError && error.code === 'TOO_LARGE'
  return tooLarge ? { accepted: false, code: 'TOO_LARGE', detail: 'command' } : unavailable('log')
}

const isUnknown = (error: unknown): boolean => error instanceof LogError && error.code === 'UNKNOWN_OUTCOME'
