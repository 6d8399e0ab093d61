// A processor: the owners of the partitions assigned to this process, and a poll that tells them how far the view is, while it lacks something
// of theirs.
import type { Command, Event } from '@skein/event-sourcing'
import type { TimerStatus } from './due-timers.ts'
import { PartitionGroup } from './partition-group.ts'
import { PartitionOwner } from './partition-owner.ts'
import type { ProcessorOptions } from './processor-ports.ts'

export interface Processor {
  start(): Promise<void>
  stop(): Promise<void>
  /** Phase and lag by partition. */
  status(): { partition: number; phase: string; lag: number | undefined; cells: number; entries: number }[]
  /** Timers by partition, of those that are owned: each timer in memory is looked at. */
  timers(): ({ partition: number } & TimerStatus)[]
}

export function createProcessor<C extends Command, E extends Event, Cell, Reply>(options: ProcessorOptions<C, E, Cell, Reply>): Processor {
  const group: PartitionGroup<PartitionOwner<C, E, Cell, Reply>> = new PartitionGroup({
    group: options.group,
    logger: options.logger,
    lostGraceMs: options.selfFence ? 0 : options.limits.lostGraceMs,
    serve: (partition, membership) => new PartitionOwner(partition, membership, options, () => group.servers),
  })
  let polling: NodeJS.Timeout | null = null
  let busy = false

  /** Of partitions of which the views have everything there is no more to be known until something is written. */
  function areAllShown(): boolean {
    for (const { lag } of group.servers.values()) if (lag !== 0) return false
    return true
  }

  async function poll(): Promise<void> {
    if (busy || areAllShown()) return
    busy = true
    try {
      const checkpoints = await options.checkpoints()
      for (const [partition, owner] of group.servers) {
        const checkpoint = checkpoints.get(partition)
        if (checkpoint) owner.sawCheckpoint(checkpoint)
      }
    } catch (error) {
      options.logger.debug({ error }, 'checkpoints cannot be read')
    } finally {
      busy = false
    }
  }

  return {
    async start() {
      polling = setInterval(() => void poll(), options.limits.checkpointPollMs)
      await group.start()
    },
    async stop() {
      if (polling) clearInterval(polling)
      await group.stop()
    },
    status: () =>
      [...group.servers].map(([partition, { phase, lag, cellCount, entryCount }]) => {
        return { partition, phase, lag, cells: cellCount, entries: entryCount }
      }),
    timers: () => [...group.servers].flatMap(([partition, { timers }]) => (timers ? [{ partition, ...timers }] : [])),
  }
}
