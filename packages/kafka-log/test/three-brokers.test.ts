// Three brokers, and one of them is killed. One partition that nobody led any more stopped the appends and the commands of all, for as long
// as the broker was away: what is told and carried of one partition, and by one broker, must not depend on another's.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { LogError, Membership } from '@skein/event-sourcing'
import { type KafkaHandle, prepareKafkaCluster, startNodes } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import { eventually, sampleCommand, sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import type { KafkaEndpoint, TopicFile, TopicSpec } from '../src/index.ts'
import { brokerSessionTimeoutMs, openKafkaLog, topicsOf, verifyTopics } from '../src/index.ts'
import { kafkaClient } from './kafka-harness.ts'
import { schemasInMemory } from './schemas-in-memory.ts'

const topicFile: TopicFile = JSON.parse(await readFile(new URL('../../../infra/topics.json', import.meta.url), 'utf8'))
const partitionCount = 6
const partitions = Array.from({ length: partitionCount }, (_, p) => p)
const brokerSessionMs = 1_500
/** Until its session begins to run where the one that is gone led the controllers, as `clusterProperties` of the local servers have it. */
const electionMs = 1_200
/** What it takes besides until another broker leads, is found, and answers. */
const takeOverMs = 2_000
const everyMs = 25
/** As `defaultProperties` of the local servers have it. */
const coordinatorPartitions = 4

const dir = mkdtempSync(join(tmpdir(), 'skein-three-brokers-'))
let nodes: readonly KafkaHandle[] = []
let endpoint: KafkaEndpoint

before(async () => {
  nodes = await prepareKafkaCluster({
    dir: join(dir, 'kafka'),
    quickStart: true,
    heapMaxMb: 256,
    properties: { 'broker.session.timeout.ms': brokerSessionMs },
  })
  // The first two are a majority. The last to come, which a test kills, does not lead the controllers: that a new one has to be elected before
  // anybody counts the session of the broker takes longer than an owner remains a member.
  await startNodes(nodes.slice(0, 2))
  await nodes[2]!.start()
  endpoint = { brokers: nodes.map(({ bootstrap }) => bootstrap), clientId: 'three' }
  const known = () => withAdmin(async (admin) => (await admin.describeCluster()).brokers.length === nodes.length)
  await eventually(known, { timeoutMs: 30_000, what: 'all brokers' })
})
after(async () => {
  // Asked to stop, each would wait for the others.
  await Promise.all(nodes.map((node) => node.kill()))
  await Promise.all(nodes.map((node) => node.remove()))
  await rm(dir, { recursive: true, force: true })
})

type Admin = ReturnType<ReturnType<typeof kafkaClient>['admin']>

async function withAdmin<R>(work: (admin: Admin) => Promise<R>): Promise<R> {
  const admin = kafkaClient(endpoint).admin()
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.disconnect()
  }
}

function specsOf(prefix: string, inSyncMin: number): TopicSpec[] {
  const all = topicsOf(topicFile, 'cluster', { prefix, partitions: partitionCount })
  return all
    .filter(({ role }) => role === 'commands' || role === 'events' || role === 'deadLetters')
    .map((spec) => ({ ...spec, replicationFactor: inSyncMin, configs: { ...spec.configs, 'min.insync.replicas': String(inSyncMin) } }))
}

async function makeTopics(specs: readonly TopicSpec[], replicasOf: (partition: number) => readonly number[]) {
  await withAdmin((admin) =>
    admin.createTopics({
      waitForLeaders: true,
      topics: specs.map((spec) => ({
        topic: spec.name,
        replicaAssignment: partitions.map((partition) => ({ partition, replicas: [...replicasOf(partition)] })),
        configEntries: Object.entries(spec.configs).map(([name, value]) => ({ name, value })),
      })),
    }),
  )
  const name = (role: string) => specs.find((spec) => spec.role === role)!.name
  return { commands: name('commands'), events: name('events'), deadLetters: name('deadLetters') }
}

/** Of the nodes, by id from 1 on: Kafka finds it by the hash that Java makes of a text. */
async function coordinatorOf(group: string): Promise<number> {
  const hash = [...group].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) | 0, 0)
  const { topics } = await withAdmin((admin) => admin.fetchTopicMetadata({ topics: ['__consumer_offsets'] }))
  return topics[0]!.partitions.find(({ partitionId }) => partitionId === (hash & 0x7fff_ffff) % coordinatorPartitions)!.leader
}

/** A group that the broker coordinates. */
async function groupAt(node: number): Promise<string> {
  const found = async () => {
    // Asked for the coordinator of any group, a cluster makes the topic that has them.
    await withAdmin((admin) => admin.fetchOffsets({ groupId: 'any' }))
    for (let i = 0; i < 20; i++) if ((await coordinatorOf(`owners ${i}`)) === node) return `owners ${i}`
    return undefined
  }
  return eventually(found, { timeoutMs: 30_000, intervalMs: 500, what: `a group of broker ${node}` })
}

/** The longest time between two that came, of those that ended after the fault. */
class Pulse {
  #last = performance.now()
  #from = Number.POSITIVE_INFINITY
  longestMs = 0
  beat(): void {
    const now = performance.now()
    if (now > this.#from) this.longestMs = Math.max(this.longestMs, now - this.#last)
    this.#last = now
  }
  watch(): void {
    this.#from = performance.now()
  }
  sinceLast(): number {
    return performance.now() - this.#last
  }
}

type Log = Awaited<ReturnType<typeof openKafkaLog>>

/** The one member of a group: every partition is its own. */
async function joinGroup(log: Log, group: string): Promise<{ readonly membership: Membership; readonly lost: readonly number[] }> {
  const [assigned, lost] = [new Set<number>(), [] as number[]]
  const membership = await log.join(group, 'commands', {
    assigned: (partition) => void assigned.add(partition),
    revoked: async () => {},
    lost: (partitions) => void lost.push(...partitions),
  })
  await eventually(() => assigned.size === partitionCount, { timeoutMs: 60_000, what: 'all partitions for the one member' })
  return { membership, lost }
}

/** An owner, a commander and a reader of every partition. An owner appends while it is a member, as those of processors do. */
function traffic(t: TestContext, log: Log, membership: Membership) {
  const stop = new AbortController()
  const on = partitions.map(() => ({ appends: new Pulse(), commands: new Pulse(), reads: new Pulse() }))
  const acked = partitions.map(() => new Map<string, number>())
  const claims = partitions.map(() => 0)
  const aborted = once(stop.signal, 'abort')
  async function own(p: number): Promise<void> {
    for (let i = 0; !stop.signal.aborted; i++) {
      try {
        const writer = await log.claim(p)
        claims[p]! += 1
        for (; !stop.signal.aborted; i++) {
          const silentMs = performance.now() - membership.lastHeartbeatSentAt()
          if (silentMs > membership.membershipTimeoutMs) throw new Error('no member any more, as far as it knows')
          const text = `${p} ${i}`
          acked[p]!.set(text, await writer.append([{ key: sampleKey(log.partitionOf, p), value: sampleMessageSent(text, writer.claim) }]))
          on[p]!.appends.beat()
          await delay(everyMs)
        }
      } catch {
        await Promise.race([membership.nextHeartbeat(), aborted])
        await delay(50)
      }
    }
  }
  async function command(p: number): Promise<void> {
    for (let i = 0; !stop.signal.aborted; i++) {
      const sent = log.appendCommand(sampleCommand(sampleKey(log.partitionOf, p), `${i}`, Date.now() + 8_000))
      await sent.then(() => on[p]!.commands.beat()).catch(() => {})
      await delay(everyMs)
    }
  }
  async function read(p: number): Promise<void> {
    for await (const _ of log.tail('events', p, { from: 0, signal: stop.signal })) on[p]!.reads.beat()
  }
  const running = partitions.flatMap((p) => [own(p), command(p), read(p)])
  const end = async () => {
    stop.abort()
    await Promise.all(running)
  }
  t.after(end)
  return { on, acked, claims, stop: end }
}

/** Every acknowledged event is there once, where it was said to be. */
async function assertExact(log: Log, acked: readonly ReadonlyMap<string, number>[]): Promise<void> {
  for (const p of partitions) {
    const { end } = (await log.bounds('events', [p])).get(p)!
    const found = new Map<string, number[]>()
    for await (const batch of log.read('events', p, 0, end))
      for (const { offset, value } of batch) if (textOf(value)) found.set(textOf(value)!, [...(found.get(textOf(value)!) ?? []), offset])
    for (const [text, offset] of acked[p]!) assert.deepEqual(found.get(text), [offset], `${text} of partition ${p}`)
    for (const [text, offsets] of found) assert.equal(offsets.length, 1, `${text} of partition ${p} stands twice`)
  }
}

async function openLog(t: TestContext, prefix: string, topics: Awaited<ReturnType<typeof makeTopics>>): Promise<Log> {
  const shared = { endpoint, clusterName: prefix, owner: prefix, topics, partitionCount, logger: silentLogger }
  // Longer than it takes to notice a broker that is gone, and to find what coordinates in its place, on a machine with other work too.
  const limits = { sessionTimeoutMs: 8_000, heartbeatIntervalMs: 400 }
  const log = await openKafkaLog({ ...shared, schemas: schemasInMemory(), limits })
  t.after(() => log.close())
  return log
}

const begun = (going: ReturnType<typeof traffic>) =>
  eventually(() => going.acked.every((acked) => acked.size > 10), { timeoutMs: 60_000, what: 'events in every partition' })

const all = (going: ReturnType<typeof traffic>, p: number) => Object.entries(going.on[p]!)

const watch = (going: ReturnType<typeof traffic>) => {
  for (const p of partitions) for (const [, pulse] of all(going, p)) pulse.watch()
}

/** The longest stops first. */
function stops(going: ReturnType<typeof traffic>, of: readonly number[]) {
  const found = of.flatMap((p) =>
    all(going, p).map(([what, pulse]) => ({
      what: `${what} of partition ${p}`,
      ms: Math.round(Math.max(pulse.longestMs, pulse.sinceLast())),
    })),
  )
  return found.sort((a, b) => b.ms - a.ms)
}

test('a partition whose only replica in sync is on the dead broker stops alone', { timeout: 240_000 }, async (t) => {
  const specs = specsOf('alone.', 1)
  const topics = await makeTopics(specs, (p) => (p === 0 ? [3, 1] : p % 2 === 0 ? [1, 2] : [2, 1]))
  const partitionAssignment = [{ partition: 0, replicas: [3] }]
  await withAdmin(async (admin) => {
    await admin.alterPartitionReassignments({ topics: Object.values(topics).map((topic) => ({ topic, partitionAssignment })) })
    await eventually(
      async () => {
        const { topics: found } = await admin.fetchTopicMetadata({ topics: Object.values(topics) })
        return found.every((topic) => topic.partitions.find((p) => p.partitionId === 0)?.isr.join() === '3')
      },
      { timeoutMs: 30_000, intervalMs: 200, what: 'one replica of partition 0' },
    )
  })
  const log = await openLog(t, 'alone', topics)
  // What coordinates the owners is lost with it.
  const { membership, lost } = await joinGroup(log, await groupAt(3))
  const going = traffic(t, log, membership)
  await begun(going)
  const claimsBefore = [...going.claims]
  watch(going)
  await nodes[2]!.kill('SIGKILL')
  await delay(8_000)
  const others = partitions.slice(1)
  const longest = stops(going, others)[0]!
  t.diagnostic(`longest stop of a partition without a replica there: ${longest.what}, ${longest.ms} ms`)
  assert.ok(longest.ms < 2_000, `${longest.what} stopped for ${longest.ms} ms`)
  assert.deepEqual(going.claims.slice(1), claimsBefore.slice(1), 'no other owner claimed anew')
  assert.deepEqual(lost, [], 'owners outlive the loss of their coordinator')
  assert.ok(going.on[0]!.appends.sinceLast() > 7_000, 'the fault was there')
  const bounds = await log.bounds('events', partitions)
  assert.deepEqual([...bounds.keys()].sort(), others, 'bounds are told of those that have a leader')
  await assert.rejects(log.bounds('events', [0]), (error: LogError) => error.code === 'UNAVAILABLE')
  // Whoever begins now does not depend on it either.
  await verifyTopics(endpoint, specs)
  assert.equal(await brokerSessionTimeoutMs(endpoint, topics.events), brokerSessionMs)
  const late = await openLog(t, 'alone', topics)
  assert.ok((await late.bounds('events', [1])).has(1))
  await nodes[2]!.start()
  await eventually(() => going.on[0]!.appends.sinceLast() < 1_000, { timeoutMs: 60_000, what: 'the partition that stopped going on' })
  await going.stop()
  await assertExact(log, going.acked)
})

test('with three replicas a killed broker costs its session and two seconds, no membership, and nothing is lost', {
  timeout: 240_000,
}, async (t) => {
  const topics = await makeTopics(specsOf('three.', 2), (p) => [0, 1, 2].map((i) => ((p + i) % 3) + 1))
  const log = await openLog(t, 'three', topics)
  const { membership, lost } = await joinGroup(log, 'owners')
  const going = traffic(t, log, membership)
  await begun(going)
  await membership.nextHeartbeat()
  watch(going)
  await nodes[(await coordinatorOf('owners')) - 1]!.kill('SIGKILL')
  await delay(10_000)
  const longest = stops(going, partitions)[0]!
  t.diagnostic(`longest stop: ${longest.what}, ${longest.ms} ms`)
  assert.ok(longest.ms < electionMs + brokerSessionMs + takeOverMs, `${longest.what} stopped for ${longest.ms} ms`)
  assert.deepEqual(lost, [], 'members outlive the loss of their coordinator')
  await Promise.all(nodes.map((node) => node.start()))
  await delay(3_000)
  await going.stop()
  await assertExact(log, going.acked)
})
