// The faults of the whole product in one process on embedded parts. Each is prepared before the load, and leaves the server running.
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from '@skein/testing'
import type { EmbeddedServer } from './embedded-server.ts'
import type { Evidence } from './faults.ts'
import { counter, readGauges } from './gauges.ts'
import { embeddedAnewMark } from './outage-marks.ts'

/** Under load some are always on their way. */
const inStepEvents = 50
const anewMsMax = 60_000

/** Answers what injects it. */
export type EmbeddedFault = (server: EmbeddedServer) => () => Promise<Evidence>

const kill: EmbeddedFault = (server) => () => killed(server)

/**
 * The machine loses its power: of the views, which are never synced, the disk has whatever was written back by then, here the files of
 * now with the write-ahead log of before the load; what was synced is there whole.
 */
const cutPower: EmbeddedFault = (server) => {
  const views = join(server.dataDir, 'views')
  const kept = mkdtempSync(join(tmpdir(), 'skein-wal-'))
  cpSync(join(views, 'pg_wal'), kept, { recursive: true })
  return async () => {
    const evidence = await killed(server, () => {
      rmSync(join(views, 'pg_wal'), { recursive: true })
      cpSync(kept, join(views, 'pg_wal'), { recursive: true })
      rmSync(kept, { recursive: true })
      writeFileSync(join(server.dataDir, 'views.opened'), 'the boot before')
    })
    const madeAnew = existsSync(join(server.dataDir, 'views.aside'))
    const { events, ms } = await viewsAreThere(server)
    const injected = evidence.injected && madeAnew && events > 0
    return { ...evidence, injected, outageMark: embeddedAnewMark(events), eventsProjectedAnew: events, viewsAnewAfterMs: ms }
  }
}

export const embeddedFaults: Readonly<Record<string, EmbeddedFault>> = { 'kill-embedded': kill, 'power-cut': cutPower }

/** How many events the projector has taken in until they are. */
async function viewsAreThere({ ready }: EmbeddedServer): Promise<{ readonly events: number; readonly ms: number }> {
  const startedAt = performance.now()
  const events = await eventually(
    async () => {
      const gauges = await readGauges(ready.ops)
      const lags = [...gauges].filter(([name]) => name.startsWith('skein_processor_lag{')).map(([, lag]) => lag)
      const served = counter(gauges, 'skein_processor_active') === lags.length && lags.every((lag) => lag <= inStepEvents)
      return served ? counter(gauges, 'skein_projector_events') : undefined
    },
    { timeoutMs: anewMsMax, intervalMs: 50, what: 'the views are made anew' },
  )
  return { events, ms: Math.round(performance.now() - startedAt) }
}

/** Kills it and starts it again, at once but for what is done in between. */
async function killed(server: EmbeddedServer, between = () => {}): Promise<Evidence> {
  const victim = server.process
  await server.end('SIGKILL')
  between()
  const startedAt = performance.now()
  await server.start()
  const { pid } = server.process
  const injected = victim.signalCode === 'SIGKILL' && pid !== victim.pid
  return { injected, killedPid: victim.pid, endedBy: victim.signalCode, newPid: pid, startMs: Math.round(performance.now() - startedAt) }
}
