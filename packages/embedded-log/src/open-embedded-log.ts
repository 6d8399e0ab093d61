// The event log on one SQLite file, for an installation of a single machine. Several handles and processes may have the
// file open; each handle is its own connection, queue and set of wake-ups. Composition of the parts, and nothing else.
import type { DatabaseSync } from 'node:sqlite'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { ClaimOptions, DeadLetter, EventLog, LogTopic } from '@skein/event-sourcing'
import { hostClock } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import { AppendSignal } from './append-signal.ts'
import { createCommandAppender } from './command-appender.ts'
import { CommitQueue } from './commit-queue.ts'
import { createGroupPositions } from './group-positions.ts'
import type { EmbeddedLogLimits } from './limits.ts'
import { defaultLimits } from './limits.ts'
import { openLogFile } from './log-file.ts'
import type { ReaderParts } from './log-reader.ts'
import { createLogReads, requirePartition } from './log-reads.ts'
import { joinAlone } from './membership.ts'
import { claimPartition } from './partition-writer.ts'
import { codecsOf } from './schema-table.ts'
import { Statements } from './statements.ts'
import { trimCommandsRegularly } from './trim.ts'

export interface EmbeddedLogOptions {
  /** Created with its directory when it does not exist. */
  readonly file: string
  /** Pinned in the file when it is created; any other number is MISCONFIGURED from then on. */
  readonly partitionCount: number
  readonly logger: Logger
  /** Who claims partitions, for operators. */
  readonly owner?: string
  readonly limits?: Partial<EmbeddedLogLimits>
}

export interface EmbeddedLog extends EventLog<SkeinCommand, SkeinEvent> {
  /** Resolves when the file takes what is appended: its disk has room, and so has its limit. */
  readonly probeAppends: () => Promise<void>
}

export async function openEmbeddedLog(options: EmbeddedLogOptions): Promise<EmbeddedLog> {
  const { file, partitionCount, logger } = options
  const limits = { ...defaultLimits, ...options.limits }
  const database = await openLogFile({ file, partitionCount, fileBytesMax: limits.fileBytesMax, busyWaitMs: limits.busyWaitMs })
  try {
    return await compose(database, limits, options)
  } catch (error) {
    database.close()
    logger.error({ file, error }, 'the log could not be opened')
    throw error
  }
}

async function compose(database: DatabaseSync, limits: EmbeddedLogLimits, options: EmbeddedLogOptions) {
  const { partitionCount, logger, owner = `process ${process.pid}` } = options
  const codecs = await codecsOf(database)
  const statements = new Statements(database)
  const queue = new CommitQueue(database, limits, logger)
  const signal = new AppendSignal({ dataVersion: () => statements.dataVersion(), pollMs: limits.otherWriterPollMs })
  const positions = createGroupPositions({ statements, queue, busyWaitMs: limits.busyWaitMs })
  const trimming = trimCommandsRegularly({ statements, queue, limits, partitionCount })
  let closed = false
  const reader: ReaderParts = { statements, signal, codecs, limits, partitionCount, isClosed: () => closed }
  const reads = createLogReads(reader)

  const log = {
    ...reads,
    clock: hostClock,
    appendCommand: createCommandAppender({ statements, queue, signal, limits, codec: codecs.commands, partitionOf: reads.partitionOf }),
    async claim(partition: number, claim: ClaimOptions = {}) {
      requirePartition(reader, partition)
      return claimPartition({ statements, queue, signal, eventCodec: codecs.events, limits, owner }, partition, claim)
    },
    async join(group: string, _topic: LogTopic, listener: Parameters<typeof joinAlone>[1]) {
      return joinAlone({ partitionCount, group, positions }, listener)
    },
    async committed(group: string, topic: LogTopic, partitions: readonly number[]) {
      return positions.newest(group, topic, partitions)
    },
    encoded: (command: SkeinCommand): Uint8Array => codecs.commands.encode(command),
    deadLetter: (letters: readonly DeadLetter[]) =>
      committed({ queue, busyWaitMs: limits.busyWaitMs }, letters, (now) => {
        for (const letter of letters) statements.addDeadLetter(letter, now)
      }),
    probeAppends: () => committed({ queue, busyWaitMs: limits.busyWaitMs }, [], () => statements.probe()),
    async close() {
      if (closed) return
      trimming.stop()
      void positions.flush()
      queue.close()
      closed = true
      signal.close()
      database.close()
    },
  }
  // The port ties topic to record type by overloads, which one generic body cannot express.
  return log as EmbeddedLog
}

/** Resolves when what is written is on disk. */
function committed(
  { queue, busyWaitMs }: { readonly queue: CommitQueue; readonly busyWaitMs: number },
  letters: readonly DeadLetter[],
  write: (now: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    queue.add({
      records: Math.max(letters.length, 1),
      bytes: letters.reduce((bytes, letter) => bytes + letter.bytes.length, 0),
      giveUpAt: performance.now() + busyWaitMs,
      run(now) {
        write(now)
        return resolve
      },
      fail: reject,
    })
  })
}
