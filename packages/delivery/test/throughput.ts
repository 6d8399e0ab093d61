// Measures delivery alone against a real Redis, for people: messages between pairs of users on two gateways, open loop over 16
// partitions. A second process stands for both gateways. Prints CPU and the time from append to arrival.
//   node packages/delivery/test/throughput.ts [messages per second] [seconds]
import { fork } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type SkeinEvent, wire } from '@skein/contracts'
import { createDelivery } from '@skein/delivery'
import type { GroupPosition } from '@skein/event-sourcing'
import { startRedis } from '@skein/local-stack'
import { createRedisNodeLink, createRedisPresence } from '@skein/node-link'
import { createLogger, silentLogger } from '@skein/telemetry'
import { tellStory } from './events.ts'
import { createMemoryLog, membershipOver } from './memory-log.ts'

const pairs = 500
const partitions = 16
const bodyBytes = 200
const now = () => performance.timeOrigin + performance.now()

if (process.argv[2] === 'gateways') await gateways(process.argv[3]!)
else await measure(Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 5))

async function gateways(url: string): Promise<void> {
  const latencies: number[] = []
  let deliveries = 0
  for (const [index, node] of ['gateway-1', 'gateway-2'].entries()) {
    const link = createRedisNodeLink({ redis: { url }, incarnation: node, logger: silentLogger })
    await link.listen({
      reply() {},
      kick() {},
      lost: (reason) => process.send?.({ lost: reason }),
      delivery(d) {
        deliveries += d.connectionIds.length
        // The moment of the append is carried where the message's seq would be.
        const [item] = wire.Push.decode(d.push).items
        latencies.push(now() - Number(wire.ConversationItem.decode(item!).seq) / 1_000)
      },
    })
    const presence = createRedisPresence({ redis: { url }, logger: silentLogger })
    await presence.enter({ incarnation: node, role: 'gateway', addresses: [] }, () => ({ connections: pairs, draining: false }))
    const adding = Array.from({ length: pairs }, (_v, i) => {
      const userId = `user-${i}-${'ab'[index]}`
      return presence.add({
        connectionId: `00000000-0000-4000-8000-${index}${String(i).padStart(11, '0')}`,
        node,
        appId: 'app',
        userId,
        deviceId: 'd',
        sessionId: 's',
        platform: 'test',
        connectedAtMs: Date.now(),
      })
    })
    await Promise.all(adding)
  }
  process.on('message', () => {
    const sorted = latencies.splice(0).sort((a, b) => a - b)
    const at = (q: number) => Number(sorted[Math.floor(sorted.length * q)]?.toFixed(2))
    process.send?.({ deliveries, p50: at(0.5), p99: at(0.99), max: Number(sorted.at(-1)?.toFixed(2)), cpu: process.cpuUsage() })
    deliveries = 0
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.('ready')
}

async function measure(rate: number, seconds: number): Promise<void> {
  const server = await startRedis({ dir: await mkdtemp(join(tmpdir(), 'skein-redis-')) })
  const child = fork(fileURLToPath(import.meta.url), ['gateways', server.url])
  const heard = () => new Promise<unknown>((resolve) => child.once('message', resolve))
  await heard()
  const logger = createLogger({ level: 'warn' })
  const link = createRedisNodeLink({ redis: { url: server.url }, incarnation: 'delivery', logger })
  const presence = createRedisPresence({ redis: { url: server.url }, logger })
  const logs = Array.from({ length: partitions }, () => createMemoryLog())
  const log = {
    tail: (topic: 'events', partition: number, options: never) => logs[partition]!.tail(topic, partition, options),
    bounds: async (_topic: string, list: readonly number[]) => new Map(list.map((p) => [p, { start: 0, end: 0 }])),
  }
  const delivery = createDelivery({ log: log as never, presence, link, membership: membershipOver(logs[0]!), logger })
  const abort = new AbortController()
  const positions = logs.map(() => 0)
  const serving = logs.map((_log, partition) => {
    const reached = ({ nextOffset }: GroupPosition): void => {
      positions[partition] = nextOffset
    }
    return delivery.serve(partition, { nextOffset: 0, record: '' }, { signal: abort.signal, reached })
  })
  const messages = Array.from({ length: pairs }, (_v, pair) => {
    const meta = { connectionId: `00000000-0000-4000-8000-0${String(pair).padStart(11, '0')}`, actorId: `user-${pair}-a` }
    return tellStory([`user-${pair}-a`, `user-${pair}-b`]).message(`d:user-${pair}-a:user-${pair}-b`, meta, bodyBytes)
  })
  const run = async (runSeconds: number) => {
    const from = performance.now()
    for (let sent = 0; sent < rate * runSeconds; ) {
      const due = Math.min(rate * runSeconds, ((performance.now() - from) / 1_000) * rate)
      for (; sent < due; sent++) {
        const pair = sent % pairs
        // Stamped with the moment it was due, not the moment the loop came round to it.
        const dueAt = performance.timeOrigin + from + (sent / rate) * 1_000
        logs[pair % partitions]!.append({ ...messages[pair]!, seq: Math.round(dueAt * 1_000) } as SkeinEvent)
      }
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    const done = () => logs.every((l, p) => positions[p] === l.events.length)
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 1))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await run(2)
  child.send('report')
  await heard()
  const cpuFrom = process.cpuUsage()
  const lookupsFrom = delivery.counters.lookups
  const framesFrom = link.counters.frames
  await run(seconds)
  const { user, system } = process.cpuUsage(cpuFrom)
  child.send('report')
  const report = (await heard()) as object
  const lookups = delivery.counters.lookups - lookupsFrom
  const frames = link.counters.frames - framesFrom
  console.log({
    rate,
    seconds,
    cpuShare: (user + system) / 1e6 / seconds,
    messagesPerLookup: (rate * seconds) / lookups,
    recordsPerFrame: (rate * seconds) / frames,
    ...report,
  })
  abort.abort()
  await Promise.all(serving)
  await link.close()
  await presence.close()
  child.disconnect()
  await server.remove()
}
