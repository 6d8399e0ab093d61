// The faults of the whole product in one process on embedded parts. Each is prepared before the load, and leaves the server running.
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmbeddedServer } from './embedded-server.ts'
import type { Evidence } from './faults.ts'

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
    return { ...evidence, injected: evidence.injected && madeAnew, viewsMadeAnew: madeAnew }
  }
}

export const embeddedFaults: Readonly<Record<string, EmbeddedFault>> = { 'kill-embedded': kill, 'power-cut': cutPower }

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
