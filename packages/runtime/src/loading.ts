// Loading: from the view's checkpoint and the tail of the log up to the own claim comes the state an owner begins with.
// Everything the tail touched is read from the view and folded up, so that afterwards the view alone is enough for what
// is not in memory.
import type { CellKey, Checkpoint, Command, Event } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { FoldedEvent } from './partition-state.ts'
import { PartitionState, ViewReplaced } from './partition-state.ts'
import type { ProcessorOptions } from './processor-ports.ts'

export interface Loaded<C extends Command, E extends Event, Cell, Reply> {
  readonly state: PartitionState<C, E, Cell, Reply>
  /** Offset of the next command to decide. */
  readonly nextCommand: number
}

export async function load<C extends Command, E extends Event, Cell, Reply>(
  options: ProcessorOptions<C, E, Cell, Reply>,
  claim: { readonly partition: number; readonly claim: number; readonly logEpoch: string },
): Promise<Loaded<C, E, Cell, Reply>> {
  const { log, prefetch, decider, limits } = options
  const { partition } = claim
  const { checkpoint } = await prefetch(partition, [])
  checkEpoch(checkpoint, claim)
  if (claim.claim - checkpoint.nextOffset > limits.lagEventsMax) {
    throw new LogError(
      'UNAVAILABLE',
      `the view of partition ${partition} lacks ${claim.claim - checkpoint.nextOffset} events, limit lagEventsMax ${limits.lagEventsMax}`,
    )
  }
  const touched = new Map<CellKey, FoldedEvent<E>[]>()
  const tail: FoldedEvent<E>[] = []
  let nextCommand = checkpoint.commandOffset + 1
  let claimedAt = 0
  // The own claim is read even when the view contains it already: its time is where the window of intents begins.
  for await (const batch of log.read('events', partition, Math.min(checkpoint.nextOffset, claim.claim), claim.claim + 1)) {
    for (const { offset, value, appendedAt } of batch) {
      if ('undecodable' in value) throw new Error(`event ${partition}@${offset} cannot be decoded`, { cause: value.cause })
      nextCommand = Math.max(nextCommand, value.meta.commandOffset + 1)
      claimedAt = appendedAt
      const folded = { offset, event: value, appendedAt }
      tail.push(folded)
      for (const key of decider.writes(value)) {
        const list = touched.get(key)
        if (list) list.push(folded)
        else touched.set(key, [folded])
      }
    }
  }
  const state = new PartitionState({ decider, limits, logEpoch: claim.logEpoch, checkpoint, windowStart: claimedAt })
  const keys = [...touched.keys()]
  for (let i = 0; i < keys.length; i += limits.keysPerPrefetchMax) {
    const some = keys.slice(i, i + limits.keysPerPrefetchMax)
    state.admit(some, await prefetch(partition, some), touched)
  }
  for (const { offset, event, appendedAt } of tail) state.remember(event, offset, appendedAt)
  return { state, nextCommand }
}

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
