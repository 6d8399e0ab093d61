// What a process believes of who leads, when some brokers are wrong about it, away, or lead nothing. The brokers here are none: they
// tell what each test makes them tell.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import type { KafkaLogLimits } from '../src/index.ts'
import { openKafkaLog } from '../src/index.ts'
import type { FakeBroker, Told } from './fake-broker.ts'
import { batchOf, startFakeBroker } from './fake-broker.ts'
import { schemasInMemory } from './schemas-in-memory.ts'

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

async function openLog(t: TestContext, brokers: readonly FakeBroker[], limits: Partial<KafkaLogLimits> = {}) {
  const schemas = schemasInMemory()
  const log = await openKafkaLog({
    endpoint: { brokers: brokers.map(({ address }) => address), clientId: 'test' },
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
