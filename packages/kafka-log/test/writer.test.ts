// What the contract cannot ask of every log: appends sent once and never late, one request per leader, reads by position,
// and brokers that differ from the configuration. Rules 4, 6 and 7 of the partition writer, on a real broker.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { PartitionWriter } from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import { eventually, sampleCommand, sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import kafkajs from 'kafkajs'
import { sequenceAfter } from '../src/fenced-writer.ts'
import { brokerSessionTimeoutMs, createRegistryDirectory, verifyTopics } from '../src/index.ts'
import type { KafkaBench } from './kafka-harness.ts'
import { kafkaClient, startAnswerSwallower, startKafkaBench, testPartitions } from './kafka-harness.ts'
import type { WireProxy } from './wire-proxy.ts'
import { produceApi, startWireProxy } from './wire-proxy.ts'

type KafkaLog = Awaited<ReturnType<KafkaBench['open']>>

let bench: KafkaBench
let proxy: WireProxy
const open: KafkaLog[] = []

before(async () => {
  bench = await startKafkaBench()
  proxy = await startWireProxy(bench.kafka)
})
after(async () => {
  await Promise.all(open.map((log) => log.close()))
  proxy?.close()
  await bench?.close()
})

async function openLog(options: Parameters<KafkaBench['open']>[0] = {}): Promise<KafkaLog> {
  const log = await bench.open(options)
  open.push(log)
  return log
}

const throughProxy = () => ({
  endpoint: { ...bench.endpoint, mapAddress: () => ({ host: '127.0.0.1', port: proxy.port }) },
  limits: { requestTimeoutMs: 1000 },
})

const append = (log: KafkaLog, writer: PartitionWriter<never>, text: string) =>
  (writer as unknown as PartitionWriter<ReturnType<typeof sampleMessageSent>>).append([
    { key: sampleKey(log.partitionOf, writer.partition), value: sampleMessageSent(text, writer.claim) },
  ])

async function textsOf(log: KafkaLog, partition: number): Promise<(string | undefined)[]> {
  const { end } = (await log.bounds('events', [partition])).get(partition)!
  const texts: (string | undefined)[] = []
  for await (const batch of log.read('events', partition, 0, end)) texts.push(...batch.map((r) => textOf(r.value)))
  return texts
}

const { CompressionCodecs, CompressionTypes, ConfigResourceTypes } = kafkajs

const codeIs = (code: string) => (error: unknown) => error instanceof LogError && error.code === code

// A gateway whose clock was 3.5 s ahead stamped its commands by it, and nothing said so: late copies of them looked new.
test('a process whose clock is wrong learns that of the broker from its answers', async (t) => {
  const trueNow = Date.now
  t.mock.method(Date, 'now', () => trueNow() + 3_500)
  const log = await openLog()
  const key = sampleKey(log.partitionOf, 0)
  await log.appendCommand(sampleCommand(key, 'measures', trueNow() + 20_000))
  const [ahead, off] = [log.clock.aheadMs(), log.clock.now() - trueNow()]
  assert.ok(ahead > 3_000 && ahead <= 3_500 && Math.abs(off) < 500, `${ahead} ms ahead, ${off} ms off`)
  const other = await openLog()
  await append(other, (await other.claim(1)) as PartitionWriter<never>, 'of an owner')
  assert.ok(other.clock.aheadMs() > 3_000, 'appends of events tell it as well')
})

test('an abandoned append that the network delivers after the next claim is refused by the broker', async () => {
  const [slow, direct] = [await openLog(throughProxy()), await openLog()]
  const old = (await slow.claim(0)) as PartitionWriter<never>
  await append(slow, old, 'in time')
  proxy.hold()
  await assert.rejects(append(slow, old, 'abandoned'), codeIs('UNKNOWN_OUTCOME'))
  // What the own system has not sent yet of an abandoned append goes with its connection: no test had noticed one that was kept.
  await eventually(() => proxy.openCarriers(produceApi) === 0, { what: 'the end of the connection that carried it' })
  old.close()
  const next = (await direct.claim(0)) as PartitionWriter<never>
  const [produced, answered] = [proxy.requests.get(produceApi)!, proxy.answeredBytes]
  proxy.release()
  await eventually(() => proxy.requests.get(produceApi)! > produced && proxy.answeredBytes > answered, {
    what: 'the abandoned append landing',
  })
  assert.equal(await append(direct, next, 'of the next owner'), next.claim + 1)
  assert.deepEqual(await textsOf(direct, 0), [undefined, 'in time', undefined, 'of the next owner'])
  assert.equal(proxy.requests.get(produceApi), produced + 1, 'it was sent once')
})

test('appends of all partitions at one leader leave in one request, each under a producer of its own', async () => {
  const log = await openLog(throughProxy())
  const writers = await Promise.all([0, 1, 2, 3].map((p) => log.claim(p)))
  await append(log, writers[0] as PartitionWriter<never>, 'warm')
  const sent = proxy.requests.get(produceApi)!
  await Promise.all(writers.map((w) => append(log, w as PartitionWriter<never>, 'together')))
  assert.equal(proxy.requests.get(produceApi)! - sent, 1)
  // One that is fenced costs the others nothing.
  const rival = await openLog()
  await rival.claim(2)
  const outcomes = await Promise.allSettled(writers.map((w) => append(log, w as PartitionWriter<never>, 'again')))
  assert.deepEqual(
    outcomes.map((o) => (o.status === 'fulfilled' ? 'stored' : (o.reason as LogError).code)),
    ['stored', 'stored', 'FENCED', 'stored'],
  )
})

test('commands queued together leave in one request per leader', async () => {
  const log = await openLog(throughProxy())
  const keys = [0, 1, 2, 3].map((p) => sampleKey(log.partitionOf, p))
  await log.appendCommand(sampleCommand(keys[0]!, 'warm', Date.now() + 5000))
  const sent = proxy.requests.get(produceApi)!
  await Promise.all(keys.map((key) => log.appendCommand(sampleCommand(key, 'together', Date.now() + 5000))))
  assert.equal(proxy.requests.get(produceApi)! - sent, 1)
})

test('what is queued while a request is on the way leaves together, in order, when it is answered', async () => {
  const log = await openLog(throughProxy())
  const key = sampleKey(log.partitionOf, 0)
  const send = (text: string) => log.appendCommand(sampleCommand(key, text, Date.now() + 5000))
  await send('warm')
  const sent = proxy.requests.get(produceApi)!
  proxy.hold()
  const waiting: Promise<void>[] = []
  for (const text of ['first', 'second', 'third', 'fourth']) {
    waiting.push(send(text))
    await delay(20) // long enough for one that does not wait to leave by itself
  }
  proxy.release()
  await Promise.all(waiting)
  assert.equal(proxy.requests.get(produceApi)! - sent, 2)
})

test('a reader that is given a hole fails instead of skipping; what lies before its position it drops', async () => {
  const log = await openLog(throughProxy())
  const writer = (await log.claim(1)) as PartitionWriter<never>
  const first = await append(log, writer, 'one')
  await append(log, writer, 'two')
  const read = async (from: number) => {
    const stop = new AbortController()
    const late = setTimeout(() => stop.abort(), 20_000)
    const texts: (string | undefined)[] = []
    try {
      for await (const batch of log.tail('events', 1, { from, signal: stop.signal })) {
        texts.push(...batch.map((r) => textOf(r.value)))
        if (texts.length >= 2) stop.abort()
      }
    } finally {
      clearTimeout(late)
    }
    return texts
  }
  assert.deepEqual(await read(first), ['one', 'two'])
  proxy.moveBatch = { at: BigInt(first), by: 1n }
  try {
    await assert.rejects(read(first), codeIs('OUT_OF_RANGE'))
    proxy.moveBatch = { at: BigInt(first), by: -1n }
    await assert.rejects(read(first), codeIs('OUT_OF_RANGE'), 'the first record is missing then: a hole')
  } finally {
    proxy.moveBatch = null
  }
})

test('a fetch that is never answered is given up in time, and reading goes on', async (t) => {
  const swallower = await startAnswerSwallower(bench.kafka)
  t.after(() => swallower.close())
  const log = await openLog({
    endpoint: { ...bench.endpoint, mapAddress: () => ({ host: '127.0.0.1', port: swallower.port }) },
    limits: { fetchTimeoutMs: 300, fetchWaitMs: 100 },
  })
  const writing = await openLog()
  const writer = (await writing.claim(1)) as PartitionWriter<never>
  const first = await append(writing, writer, 'one')
  const stop = new AbortController()
  const read: (string | undefined)[] = []
  const reading = (async () => {
    for await (const batch of log.tail('events', 1, { from: first, signal: stop.signal })) read.push(...batch.map((r) => textOf(r.value)))
  })()
  try {
    await eventually(() => read.length === 1)
    swallower.swallow = true
    await append(writing, writer, 'two')
    await eventually(() => swallower.swallowedBytes > 0, { what: 'an answer that is lost' })
    swallower.swallow = false
    await eventually(() => read.length === 2, { what: 'the second record' })
    assert.deepEqual(read, ['one', 'two'])
  } finally {
    stop.abort()
    await reading
  }
})

// They were passed over for good as undecodable: the first records of a new release that came while the registry was down.
test('records under a schema that cannot be asked for now are waited for, and are read when it can', async () => {
  const registry = createRegistryDirectory({ url: bench.registryUrl })
  let away = true
  let asked = 0
  const log = await openLog({
    schemas: {
      // None of the ids in the log are its own.
      idOf: async (subject, schema) => 1_000_000 + (await registry.idOf(subject, schema)),
      schemaOf: (id) => {
        asked += 1
        return away ? Promise.reject(new Error('the registry is away')) : registry.schemaOf(id)
      },
    },
  })
  const writing = await openLog()
  const writer = (await writing.claim(2)) as PartitionWriter<never>
  const first = await append(writing, writer, 'one')
  await append(writing, writer, 'two')
  const stop = new AbortController()
  const read: (string | undefined)[] = []
  const reading = (async () => {
    for await (const batch of log.tail('events', 2, { from: first, signal: stop.signal })) read.push(...batch.map((r) => textOf(r.value)))
  })()
  try {
    await eventually(() => asked >= 3, { what: 'the schema is asked for again and again' })
    assert.deepEqual(read, [])
    away = false
    await eventually(() => read.length >= 2)
    assert.deepEqual(read, ['one', 'two'])
  } finally {
    stop.abort()
    await reading
  }
})

// A producer that is none of ours compressed one command by a method that is not read here. The reading of every partition of that broker
// stopped for as long as the topic kept it, a week, and no restart helped.
// An answer that comes late says nothing of the time since its heartbeat was sent: an owner that reckoned from the answer went on for longer
// than the group waits for it. No test had noticed.
test('a heartbeat is told by when it was sent, however late its answer comes', async () => {
  const log = await openLog({ ...throughProxy(), limits: { sessionTimeoutMs: 6_000, heartbeatIntervalMs: 100 } })
  const membership = await log.join('late answers', 'commands', { assigned: () => {}, revoked: async () => {}, lost: () => {} })
  await eventually(() => Number.isFinite(membership.lastHeartbeatSentAt()))
  await membership.nextHeartbeat()
  proxy.holdAnswers()
  const before = membership.lastHeartbeatSentAt()
  await delay(1_000)
  const askedAt = performance.now()
  const sinceThen = membership.nextHeartbeat().then(() => membership.lastHeartbeatSentAt())
  await delay(500)
  const releasedAt = performance.now()
  proxy.releaseAnswers()
  await eventually(() => membership.lastHeartbeatSentAt() > before, { intervalMs: 1 })
  const first = membership.lastHeartbeatSentAt()
  assert.ok(first < releasedAt - 1_000, `told ${Math.round(releasedAt - first)} ms before its answer`)
  assert.ok((await sinceThen) >= askedAt, 'one that was under way when it was asked for does not count')
  await membership.leave()
})

test('what a stray producer compressed costs its own offsets among commands, and its own partition among events', {
  timeout: 60_000,
}, async () => {
  const client = kafkaClient(bench.endpoint)
  CompressionCodecs[CompressionTypes.LZ4] = () => ({
    compress: async ({ buffer }: { buffer: Buffer }) => lz4Frame(buffer),
    decompress: async () => assert.fail(),
  })
  const [admin, producer] = [client.admin(), client.producer()]
  await Promise.all([admin.connect(), producer.connect()])
  const keptAs = (name: string) => ({ name: 'compression.type', value: name })
  const configure = (kept: string) =>
    admin.alterConfigs({
      validateOnly: false,
      resources: [bench.topics.commands, bench.topics.events].map((name) => ({
        type: ConfigResourceTypes.TOPIC,
        name,
        configEntries: [keptAs(kept), { name: 'message.timestamp.type', value: 'LogAppendTime' }],
      })),
    })
  const log = await openLog()
  const stray = (topic: string, partition: number, count: number) =>
    producer.send({
      topic,
      compression: CompressionTypes.LZ4,
      messages: Array.from({ length: count }, (_, i) => ({ partition, key: 'k', value: `stray ${i}` })),
    })
  const command = (partition: number, text: string) =>
    log.appendCommand(sampleCommand(sampleKey(log.partitionOf, partition), text, Date.now() + 15_000))
  const commandsFrom = async (partition: number, from: number) => {
    const { end } = (await log.bounds('commands', [partition])).get(partition)!
    const found: string[] = []
    for await (const batch of log.read('commands', partition, from, end))
      for (const { value } of batch) found.push('undecodable' in value ? (value.cause as LogError).code : textOf(value)!)
    return found
  }
  const { end: from } = (await log.bounds('commands', [0])).get(0)!
  await stray(bench.topics.commands, 0, 1)
  await command(0, 'behind it')
  const [kept, behind] = await commandsFrom(0, from)
  assert.notEqual(kept, 'MISCONFIGURED', 'as topics are declared the broker stores nothing that cannot be read')
  assert.equal(behind, 'behind it')

  await configure('producer')
  await eventually(async () => {
    const { end } = (await log.bounds('commands', [0])).get(0)!
    await stray(bench.topics.commands, 0, 3)
    return (await commandsFrom(0, end)).every((text) => text === 'MISCONFIGURED')
  })
  await command(0, 'last')
  assert.equal((await commandsFrom(0, from)).at(-1), 'last')

  // Nobody but an owner may write there, but who can write can.
  const { end: eventsFrom } = (await log.bounds('events', [0])).get(0)!
  const other = (await log.claim(1)) as PartitionWriter<never>
  await stray(bench.topics.events, 0, 1)
  const stop = new AbortController()
  const goingOn = log.tail('events', 1, { from: other.nextOffset, signal: stop.signal })[Symbol.asyncIterator]()
  const stopped = log.tail('events', 0, { from: eventsFrom, signal: stop.signal })[Symbol.asyncIterator]()
  await assert.rejects(stopped.next(), (error: LogError) => codeIs('MISCONFIGURED')(error) && error.message.includes(`@${eventsFrom} `))
  await append(log, other, 'elsewhere')
  const { value: batch } = await goingOn.next()
  assert.equal(textOf(batch![0]!.value), 'elsewhere')
  stop.abort()
  await goingOn.return?.()
  await configure('uncompressed')
  await Promise.all([admin.disconnect(), producer.disconnect()])
})

/** A frame of one block that is left as it is: the smallest that every reader of the format takes. */
function lz4Frame(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length + 0x8000_0000)
  return Buffer.concat([Buffer.from('04224d18604082', 'hex'), length, bytes, Buffer.alloc(4)])
}

test('a position that retention removed is OUT_OF_RANGE, not the next one there is', async () => {
  const log = await openLog()
  const writer = (await log.claim(3)) as PartitionWriter<never>
  const last = await append(log, writer, 'kept')
  const admin = kafkaClient(bench.endpoint).admin()
  await admin.connect()
  // Loads what the call below only looks up.
  await admin.fetchTopicOffsets(bench.topics.events)
  await admin.deleteTopicRecords({ topic: bench.topics.events, partitions: [{ partition: 3, offset: String(last) }] })
  await admin.disconnect()
  const signal = AbortSignal.timeout(30_000)
  for (const records of [log.tail('events', 3, { from: last - 1, signal }), log.read('events', 3, last - 1, last + 1)]) {
    await assert.rejects(async () => {
      for await (const _ of records) assert.fail('a record at another position than asked for')
    }, codeIs('OUT_OF_RANGE'))
  }
  assert.deepEqual((await log.bounds('events', [3])).get(3), { start: last, end: last + 1 })
})

test('the time that a broker may be silent is told by the brokers', async () => {
  assert.equal(await brokerSessionTimeoutMs(bench.endpoint, bench.topics.events), 1_500)
})

test('a broker whose partition count or timestamps differ from the configuration is refused', async () => {
  const admin = kafkaClient(bench.endpoint).admin()
  await admin.connect()
  const configEntries = [
    { name: 'message.timestamp.type', value: 'CreateTime' },
    { name: 'retention.ms', value: '86400000' },
  ]
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic: 'create-time', numPartitions: testPartitions, configEntries }] })
  const spec = { role: 'events', name: 'create-time', partitions: testPartitions, replicationFactor: 1 }
  const verify = (partitions: number, configs: Record<string, string>) => verifyTopics(bench.endpoint, [{ ...spec, partitions, configs }])
  await assert.rejects(verify(testPartitions, { 'message.timestamp.type': 'LogAppendTime' }), (error: LogError) => {
    return error.code === 'MISCONFIGURED' && /create-time has message.timestamp.type=CreateTime/.test(error.message)
  })
  await assert.rejects(verify(testPartitions + 1, {}), codeIs('MISCONFIGURED'))
  await verify(testPartitions, { 'message.timestamp.type': 'CreateTime' })
  // It may keep more than declared, never less.
  await verify(testPartitions, { 'retention.ms': '1000' })
  // What an acknowledgement rests on was checked by no process: a topic made anew by hand lost it silently.
  await assert.rejects(verify(testPartitions, { 'min.insync.replicas': '2' }), /min.insync.replicas=1, configured 2/)
  // A default of the brokers is none that deploy recorded, and may be changed while processes run.
  await assert.rejects(verify(testPartitions, { 'min.insync.replicas': '1' }), /min.insync.replicas from its brokers, not recorded/)
  await assert.rejects(verify(testPartitions, { 'unclean.leader.election.enable': 'true' }), /unclean.leader.election.enable=false/)
  const replicated = { ...spec, replicationFactor: 3, configs: {} }
  await assert.rejects(verifyTopics(bench.endpoint, [replicated]), /create-time has 1 replicas, configured 3/)
  await assert.rejects(verify(testPartitions, { 'compression.type': 'uncompressed' }), /compression.type=producer/)
  await assert.rejects(verify(testPartitions, { 'retention.ms': '-1' }), codeIs('MISCONFIGURED'))
  await assert.rejects(verifyTopics(bench.endpoint, [{ ...spec, name: 'nowhere', configs: {} }]), (error: LogError) => {
    return error.code === 'MISCONFIGURED' && /topics are missing: nowhere; create them with `node .*main\.ts deploy`/.test(error.message)
  })
  await admin.createPartitions({ topicPartitions: [{ topic: bench.topics.commands, count: testPartitions + 1 }] })
  await admin.disconnect()
  // The last test that needs a log of the right shape has gone before.
  await eventually(async () => {
    await assert.rejects(bench.open(), (error: LogError) => error.code === 'MISCONFIGURED' && /keys would move/.test(error.message))
    return true
  })
})

test('sequence numbers wrap at 2^31, as the broker counts them', () => {
  assert.equal(sequenceAfter(0, 5), 5)
  assert.equal(sequenceAfter(2 ** 31 - 1, 1), 0)
  assert.equal(sequenceAfter(2 ** 31 - 3, 5), 2)
})
