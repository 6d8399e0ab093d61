// Answers of a broker that are cut off or say wrong lengths: an error each time, never an endless loop, nor bytes of something else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sealed } from '../test/sealed.ts'
import type { BrokerLanes } from './broker-lanes.ts'
import { ByteWriter } from './byte-writer.ts'
import { type FetchAnswer, fetchRecords } from './fetch-request.ts'
import type { Broker } from './kafkajs-parts.ts'
import { produce } from './produce-request.ts'
import { writeRecordBatch } from './record-batch.ts'

const topic = 'events'
const hold = { waitMs: 1, held: false }
const firstOffset = 1000
const texts = ['first', 'second', 'third']

/** A broker that answers whatever is asked with these bytes. */
const answeredWith = (bytes: Uint8Array): Broker => {
  const sockets: Pick<BrokerLanes, 'ask' | 'holdBack'> = { ask: async () => Buffer.from(bytes), holdBack: () => {} }
  return { sockets } as Broker
}

const fetched = (bytes: Uint8Array): Promise<readonly FetchAnswer[]> =>
  fetchRecords(answeredWith(bytes), topic, [{ partition: 0, leaderEpoch: 0, from: firstOffset, bytesMax: 1 }], hold)

const valuesOf = (answers: readonly FetchAnswer[]): string[] =>
  answers.flatMap(({ records }) => records.map(({ key, value }) => `${key} ${value}`))

function batchOf(values: readonly string[]): Buffer {
  const writer = new ByteWriter()
  const messages = values.map((text) => ({ key: 'k', value: Buffer.from(text), headers: { h: 'x' } }))
  writeRecordBatch(writer, { producerId: 1, producerEpoch: 1, firstSequence: 0 }, messages)
  const batch = Buffer.from(writer.bytes.subarray(4))
  batch.writeBigInt64BE(BigInt(firstOffset), 0)
  return batch
}

/** Of one partition, with one aborted transaction to pass over. */
function fetchAnswer(batches: Uint8Array): Buffer {
  const writer = new ByteWriter().int32(0).int16(0).int32(0).int32(1).string(topic).int32(1)
  writer.int32(0).int16(0).int64(2000).int64(2000).int64(0)
  writer.int32(1).int64(7).int64(1000).int32(-1)
  return Buffer.from(writer.int32(batches.length).raw(batches).bytes)
}

const answer = fetchAnswer(batchOf(texts))
const batchAt = answer.length - batchOf(texts).length

test('an answer that is whole is read', async () => {
  assert.deepEqual(
    valuesOf(await fetched(answer)),
    texts.map((text) => `k ${text}`),
  )
})

test('an answer to a fetch that is cut off at any byte is an error', async () => {
  for (let cut = 0; cut < answer.length; cut++) await assert.rejects(fetched(answer.subarray(0, cut)), RangeError, `cut at ${cut}`)
})

// The story is that of record-batch.test.ts: here, of the partitions that share an answer.
test('a partition whose records cannot be read leaves the others of the answer as they are', async () => {
  const strange = batchOf(texts)
  strange.writeInt16BE(3, 21)
  const writer = new ByteWriter().int32(0).int16(0).int32(0).int32(1).string(topic).int32(2)
  for (const [partition, batch] of [sealed(strange), batchOf(texts)].entries())
    writer.int32(partition).int16(0).int64(2000).int64(2000).int64(0).int32(-1).int32(-1).int32(batch.length).raw(batch)
  const positions = [0, 1].map((partition) => ({ partition, leaderEpoch: 0, from: firstOffset, bytesMax: 1 }))
  const [first, second] = await fetchRecords(answeredWith(writer.bytes), topic, positions, hold)
  assert.deepEqual(
    first!.records.map(({ offset, unreadable }) => [offset, unreadable!.code]),
    texts.map((_, i) => [firstOffset + i, 'MISCONFIGURED']),
  )
  assert.deepEqual(
    second!.records.map(({ value }) => String(value)),
    texts,
  )
})

test('an answer to an append that is cut off at any byte is an error', async () => {
  const writer = new ByteWriter().int32(1).string(topic).int32(2)
  for (const partition of [0, 1]) writer.int32(partition).int16(0).int64(5).int64(-1).int64(0)
  const whole = Buffer.from(writer.int32(0).bytes)
  const read = (bytes: Uint8Array) => produce(answeredWith(bytes), topic, [], 1)
  assert.equal((await read(whole)).size, 2)
  const throttleBytes = 4 // the last field, which nothing here reads
  for (let cut = 0; cut < whole.length - throttleBytes; cut++)
    await assert.rejects(read(whole.subarray(0, cut)), RangeError, `cut at ${cut}`)
})

test('a batch whose records end before they should is an error, wherever they end', async () => {
  const batch = batchOf(texts)
  for (let cut = 12; cut < batch.length; cut++) {
    const shorter = Buffer.from(batch.subarray(0, cut))
    shorter.writeInt32BE(cut - 12, 8)
    // Behind it comes another one, into which nothing may read.
    const [{ records }] = (await fetched(fetchAnswer(Buffer.concat([sealed(shorter), batch])))) as [FetchAnswer]
    assert.equal(records[0]!.unreadable?.code, 'CORRUPT', `cut at ${cut}`)
    assert.ok(
      records.every(({ unreadable, value }) => unreadable || texts.includes(String(value))),
      `cut at ${cut}`,
    )
  }
})

// A batch that said it was of -12 bytes was read for ever, and 2^31 aborted transactions for seconds.
test('whatever number stands in an answer, it is read or refused at once', async () => {
  const wrong = [-(2 ** 31), -61, -49, -13, -12, -1, 0, 1, 11, 12, 13, 2 ** 24, 2 ** 31 - 1]
  for (let at = 0; at + 4 <= answer.length; at++) {
    for (const value of wrong) {
      const bytes = Buffer.from(answer)
      bytes.writeInt32BE(value, at)
      await endsSoon(bytes, `${value} at ${at}`)
      await endsSoon(sealed(bytes, batchAt), `${value} at ${at}, sealed`)
    }
  }
})

test('whatever bytes stand in an answer, it is read or refused at once', async () => {
  const change = fc.record({ at: fc.nat({ max: answer.length - 1 }), byte: fc.nat({ max: 255 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const bytes = Buffer.from(answer)
      for (const { at, byte } of changes) bytes[at] = byte
      await endsSoon(sealed(bytes, batchAt), 'as shown')
    }),
    { numRuns: 2000 },
  )
})

async function endsSoon(bytes: Buffer, what: string): Promise<void> {
  const began = performance.now()
  const outcome = await fetched(bytes).catch((error: Error) => error)
  assert.ok(performance.now() - began < 2_000, `${what}: took too long`)
  if (outcome instanceof Error) return
  for (const { records } of outcome) {
    assert.ok(records.filter((r) => !r.unreadable).length <= texts.length, `${what}: more records than there are`)
    assert.ok(records.length <= 2100, `${what}: more is passed than can be`)
    for (const { key, value } of records) assert.ok(key.length + (value?.length ?? 0) <= answer.length, what)
  }
}
