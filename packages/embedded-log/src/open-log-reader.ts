// A handle that reads the log alone, beside the one that writes it, such as in another thread: it takes no lock that a writer would wait
// for, removes nothing, and keeps no positions of groups.
import type { DatabaseSync } from 'node:sqlite'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { EventLog, LogTopic, MembershipListener } from '@skein/event-sourcing'
import { AppendSignal } from './append-signal.ts'
import { defaultLimits } from './limits.ts'
import { openLogFile } from './log-file.ts'
import type { ReaderParts } from './log-reader.ts'
import { createLogReads, type LogReads } from './log-reads.ts'
import { joinAlone } from './membership.ts'
import type { EmbeddedLogOptions } from './open-embedded-log.ts'
import { codecsOf } from './schema-table.ts'
import { Statements } from './statements.ts'

export interface EmbeddedLogReader extends LogReads, Pick<EventLog<SkeinCommand, SkeinEvent>, 'join' | 'close'> {}

/** Nobody asks for the positions of a group that only reads: whoever reads keeps its own. */
const noPositions = { note() {}, flush: async () => {} }

/** Of a file that another handle has made. */
export async function openEmbeddedLogReader(
  options: Pick<EmbeddedLogOptions, 'file' | 'partitionCount' | 'limits'>,
): Promise<EmbeddedLogReader> {
  const { file, partitionCount } = options
  const limits = { ...defaultLimits, ...options.limits }
  const database = await openLogFile({ ...limits, file, partitionCount, readOnly: true })
  try {
    return compose(database, { limits, partitionCount, codecs: await codecsOf(database) })
  } catch (error) {
    database.close()
    throw error
  }
}

function compose(database: DatabaseSync, parts: Pick<ReaderParts, 'codecs' | 'partitionCount'> & { limits: typeof defaultLimits }) {
  const { limits, partitionCount } = parts
  const statements = new Statements(database)
  const signal = new AppendSignal({ dataVersion: () => statements.dataVersion(), pollMs: limits.otherWriterPollMs })
  let closed = false
  return {
    ...createLogReads({ ...parts, statements, signal, isClosed: () => closed }),
    join: async (group: string, _topic: LogTopic, listener: MembershipListener) =>
      joinAlone({ partitionCount, group, positions: noPositions }, listener),
    async close() {
      if (closed) return
      closed = true
      signal.close()
      database.close()
    },
  }
}
