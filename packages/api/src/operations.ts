// Routes for whoever balances load: alive, ready. They carry nothing secret and ask for no token. What a process measures is told on its own
// port alone, not on one that clients reach.
import { within } from '@skein/timing'
import type { FastifyInstance } from 'fastify'

export interface Readiness {
  readonly ok: boolean
  /** State of each part by name. */
  readonly parts: Readonly<Record<string, unknown>>
}

export interface OperationsOptions {
  readonly ready: () => Promise<Readiness>
  readonly timeoutMs: number
}

export function serveOperations(server: FastifyInstance, options: OperationsOptions): void {
  server.get('/healthz', async () => ({ ok: true }))
  server.get('/readyz', async (_request, reply) => {
    const readiness = await readinessInTime(options)
    return reply
      .status(readiness.ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(readiness)
  })
}

async function readinessInTime(options: OperationsOptions): Promise<Readiness> {
  try {
    return await within(options.timeoutMs, 'the parts', options.ready())
  } catch (error) {
    return { ok: false, parts: { ready: String(error) } }
  }
}
