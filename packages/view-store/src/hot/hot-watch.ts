// Looks after the hot views of the partitions that this process projects: what is missing, of another log, stays behind the
// database from one look to the next, or is ahead of it, is made again. Emptied and restored stores are thereby noticed when nothing is
// being written, too; batches notice them by themselves.
import type { Checkpoint } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import { type Applied, aheadTold, isAhead, lostTold } from './hot-entry.ts'
import type { HotSource } from './hot-source.ts'
import type { HotViews } from './hot-views.ts'

export interface HotWatchOptions {
  readonly hot: HotViews
  readonly source: HotSource
  readonly logger: Logger
  /** Partitions this process projects now. */
  readonly partitions: () => readonly number[]
  readonly checkpoints: (partitions: readonly number[]) => Promise<readonly Checkpoint[]>
  readonly intervalMs?: number
}

export interface HotWatch {
  /** One look, now. Resolves to the partitions that were healed. Rejects when the stores do not answer. */
  check(): Promise<readonly number[]>
  stop(): Promise<void>
}

const defaultIntervalMs = 5_000

export function startHotWatch(options: HotWatchOptions): HotWatch {
  const { hot, source, logger, partitions, checkpoints, intervalMs = defaultIntervalMs } = options
  /** Positions seen at the last look of partitions that were behind. */
  const lagging = new Map<number, Applied>()

  async function look(): Promise<readonly number[]> {
    const watched = partitions()
    const expected = await checkpoints(watched)
    const found = await hot.applied(watched)
    if (found === 'unavailable') return []
    const ahead = await aheadOf(expected, found)
    const healed: number[] = []
    for (const [i, partition] of watched.entries()) {
      const force = ahead.has(partition)
      if (!force && !isLost(expected[i]!, found[i] ?? null)) continue
      const position = await hot.heal(partition, source, { force })
      lagging.delete(partition)
      const told = force ? aheadTold : lostTold
      logger.warn({ partition, nextOffset: position.nextOffset }, told)
      healed.push(partition)
    }
    return healed
  }

  /** What the database does not have was never written, or it went back: it is asked once more, as it goes on meanwhile. */
  async function aheadOf(expected: readonly Checkpoint[], found: readonly (Applied | null)[]): Promise<ReadonlySet<number>> {
    const applied = new Map(expected.map(({ partition }, i) => [partition, found[i]]))
    const isBeyond = (checkpoint: Checkpoint) => isAhead(applied.get(checkpoint.partition) ?? null, checkpoint)
    const suspects = expected.filter(isBeyond).map(({ partition }) => partition)
    if (suspects.length === 0) return new Set()
    return new Set((await checkpoints(suspects)).filter(isBeyond).map(({ partition }) => partition))
  }

  function isLost({ partition, nextOffset, logEpoch }: Checkpoint, applied: Applied | null): boolean {
    if (nextOffset === 0) return false
    if (applied === null || applied.logEpoch !== logEpoch) return true
    const before = lagging.get(partition)
    lagging.delete(partition)
    if (applied.nextOffset >= nextOffset) return false
    lagging.set(partition, applied)
    // On its way, unless it has not moved since the last look.
    return before?.logEpoch === applied.logEpoch && before.nextOffset === applied.nextOffset
  }

  let stopped = false
  let running: Promise<readonly number[]> | undefined
  const check = (): Promise<readonly number[]> => {
    running ??= look().finally(() => {
      running = undefined
    })
    return running
  }
  const timer = setInterval(() => {
    if (!stopped) check().catch((error) => logger.warn({ error }, 'hot views could not be checked'))
  }, intervalMs)
  timer.unref()

  return {
    check,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running?.catch(() => {})
    },
  }
}
