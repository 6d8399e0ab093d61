// Events go from the writer of a partition to the readers of the same process without a fetch. What they are handed is what the broker
// has acknowledged, where it said that it stands: no more, no less, and nothing twice. On a real broker, through a proxy that holds or
// changes what it answers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { SkeinEvent } from '@skein/contracts'
import type { LogError, PartitionWriter, TailOptions } from '@skein/event-sourcing'
import { eventually, sampleKey, sampleMessageSent } from '@skein/testing'
import { assertSame, endOf, type KafkaLog, type Record, readToEnd } from './log-reader.ts'
import { type Limits, proxiedLogs } from './proxied-logs.ts'

type Writer = PartitionWriter<SkeinEvent>

const notEnoughReplicasAfterAppend = 20
const unknownOutcome = { code: 'UNKNOWN_OUTCOME' }

const logs = proxiedLogs()
/** The process that writes and reads. */
const openHere = (limits: Limits = {}) => logs.openThroughProxy({ limits })
const openElsewhere = () => logs.open({})

const append = (writer: Writer, ...texts: string[]) =>
  writer.append(texts.map((text) => ({ key: `key of ${text.slice(0, 10)}`, value: sampleMessageSent(text, writer.claim) })))

const follow = (log: KafkaLog, partition: number, options: Omit<TailOptions, 'signal'>) =>
  logs.follow(log, { topic: 'events', partition }, options)

const readAll = (log: KafkaLog, partition: number, from: number) => readToEnd(log, 'events', partition, from)

const handedOver = (log: KafkaLog) => log.counters.handedOver.events

/** An owner that has appended once, and a reader of the same process that has read that and is left out of fetches. */
async function start(partition: number, limits: Parameters<typeof openHere>[0] = {}) {
  const log = await openHere(limits)
  const writer = await log.claim(partition)
  const reader = follow(log, partition, { from: writer.claim })
  await append(writer, 'first')
  await eventually(() => reader.records.length === 2)
  await delay(250)
  return { log, writer, reader }
}

const lookNever = { localLookMs: 3_600_000 }

test('what is appended is handed over as it would be read, and counted; the record of a claim is fetched', async () => {
  const { log, writer, reader } = await start(0)
  const before = log.counters
  const texts = Array.from({ length: 20 }, (_, i) => `record ${i}`)
  for (const text of texts) await append(writer, text, `${text} as well`)
  await eventually(() => reader.records.length === 42)
  assert.equal(handedOver(log) - before.handedOver.events, 40)
  assert.ok(log.counters.fetches.events - before.fetches.events <= 3, 'looks at most')
  assert.ok(log.counters.produces.events - before.produces.events === 20)
  const read = await readAll(await openElsewhere(), 0, writer.claim)
  assertSame(reader.records, read)
  const renewed = await log.claim(0)
  assert.equal(handedOver(log) - before.handedOver.events, 40)
  await append(renewed, 'under the next claim')
  await eventually(() => reader.records.length === 44)
  assertSame(reader.records, await readAll(await openElsewhere(), 0, writer.claim))
})

test('what is stored and not acknowledged is handed to nobody; it is fetched once its writer has ended', async () => {
  const { log, writer, reader } = await start(1, lookNever)
  const elsewhere = await openElsewhere()
  const handed = handedOver(log)
  logs.proxy.holdAnswers()
  const appending = append(writer, 'not acknowledged')
  appending.catch(() => {})
  await eventually(async () => (await readAll(elsewhere, 1, writer.claim)).length === 3, { what: 'it is stored' })
  await delay(100)
  assert.deepEqual(reader.texts, [undefined, 'first'])
  await assert.rejects(appending, unknownOutcome)
  assert.deepEqual(reader.texts, [undefined, 'first'])
  logs.proxy.releaseAnswers()
  await eventually(() => reader.records.length === 3)
  assert.equal(handedOver(log), handed)
})

// What a leader answers instead of an acknowledgement at the offset that is due, each with an append that was stored.
const answers = {
  'a fault': { fault: notEnoughReplicasAfterAppend },
  'another offset than was due': { baseBy: 3n },
}

for (const [what, produced] of Object.entries(answers)) {
  test(`an append that is answered with ${what} is handed to nobody, and fetched as its writer has ended`, async () => {
    const { log, writer, reader } = await start(2, lookNever)
    const handed = handedOver(log)
    logs.proxy.produced = produced
    await assert.rejects(append(writer, 'who knows'), unknownOutcome)
    await eventually(() => reader.records.length === 3)
    assert.equal(handedOver(log), handed)
    assertSame(reader.records, await readAll(await openElsewhere(), 2, writer.claim))
  })
}

test('where a leader does not say when it appended, its records are fetched', async () => {
  const { log, writer, reader } = await start(2, lookNever)
  const handed = handedOver(log)
  logs.proxy.produced = { appendedAt: -1n }
  await append(writer, 'at an unknown time')
  await append(writer, 'later')
  await eventually(() => reader.records.length === 4)
  assert.equal(handedOver(log), handed)
  assertSame(reader.records, await readAll(await openElsewhere(), 2, writer.claim))
})

test('what is handed over while a fetch is under way comes once, and so does what that fetch brings', async () => {
  const { writer, reader, log } = await start(3, { localLookMs: 100 })
  const elsewhere = await openElsewhere()
  for (let round = 0; round < 30; round++) {
    // Looks leave all the time; some are under way when these are acknowledged, and bring them as well.
    await Promise.all([append(writer, `a ${round}`), delay(round % 7)])
    await append(writer, `b ${round}`, `c ${round}`)
  }
  await eventually(() => reader.records.length === 92)
  assert.ok(handedOver(log) > 0)
  assertSame(reader.records, await readAll(elsewhere, 3, writer.claim))
})

test('a reader that is behind, since another process wrote, misses nothing when its own process writes again', async () => {
  const { log, reader, writer } = await start(0, lookNever)
  const elsewhere = await openElsewhere()
  const other = await elsewhere.claim(0)
  await append(other, 'of the other process')
  const own = await log.claim(0)
  await append(own, 'here again')
  await eventually(() => reader.records.length === 6)
  assertSame(reader.records, await readAll(elsewhere, 0, writer.claim))
})

test('a reader that does not read keeps no more than its queue allows, and reads all later, in order', async () => {
  const log = await openHere()
  const writer = await log.claim(1)
  const stop = new AbortController()
  const tail = log.tail('events', 1, { from: writer.claim, signal: stop.signal, queueBytesMax: 10_000 })
  const iterator = tail[Symbol.asyncIterator]()
  const records: Record[] = [...(await iterator.next()).value!]
  await eventually(async () => {
    const handed = handedOver(log)
    await append(writer, 'warm')
    return handedOver(log) > handed
  })
  const before = handedOver(log)
  for (let i = 0; i < 100; i++) await append(writer, `${i} `.padEnd(5_000, '.'))
  assert.ok(handedOver(log) - before <= 2, `${handedOver(log) - before} are kept`)
  const due = await readAll(await openElsewhere(), 1, writer.claim)
  while (records.length < due.length) records.push(...(await iterator.next()).value!)
  stop.abort()
  assertSame(records, due)
})

test('a writer that was closed, fenced or is stuck keeps nobody from what another process appends', async () => {
  const elsewhere = await openElsewhere()
  const endings: Readonly<{ [how: string]: (writer: Writer, claimed: Promise<Writer>) => Promise<void> }> = {
    closed: async (writer) => writer.close(),
    fenced: async (writer, claimed) => {
      await claimed
      await assert.rejects(append(writer, 'too late'), { code: 'FENCED' })
    },
  }
  for (const [how, end] of Object.entries(endings)) {
    const { writer, reader, log } = await start(2, lookNever)
    const claimed = elsewhere.claim(2)
    await end(writer, claimed)
    const next = await claimed
    await append(next, how)
    await eventually(() => reader.texts.at(-1) === how, { intervalMs: 5, what: `records behind one that was ${how}` })
    assertSame(reader.records, await readAll(elsewhere, 2, writer.claim))
    await log.close()
  }
  const { writer, reader } = await start(2, { localLookMs: 500 })
  const next = await elsewhere.claim(2)
  await append(next, 'of another')
  await eventually(() => reader.texts.at(-1) === 'of another', { intervalMs: 5, what: 'a look' })
  assertSame(reader.records, await readAll(elsewhere, 2, writer.claim))
})

// A writer that was replaced, and does not know: were its own word taken for what stands in the log, its readers would see what nobody else does.
test('of a writer that was replaced nothing is handed over, nor of the one after it what came before its reader was there', async () => {
  const { log, writer, reader } = await start(3, lookNever)
  const elsewhere = await openElsewhere()
  const next = await elsewhere.claim(3)
  await append(next, 'of the next')
  const handed = handedOver(log)
  await assert.rejects(append(writer, 'of the one before'), (error: LogError) => error.code === 'FENCED')
  await eventually(() => reader.records.length === 4)
  assert.equal(handedOver(log), handed)
  assertSame(reader.records, await readAll(elsewhere, 3, writer.claim))
})

test('a tail over one handle and one over another show the same, whoever writes', async () => {
  const here = await openHere()
  const elsewhere = await openElsewhere()
  const writers = [here, elsewhere]
  const from = await endOf(here, 'events', 0)
  const tails = [follow(here, 0, { from }), follow(elsewhere, 0, { from })]
  const key = sampleKey(here.partitionOf, 0)
  for (let turn = 0; turn < 8; turn++) {
    const writer = await writers[turn % 2]!.claim(0)
    for (let i = 0; i < 5; i++) await writer.append([{ key, value: sampleMessageSent(`${turn} ${i}`, writer.claim) }])
  }
  const due = await readAll(elsewhere, 0, from)
  await eventually(() => tails.every(({ records }) => records.length === due.length))
  for (const { records } of tails) assertSame(records, due)
  assert.ok(handedOver(here) + handedOver(elsewhere) > 0)
})
