// Loading: from the view's checkpoint and the tail of the log comes the state an owner begins with. Everything the tail touched is read
// from the view and folded up, so that afterwards the view alone is enough for what is not in memory. The tail is taken in pieces: no
// more of it than one piece is in memory at a time. All that can keep an owner from loading is found out before it claims, so
// that one which may not load writes nothing; what was appended up to the claim is taken in behind it.
import type { CellKey, Command, Event } from '@skein/event-sourcing'
import { createClaimGuard, LogError } from '@skein/event-sourcing'
import type { CommandPosition, DoneCommand } from './command-position.ts'
import { doneBy, findNextCommand } from './command-position.ts'
import { requireSameHistory } from './log-history.ts'
import type { FoldedEvent } from './partition-state.ts'
import { PartitionState } from './partition-state.ts'
import type { ProcessorOptions } from './processor-ports.ts'

const pieceBytesMax = 4_000_000

export interface LoadingHooks<C extends Command, E extends Event, Cell, Reply> {
  /** The state, before anything is in it: what it comes to hold counts from the beginning. */
  readonly begun: (state: PartitionState<C, E, Cell, Reply>) => void
  /** Cells and intents that this process holds. */
  readonly entries: () => number
}

/** Where an owner begins. */
export interface Loaded extends CommandPosition {
  /** When the claim was appended, by the clock of the log. */
  readonly claimedAt: number
}

export interface Loading {
  /** Takes in what was appended up to the own claim. */
  upTo(claim: number): Promise<Loaded>
}

/**
 * Takes in what the log has now. Rejects UNAVAILABLE while the view lacks too much, OTHER_HISTORY where it is not of
 * this log, MISCONFIGURED and CLAIM_WENT_BACK where nobody reads on either.
 */
export async function load<C extends Command, E extends Event, Cell, Reply>(
  options: ProcessorOptions<C, E, Cell, Reply>,
  partition: number,
  { begun, entries }: LoadingHooks<C, E, Cell, Reply>,
): Promise<Loading> {
  const { log, prefetch, decider, limits, logger } = options
  const { checkpoint } = await prefetch(partition, [])
  const { end } = await requireSameHistory(log, checkpoint)
  const lag = end - checkpoint.nextOffset
  if (lag > limits.lagEventsMax) throw unavailable(partition, `lacks ${lag} events`, `lagEventsMax ${limits.lagEventsMax}`)
  const state = new PartitionState({ decider, limits, checkpoint })
  begun(state)

  let piece: FoldedEvent<E>[] = []
  let bytes = 0
  let unread = new Set<CellKey>()
  let done: DoneCommand = { offset: checkpoint.commandOffset, id: checkpoint.commandId }
  let lastAt = 0
  const claimOf = createClaimGuard(partition, checkpoint.claim)
  const takeIn = async () => {
    if (entries() > limits.entriesMax) throw unavailable(partition, 'and others lag', `entriesMax ${limits.entriesMax}`)
    const keys = [...unread]
    if (keys.length > 0) state.admit(keys, await prefetch(partition, keys))
    for (const event of piece) state.catchUp(event)
    piece = []
    bytes = 0
    unread = new Set()
  }
  const read = async (from: number, to: number) => {
    for await (const batch of log.read('events', partition, from, to)) {
      for (const { offset, value, appendedAt, bytes: size } of batch) {
        if ('undecodable' in value)
          throw new LogError('MISCONFIGURED', `event ${partition}@${offset} cannot be decoded: update this release`, { cause: value.cause })
        claimOf(offset, value)
        done = doneBy(value) ?? done
        lastAt = appendedAt
        piece.push({ offset, event: value, appendedAt })
        bytes += size
        for (const { key, fresh } of decider.folds(value)) if (!fresh && !state.has(key)) unread.add(key)
        if (unread.size >= limits.keysPerPrefetchMax || bytes >= pieceBytesMax) await takeIn()
      }
    }
    await takeIn()
  }

  await read(checkpoint.nextOffset, end)
  return {
    async upTo(claim) {
      await read(end, claim + 1)
      state.beginWindow(lastAt)
      const position = await findNextCommand(log, partition, done, claim)
      if (position.told !== null) logger.warn({ partition, done: done.offset, ...position }, position.told)
      return { ...position, claimedAt: lastAt }
    },
  }
}

const unavailable = (partition: number, what: string, limit: string) =>
  new LogError('UNAVAILABLE', `the view of partition ${partition} ${what}, limit ${limit}`)
