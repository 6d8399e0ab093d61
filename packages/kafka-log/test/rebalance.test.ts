// Rebalances on a real broker: a frozen member silences nobody, what is kept is not interrupted, who leaves hands over at
// once. Rule 8 of the partition writer, and the clock of rule 3: heartbeats told by when they were sent.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { GroupPosition, Membership } from '@skein/event-sourcing'
import { eventually } from '@skein/testing'
import { memberMetadata } from '../src/kafkajs-parts.ts'
import type { KafkaBench } from './kafka-harness.ts'
import { kafkaClient, startKafkaBench, testPartitions } from './kafka-harness.ts'
import { offsetCommitApi, startWireProxy } from './wire-proxy.ts'

const limits = { sessionTimeoutMs: 2000, heartbeatIntervalMs: 200, rebalanceTimeoutMs: 3000 }

type KafkaLog = Awaited<ReturnType<KafkaBench['open']>>

let bench: KafkaBench
const open: KafkaLog[] = []
before(async () => {
  bench = await startKafkaBench()
})
after(async () => {
  await Promise.all(open.map((log) => log.close()))
  await bench?.close()
})

async function member(group: string, revoking: () => Promise<void> = async () => {}) {
  const log = await bench.open({ limits })
  open.push(log)
  const serves = new Set<number>()
  const heard: string[] = []
  const membership: Membership = await log.join(group, 'commands', {
    assigned: (p) => {
      heard.push(`assigned ${p}`)
      serves.add(p)
    },
    revoked: async (p) => {
      heard.push(`revoked ${p}`)
      await revoking()
      serves.delete(p)
    },
    lost: (ps) => {
      for (const p of ps) {
        heard.push(`lost ${p}`)
        serves.delete(p)
      }
    },
  })
  return { membership, serves, heard }
}

function memberProcess(group: string, sessionTimeoutMs = limits.sessionTimeoutMs) {
  const { brokers } = bench.kafka
  const args = {
    brokers,
    registryUrl: bench.registryUrl,
    topics: bench.topics,
    partitionCount: testPartitions,
    group,
    limits: { ...limits, sessionTimeoutMs },
  }
  const child = spawn(process.execPath, [fileURLToPath(new URL('group-member.ts', import.meta.url)), JSON.stringify(args)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  child.stdout.on('data', (bytes: Buffer) => lines.push(...bytes.toString().trim().split('\n')))
  return { child, lines }
}

test('a frozen member silences nobody; its partitions go to the healthy one; woken, it knows they are lost', async (t) => {
  const group = `frozen-${randomUUID()}`
  const healthy = await member(group)
  await eventually(() => healthy.serves.size === testPartitions, { timeoutMs: 60_000 })
  const { child, lines } = memberProcess(group)
  t.after(() => child.kill('SIGKILL'))
  await eventually(() => lines.length === 2 && healthy.serves.size === 2, { timeoutMs: 60_000 })
  const kept = [...healthy.serves]
  const before = healthy.heard.length
  child.kill('SIGSTOP')
  const frozenAt = performance.now()
  let oldest = 0
  await eventually(
    () => {
      oldest = Math.max(oldest, performance.now() - healthy.membership.lastHeartbeatSentAt())
      return healthy.serves.size === testPartitions
    },
    { timeoutMs: limits.sessionTimeoutMs + limits.rebalanceTimeoutMs + 3000, intervalMs: 10, what: 'the healthy member serving all' },
  )
  t.diagnostic(`taken over after ${Math.round(performance.now() - frozenAt)} ms, oldest heartbeat ${Math.round(oldest)} ms`)
  assert.ok(oldest < limits.sessionTimeoutMs, `the healthy member was silent for ${oldest} ms and would have fenced itself`)
  for (const p of kept)
    assert.ok(!healthy.heard.slice(before).some((line) => line.endsWith(` ${p}`)), `partition ${p} was kept, and mentioned`)
  child.kill('SIGCONT')
  await eventually(() => lines.filter((line) => line.startsWith('lost')).length === 2, {
    timeoutMs: 30_000,
    what: 'the loss being noticed',
  })
})

test('while a member that joined is frozen in mid-rebalance, the healthy one goes on within the rebalance timeout', async (t) => {
  const group = `stuck-${randomUUID()}`
  const healthy = await member(group)
  await eventually(() => healthy.serves.size === testPartitions, { timeoutMs: 60_000 })
  const { child, lines } = memberProcess(group, 3 * limits.sessionTimeoutMs)
  t.after(() => child.kill('SIGKILL'))
  await eventually(() => lines.length === 2, { timeoutMs: 60_000 })
  child.kill('SIGSTOP')
  // A third makes everybody join again; the frozen one does not, and its membership lasts longer than the rebalance may: all
  // that time the healthy one must be heard.
  const third = member(group)
  let oldest = 0
  const bound = limits.rebalanceTimeoutMs + 2000
  const joined = await third
  await eventually(
    () => {
      oldest = Math.max(oldest, performance.now() - healthy.membership.lastHeartbeatSentAt())
      return healthy.serves.size + joined.serves.size === testPartitions
    },
    { timeoutMs: bound, intervalMs: 10, what: 'the two healthy members serving all' },
  )
  assert.ok(oldest < limits.sessionTimeoutMs, `silent for ${oldest} ms`)
  await joined.membership.leave()
})

test('who leaves hands over within a second', async (t) => {
  const group = `leaving-${randomUUID()}`
  const [a, b] = [await member(group), await member(group)]
  await eventually(() => a.serves.size === 2 && b.serves.size === 2, { timeoutMs: 60_000 })
  const leftAt = performance.now()
  await a.membership.leave()
  await eventually(() => b.serves.size === testPartitions, { timeoutMs: 5000 })
  const tookMs = performance.now() - leftAt
  t.diagnostic(`handed over in ${Math.round(tookMs)} ms`)
  assert.ok(tookMs < 1000, `${tookMs} ms`)
  assert.equal(b.heard.filter((line) => line.startsWith('assigned')).length, testPartitions)
  assert.ok(!b.heard.some((line) => line.startsWith('lost')))
})

// Who had lost a partition, or handed it over late, went on to commit where it had come to, and the position of the next owner went back.
test('who has a partition no longer commits no position of it, of neither topic', async () => {
  const group = `positions-${randomUUID()}`
  const a = await member(group)
  await eventually(() => a.serves.size === testPartitions, { timeoutMs: 60_000 })
  const b = await member(group)
  await eventually(() => a.serves.size === 2 && b.serves.size === 2, { timeoutMs: 60_000 })
  const [[kept], [moved]] = [[...a.serves], [...b.serves]] as [[number], [number]]
  const topics = ['commands', 'events'] as const
  const stand = (partition: number) =>
    Promise.all(topics.map(async (topic) => (await open[0]!.committed(group, topic, [partition])).get(partition)))
  const commit = ({ membership }: typeof a, partition: number, position: GroupPosition) => {
    for (const topic of topics) membership.commit(topic, partition, position)
  }
  const stands = (partition: number, nextOffset: number) => async () =>
    (await stand(partition)).every((at) => at?.nextOffset === nextOffset)
  const newer = { nextOffset: 50, record: 'newer' }
  commit(b, moved, newer)
  await eventually(stands(moved, 50))
  commit(a, moved, { nextOffset: 10, record: 'older' })
  commit(a, kept, { nextOffset: 7, record: 'own' })
  await eventually(stands(kept, 7))
  assert.deepEqual(await stand(moved), [newer, newer])
})

test('a position that is reached while the one before is being recorded is recorded next', async (t) => {
  const proxy = await startWireProxy(bench.kafka)
  const mapAddress = () => ({ host: '127.0.0.1', port: proxy.port })
  const log = await bench.open({ endpoint: { ...bench.endpoint, mapAddress }, limits })
  t.after(async () => {
    await log.close()
    proxy.close()
  })
  const group = `next-${randomUUID()}`
  const given = new Set<number>()
  const membership = await log.join(group, 'commands', { assigned: (p) => void given.add(p), revoked: async () => {}, lost: () => {} })
  await eventually(() => given.size === testPartitions, { timeoutMs: 60_000 })
  let [next, told] = [1, 0]
  const reach = () => membership.commit('events', 0, { nextOffset: next++, record: '' })
  const { requests } = proxy
  const count = requests.set.bind(requests)
  t.mock.method(requests, 'set', (api: number, passedOn: number) => {
    // The broker is told of it now.
    if (api === offsetCommitApi && told++ === 0) reach()
    return count(api, passedOn)
  })
  reach()
  const stands = async () => (await log.committed(group, 'events', [0])).get(0)?.nextOffset === 2
  await eventually(stands, { what: 'the second position' })
  assert.equal(told, 2)
})

// Delivery keeps its positions in the group of the owners, who share commands. Of a topic that no member names the broker forgets positions
// that have not moved for a week, though the group lives: a partition whose delivery had stood still so long would have gone on with its end.
test('members name both topics, so that the broker keeps positions in both for as long as the group lives', async (t) => {
  const group = `topics-${randomUUID()}`
  const { serves, membership } = await member(group)
  await eventually(() => serves.size === testPartitions, { timeoutMs: 60_000 })
  const admin = kafkaClient(bench.endpoint).admin()
  await admin.connect()
  t.after(() => admin.disconnect())
  const { groups } = await admin.describeGroups([group])
  const named = groups[0]!.members.map(({ memberMetadata: bytes }) => memberMetadata.decode(bytes).topics.sort())
  assert.deepEqual(named, [[bench.topics.commands, bench.topics.events].sort()])
  await membership.leave()
})

// A process told to stop while it started hung until it was forced: the join under way made a member again of one that had
// left, which was given partitions and never asked to hand them over.
test('who leaves while joining is gone at once, and is given nothing afterwards', async (t) => {
  const waitsMs = [0, 2, 5, 10, 20, 40, 80, 160]
  const left = await Promise.all(
    waitsMs.map(async (waitMs) => {
      const { membership, serves } = await member(`hasty-${randomUUID()}`)
      await delay(waitMs)
      const toldAt = performance.now()
      await Promise.race([membership.leave(), delay(5000, undefined, { ref: false })])
      return { waitMs, tookMs: Math.round(performance.now() - toldAt), serves }
    }),
  )
  t.diagnostic(left.map(({ waitMs, tookMs }) => `${waitMs}: ${tookMs} ms`).join(', '))
  for (const { waitMs, tookMs } of left) assert.ok(tookMs < 3000, `told after ${waitMs} ms, it took ${tookMs} ms to leave`)
  // Longer than a rebalance takes.
  await delay(limits.rebalanceTimeoutMs)
  for (const { waitMs, serves } of left) assert.deepEqual([...serves], [], `told after ${waitMs} ms, it was given partitions`)
})

// The same where it was handing some of its partitions over: it went on as a member that is heard, and kept the others.
test('who leaves while it hands over leaves the rest as well', async () => {
  const group = `both-${randomUUID()}`
  const handingOver = Promise.withResolvers<void>()
  const a = await member(group, async () => {
    handingOver.resolve()
    await delay(500)
  })
  await eventually(() => a.serves.size === testPartitions, { timeoutMs: 60_000 })
  const b = await member(group)
  await handingOver.promise
  const leaving = a.membership.leave()
  await eventually(() => b.serves.size === testPartitions, { timeoutMs: 30_000, what: 'the other one serving all' })
  assert.equal(a.serves.size, 0)
  await leaving
  const heardAt = a.membership.lastHeartbeatSentAt()
  await delay(3 * limits.heartbeatIntervalMs)
  assert.equal(a.membership.lastHeartbeatSentAt(), heardAt, 'it is heard no more')
})
