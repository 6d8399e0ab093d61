// Commands on their way: each is appended to the log, then waits for the reply of the processor, which must name this node (by its
// channel), the connection and the command. An append whose outcome is unknown is made again, as a retry, until the deadline: every
// command is named or harmless to repeat. Commands are stamped by the clock of the log, and refused while the own one is wrong. A reply that may have been lost is not waited for: whoever asked asks again, and is told.
import type { CommandMeta, Intent, SkeinCommand } from '@skein/contracts'
import { UnencodableError } from '@skein/contracts'
import { clockFault, type LogClock, LogError } from '@skein/event-sourcing'
import type { LinkReply } from '@skein/node-link'
import type { Logger } from '@skein/telemetry'
import { pause } from '@skein/timing'
import { type Outcome, outcomeOf, type Refused, unavailable } from './outcome.ts'
import { type Settle, type Waiting, WaitingRoom } from './waiting-room.ts'

export interface CommandDeskLimits {
  /** Commands without an outcome: UNAVAILABLE. */
  readonly commandsPendingMax: number
  /** From submission to the log: UNAVAILABLE; a command appended later is refused by the processor: DEADLINE_EXCEEDED. */
  readonly commandDeadlineMs: number
  /** From the log to the reply: UNAVAILABLE. */
  readonly replyTimeoutMs: number
}

export interface CommandDeskOptions {
  /** Stores a command until its deadline; rejects with LogError. */
  readonly appendCommand: (command: SkeinCommand) => Promise<void>
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
/** How often commands out of time are looked for, while there are any. */
const lookMs = 50

const always = (): boolean => true

export class CommandDesk {
  readonly counters: CommandDeskCounters = { commands: 0, repliesUnmatched: 0 }
  readonly #options: CommandDeskOptions
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
    return this.#appending.size + this.#appended.size
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

  /** `settle` is called once, perhaps before this returns. What is not wanted any more is not appended again. */
  submit(command: SkeinCommand, settle: Settle, wanted: () => boolean = always): void {
    const full = this.pending >= this.#options.limits.commandsPendingMax
    if (this.#closed || full) {
      settle(unavailable(this.#closed ? 'shutting down' : 'commandsPendingMax'))
      return
    }
    const fault = clockFault(this.#options.clock)
    if (fault !== null && !this.#measures()) {
      settle(unavailable(fault))
      return
    }
    const { commandId, replyConnection: connectionId } = command.meta
    this.#appending.enter({ commandId, connectionId, settle, wanted }, performance.now())
    this.counters.commands += 1
    this.#looking ??= setTimeout(this.#look, lookMs)
    void this.#append(command)
  }

  ask(command: SkeinCommand): Promise<Outcome> {
    return new Promise((resolve) => this.submit(command, resolve))
  }

  reply(reply: LinkReply): void {
    const { commandId, connectionId } = reply
    if (this.#waitingOf(commandId)?.connectionId !== connectionId) this.counters.repliesUnmatched += 1
    else this.#settle(commandId, outcomeOf(reply))
  }

  /** Replies may have been lost on their way here: settles what is in the log. What is not known to be waits its time. */
  repliesLost(): void {
    settleAll(this.#appended.takeOverdue(), 'reply lost')
  }

  /** Settles everything, and whatever is submitted from now on. */
  close(): void {
    this.#closed = true
    if (this.#looking !== null) clearTimeout(this.#looking)
    this.#looking = null
    settleAll([...this.#appending.takeOverdue(), ...this.#appended.takeOverdue()], 'shutting down')
  }

  /** While the clock is wrong a command goes through now and then: the answer of the log says whether it still is. */
  #measures(): boolean {
    const now = performance.now()
    if (now < this.#measuredAt + measureEveryMs) return false
    this.#measuredAt = now
    return true
  }

  #waitingOf(commandId: string): Waiting | undefined {
    return this.#appending.get(commandId) ?? this.#appended.get(commandId)
  }

  #settle(commandId: string, outcome: Outcome): void {
    const waiting = this.#appending.leave(commandId) ?? this.#appended.leave(commandId)
    waiting?.settle(outcome)
  }

  async #append(command: SkeinCommand): Promise<void> {
    const { commandId, deadlineAt } = command.meta
    try {
      await this.#options.appendCommand(command)
      const waiting = this.#appending.leave(commandId)
      if (waiting !== undefined) this.#appended.enter(waiting, performance.now())
    } catch (error) {
      const again = isUnknown(error) && this.#options.clock.now() + appendAgainMs < deadlineAt
      if (again) await pause(appendAgainMs)
      // It may have been stored, and answered by now; or nobody waits for it any more.
      if (again && this.#waitingOf(commandId)?.wanted()) return this.#append({ ...command, meta: { ...command.meta, retry: true } })
      this.#appendFailed(command, error)
    }
  }

  #appendFailed({ type, meta: { commandId } }: SkeinCommand, error: unknown): void {
    if (!(error instanceof LogError)) this.#options.logger.error({ error, commandId, type }, 'command was not appended')
    this.#settle(commandId, refusalFor(error))
  }

  /** Settles commands that the log does not take, and those whose reply is overdue: an owner may end before it is sent. */
  readonly #look = (): void => {
    this.#looking = null
    const nowMs = performance.now()
    settleAll(this.#appending.takeOverdue(nowMs), 'log')
    settleAll(this.#appended.takeOverdue(nowMs), 'no reply in time')
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

function settleAll(list: readonly Waiting[], detail: string): void {
  for (const { settle } of list) settle(unavailable(detail))
}
