// Positions: dense, in order, the same through read and tail, from wherever a reader begins.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LogTopic } from '@skein/event-sourcing'
import { eventually } from '../eventually.ts'
import { sampleKey } from '../samples.ts'
import type { AnyRecord, Bench, Log } from './harness.ts'
import { appendTexts, assertDense, endOf, hasCode, numbered, readAll, readAny, sendTexts, tailAny, takeTail, textsOf } from './harness.ts'

const topics: readonly LogTopic[] = ['commands', 'events']

/** Appends one record per text to the topic's partition, whichever way the topic is written; resolves to the first offset. */
async function write(log: Log, topic: LogTopic, partition: number, texts: readonly string[]): Promise<number> {
  const key = sampleKey(log.partitionOf, partition)
  if (topic === 'commands') {
    const from = await endOf(log, topic, partition)
    await sendTexts(log, key, texts)
    return from
  }
  const writer = await log.claim(partition)
  const from = await appendTexts(writer, key, ...texts)
  writer.close()
  return from
}

export function positionTests(bench: Bench): void {
  test('a tail that lingers reads together what comes meanwhile, the first record after a quiet time at once', async () => {
    const log = await bench.open()
    const from = await endOf(log, 'commands', 0)
    const stop = new AbortController()
    const reads: { readonly at: number; readonly count: number }[] = []
    const reading = (async () => {
      for await (const batch of tailAny(log, 'commands', 0, { from, signal: stop.signal, lingerMs: 1_000 }))
        reads.push({ at: performance.now(), count: batch.length })
    })()
    const beganAt = performance.now()
    await write(log, 'commands', 0, ['record 0'])
    const storedAt = performance.now()
    for (let i = 1; i < 21; i++) await write(log, 'commands', 0, [`record ${i}`])
    const endedAt = performance.now()
    await eventually(() => reads.reduce((sum, { count }) => sum + count, 0) === 21)
    stop.abort()
    await reading
    assert.ok(reads[0]!.at - storedAt < 900, `the first record came after ${reads[0]!.at - storedAt} ms`)
    assert.ok(reads.length <= 3 + (endedAt - beganAt) / 1_000, `${reads.length} reads in ${endedAt - beganAt} ms`)
  })

  for (const topic of topics) {
    test(`${topic}: positions are dense and the same through read and tail`, async () => {
      const texts = numbered('record', 50)
      const from = await write(await bench.open(), topic, 0, texts)
      const log = await bench.open()
      const read = await readAll(log, topic, 0, from)
      assertDense(read, from)
      assert.deepEqual(textsOf(read), texts)
      assert.deepEqual(await takeTail(log, topic, 0, { from, count: texts.length }), read)
      assert.equal(await endOf(log, topic, 0), from + texts.length)
      for (const record of read) {
        assert.equal(record.topic, topic)
        assert.equal(record.partition, 0)
        assert.ok(Math.abs(record.appendedAt - Date.now()) < 600_000, 'appendedAt is the time of the append')
      }
    })

    test(`${topic}: a reader begins in the middle and ends before the end`, async () => {
      const from = await write(await bench.open(), topic, 1, numbered('record', 20))
      const log = await bench.open()
      const middle = []
      for await (const batch of readAny(log, topic, 1, { from: from + 5, to: from + 9 })) middle.push(...batch)
      assertDense(middle, from + 5)
      assert.deepEqual(textsOf(middle), ['record 5', 'record 6', 'record 7', 'record 8'])
      assert.deepEqual(textsOf(await takeTail(log, topic, 1, { from: from + 18, count: 2 })), ['record 18', 'record 19'])
    })

    test(`${topic}: an empty stretch gives nothing`, async () => {
      const from = await write(await bench.open(), topic, 1, ['only'])
      const log = await bench.open()
      for await (const batch of readAny(log, topic, 1, { from: from + 1, to: from + 1 })) assert.fail(`${batch.length} records of nothing`)
    })

    // A read ended quietly where its log was closed: what was made of the half of the records passed for made of all.
    test(`${topic}: a read gives all that was asked for, or fails: when its log is closed, UNAVAILABLE`, async () => {
      const from = await write(await bench.open(), topic, 1, numbered('record', 12))
      const closed = await bench.open()
      await bench.close(closed)
      await assert.rejects(async () => {
        for await (const _ of readAny(closed, topic, 1, { from, to: from + 12 })) assert.fail('it was closed')
      }, hasCode('UNAVAILABLE'))
      for (const waitMs of [0, 0, 1, 2, 5, 20]) {
        const log = await bench.open()
        const read: AnyRecord[] = []
        const reading = (async () => {
          for await (const batch of readAny(log, topic, 1, { from, to: from + 12 })) read.push(...batch)
        })()
        const failed = reading.then(
          () => null,
          (error: unknown) => error,
        )
        if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
        await bench.close(log)
        const error = await failed
        if (error === null) assert.deepEqual(textsOf(read), numbered('record', 12))
        else assert.ok(hasCode('UNAVAILABLE')(error))
      }
    })

    test(`${topic}: a read of more than there is is OUT_OF_RANGE`, async () => {
      const from = await write(await bench.open(), topic, 1, numbered('record', 3))
      const log = await bench.open()
      const late = setTimeout(() => void bench.close(log), 60_000)
      await assert.rejects(async () => {
        for await (const batch of readAny(log, topic, 1, { from, to: from + 4 })) assert.ok(batch.length <= 3)
      }, hasCode('OUT_OF_RANGE'))
      clearTimeout(late)
    })

    test(`${topic}: another handle resumes where a closed one stopped`, async () => {
      const from = await write(await bench.open(), topic, 2, numbered('record', 12))
      const first = await bench.open()
      const before = await takeTail(first, topic, 2, { from, count: 5 })
      await bench.close(first)
      const second = await bench.open()
      const rest = await takeTail(second, topic, 2, { from: from + 5, count: 7 })
      assertDense([...before, ...rest], from)
      assert.deepEqual(textsOf([...before, ...rest]), numbered('record', 12))
    })

    for (const whose of ['its own handle', 'another handle']) {
      test(`${topic}: a tail at the end waits for what comes through ${whose}`, async () => {
        const log = await bench.open()
        const writing = whose === 'its own handle' ? log : await bench.open()
        await write(writing, topic, 3, ['before'])
        const from = await endOf(log, topic, 3)
        // A claim is a record too.
        const claims = topic === 'events' ? 1 : 0
        const taken = takeTail(log, topic, 3, { from, count: 2 + claims })
        const stored = await write(writing, topic, 3, ['after', 'later'])
        assert.equal(stored, from + claims)
        const records = await taken
        assertDense(records, from)
        assert.deepEqual(textsOf(records).slice(claims), ['after', 'later'])
      })
    }

    test(`${topic}: one handle follows several partitions at once`, async () => {
      const log = await bench.open()
      const partitions = [0, 1, 2]
      const froms = await Promise.all(partitions.map((partition) => endOf(log, topic, partition)))
      const claims = topic === 'events' ? 1 : 0
      const tails = partitions.map((partition) => takeTail(log, topic, partition, { from: froms[partition]!, count: 30 + claims }))
      await Promise.all(partitions.map((partition) => write(log, topic, partition, numbered(`p${partition}`, 30))))
      for (const partition of partitions) {
        const records = await tails[partition]!
        assertDense(records, froms[partition]!)
        assert.deepEqual(textsOf(records).slice(claims), numbered(`p${partition}`, 30))
      }
    })

    test(`${topic}: a position past the end is OUT_OF_RANGE`, async () => {
      const log = await bench.open()
      const end = await endOf(log, topic, 0)
      await assert.rejects(async () => {
        for await (const _ of readAny(log, topic, 0, { from: end + 1, to: end + 5 })) assert.fail('there is nothing to read')
      }, hasCode('OUT_OF_RANGE'))
      const stop = new AbortController()
      const late = setTimeout(() => stop.abort(), 60_000)
      await assert.rejects(async () => {
        for await (const _ of tailAny(log, topic, 0, { from: end + 1, signal: stop.signal })) assert.fail('there is nothing to follow')
      }, hasCode('OUT_OF_RANGE'))
      clearTimeout(late)
    })

    test(`${topic}: aborting ends a waiting tail promptly`, async () => {
      const log = await bench.open()
      const stop = new AbortController()
      const iterator = tailAny(log, topic, 0, { from: await endOf(log, topic, 0), signal: stop.signal })[Symbol.asyncIterator]()
      const waiting = iterator.next()
      // Long enough for the tail to be waiting in whatever way it waits.
      await new Promise((resolve) => setTimeout(resolve, 50))
      const abortedAt = performance.now()
      stop.abort()
      assert.equal((await waiting).done, true)
      assert.ok(performance.now() - abortedAt < 3_000, `ended after ${performance.now() - abortedAt} ms`)
      const already = tailAny(log, topic, 0, { from: await endOf(log, topic, 0), signal: stop.signal })[Symbol.asyncIterator]()
      assert.equal((await already.next()).done, true)
    })
  }
}
