// Story: a broker that had died and was back for a second still answered nobody. Each owner of a partition that began anew opened four
// connections, one for each look at the log, and was sent a quarter of a megabyte for each record that it looked at. What is read by
// position goes over two connections of a process and topic now, whatever the partition, and no more comes than was asked for.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { SkeinEvent } from '@skein/contracts'
import type { PartitionWriter } from '@skein/event-sourcing'
import { eventually, sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import type { KafkaBench } from './kafka-harness.ts'
import { startKafkaBench, testPartitions } from './kafka-harness.ts'
import type { WireProxy } from './wire-proxy.ts'
import { fetchApi, listOffsetsApi, startWireProxy } from './wire-proxy.ts'

type KafkaLog = Awaited<ReturnType<KafkaBench['open']>>

const partitions = Array.from({ length: testPartitions }, (_, partition) => partition)
const appends = 40
const textBytes = 8_000

let bench: KafkaBench
let proxy: WireProxy
const open: KafkaLog[] = []

async function openLog(): Promise<KafkaLog> {
  const log = await bench.open({ endpoint: { ...bench.endpoint, mapAddress: () => ({ host: '127.0.0.1', port: proxy.port }) } })
  open.push(log)
  return log
}

const textAt = (i: number): string => String(i).padEnd(textBytes, '.')

async function fill(log: KafkaLog, partition: number): Promise<void> {
  const writer = (await log.claim(partition)) as PartitionWriter<SkeinEvent>
  for (let i = 0; i < appends; i++)
    await writer.append([{ key: sampleKey(log.partitionOf, partition), value: sampleMessageSent(textAt(i), writer.claim) }])
}

async function textsOf(log: KafkaLog, partition: number, from: number, to: number): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = []
  for await (const batch of log.read('events', partition, from, to)) texts.push(...batch.map(({ value }) => textOf(value)))
  return texts
}

before(async () => {
  bench = await startKafkaBench()
  proxy = await startWireProxy(bench.kafka)
  const log = await openLog()
  await Promise.all(partitions.map((partition) => fill(log, partition)))
})
after(async () => {
  await Promise.all(open.map((log) => log.close()))
  proxy?.close()
  await bench?.close()
})

test('reads of all partitions share two connections, at once and one after another', async () => {
  const log = await openLog()
  const before = proxy.openCarriers(fetchApi)
  for (const from of [5, 20]) {
    const read = await Promise.all(partitions.map((partition) => textsOf(log, partition, from, from + 10)))
    const expected = Array.from({ length: 10 }, (_, i) => textAt(from - 1 + i))
    assert.deepEqual(
      read,
      partitions.map(() => expected),
    )
    assert.ok(proxy.openCarriers(fetchApi) - before <= 2, 'one for what is held, and one beside it')
  }
})

test('who joins while the broker holds a fetch does not wait for it', async () => {
  const log = await openLog()
  const stop = new AbortController()
  const counts = { held: 0, joined: 0 }
  const follow = async (partition: number, from: number, of: keyof typeof counts) => {
    for await (const batch of log.tail('events', partition, { from, signal: stop.signal })) counts[of] += batch.length
  }
  const held = follow(0, (await log.bounds('events', [0])).get(0)!.end, 'held')
  await eventually(() => log.counters.fetches.events > 0)
  await delay(50)
  const joined = follow(1, 0, 'joined')
  await eventually(() => counts.joined > 0, { timeoutMs: 900, intervalMs: 5 })
  assert.deepEqual([log.counters.fetches.events > 1, counts.held], [true, 0])
  stop.abort()
  await Promise.all([held, joined])
})

// All readers of a process were fetched for together, and paused for as long as the one of them that was in the greatest hurry.
test('a reader that lingers and one that does not keep their own pace in one process', async () => {
  const log = await openLog()
  const writing = await openLog()
  const stop = new AbortController()
  const reads = { slow: 0, slowBatches: 0, fast: 0 }
  const ends = await log.bounds('events', [2, 3])
  const follow = async (partition: number, options: { lingerMs?: number }, took: (count: number) => void) => {
    const tail = log.tail('events', partition, { from: ends.get(partition)!.end, signal: stop.signal, ...options })
    for await (const batch of tail) took(batch.length)
  }
  const slow = follow(2, { lingerMs: 1_000 }, (count) => {
    reads.slow += count
    reads.slowBatches += 1
  })
  const fast = follow(3, {}, (count) => {
    reads.fast += count
  })
  const since = performance.now()
  const writers = await Promise.all([2, 3].map((partition) => writing.claim(partition)))
  for (let i = 1; i <= 20; i++) {
    for (const writer of writers)
      await writer.append([{ key: sampleKey(log.partitionOf, writer.partition), value: sampleMessageSent(`${i}`, writer.claim) }])
    await eventually(() => reads.fast === 1 + i, { timeoutMs: 900, intervalMs: 5, what: 'the reader in a hurry' })
  }
  await eventually(() => reads.slow === 21)
  stop.abort()
  await Promise.all([slow, fast])
  assert.ok(reads.slowBatches <= (performance.now() - since) / 1_000 + 3, `${reads.slowBatches} reads of the one with time`)
})

test('where partitions end is asked in one question, whoever asks for which', async () => {
  const log = await openLog()
  await log.bounds('events', [0])
  const sent = proxy.requests.get(listOffsetsApi)!
  const ends = await Promise.all(partitions.map((partition) => log.bounds('events', [partition])))
  assert.deepEqual(
    ends.map((told) => [...told.keys()]),
    partitions.map((partition) => [partition]),
  )
  assert.equal(proxy.requests.get(listOffsetsApi)! - sent, 2, 'for where they begin, and for where they end')
})

test('the same partition is read from two positions at a time', async () => {
  const log = await openLog()
  const [low, high] = await Promise.all([textsOf(log, 0, 1, 41), textsOf(log, 0, 31, 41)])
  assert.deepEqual(low.slice(30), high)
  assert.equal(low.length, appends)
})

test('a read is sent what was asked for, and a claim two records, however much follows them', async () => {
  const log = await openLog()
  const answered = async (ask: () => Promise<unknown>) => {
    const before = proxy.answeredBytes
    await ask()
    return proxy.answeredBytes - before
  }
  await textsOf(log, 1, 3, 4)
  const one = await answered(async () => assert.deepEqual(await textsOf(log, 1, 3, 4), [textAt(2)]))
  assert.ok(one < 4 * textBytes, `${one} bytes for a record`)
  const claim = await answered(() => log.claim(1))
  assert.ok(claim < 4 * textBytes, `${claim} bytes for a claim`)
})
