// What a process believes of who leads, when some brokers are wrong about it, away, or lead nothing. The brokers here are none: they
// tell what each test makes them tell.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { eventually, sampleCommand, sampleKey, textOf } from '@skein/testing'
import { createBrokerClock } from '../src/broker-clock.ts'
import type { KafkaLogLimits } from '../src/index.ts'
import { openKafkaLog } from '../src/index.ts'
import { KafkaConnection } from '../src/kafka-connection.ts'
import { defaultLimits } from '../src/kafka-options.ts'
import { openBroker } from '../src/kafkajs-parts.ts'
import { LeaderSender } from '../src/leader-sender.ts'
import { noProducer } from '../src/produce-request.ts'
import type { FakeBroker, Told } from './fake-broker.ts'
import { batchOf, metadataApi, startFakeBroker } from './fake-broker.ts'
import { schemasInMemory } from './schemas-in-memory.ts'
import { fetchApi, produceApi } from './wire-proxy.ts'

const requestTimedOut = 7
/** So long a connection that was begun to a broker that does not answer may still be waited for, after a look has passed it over. */
const connectingMs = 600
const topics = { commands: 'commands', events: 'events', deadLetters: 'dead' }

/** They know of each other. */
async function startBrokers(t: TestContext, told: readonly Partial<Told>[]): Promise<FakeBroker[]> {
  const brokers = await Promise.all(told.map((each, i) => startFakeBroker(i + 1, each)))
  for (const broker of brokers) {
    t.after(() => broker.close())
    broker.told.others = brokers.filter((other) => other !== broker)
  }
  return brokers
}

/** Three of which a connection knows, and that tell of the same leader under one epoch. */
async function connectedToThree(t: TestContext) {
  const brokers = await startBrokers(t, [{}, {}, {}])
  const lead = (epoch: number) => {
    for (const { told } of brokers) told.leaders = [{ node: 1, epoch }]
  }
  lead(5)
  const endpoint = { brokers: brokers.map(({ address }) => address), clientId: 'test' }
  const connection = new KafkaConnection(endpoint, { requestTimeoutMs: 1_000 })
  t.after(() => connection.destroy())
  return { brokers, lead, connection }
}

/** The first of them is asked first. */
async function openLog(t: TestContext, brokers: readonly FakeBroker[], limits: Partial<KafkaLogLimits> = {}) {
  const schemas = schemasInMemory()
  const log = await openKafkaLog({
    endpoint: { brokers: [brokers[0]!.address], clientId: 'test' },
    clusterName: 'test',
    owner: 'test',
    topics,
    partitionCount: brokers[0]!.told.leaders.length,
    schemas,
    logger: silentLogger,
    limits,
  })
  t.after(() => log.close())
  return { log, schemas }
}

// Whoever asked where a partition ends that nobody led ended the connection that was kept for all such questions, and with it what others
// were asking just then about partitions in the best of health.
test('a partition that nobody leads, asked for again and again, fails no question about another', { timeout: 60_000 }, async (t) => {
  const leaders = [
    { node: -1, epoch: 1 },
    { node: 1, epoch: 1 },
  ]
  const brokers = await startBrokers(t, [{ leaders }])
  const { log, schemas } = await openLog(t, brokers)
  const batch = await batchOf(schemas, ['one', 'two'])
  brokers[0]!.told.batch = batch
  await log.bounds('events', [1])
  const { made } = brokers[0]!.connections
  let done = false
  let refused = 0
  const asking = (async () => {
    while (!done) {
      await assert.rejects(log.bounds('events', [0]), (error: LogError) => error.code === 'UNAVAILABLE')
      refused += 1
    }
  })()
  try {
    for (let i = 0; i < 1_000; i++) assert.deepEqual((await log.bounds('events', [1])).get(1), { start: 0, end: batch.count })
  } finally {
    done = true
    await asking
  }
  assert.ok(refused > 100, `${refused} questions without an answer`)
  assert.equal(brokers[0]!.connections.made, made, 'all over one connection')
})

const replaced = [{ leaders: [{ node: 1, epoch: 1 }] }, { leaders: [{ node: 2, epoch: 2 }] }]

// A leader that was cut off from the controllers was believed without end by whoever still reached it: it answers fetches of its own
// epoch with nothing, which is no fault. Owners, projectors and delivery stood still and said that they were well.
test('a leader that was replaced, and does not know, is believed for as long as leaders may be old', async (t) => {
  const brokers = await startBrokers(t, replaced)
  const { log, schemas } = await openLog(t, brokers, { leadersMaxAgeMs: 200 })
  const batch = await batchOf(schemas, ['one', 'two'])
  brokers[1]!.told.batch = batch
  const texts: (string | undefined)[] = []
  for await (const records of log.tail('events', 0, { from: 0, signal: AbortSignal.timeout(30_000) })) {
    texts.push(...records.map(({ value }) => textOf(value)))
    if (texts.length >= batch.count) break
  }
  assert.deepEqual(texts, ['one', 'two'])
  const end = async () => (await log.bounds('events', [0])).get(0)!.end
  await eventually(async () => (await end()) === batch.count)
  const until = performance.now() + 1_000
  while (performance.now() < until) assert.equal(await end(), batch.count, 'nor is it believed again')
})

// It may hold a fetch, or be frozen, and lead no longer meanwhile.
test('while a leader does not answer a fetch, others are asked who leads, until another does', async (t) => {
  const leaders = [{ node: 1, epoch: 1 }]
  const brokers = await startBrokers(t, [{ leaders, fetchFault: null }, { leaders }])
  const { log, schemas } = await openLog(t, brokers, { leadersMaxAgeMs: 60_000 })
  brokers[1]!.told.batch = await batchOf(schemas, ['of the next'])
  const texts: (string | undefined)[] = []
  const reading = (async () => {
    for await (const records of log.tail('events', 0, { from: 0, signal: t.signal }))
      texts.push(...records.map(({ value }) => textOf(value)))
  })()
  reading.catch(() => {})
  await eventually(() => brokers[0]!.requests.has(fetchApi))
  const looks = () => brokers.reduce((sum, { requests }) => sum + (requests.get(metadataApi) ?? 0), 0)
  const before = looks()
  await eventually(() => looks() > before, { what: 'the first look' })
  for (const { told } of brokers) told.leaders = [{ node: 2, epoch: 2 }]
  await eventually(() => texts.length > 0, { timeoutMs: 5_000, what: 'what the next leader has' })
  assert.deepEqual(texts, ['of the next'])
})

// It was frozen before it was connected to: its host takes connections, and for ten seconds nobody was asked.
test('nor does who connects to a leader that does not answer wait for it without asking who leads', async (t) => {
  const leaders = [{ node: 2, epoch: 1 }]
  const brokers = await startBrokers(t, [{ leaders }, { leaders, greetingMs: 60_000 }])
  const { log, schemas } = await openLog(t, brokers, { leadersMaxAgeMs: 60_000 })
  brokers[0]!.told.batch = await batchOf(schemas, ['of the next'])
  const texts: (string | undefined)[] = []
  const reading = (async () => {
    for await (const records of log.tail('events', 0, { from: 0, signal: t.signal }))
      texts.push(...records.map(({ value }) => textOf(value)))
  })()
  reading.catch(() => {})
  await eventually(() => brokers[1]!.connections.made > 0)
  for (const { told } of brokers) told.leaders = [{ node: 1, epoch: 2 }]
  await eventually(() => texts.length > 0, { timeoutMs: 8_000, what: 'what the next leader has' })
  assert.deepEqual(texts, ['of the next'])
})

// One that leads anew may not have heard so yet, and goes on to tell what it was when it followed.
test('a leader is read under the epoch that is known, and not before it knows it too', async (t) => {
  const brokers = await startBrokers(t, [{ leaders: [{ node: 2, epoch: 2 }] }, { leaders: [{ node: 2, epoch: 1 }] }])
  const { log, schemas } = await openLog(t, brokers)
  const [before, now] = [await batchOf(schemas, ['before']), await batchOf(schemas, ['now'])]
  const { told } = brokers[1]!
  told.batch = before
  setTimeout(() => Object.assign(told, { batch: now, leaders: brokers[0]!.told.leaders }), 500)
  for await (const records of log.tail('events', 0, { from: 0, signal: AbortSignal.timeout(30_000) })) {
    assert.deepEqual(
      records.map(({ value }) => textOf(value)),
      ['now'],
    )
    return
  }
  assert.fail('nothing was read')
})

// A read ended quietly where its log was closed under it: what was made of a part of the records passed for made of all.
test('a read whose leader sends less than it told of fails UNAVAILABLE once its log is closed', async (t) => {
  const brokers = await startBrokers(t, [{ leaders: [{ node: 1, epoch: 1 }] }])
  const { log } = await openLog(t, brokers)
  brokers[0]!.told.batch = { bytes: Buffer.alloc(0), count: 2 }
  const reading = assert.rejects(
    async () => {
      for await (const _ of log.read('events', 0, 0, 2)) assert.fail('nothing was sent')
    },
    { code: 'UNAVAILABLE' },
  )
  await eventually(() => brokers[0]!.requests.has(fetchApi))
  await log.close()
  await reading
})

test('appends go to who leads by now once leaders may be old, though the one before goes on to take them', async (t) => {
  const brokers = await startBrokers(t, replaced)
  const { log } = await openLog(t, brokers, { leadersMaxAgeMs: 200 })
  for (const { told } of brokers) told.produceFault = 0
  const command = () => sampleCommand(sampleKey(log.partitionOf, 0), 'text', Date.now() + 5_000)
  await log.appendCommand(command())
  assert.equal(brokers[0]!.requests.get(produceApi), 1)
  await eventually(() => log.appendCommand(command()).then(() => brokers[1]!.requests.has(produceApi)), {
    intervalMs: 50,
  })
})

/** Takes the process's clock further; the time that passes meanwhile counts as well. */
function clockOf(t: TestContext): (byMs: number) => void {
  const now = performance.now.bind(performance)
  let ahead = 0
  t.mock.method(performance, 'now', () => now() + ahead)
  return (byMs) => {
    ahead += byMs
  }
}

// One whose host was off, to which nothing is refused, cost every look whose turn it was a second and a half, and with it whoever asked where
// a partition ends: its silence was forgotten by then.
test('a broker that does not answer is asked last for a minute: its turn costs nobody its time', async (t) => {
  const brokers = await startBrokers(t, [{}, {}, { greetingMs: 60_000 }])
  const endpoint = { brokers: brokers.map(({ address }) => address), clientId: 'test' }
  const connection = new KafkaConnection(endpoint, { requestTimeoutMs: 1_000 })
  t.after(() => connection.destroy())
  const pass = clockOf(t)
  const slowOf = async (looks: number) => {
    let slow = 0
    for (let i = 0; i < looks; i++) {
      const startedAt = performance.now()
      await connection.connect(topics.events)
      if (performance.now() - startedAt > 500) slow += 1
      pass(defaultLimits.leadersMaxAgeMs + 1_000)
    }
    return slow
  }
  assert.equal(await slowOf(9), 1)
  pass(60_000)
  await delay(connectingMs)
  assert.equal(await slowOf(3), 1, 'it may answer by now')
})

test('an append that the followers of a leader do not take is a reason to look who leads', async (t) => {
  const brokers = await startBrokers(t, replaced)
  const { log } = await openLog(t, brokers, { leadersMaxAgeMs: 60_000 })
  brokers[0]!.told.produceFault = requestTimedOut
  brokers[1]!.told.produceFault = 0
  const append = () => log.appendCommand(sampleCommand(sampleKey(log.partitionOf, 0), 'text', Date.now() + 5_000))
  await assert.rejects(append(), (error: LogError) => error.code === 'UNKNOWN_OUTCOME')
  await eventually(() => append().then(() => true), { intervalMs: 50 })
})

test('whoever asks anew after a fault does not begin with the same broker for ever', async (t) => {
  const brokers = await startBrokers(t, replaced)
  const endpoint = { brokers: brokers.map(({ address }) => address), clientId: 'test' }
  for (let i = 0; i < 40; i++) {
    const connection = new KafkaConnection(endpoint, { requestTimeoutMs: 1_000 })
    await connection.connect(topics.events)
    connection.destroy()
  }
  for (const { requests } of brokers) assert.ok(requests.get(metadataApi)! > 0)
})

// An append waits while its leader is connected to, which may take seconds. One that expired meanwhile was sent all the same: an owner that
// had given it up, and its partition, wrote once more.
test('what expired while its leader was connected to is not sent', async (t) => {
  const { brokers, send } = await sendingTo(t, 600)
  const kept = send(1, 20_000)
  await assert.rejects(send(0, 300), (error: LogError) => error.code === 'UNAVAILABLE')
  assert.equal((await kept).fault, '')
  assert.equal(brokers[1]!.requests.get(produceApi), 1)
})

// A frozen leader is connected to for seven seconds, for which whoever had given up its partition was told nothing.
test('nor is it waited for until the leader answers that it was never sent', async (t) => {
  const { brokers, send } = await sendingTo(t, 2_000)
  const sentAt = performance.now()
  await assert.rejects(send(0, 300), (error: LogError) => error.code === 'UNAVAILABLE')
  assert.ok(performance.now() - sentAt < 1_700)
  assert.equal((await send(1, 20_000)).fault, '')
  assert.equal(brokers[1]!.requests.get(produceApi), 1)
})

/** To two partitions, whose leader first answers who has connected after so long. */
async function sendingTo(t: TestContext, greetingMs: number) {
  const leaders = [0, 1].map(() => ({ node: 2, epoch: 1 }))
  const brokers = await startBrokers(t, [{ leaders }, { leaders, greetingMs, produceFault: 0 }])
  const sender = new LeaderSender({
    endpoint: { brokers: [brokers[0]!.address], clientId: 'test' },
    topic: topics.events,
    limits: defaultLimits,
    logger: silentLogger,
    clock: createBrokerClock(),
  })
  t.after(() => sender.close())
  const send = (partition: number, forMs: number) => {
    const batch = { ...noProducer, partition, messages: [{ key: 'k', value: Buffer.from('text') }] }
    return sender.send({ batch, bytes: 100, joins: false, expiresAt: performance.now() + forMs })
  }
  return { brokers, send }
}

// Nothing ended the connection, nor who waited for it: a leader counted as busy for ever.
test('whoever makes the tokens for a broker is waited for as long as the broker would be', { timeout: 60_000 }, async (t) => {
  const [broker] = await startBrokers(t, [{ leaders: [{ node: 1, epoch: 1 }] }])
  const sasl = { mechanism: 'oauthbearer', oauthBearerProvider: () => new Promise(() => {}) }
  const endpoint = { brokers: [broker!.address], clientId: 'test', sasl }
  const opening = openBroker(endpoint, { host: '127.0.0.1', port: broker!.port }, 100)
  await assert.rejects(opening, /no answer from authentication within 300 ms/)
  await eventually(() => broker!.connections.open === 0)
})

// Brokers tell no more of one that has died. The connection to it was to be discarded just then, and was not: an append that its owner had
// given up could be sent by it later.
test('the connection to a broker that is told no more is discarded like any other', async (t) => {
  const leaders = [{ node: 2, epoch: 1 }]
  const brokers = await startBrokers(t, [{ leaders }, { leaders }])
  const connection = new KafkaConnection({ brokers: [brokers[0]!.address], clientId: 'test' }, { requestTimeoutMs: 1_000 })
  t.after(() => connection.destroy())
  await connection.connect(topics.events)
  await connection.leaderOf(topics.events, 0)
  assert.equal(brokers[1]!.connections.open, 1)
  brokers[0]!.told.others = []
  brokers[1]!.told.others = []
  await eventually(async () => {
    await connection.refresh()
    return !connection.nodes.includes(2)
  })
  connection.discard(2)
  await eventually(() => brokers[1]!.connections.open === 0, { what: 'the end of its connection' })
})

// Where a cluster was put back from a backup, leader epochs begin lower. They were believed once every address that was configured said so: with
// one of them dead, never, and the process went on to ask leaders that there were no more.
test('lower epochs are believed once all that answer tell them, though one address is dead', async (t) => {
  const { brokers, lead, connection } = await connectedToThree(t)
  const epochAfter = async (looks: number) => {
    for (let i = 0; i < looks; i++) await connection.connect(topics.events)
    return connection.leader(topics.events, 0).epoch
  }
  assert.equal(await epochAfter(3), 5)
  brokers[2]!.close()
  brokers[0]!.told.leaders = [{ node: 1, epoch: 2 }]
  assert.equal(await epochAfter(6), 5, 'another knows more')
  // What one that knew as much said last stands against all that were behind before: they count anew.
  brokers[1]!.told.leaders = [{ node: 1, epoch: 2 }]
  brokers[0]!.told.leaders = [{ node: 1, epoch: 5 }]
  assert.equal(await epochAfter(6), 5)
  lead(2)
  assert.equal(await epochAfter(6), 2)
  lead(1)
  brokers[1]!.close()
  assert.equal(await epochAfter(6), 2, 'one of three may be cut off')
})

test('nor do they wait for as long as the dead one is asked last', async (t) => {
  const { brokers, lead, connection } = await connectedToThree(t)
  const pass = clockOf(t)
  const epochAfter = async (looks: number) => {
    for (let i = 0; i < looks; i++) {
      await connection.connect(topics.events)
      pass(defaultLimits.leadersMaxAgeMs + 1_000)
    }
    return connection.leader(topics.events, 0).epoch
  }
  brokers[2]!.close()
  assert.equal(await epochAfter(4), 5)
  lead(2)
  assert.equal(await epochAfter(4), 2)
})

test('of two brokers the one that tells lower epochs is not believed while the other answers', async (t) => {
  const brokers = await startBrokers(
    t,
    [5, 2].map((epoch) => ({ leaders: [{ node: 1, epoch }] })),
  )
  const endpoint = { brokers: brokers.map(({ address }) => address), clientId: 'test' }
  const connection = new KafkaConnection(endpoint, { requestTimeoutMs: 1_000 })
  t.after(() => connection.destroy())
  const epochAfter = async () => {
    await connection.connect(topics.events)
    return connection.leader(topics.events, 0).epoch
  }
  const remains = async () => {
    for (let looks = 0; looks < 6; looks++) assert.equal(await epochAfter(), 5)
  }
  for (let looks = 0; looks < 2; looks++) await epochAfter()
  await remains()
  // What it said before it knew better stands no more beside what the other says now.
  brokers[1]!.told.leaders = [{ node: 1, epoch: 5 }]
  await remains()
  brokers[0]!.told.leaders = [{ node: 1, epoch: 2 }]
  await remains()
  brokers[1]!.close()
  await epochAfter()
  assert.equal(await epochAfter(), 2)
})
