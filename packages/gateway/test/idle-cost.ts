// Measures what connections cost a gateway, everything behind it in memory: RSS per idle authenticated connection as the
// slope between two counts, and authenticated connects per CPU second. Run: node idle-cost.ts <tcp|ws|uWebSockets.js> [from] [to]
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { hostClock } from '@skein/event-sourcing'
import { createInProcessNodeLinkHub, createInProcessPresence } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { createGateway, createTokenVerifier, type ListenOptions } from '../src/index.ts'
import { InMemoryBackend } from './in-memory-backend.ts'
import { secret, signToken, tcp, uws, ws } from './open-gateway.ts'
import { WireClient } from './wire-client.ts'

interface Sample {
  readonly rssBytes: number
  readonly heapBytes: number
  readonly cpuSeconds: number
  readonly connections: number
}

const concurrency = 50

async function serve(options: ListenOptions): Promise<void> {
  const hub = createInProcessNodeLinkHub()
  const backend = new InMemoryBackend(hub.link(randomUUID()))
  const gateway = createGateway({
    transports: [options],
    appendCommand: backend.appendCommand,
    clock: hostClock,
    endOffsets: backend.endOffsets,
    partitionOf: () => 0,
    partitionCount: 1,
    views: { ...backend.views, deviceSessions: async (list) => list.map(() => 'open') },
    membership: backend.membership,
    link: hub.link(randomUUID()),
    presence: createInProcessPresence(),
    verifyToken: createTokenVerifier(secret),
    logger: silentLogger,
    limits: { acceptsPerSecondPerAddress: 100_000, acceptBurstPerAddress: 100_000, heartbeatIntervalMs: 600_000 },
  })
  const [address] = await gateway.start()
  process.on('message', () => {
    globalThis.gc?.()
    const { user, system } = process.cpuUsage()
    const { rss, heapUsed } = process.memoryUsage()
    process.send!({ rssBytes: rss, heapBytes: heapUsed, cpuSeconds: (user + system) / 1e6, connections: gateway.metrics().authenticated })
  })
  process.on('disconnect', () => process.exit(0))
  process.send!(address)
}

async function sample(server: ChildProcess): Promise<Sample> {
  server.send('sample')
  const [answer] = await once(server, 'message')
  return answer as Sample
}

async function connectMany(address: string, tokens: readonly string[]): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < tokens.length) {
        const token = tokens[next++]!
        const client = await WireClient.connect(address)
        const code = await client.login(token)
        if (code !== '') throw new Error(code)
      }
    }),
  )
}

const makeTokens = (from: number, to: number): Promise<string[]> =>
  Promise.all(Array.from({ length: to - from }, (_, i) => signToken({ userId: `user${from + i}`, sessionId: randomUUID() })))

async function measure(name: string, from: number, to: number): Promise<void> {
  const server = fork(import.meta.filename, ['serve', name], { execArgv: process.argv.includes('--gc') ? ['--expose-gc'] : [] })
  const [address] = (await once(server, 'message')) as [string]
  const tokens = await makeTokens(0, to)
  await connectMany(address, tokens.slice(0, from))
  const before = await sample(server)
  await connectMany(address, tokens.slice(from))
  const after = await sample(server)
  const connections = after.connections - before.connections
  const perConnection = (field: 'rssBytes' | 'heapBytes') => Math.round((after[field] - before[field]) / connections)
  const connectsPerCpuSecond = Math.round(connections / (after.cpuSeconds - before.cpuSeconds))
  console.log(
    JSON.stringify({
      transport: name,
      connections,
      rss: perConnection('rssBytes'),
      heap: perConnection('heapBytes'),
      connectsPerCpuSecond,
    }),
  )
  server.disconnect()
  process.exit(0)
}

const [, , command, ...rest] = process.argv
const listeners: Record<string, ListenOptions> = { tcp, ws, 'uWebSockets.js': uws }
if (command === 'serve') await serve(listeners[rest[0]!]!)
else await measure(command ?? 'ws', Number(rest[0] ?? 1_000), Number(rest[1] ?? 5_000))
