// Health, readiness and metrics of one process, on an address and a port of their own: where clients reach a process nobody is to read them.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { toldHost } from '@skein/gateway'
import type { PartState } from './backbone.ts'
import type { Config } from './config.ts'

interface OpsAnswers {
  /** Prometheus text. */
  readonly metrics: () => Promise<string>
  readonly parts: () => Promise<readonly PartState[]>
}

export interface OpsServer {
  readonly address: string
  close(): void
}

type Place = Pick<Config, 'opsHost' | 'opsPort' | 'roles'>

const json = 'application/json'

export async function serveOps({ opsHost, opsPort, roles }: Place, { metrics, parts }: OpsAnswers): Promise<OpsServer> {
  const answer = async (path: string): Promise<{ status: number; type: string; text: string }> => {
    if (path === '/healthz') return { status: 200, type: json, text: JSON.stringify({ ok: true, roles }) }
    if (path === '/metrics') return { status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', text: await metrics() }
    if (path !== '/readyz') return { status: 404, type: json, text: JSON.stringify({ error: 'there are /healthz, /readyz and /metrics' }) }
    const states = await parts()
    const ok = states.every((part) => part.ok)
    return { status: ok ? 200 : 503, type: json, text: JSON.stringify({ ok, parts: states }) }
  }
  const server = http.createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    answer(path).then(
      ({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text),
      (error) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(opsPort, opsHost, resolve)
  })
  const { port } = server.address() as AddressInfo
  return { address: `http://${toldHost(opsHost)}:${port}`, close: () => void server.close() }
}
