// Commands into the log: encoded and queued in the order of calling, within a bounded queue, never after their deadline.
import { logKeyOf, type RecordCodec, type SkeinCommand } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import type { AppendSignal } from './append-signal.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { EmbeddedLogLimits } from './limits.ts'
import type { Statements } from './statements.ts'

export interface CommandAppenderParts {
  readonly statements: Statements
  readonly queue: CommitQueue
  readonly signal: AppendSignal
  readonly codec: RecordCodec<SkeinCommand>
  readonly limits: Pick<EmbeddedLogLimits, 'recordBatchBytesMax' | 'commandQueueRecordsMax' | 'commandQueueBytesMax'>
  partitionOf(key: string): number
}

export function createCommandAppender(parts: CommandAppenderParts) {
  const { statements, queue, signal, codec, limits } = parts
  let queuedRecords = 0
  let queuedBytes = 0

  return async (command: SkeinCommand): Promise<void> => {
    const key = logKeyOf(command)
    const value = codec.encode(command)
    const bytes = Buffer.byteLength(key) + value.length
    if (bytes > limits.recordBatchBytesMax) {
      throw new LogError('TOO_LARGE', `a command of ${bytes} bytes, the limit is ${limits.recordBatchBytesMax}`)
    }
    if (queuedRecords >= limits.commandQueueRecordsMax || queuedBytes + bytes > limits.commandQueueBytesMax) {
      throw new LogError('UNAVAILABLE', 'too many commands wait to be stored')
    }
    const partition = parts.partitionOf(key)
    // What is left of its time: the clock by which it was stamped may be set meanwhile.
    const giveUpAt = performance.now() + command.meta.deadlineAt - Date.now()
    queuedRecords++
    queuedBytes += bytes
    try {
      await new Promise<void>((resolve, reject) => {
        queue.add({
          records: 1,
          bytes,
          giveUpAt,
          run(now) {
            statements.insert('commands', partition, { offset: statements.end('commands', partition), key, value, appendedAt: now })
            return () => {
              resolve()
              signal.appended('commands', partition)
            }
          },
          fail: reject,
        })
      })
    } finally {
      queuedRecords--
      queuedBytes -= bytes
    }
  }
}
