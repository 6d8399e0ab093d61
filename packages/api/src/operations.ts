// Routes for whoever balances load: alive, ready. They ask for no token, and say nothing but that: which part is in what state, and what a
// process measures, is told on its own port alone, not on one that clients reach.
import { within } from '@skein/timing'
import type { FastifyInstance } from 'fastify'

export interface OperationsOptions {
  /** Whether every part that requests need can do its work. */
  readonly ready: () => Promise<boolean>
  readonly timeoutMs: number
}

export function serveOperations(server: FastifyInstance, options: OperationsOptions): void {
  server.get('/healthz', async () => ({ ok: true }))
  server.get('/readyz', async (_request, reply) => {
    const ok = await isReadyInTime(options)
    return reply
      .status(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok })
  })
}

async function isReadyInTime({ ready, timeoutMs }: OperationsOptions): Promise<boolean> {
  try {
    return await within(timeoutMs, 'the parts', ready())
  } catch {
    return false
  }
}
