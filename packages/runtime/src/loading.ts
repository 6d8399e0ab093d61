// Loading: from the view's checkpoint and the tail of the log up to the own claim comes the state an owner begins with.
// Everything the tail touched is read from the view and folded up, so that afterwards the view alone is enough for what
// is not in memory. The tail is taken in pieces: no more of it than one piece is in memory at a time.
import type { CellKey, Checkpoint, Command, Event } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { FoldedEvent } from './partition-state.ts'
import { PartitionState, ViewReplaced } from './partition-state.ts'
import type { ProcessorOptions } from './processor-ports.ts'

export interface Loading<C extends Command, E extends Event, Cell, Reply> {
  /** The state, before anything is in it: what it comes to hold counts from the beginning. */
  readonly begun: (state: PartitionState<C, E, Cell, Reply>) => void
  /** Cells and intents that this process holds. */
  readonly entries: () => number
}

const pieceBytesMax = 4_000_000

/** Answers the offset of the next command to decide. */
export async function load<C extends Command, E extends Event, Cell, Reply>(
  options: ProcessorOptions<C, E, Cell, Reply>,
  claim: { readonly partition: number; readonly claim: number; readonly logEpoch: string },
  { begun, entries }: Loading<C, E, Cell, Reply>,
): Promise<number> {
  const { log, prefetch, decider, limits, logger } = options
  const { partition, logEpoch } = claim
  const { checkpoint } = await prefetch(partition, [])
  checkEpoch(checkpoint, claim)
  const lag = claim.claim - checkpoint.nextOffset
  if (lag > limits.lagEventsMax) throw unavailable(partition, `lacks ${lag} events`, `lagEventsMax ${limits.lagEventsMax}`)
  const state = new PartitionState({ decider, limits, logEpoch, checkpoint })
  begun(state)

  let piece: FoldedEvent<E>[] = []
  let bytes = 0
  let unread = new Set<CellKey>()
  const takeIn = async () => {
    if (entries() > limits.entriesMax) throw unavailable(partition, 'and others lag', `entriesMax ${limits.entriesMax}`)
    const keys = [...unread]
    if (keys.length > 0) state.admit(keys, await prefetch(partition, keys))
    for (const event of piece) state.catchUp(event)
    piece = []
    bytes = 0
    unread = new Set()
  }

  let nextCommand = checkpoint.commandOffset + 1
  let claimedAt = 0
  // The own claim is read even when the view contains it already: its time is where the window of intents begins.
  for await (const batch of log.read('events', partition, Math.min(checkpoint.nextOffset, claim.claim), claim.claim + 1)) {
    for (const { offset, value, appendedAt, bytes: size } of batch) {
      if ('undecodable' in value) throw new Error(`event ${partition}@${offset} cannot be decoded`, { cause: value.cause })
      nextCommand = Math.max(nextCommand, value.meta.commandOffset + 1)
      claimedAt = appendedAt
      piece.push({ offset, event: value, appendedAt })
      bytes += size
      for (const { key, fresh } of decider.folds(value)) if (!fresh && !state.has(key)) unread.add(key)
      if (unread.size >= limits.keysPerPrefetchMax || bytes >= pieceBytesMax) await takeIn()
    }
  }
  await takeIn()
  state.beginWindow(claimedAt)
  const { start } = (await log.bounds('commands', [partition])).get(partition)!
  if (nextCommand >= start) return nextCommand
  // Of commands that lead to no event the log of events need not say that they are done.
  logger.warn({ partition, nextCommand, start }, 'commands that no event names are no longer kept: going on behind them')
  return start
}

const unavailable = (partition: number, what: string, limit: string) =>
  new LogError('UNAVAILABLE', `the view of partition ${partition} ${what}, limit ${limit}`)

function checkEpoch(
  checkpoint: Checkpoint,
  claim: { readonly partition: number; readonly claim: number; readonly logEpoch: string },
): void {
  const otherLog = checkpoint.nextOffset > 0 && checkpoint.logEpoch !== claim.logEpoch
  if (otherLog || checkpoint.nextOffset > claim.claim + 1) {
    throw new ViewReplaced(
      `the view of partition ${claim.partition} was built from another log (${checkpoint.logEpoch} at ${checkpoint.nextOffset}): rebuild it`,
    )
  }
}
