// Where the commands of a partition go on. Its events say which command was done last, by its offset and by its id: the topic of commands is
// a log of its own, which may have been made anew, put back or cut off while that of events was not. Where another command stands at that
// offset, or none, it goes on behind the last command that both agree about, or else at the topic's beginning; what it then comes
// upon may have been decided before, under whatever number.
import type { Command, Event, EventLog, StoredRecord, UndecodableRecord } from '@skein/event-sourcing'

/** A command that the events say is done. */
export interface DoneCommand {
  readonly offset: number
  readonly id: string
}

/** What an event says is done last, null for nothing. A claim may name what was done last when it was asked for, and is no longer. */
export function doneBy({ type, meta }: Event): DoneCommand | null {
  return type === 'PartitionClaimed' || meta.commandOffset < 0 ? null : { offset: meta.commandOffset, id: meta.commandId }
}

export interface CommandPosition {
  /** Offset of the next command to decide. */
  readonly next: number
  /** Commands before this offset may have been decided before; 0 for none. */
  readonly doubtfulBefore: number
  /** What has to be told to operators; null for nothing. */
  readonly told: string | null
}

/** Events that are searched for a command that both logs agree about, from the newest on, and commands that are compared. */
const eventsMax = 20_000
const comparedMax = 50

type Log<C extends Command, E extends Event> = Pick<EventLog<C, E>, 'bounds' | 'read'>

/** Empty for one that cannot be decoded; null for none. */
async function commandIdAt<C extends Command, E extends Event>(log: Log<C, E>, partition: number, offset: number): Promise<string | null> {
  let found: StoredRecord<C | UndecodableRecord> | undefined
  for await (const records of log.read('commands', partition, offset, offset + 1)) found ??= records[0]
  if (found === undefined) return null
  return 'undecodable' in found.value ? '' : found.value.meta.commandId
}

/** Commands that the newest events before `end` say are done, the newest first. */
async function doneLately<C extends Command, E extends Event>(log: Log<C, E>, partition: number, end: number): Promise<DoneCommand[]> {
  const { start } = (await log.bounds('events', [partition])).get(partition)!
  const done = new Map<number, string>()
  for await (const records of log.read('events', partition, Math.max(start, end - eventsMax), end)) {
    for (const { value } of records) {
      const said = 'undecodable' in value ? null : doneBy(value)
      if (said === null) continue
      done.delete(said.offset)
      done.set(said.offset, said.id)
    }
  }
  return [...done].map(([offset, id]) => ({ offset, id })).reverse()
}

/** `last` is the command done last, at offset -1 for none; `events` is where those end that say so. */
export async function findNextCommand<C extends Command, E extends Event>(
  log: Log<C, E>,
  partition: number,
  last: DoneCommand,
  events: number,
): Promise<CommandPosition> {
  const { start, end } = (await log.bounds('commands', [partition])).get(partition)!
  const stands = async ({ offset, id }: DoneCommand) => offset < end && (await commandIdAt(log, partition, offset)) === id
  // Of commands that lead to no event the log of events need not say that they are done.
  if (last.offset < start) {
    const told = last.offset < start - 1 ? 'commands that no event names are no longer kept: going on behind them' : null
    return { next: start, doubtfulBefore: 0, told }
  }
  if (await stands(last)) return { next: last.offset + 1, doubtfulBefore: 0, told: null }
  const told = 'the commands topic is not the one that events speak of: going on with all that stands in it and may not be done'
  const candidates = (await doneLately(log, partition, events)).filter(({ offset }) => offset >= start && offset < end)
  for (const candidate of candidates.slice(0, comparedMax))
    if (await stands(candidate)) return { next: candidate.offset + 1, doubtfulBefore: end, told }
  return { next: start, doubtfulBefore: end, told }
}
