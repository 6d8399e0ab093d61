// Waits until the views have passed a position of the log, so that who was just registered or logged in is found by the
// request after. One loop reads the checkpoints for all who wait, and only while somebody does.
import type { Checkpoint } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'

export interface LogPosition {
  readonly partition: number
  readonly offset: number
}

export interface CheckpointWatch {
  /** True once every event up to and with this position is in the views; false when that took longer than `timeoutMs`. */
  passed(position: LogPosition, timeoutMs: number): Promise<boolean>
  close(): void
}

export interface CheckpointWatchOptions {
  readonly checkpoints: () => Promise<ReadonlyMap<number, Checkpoint>>
  readonly pollMs: number
  readonly waitsMax: number
  readonly logger: Logger
}

export function createCheckpointWatch(options: CheckpointWatchOptions): CheckpointWatch {
  const waits = new Map<{ readonly position: LogPosition }, (passed: boolean) => void>()
  let polling = false

  async function poll(): Promise<void> {
    polling = true
    while (waits.size > 0) {
      // Those who join while the answer is under way are not answered by it: it may have been read before their event.
      const asked = [...waits.keys()]
      try {
        const checkpoints = await options.checkpoints()
        for (const wait of asked) {
          const next = checkpoints.get(wait.position.partition)?.nextOffset ?? 0
          if (next > wait.position.offset) waits.get(wait)?.(true)
        }
      } catch (error) {
        options.logger.warn({ error }, 'the checkpoints of the views cannot be read')
      }
      if (waits.size > 0) await new Promise((resolve) => setTimeout(resolve, options.pollMs))
    }
    polling = false
  }

  return {
    passed(position, timeoutMs) {
      if (waits.size >= options.waitsMax) return Promise.resolve(false)
      return new Promise((resolve) => {
        const wait = { position }
        const done = (passed: boolean) => {
          clearTimeout(timer)
          waits.delete(wait)
          resolve(passed)
        }
        const timer = setTimeout(() => done(false), timeoutMs)
        waits.set(wait, done)
        if (!polling) void poll()
      })
    },
    close() {
      for (const done of [...waits.values()]) done(false)
    },
  }
}
