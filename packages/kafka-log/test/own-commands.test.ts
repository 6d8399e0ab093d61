// A process that is told that it alone appends commands hands its own over to its readers without a fetch, once the broker has
// acknowledged them. It may be told wrong: what others append is read all the same, in its place, a look later at most. On a real broker,
// through a proxy that holds or changes what it answers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { eventually, sampleCommand, sampleKey } from '@skein/testing'
import { assertSame, endOf, type KafkaLog, readToEnd } from './log-reader.ts'
import { type Limits, proxiedLogs } from './proxied-logs.ts'

const notEnoughReplicasAfterAppend = 20
const unknownOutcome = { code: 'UNKNOWN_OUTCOME' }
const hour = 3_600_000

const logs = proxiedLogs()
/** The process that appends and reads. */
const openHere = (limits: Limits = {}, soleProducer = true) => logs.openThroughProxy({ soleProducer, limits })
const openElsewhere = (soleProducer = false, limits: Limits = {}) => logs.open({ soleProducer, limits })
const follow = (log: KafkaLog, partition: number, from: number) => logs.follow(log, { topic: 'commands', partition }, { from })

const handedOver = (log: KafkaLog) => log.counters.handedOver.commands
const lookNever = { localCommandLookMs: hour }

/** A process whose reader is handed what it appends to the partition. */
async function start(partition: number, limits: Limits = {}) {
  const [log, elsewhere] = [await openHere(limits), await openElsewhere()]
  const key = sampleKey(log.partitionOf, partition)
  const append = (by: KafkaLog, ...texts: string[]) =>
    Promise.all(texts.map((text) => by.appendCommand(sampleCommand(key, text, Date.now() + 20_000))))
  const from = await endOf(log, 'commands', partition)
  const reader = follow(log, partition, from)
  const isHandedOver = (withinMs = 20_000) =>
    eventually(
      async () => {
        const before = handedOver(log)
        await append(log, 'warm')
        // Its fetch that was held at the broker.
        await delay(20)
        return handedOver(log) > before
      },
      { timeoutMs: withinMs },
    )
  await isHandedOver()
  await delay(250)
  const assertAllRead = async () => assertSame(reader.records, await readToEnd(elsewhere, 'commands', partition, from))
  return { log, elsewhere, reader, append, isHandedOver, assertAllRead }
}

test('commands of this process are handed over as they would be read, those of one answer together', async () => {
  const { log, reader, append, assertAllRead } = await start(0)
  const before = log.counters
  const batches = reader.batches.length
  const texts = Array.from({ length: 20 }, (_, i) => `command ${i}`)
  await append(log, ...texts)
  await eventually(() => reader.texts.at(-1) === texts.at(-1))
  assert.deepEqual(reader.texts.slice(-20), texts)
  assert.deepEqual(reader.batches.slice(batches), [20])
  for (const text of texts) await append(log, `${text} alone`)
  await eventually(() => reader.texts.at(-1) === 'command 19 alone')
  assert.equal(handedOver(log) - before.handedOver.commands, 40)
  const fetches = log.counters.fetches.commands - before.fetches.commands
  assert.ok(fetches <= 6, `${fetches} fetches, looks at most`)
  await assertAllRead()
})

test('text that is not well-formed is handed over as the log has it', async () => {
  const { log, reader, append, assertAllRead } = await start(1)
  const handed = handedOver(log)
  const key = sampleKey(log.partitionOf, 1)
  const command = sampleCommand(key, 'half', Date.now() + 20_000)
  await log.appendCommand({ ...command, body: { ...command.body, contentType: 'half a pair: \ud800' } })
  await append(log, 'behind it')
  assert.equal(handedOver(log) - handed, 2)
  await eventually(() => reader.texts.at(-1) === 'behind it')
  await assertAllRead()
})

test('where it is not stated that nobody else appends, all is fetched', async () => {
  const log = await openHere({}, false)
  const from = await endOf(log, 'commands', 2)
  const reader = follow(log, 2, from)
  const key = sampleKey(log.partitionOf, 2)
  for (let i = 0; i < 10; i++) await log.appendCommand(sampleCommand(key, `${i}`, Date.now() + 20_000))
  await eventually(() => reader.records.length === 10)
  assert.equal(handedOver(log), 0)
  assert.equal(log.counters.looks.commands, 0)
})

test('what another process appends is found by a look', async () => {
  const { elsewhere, reader, append, assertAllRead } = await start(0)
  await append(elsewhere, 'of another')
  await eventually(() => reader.texts.at(-1) === 'of another', { intervalMs: 5, what: 'the look' })
  await assertAllRead()
})

test('a command that does not stand behind the one before has those between fetched at once, and for some time all', async () => {
  const foreignCommandsMs = 1_500
  const { log, elsewhere, reader, append, isHandedOver, assertAllRead } = await start(1, { ...lookNever, foreignCommandsMs })
  await append(elsewhere, 'of another')
  await delay(200)
  assert.notEqual(reader.texts.at(-1), 'of another', 'nobody has looked')
  const [seenAt, handed] = [performance.now(), handedOver(log)]
  await append(log, 'own')
  await eventually(() => reader.texts.at(-1) === 'own', { intervalMs: 5 })
  for (let i = 0; performance.now() < seenAt + foreignCommandsMs - 300; i++) {
    await append(log, `own ${i}`)
    await append(elsewhere, `of another ${i}`)
    await eventually(() => reader.texts.at(-1) === `of another ${i}`, { intervalMs: 5 })
  }
  assert.equal(handedOver(log), handed)
  await isHandedOver()
  await assertAllRead()
})

test('a command whose answer is lost is not handed over, and read once', async () => {
  const { log, elsewhere, reader, append, isHandedOver, assertAllRead } = await start(2, lookNever)
  const [handed, stored] = [handedOver(log), await endOf(elsewhere, 'commands', 2)]
  logs.proxy.holdAnswers()
  const appending = assert.rejects(append(log, 'who knows'), unknownOutcome)
  await eventually(async () => (await endOf(elsewhere, 'commands', 2)) > stored, { what: 'it is stored' })
  await delay(100)
  assert.notEqual(reader.texts.at(-1), 'who knows')
  await appending
  logs.proxy.releaseAnswers()
  await eventually(() => reader.texts.at(-1) === 'who knows')
  assert.equal(handedOver(log), handed)
  // It is no command of another.
  await isHandedOver()
  await assertAllRead()
})

// What a leader answers instead of an acknowledgement with a time, each to a command that was stored.
const answers = {
  'a fault': { fault: notEnoughReplicasAfterAppend },
  'no time at which it was appended': { appendedAt: -1n },
  'another offset than where it stands': { baseBy: 3n },
}

for (const [what, produced] of Object.entries(answers)) {
  test(`a command that is answered with ${what} is not handed over, and fetched at once`, async () => {
    const { log, reader, append, isHandedOver, assertAllRead } = await start(3, { ...lookNever, foreignCommandsMs: 500 })
    const handed = handedOver(log)
    logs.proxy.produced = produced
    const appended = append(log, what)
    await ('fault' in produced ? assert.rejects(appended, unknownOutcome) : appended)
    await eventually(() => reader.texts.at(-1) === what, { intervalMs: 5 })
    assert.equal(handedOver(log), handed)
    logs.proxy.produced = null
    await isHandedOver()
    await assertAllRead()
  })
}

test('two processes that are both told so, wrongly, read the same, whatever they append', async () => {
  const foreignCommandsMs = 40
  const logs = [await openHere({ foreignCommandsMs }), await openElsewhere(true, { foreignCommandsMs })]
  const from = await endOf(logs[0]!, 'commands', 0)
  const tails = logs.map((log) => follow(log, 0, from))
  const key = sampleKey(logs[0]!.partitionOf, 0)
  let count = 0
  const append = (log: KafkaLog, texts: number) =>
    Promise.all(Array.from({ length: texts }, () => log.appendCommand(sampleCommand(key, `${count++}`, Date.now() + 20_000))))
  for (let round = 0; round < 20; round++) {
    // Both at once, then for some time one of them alone, which is handed over its own by the end of it.
    await Promise.all(logs.map(async (log) => append(log, 1 + (round % 5)).then(() => append(log, 2))))
    const until = performance.now() + 2 * foreignCommandsMs
    while (performance.now() < until) await append(logs[round % 2]!, 1 + (count % 3))
  }
  const due = await readToEnd(logs[1]!, 'commands', 0, from)
  assert.equal(due.length, count)
  await eventually(() => tails.every(({ records }) => records.length >= due.length))
  for (const { records } of tails) assertSame(records, due)
  for (const log of logs) assert.ok(handedOver(log) > 0)
})
