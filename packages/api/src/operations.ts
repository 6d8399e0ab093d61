// Routes for operators: alive, ready, metrics. They carry nothing secret and ask for no token; expose them to the inside.
import { within } from '@skein/timing'
import type { FastifyInstance } from 'fastify'

export interface Readiness {
  readonly ok: boolean
  /** State of each part by name. */
  readonly parts: Readonly<Record<string, unknown>>
}

export interface OperationsOptions {
  readonly ready: () => Promise<Readiness>
  /** Prometheus text. */
  readonly metrics: () => Promise<string>
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
  server.get('/metrics', async (_request, reply) => {
    const text = await options.metrics()
    return reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8').send(text)
  })
}

async function readinessInTime(options: OperationsOptions): Promise<Readiness> {
  try {
    return await within(options.timeoutMs, 'the parts', options.ready())
  } catch (error) {
    return { ok: false, parts: { ready: String(error) } }
  }
}
