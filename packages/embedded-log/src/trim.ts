// Removes commands older than they are kept, from the beginning of each partition, a bounded number at a time.
import type { CommitQueue } from './commit-queue.ts'
import type { EmbeddedLogLimits } from './limits.ts'
import type { Statements } from './statements.ts'

export interface TrimParts {
  readonly statements: Statements
  readonly queue: CommitQueue
  readonly partitionCount: number
  readonly limits: Pick<EmbeddedLogLimits, 'commandsKeptMs' | 'trimIntervalMs' | 'trimRecordsMax' | 'busyWaitMs'>
}

export function trimCommandsRegularly({ statements, queue, partitionCount, limits }: TrimParts): { stop(): void } {
  let partition = 0
  const trimOne = () => {
    const turn = partition++ % partitionCount
    queue.add({
      // Weighs as a full group, so that it gets a transaction of its own.
      records: Number.POSITIVE_INFINITY,
      bytes: 0,
      giveUpAt: performance.now() + limits.busyWaitMs,
      run(now) {
        statements.trim('commands', turn, now - limits.commandsKeptMs, limits.trimRecordsMax)
        return () => {}
      },
      // The next interval tries again.
      fail() {},
    })
  }
  const timer = setInterval(trimOne, limits.trimIntervalMs / partitionCount).unref()
  return { stop: () => clearInterval(timer) }
}
