// The thread of an embedded server in which its views are: PostgreSQL, what projects into it and the hot views, none of which takes time from
// those who are connected. What roles ask of the views they ask over calls. The server ends with the thread, as it would by any other
// bug of its own: whatever was acknowledged stands in the log, and the next start goes on from there.
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Metrics } from '@skein/telemetry'
import type { PartState, Role } from './backbone.ts'
import { ThreadCalls } from './thread-calls.ts'
import type { ViewPorts } from './view-ports.ts'
import type { ViewsThreadConfig, ViewsThreadData, ViewsThreadMethods } from './views-of-thread.ts'

export interface ViewsThread {
  readonly views: ViewPorts
  /** State of the views, and of the projector once it was started. */
  parts(): Promise<readonly PartState[]>
  startProjector(metrics: Metrics): Promise<Role>
  close(): Promise<void>
}

export interface ViewsThreadOptions {
  readonly config: ViewsThreadConfig
  /** The thread has ended by itself, when it was open. */
  readonly ended: (error: Error) => void
}

/** As long as a statement may take. */
const readMs = { withinMs: 30_000 }
/** As long as a processor waits for PostgreSQL. */
const prefetchMs = { withinMs: 1_000 }
const lookMs = { withinMs: 2_000 }
/** Views that were not closed take a while to open, and what was written in them to be on disk. */
const endsMs = { withinMs: 600_000 }

const methods: Readonly<Record<keyof ViewsThreadMethods, { readonly withinMs: number }>> = {
  checkpoints: readMs,
  sync: readMs,
  missed: readMs,
  history: readMs,
  edits: readMs,
  unread: readMs,
  members: readMs,
  areMembers: readMs,
  myGroups: readMs,
  groupInfo: readMs,
  room: readMs,
  bannedAmong: readMs,
  invitations: readMs,
  joinLinks: readMs,
  joinRequests: readMs,
  ownJoinRequests: readMs,
  bans: readMs,
  joinInfo: readMs,
  app: readMs,
  acquaintances: readMs,
  strangers: readMs,
  relations: readMs,
  relationTo: readMs,
  privacy: readMs,
  findUser: readMs,
  newestUsers: readMs,
  deviceSessions: readMs,
  prefetch: prefetchMs,
  timers: readMs,
  stays: readMs,
  staysOf: readMs,
  admins: readMs,
  opened: endsMs,
  parts: lookMs,
  measures: lookMs,
  startProjector: readMs,
  stopProjector: endsMs,
  close: endsMs,
}

/** Resolves when the views are open. */
export async function openViewsThread({ config, ended }: ViewsThreadOptions): Promise<ViewsThread> {
  const compiled = getCompileCacheDir()
  const data: ViewsThreadData = { config, compileCache: compiled === undefined ? null : dirname(compiled) }
  const worker = new Worker(new URL('./views-thread-program.ts', import.meta.url), { workerData: data, name: 'views' })
  const calls = new ThreadCalls(worker)
  const asked = calls.methods<ViewsThreadMethods>(methods)
  let isOpen = false
  let cause: unknown
  worker.on('error', (error) => {
    cause = error
  })
  worker.on('exit', (code) => {
    const error = new Error(`the thread of the views has ended (${code})`, { cause })
    calls.end(error)
    if (isOpen) ended(error)
  })
  try {
    await asked.opened()
  } catch (error) {
    await worker.terminate()
    throw error
  }
  isOpen = true
  return {
    views: { reads: asked, prefetch: asked.prefetch, timers: asked.timers, membership: asked },
    parts: () => asked.parts(),
    async startProjector(metrics) {
      await asked.startProjector()
      metrics.add('projector', async () => (await asked.measures()).projector)
      metrics.add('views', async () => (await asked.measures()).thread)
      return { name: 'projector', addresses: [], stop: () => asked.stopProjector() }
    },
    async close() {
      isOpen = false
      await asked.close().finally(() => worker.terminate())
    },
  }
}
