// Decides a batch of commands in memory: cold cells are read first, in one query; then each command is decided on the
// state its predecessors left, with no I/O in between. What comes out is data: events to append and outcomes to tell.
import type {
  Command,
  DeadLetter,
  Event,
  LogError,
  RecordToAppend,
  StoredRecord,
  UndecodableRecord,
  Undecorated,
} from '@skein/event-sourcing'
import { CellNotRead, type PartitionState } from './partition-state.ts'
import type { CommandOutcome, ProcessorOptions } from './processor-ports.ts'

export interface CommandEvents<E> {
  readonly commandOffset: number
  readonly commandId: string
  readonly records: readonly RecordToAppend<E>[]
}

export interface Decided<C, E, Reply> {
  /** Events by command, in order: those of one command are appended together or not at all. */
  readonly groups: CommandEvents<E>[]
  readonly outcomes: { readonly command: C; readonly outcome: CommandOutcome<Reply> }[]
  readonly deadLetters: DeadLetter[]
  /**
   * The last commands led to no event, and what came of them has to stand all the same: a refusal of what names no intent, a dead
   * letter. Without a record that they are done the next owner would decide them anew, perhaps otherwise.
   */
  readonly settled: boolean
  /** How many commands of the batch were decided; the rest waits for cells that are not in memory. */
  readonly count: number
}

export interface Batch<C> {
  readonly partition: number
  readonly records: readonly StoredRecord<C | UndecodableRecord>[]
  /** Offset the first event of the batch will get. */
  readonly nextOffset: number
  readonly claim: number
  /** Refuse everything with this; null to decide. */
  readonly refuseAll: { readonly code: string; readonly detail: string } | null
  /** Commands whose cells could not be had are refused. */
  readonly coldRefused: boolean
  readonly enteredAheadMaxMs: number
  /** Why the log does not take the events of commands, by their ids. */
  readonly unstorable: ReadonlyMap<string, LogError>
  /** Of commands before this offset, those are refused that nobody waited for any more at this moment, ms since the epoch: they may be old. */
  readonly doubtful: { readonly before: number; readonly at: number }
}

type DecidingOptions<C extends Command, E extends Event, Cell, Reply> = Pick<ProcessorOptions<C, E, Cell, Reply>, 'decider' | 'logger'> & {
  readonly encoded: (command: C) => Uint8Array
}

/** `deadLetter` says why the command is kept besides; without it the refusal is all. */
interface RefusedCommand {
  readonly code: string
  readonly detail: string
  readonly deadLetter?: string
}

/** One batch being decided: each command on the state its predecessors left. */
class BatchDecision<C extends Command, E extends Event, Cell, Reply> {
  readonly decided: Decided<C, E, Reply> & { count: number; settled: boolean } = {
    groups: [],
    outcomes: [],
    deadLetters: [],
    settled: false,
    count: 0,
  }
  readonly #options: DecidingOptions<C, E, Cell, Reply>
  readonly #state: PartitionState<C, E, Cell, Reply>
  readonly #batch: Batch<C>
  #offset: number

  constructor(options: DecidingOptions<C, E, Cell, Reply>, state: PartitionState<C, E, Cell, Reply>, batch: Batch<C>) {
    this.#options = options
    this.#state = state
    this.#batch = batch
    this.#offset = batch.nextOffset
  }

  /** Answers false where the command has to wait for cells that are not in memory. */
  take(record: StoredRecord<C | UndecodableRecord>): boolean {
    const command = record.value
    if ('undecodable' in command) {
      this.#giveUp(record, command.bytes, `cannot be decoded: ${command.cause}`)
      this.decided.settled = true
    } else {
      const known = record as StoredRecord<C>
      const refused = this.#refusedUnread(known)
      if (refused) this.#refuse(known, refused)
      else if (!this.#decide(known)) return false
    }
    this.decided.count++
    return true
  }

  /** Why the command is refused whatever the state says; null for no reason. */
  #refusedUnread({ key, value: command, offset, appendedAt }: StoredRecord<C>): RefusedCommand | null {
    const { refuseAll, coldRefused, enteredAheadMaxMs, doubtful } = this.#batch
    const named = `${command.type} ${command.meta.commandId}`
    // Decided here it would be a second writer of an aggregate that another partition may own.
    if (key !== this.#options.decider.keyOf(command))
      return { code: 'INTERNAL', detail: 'log key', deadLetter: `stands under the key of another aggregate than ${named} is about` }
    if (refuseAll !== null) return refuseAll
    const reachedAt = offset < doubtful.before ? Math.max(appendedAt, doubtful.at) : appendedAt
    if (reachedAt > command.meta.deadlineAt) return { code: 'DEADLINE_EXCEEDED', detail: 'deadlineAt' }
    const aheadMs = command.meta.enteredAt - appendedAt
    if (aheadMs > enteredAheadMaxMs) return { code: 'UNAVAILABLE', detail: `clock ${aheadMs} ms ahead` }
    if (coldRefused && this.#state.missing(command).length > 0) return { code: 'UNAVAILABLE', detail: 'views' }
    return null
  }

  #decide(record: StoredRecord<C>): boolean {
    const { value: command, offset } = record
    try {
      const decision = this.#state.asked(command).decide(this.#state.readerFor(command))
      const unstorable = this.#batch.unstorable.get(command.meta.commandId)
      if (!decision.accepted) this.#refuseForGood(record, decision)
      else if (!unstorable || decision.events.length === 0) this.#accept(record, decision)
      else if (unstorable.code === 'TOO_LARGE') this.#refuseTooLarge(record)
      else throw unstorable
    } catch (error) {
      if (error instanceof CellNotRead && this.decided.count > 0) return false
      // A bug in the domain costs the one command that met it, not the partition.
      const { commandId } = command.meta
      const fields = { partition: this.#batch.partition, offset, type: command.type, commandId, error }
      this.#options.logger.error(fields, 'deciding a command failed')
      this.#refuseForGood(record, { code: 'INTERNAL', detail: `command ${commandId}`, deadLetter: `decide failed: ${error}` })
    }
    return true
  }

  #accept(record: StoredRecord<C>, { events, reply }: { readonly events: readonly Undecorated<E>[]; readonly reply: Reply }): void {
    if (events.length > 0) this.#write(record, events)
    const { partition } = this.#batch
    this.decided.outcomes.push({ command: record.value, outcome: { accepted: true, reply, partition, offset: this.#offset - 1 } })
  }

  #refuseTooLarge(record: StoredRecord<C>): void {
    const { type, meta } = record.value
    const deadLetter = `the events of ${type} ${meta.commandId} are larger than a record batch`
    this.#refuseForGood(record, { code: 'TOO_LARGE', detail: 'events', deadLetter })
  }

  /** Whoever asked asks no more: no copy that lands later may be done. What has an outcome already needs no other. */
  #refuseForGood(record: StoredRecord<C>, refused: RefusedCommand): void {
    const command = record.value
    const { code, detail } = refused
    const known = this.#state.hasOutcome(command)
    const events = known ? [] : this.#state.asked(command).refusedForGood({ accepted: false, code, detail })
    this.#refuse(record, refused)
    if (events.length > 0) this.#write(record, events)
  }

  #write({ value: command, offset, appendedAt }: StoredRecord<C>, events: readonly Undecorated<E>[]): void {
    this.#state.fold(events, this.#offset, appendedAt)
    this.decided.settled = false
    const key = this.#options.decider.keyOf(command)
    const { commandId } = command.meta
    const records = events.map((event) => decorate<E>(key, event, offset, this.#batch.claim))
    this.decided.groups.push({ commandOffset: offset, commandId, records })
    this.#offset += events.length
  }

  #refuse(record: StoredRecord<C>, { code, detail, deadLetter }: RefusedCommand): void {
    const command = record.value
    if (deadLetter !== undefined) this.#giveUp(record, this.#options.encoded(command), deadLetter)
    this.decided.outcomes.push({ command, outcome: { accepted: false, code, detail } })
    // Sent again, it may be accepted: so it may when the next owner comes upon it.
    if (code !== 'UNAVAILABLE') this.decided.settled = true
  }

  #giveUp({ key, topic, partition, offset }: StoredRecord<unknown>, bytes: Uint8Array, why: string): void {
    this.decided.deadLetters.push({ key, bytes, from: { topic, partition, offset }, why })
  }
}

export function decideBatch<C extends Command, E extends Event, Cell, Reply>(
  options: DecidingOptions<C, E, Cell, Reply>,
  state: PartitionState<C, E, Cell, Reply>,
  batch: Batch<C>,
): Decided<C, E, Reply> {
  const decision = new BatchDecision(options, state, batch)
  for (const record of batch.records) if (!decision.take(record)) break
  return decision.decided
}

/** Adds who wrote the event and what caused it. */
export function decorate<E extends Event>(key: string, event: Undecorated<E>, commandOffset: number, claim: number): RecordToAppend<E> {
  return { key, value: { ...event, meta: { ...event.meta, commandOffset, claim } } as unknown as E }
}
