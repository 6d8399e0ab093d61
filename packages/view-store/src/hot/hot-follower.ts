// Carries what a projector has written to the database on to the hot views, in order, and gets them back into step by
// itself: batches wait here while the hot views are away or are being made again, and the projector waits only for one short
// attempt. What would have to wait too long is dropped, and the hot views are made again instead.
import type { Logger } from '@skein/telemetry'
import { countOf, type HotChanges } from './hot-changes.ts'
import { type Applied, aheadTold, isAhead, lostTold } from './hot-entry.ts'
import type { HotReplay } from './hot-replay.ts'
import type { HotSource } from './hot-source.ts'
import type { AppliedRange, HotViews } from './hot-views.ts'

export interface HotFollowerOptions {
  readonly hot: HotViews
  readonly source: HotSource
  readonly logger: Logger
  /** For what is missing before the batches held. */
  readonly replay?: HotReplay
  /** Replays at most this many events; what misses more is made again from the database. */
  readonly replayEventsMax?: number
  /** Changes held for one partition before they are dropped. */
  readonly heldChangesMax?: number
}

export interface HotFollower {
  /** To be called after the database has the batch. Never rejects; waits for one attempt at most. */
  follow(partition: number, range: AppliedRange, changes: HotChanges): Promise<void>
  /** Drops what is held of a partition that another process projects now. */
  forget(partition: number): void
  /** Resolves when no partition is being made again. */
  settled(): Promise<void>
}

interface HeldBatch {
  readonly range: AppliedRange
  readonly changes: HotChanges
}

interface Followed {
  held: HeldBatch[]
  heldChanges: number
  /** What was there before the first batch has been looked at: it may be ahead of a database that was put back. */
  looked: boolean
  healing: Promise<void> | undefined
}

/** The hot views do not continue with what is held. */
interface Lost {
  readonly applied: Applied | null
  /** They hold what the database did not have before it. */
  readonly ahead?: boolean
}

const defaultHeldChangesMax = 50_000
const defaultReplayEventsMax = 10_000

function drop(followed: Followed, count: number): void {
  for (const { changes } of followed.held.splice(0, count)) followed.heldChanges -= countOf(changes)
}

/** Null when the first batch can follow what is there. */
async function look(hot: HotViews, partition: number, followed: Followed): Promise<'unavailable' | Lost | null> {
  const found = await hot.applied([partition])
  if (found === 'unavailable') return found
  followed.looked = true
  const [applied = null] = found
  const first = followed.held[0]?.range
  return first && isAhead(applied, { logEpoch: first.logEpoch, nextOffset: first.from }) ? { applied, ahead: true } : null
}

export function createHotFollower(options: HotFollowerOptions): HotFollower {
  const { hot, source, logger, replay } = options
  const { heldChangesMax = defaultHeldChangesMax, replayEventsMax = defaultReplayEventsMax } = options
  const partitions = new Map<number, Followed>()

  /** Applies what is held, the oldest first; what the hot views already have is passed over by them. */
  async function drain(partition: number, followed: Followed): Promise<'done' | 'unavailable' | Lost> {
    const before = followed.looked ? null : await look(hot, partition, followed)
    if (before !== null) return before
    for (let batch = followed.held[0]; batch; batch = followed.held[0]) {
      const answer = await hot.apply(partition, batch.range, batch.changes)
      if (answer.outcome === 'unavailable') return 'unavailable'
      if (answer.outcome === 'behind') return { applied: answer.applied }
      if (followed.held[0] === batch) drop(followed, 1)
    }
    return 'done'
  }

  /** Puts what is missing before the held batches, from the log; false when that is too much or not to be had. */
  async function refill(partition: number, followed: Followed, { applied }: Lost): Promise<boolean> {
    const next = followed.held[0]?.range
    if (!replay || !applied || !next || applied.logEpoch !== next.logEpoch) return false
    const missing = next.from - applied.nextOffset
    if (missing <= 0 || missing > replayEventsMax) return false
    const changes = await replay(partition, applied.nextOffset, next.from)
    if (!changes || followed.held[0]?.range !== next) return false
    followed.held.unshift({ range: { logEpoch: applied.logEpoch, from: applied.nextOffset, to: next.from }, changes })
    followed.heldChanges += countOf(changes)
    return (await drain(partition, followed)) === 'done'
  }

  async function heal(partition: number, followed: Followed, lost: Lost): Promise<void> {
    try {
      const { ahead: force = false } = lost
      if (!force && (await refill(partition, followed, lost))) return
      const position = await hot.heal(partition, source, { force })
      const first = followed.held.findIndex(({ range }) => range.to > position.nextOffset)
      drop(followed, first === -1 ? followed.held.length : first)
      const told = force ? aheadTold : lostTold
      logger.info({ partition, nextOffset: position.nextOffset }, told)
      await drain(partition, followed)
    } catch (error) {
      logger.warn({ partition, error }, 'hot views could not be made again')
    }
  }

  return {
    async follow(partition, range, changes) {
      const followed = partitions.get(partition) ?? { held: [], heldChanges: 0, looked: false, healing: undefined }
      partitions.set(partition, followed)
      if (followed.heldChanges + countOf(changes) > heldChangesMax) drop(followed, followed.held.length)
      followed.held.push({ range, changes })
      followed.heldChanges += countOf(changes)
      if (followed.healing) return
      const drained = await drain(partition, followed)
      if (typeof drained === 'string' || followed.healing) return
      followed.healing = heal(partition, followed, drained).finally(() => {
        followed.healing = undefined
      })
    },
    forget(partition) {
      partitions.delete(partition)
    },
    async settled() {
      await Promise.all([...partitions.values()].map((followed) => followed.healing))
    },
  }
}
