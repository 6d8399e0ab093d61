// Decides a batch of commands in memory: cold cells are read first, in one query; then each command is decided on the
// state its predecessors left, with no I/O in between. What comes out is data: events to append and outcomes to tell.
import type { Command, DeadLetter, Event, RecordToAppend, StoredRecord, UndecodableRecord, Undecorated } from '@skein/event-sourcing'
import { CellNotRead, type PartitionState } from './partition-state.ts'
import type { Outcome, ProcessorOptions } from './processor-ports.ts'

export interface CommandEvents<E> {
  readonly commandOffset: number
  readonly records: readonly RecordToAppend<E>[]
}

export interface Decided<C, E, Reply> {
  /** Events by command, in order: those of one command are appended together or not at all. */
  readonly groups: CommandEvents<E>[]
  readonly outcomes: { readonly command: C; readonly outcome: Outcome<Reply> }[]
  readonly deadLetters: DeadLetter[]
  /**
   * The last commands led to no event, and what came of them has to stand all the same: a refusal that will not be taken back, a
   * dead letter. Without a record that they are done the next owner would decide them anew, perhaps otherwise.
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
  /** Offsets of commands whose events the log does not take. */
  readonly unstorable: ReadonlySet<number>
}

export function decideBatch<C extends Command, E extends Event, Cell, Reply>(
  options: Pick<ProcessorOptions<C, E, Cell, Reply>, 'decider' | 'logger'> & { readonly encoded: (command: C) => Uint8Array },
  state: PartitionState<C, E, Cell, Reply>,
  batch: Batch<C>,
): Decided<C, E, Reply> {
  const decided: Decided<C, E, Reply> & { count: number; settled: boolean } = {
    groups: [],
    outcomes: [],
    deadLetters: [],
    settled: false,
    count: 0,
  }
  let offset = batch.nextOffset
  for (const record of batch.records) {
    const command = record.value
    if ('undecodable' in command) {
      decided.deadLetters.push(deadLetterOf(record, command.bytes, `cannot be decoded: ${command.cause}`))
      decided.settled = true
      decided.count++
      continue
    }
    const refuse = (code: string, detail: string) => {
      decided.outcomes.push({ command, outcome: { accepted: false, code, detail } })
      // Sent again, it may be accepted: so it may when the next owner comes upon it.
      if (code !== 'UNAVAILABLE') decided.settled = true
    }
    if (record.key !== options.decider.keyOf(command)) {
      // Decided here it would be a second writer of an aggregate that another partition may own.
      const why = `stands under the key of another aggregate than ${command.type} ${command.meta.commandId} is about`
      decided.deadLetters.push(deadLetterOf(record, options.encoded(command), why))
      refuse('INTERNAL', 'log key')
    } else if (batch.refuseAll !== null) refuse(batch.refuseAll.code, batch.refuseAll.detail)
    else if (record.appendedAt > command.meta.deadlineAt) refuse('DEADLINE_EXCEEDED', 'deadlineAt')
    else if (batch.unstorable.has(record.offset)) {
      decided.deadLetters.push(
        deadLetterOf(
          record,
          options.encoded(command),
          `the events of ${command.type} ${command.meta.commandId} are larger than a record batch`,
        ),
      )
      refuse('TOO_LARGE', 'events')
    } else if (batch.coldRefused && state.missing(command).length > 0) refuse('UNAVAILABLE', 'views')
    else {
      try {
        const decision = state.asked(command).decide(state.readerFor(command))
        if (decision.accepted) {
          state.fold(decision.events, offset, record.appendedAt)
          if (decision.events.length > 0) {
            decided.settled = false
            const key = options.decider.keyOf(command)
            decided.groups.push({
              commandOffset: record.offset,
              records: decision.events.map((e) => decorate<E>(key, e, record.offset, batch.claim)),
            })
          }
          offset += decision.events.length
          decided.outcomes.push({
            command,
            outcome: { accepted: true, reply: decision.reply, partition: batch.partition, offset: offset - 1 },
          })
        } else refuse(decision.code, decision.detail)
      } catch (error) {
        if (error instanceof CellNotRead && decided.count > 0) return decided
        // A bug in the domain costs the one command that met it, not the partition.
        options.logger.error(
          { partition: batch.partition, offset: record.offset, type: command.type, commandId: command.meta.commandId, error },
          'deciding a command failed',
        )
        decided.deadLetters.push(deadLetterOf(record, options.encoded(command), `decide failed: ${error}`))
        refuse('INTERNAL', `command ${command.meta.commandId}`)
      }
    }
    decided.count++
  }
  return decided
}

/** Adds who wrote the event and what caused it. */
export function decorate<E extends Event>(key: string, event: Undecorated<E>, commandOffset: number, claim: number): RecordToAppend<E> {
  return { key, value: { ...event, meta: { ...event.meta, commandOffset, claim } } as unknown as E }
}

function deadLetterOf<C>(record: StoredRecord<C>, bytes: Uint8Array, why: string): DeadLetter {
  return { key: record.key, bytes, from: { topic: record.topic, partition: record.partition, offset: record.offset }, why }
}
