// The views of an embedded server as its thread has them: opened at once, read by what roles ask, and projected into by a projector that
// follows the log on a handle of its own.
import { performance } from 'node:perf_hooks'
import type { MessagePort } from 'node:worker_threads'
import { partitionForKey } from '@skein/contracts'
import type { Cell } from '@skein/domain'
import { openEmbeddedLogReader } from '@skein/embedded-log'
import type { Prefetch, ReadTimers } from '@skein/event-sourcing'
import type { ReadMembership, ReadViews } from '@skein/projections'
import { createLogger, type Logger } from '@skein/telemetry'
import { createMemoryHotViews } from '@skein/view-store'
import { type PartState, probe, type Role } from './backbone.ts'
import type { Config } from './config.ts'
import { openEmbeddedViews } from './embedded-views.ts'
import { startProjectorRole } from './projector-role.ts'
import { answerCalls } from './thread-calls.ts'
import { type ViewStores, viewPortsOf } from './view-ports.ts'

/** What the thread is told of the configuration. */
export interface ViewsThreadConfig extends Pick<Config, 'dataDir' | 'partitionCount' | 'cluster' | 'hotItems' | 'hotReadMs' | 'logLevel'> {
  readonly logFile: string
}

export interface ViewsThreadData {
  readonly config: ViewsThreadConfig
  /** Where compiled code is kept between runs; null where it is not. */
  readonly compileCache: string | null
}

/** What is asked of the thread. */
export interface ViewsThreadMethods extends ReadViews, ReadMembership {
  readonly prefetch: Prefetch<Cell>
  readonly timers: ReadTimers<Cell>
  /** Resolves when they are open; whatever else is asked waits for that. */
  opened(): Promise<void>
  parts(): Promise<readonly PartState[]>
  /** Numbers to be exported. */
  measures(): Promise<{ readonly projector: object; readonly thread: object }>
  startProjector(): Promise<void>
  stopProjector(): Promise<void>
  /** After it nothing is asked. */
  close(): Promise<void>
}

const probeTimeoutMs = 1500

export function serveViews(port: MessagePort, config: ViewsThreadConfig): void {
  answerCalls(port, open(config))
}

async function open(config: ViewsThreadConfig): Promise<ViewsThreadMethods> {
  const { dataDir, partitionCount } = config
  const logger = createLogger({ level: config.logLevel, fields: { pid: process.pid, thread: 'views' } })
  const database = await openEmbeddedViews({ dataDir, logger, damaged: 'replace' })
  const hot = createMemoryHotViews({
    partitionOf: (key) => partitionForKey(key, partitionCount),
    partitionCount,
    itemsPerConversation: config.hotItems,
    readWithinMs: config.hotReadMs,
  })
  const { reads, prefetch, timers, membership } = viewPortsOf({ database, hot })
  const projector = createThreadProjector(config, { database, hot, logger })
  return {
    ...reads,
    ...membership,
    prefetch,
    timers,
    opened: async () => {},
    parts: async () => [await probe('views', probeTimeoutMs, () => database.query('SELECT 1', [])), ...projector.parts()],
    measures: async () => ({ projector: projector.measured(), thread: threadMeasures() }),
    startProjector: () => projector.start(),
    stopProjector: () => projector.stop(),
    close: () => database.close(),
  }
}

const threadMeasures = () => ({
  loopBusySeconds: performance.eventLoopUtilization().active / 1_000,
  heapUsedBytes: process.memoryUsage().heapUsed,
})

type ProjectorParts = ViewStores & { readonly logger: Logger }

/** At most one. */
function createThreadProjector(config: ViewsThreadConfig, { database, hot, logger }: ProjectorParts) {
  let running: { readonly role: Role; stop(): Promise<void> } | undefined
  let measured: () => object = () => ({})
  return {
    parts: () => [running?.role.part?.()].filter((part) => part !== undefined),
    measured: () => measured(),
    async start() {
      const log = await openEmbeddedLogReader({ file: config.logFile, partitionCount: config.partitionCount })
      const add = (_prefix: string, read: () => object) => {
        measured = read
      }
      const role = await startProjectorRole({ config, logger, log, database, hot }, { add })
      running = { role, stop: () => role.stop().finally(() => log.close()) }
    },
    async stop() {
      await running?.stop()
      running = undefined
    },
  }
}
