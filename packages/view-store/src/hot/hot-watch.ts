// Looks after the hot views of the partitions that this process projects: what is missing, of another log, or stays behind
// the database from one look to the next is made again. Emptied and restored stores are thereby noticed when nothing is
// being written, too; batches notice them by themselves.
import type { Checkpoint } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import type { Applied } from './hot-entry.ts'
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

const defaultIntervalMs = 2_000

export function startHotWatch(options: HotWatchOptions): HotWatch {
  const { hot, source, logger, partitions, checkpoints, intervalMs = defaultIntervalMs } = options
  /** Positions seen at the last look of partitions that were behind. */
  const lagging = new Map<number, Applied>()

  async function look(): Promise<readonly number[]> {
    const watched = partitions()
    const expected = await checkpoints(watched)
    const found = await hot.applied(watched)
    if (found === 'unavailable') return []
    const healed: number[] = []
    for (const [i, partition] of watched.entries()) {
      if (!isLost(expected[i]!, found[i] ?? null)) continue
      const position = await hot.heal(partition, source)
      lagging.delete(partition)
      logger.warn({ partition, nextOffset: position.nextOffset }, 'hot views were missing or behind and have been made again')
      healed.push(partition)
    }
    return healed
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
