// Record batches against bytes that kafkajs's own encoder made, against themselves by property, and compressed or cut off as
// brokers hand them out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { sealed } from '../test/sealed.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter, varintBytes } from './byte-writer.ts'
import { crc32c } from './crc32c.ts'
import { type ProducedMessage, readRecordBatches, writeRecordBatch } from './record-batch.ts'

const producer = { producerId: 4711, producerEpoch: 12, firstSequence: 2_147_483_640 }
const headerBytes = 61
const attributesAt = 21
const logAppendTime = 8

function batchOf(messages: readonly ProducedMessage[], baseOffset = 0): Buffer {
  const writer = new ByteWriter(1)
  writeRecordBatch(writer, producer, messages)
  const batch = Buffer.from(writer.bytes.subarray(4))
  assert.equal(writer.bytes.readInt32BE(0), batch.length, 'the size stands before the batch')
  batch.writeBigInt64BE(BigInt(baseOffset), 0)
  return batch
}

/** The same batch with its records compressed, as a broker with compression.type stores it. */
function compressed(batch: Buffer, method: number, compress: (bytes: Buffer) => Buffer): Buffer {
  const changed = Buffer.concat([batch.subarray(0, headerBytes), compress(batch.subarray(headerBytes))])
  changed.writeInt16BE(method, attributesAt)
  changed.writeInt32BE(changed.length - 12, 8)
  return sealed(changed)
}

const messages: ProducedMessage[] = [
  { key: 'app/d:a:b', value: Buffer.from('first') },
  { key: 'app/g:ü', value: Buffer.alloc(300, 1), headers: { 'skein-why': 'because', 'skein-offset': '7' } },
  { key: '', value: Buffer.alloc(0) },
]

test('a batch is what kafkajs makes of the same records', () => {
  const batch = batchOf([{ key: 'k', value: Buffer.from('v'), headers: { h: 'x' } }])
  batch.fill(0, 12, 16) // partition leader epoch: the broker's; kafkajs says 0, the Java client -1
  batch.writeUInt32BE(0, 17)
  for (const at of [27, 35]) batch.writeBigInt64BE(1_700_000_000_000n, at)
  const made =
    '00000000000000000000003e0000000002000000000000000000000000018bcfe568000000018bcfe568000000000000001267000c7ffffff80000000118000000026b02760202680278'
  assert.equal(batch.toString('hex'), made)
})

test('the checksum covers attributes and records', () => {
  const batch = batchOf(messages)
  assert.equal(batch.readUInt32BE(17), crc32c(batch.subarray(attributesAt)))
})

test('what was written is read: keys, values, offsets; headers are passed over', () => {
  const read = readRecordBatches(batchOf(messages, 1000), 0)
  assert.deepEqual(
    read.map(({ offset, key, value }) => ({ offset, key, value: value!.toString('hex') })),
    messages.map(({ key, value }, i) => ({ offset: 1000 + i, key, value: value.toString('hex') })),
  )
})

test('records before the position asked for are left out, whole batches of them too', () => {
  const bytes = Buffer.concat([batchOf(messages, 10), batchOf(messages, 13)])
  assert.deepEqual(
    readRecordBatches(bytes, 14).map((r) => r.offset),
    [14, 15],
  )
})

test('a batch that was cut off at any place is not read, those before it are', () => {
  const whole = batchOf(messages, 5)
  for (let cut = 0; cut < whole.length; cut++) {
    const read = readRecordBatches(Buffer.concat([whole, batchOf(messages, 8).subarray(0, cut)]), 0)
    assert.equal(read.length, messages.length)
  }
})

test('the time is that of the record, or of the broker where the topic says so', () => {
  const batch = batchOf(messages.slice(0, 1))
  batch.writeBigInt64BE(1_000n, 27)
  batch.writeBigInt64BE(5_000n, 35)
  assert.equal(readRecordBatches(sealed(batch), 0)[0]!.timestamp, 1_000)
  batch.writeInt16BE(logAppendTime, attributesAt)
  assert.equal(readRecordBatches(sealed(batch), 0)[0]!.timestamp, 5_000)
})

/** All that was read there is that it cannot be. */
function whyUnreadable(bytes: Buffer, code = 'CORRUPT'): string {
  const read = readRecordBatches(bytes, 0)
  assert.ok(read.length > 0 && read.every(({ unreadable }) => unreadable?.code === code), code)
  return read[0]!.unreadable!.message
}

test('batches that a broker compressed are read; a method unknown here says what to set', () => {
  const batch = batchOf(messages, 3)
  const plain = readRecordBatches(batch, 0)
  for (const [method, compress] of [
    [1, gzipSync],
    [4, zstdCompressSync],
  ] as const) {
    assert.deepEqual(readRecordBatches(compressed(batch, method, compress), 0), plain)
  }
  const strange = compressed(batchOf(messages), 2, (b) => b)
  assert.match(whyUnreadable(strange, 'MISCONFIGURED'), /compression\.type/)
})

// A varint read past the end never ended: one wrong count in an answer would have stopped the whole process.
test('records announced and not there are an error', () => {
  const batch = batchOf(messages)
  batch.writeInt32BE(messages.length + 1, headerBytes - 4)
  whyUnreadable(sealed(batch))
})

test('records that are fewer than none, or longer than they say, are an error', () => {
  const batch = batchOf(messages)
  batch.writeInt32BE(-1, headerBytes - 4)
  whyUnreadable(sealed(batch))
  const short = batchOf(messages.slice(0, 1))
  short[headerBytes] = 2 * 4 // four bytes, as a zigzag varint
  whyUnreadable(sealed(short))
})

test('one bit that is not what was written is an error, wherever it is', () => {
  const batch = batchOf(messages, 5)
  for (let at = attributesAt - 4; at < batch.length; at++) {
    const damaged = Buffer.from(batch)
    damaged[at]! ^= 1 << (at % 8)
    whyUnreadable(damaged)
  }
})

// One batch under a compression that is not read here, by a stray producer, stopped the reading of every partition of its broker for
// as long as the topic kept it.
test('behind a batch that cannot be read the next is read; each of its offsets says why', () => {
  const at = (batch: Buffer, offset: number) => {
    batch.writeBigInt64BE(BigInt(offset), 0)
    return batch
  }
  const three = [1, 2, 3].map((n) => ({ key: 'k', value: Buffer.from(`value ${n}`) }))
  const before = at(batchOf(three), 10)
  const behind = at(batchOf(three), 16)
  const strange = at(
    compressed(batchOf(three), 3, (b) => b),
    13,
  )
  const damaged = at(batchOf(three), 13)
  damaged[damaged.length - 3]! ^= 1
  for (const [wrong, code] of [
    [strange, 'MISCONFIGURED'],
    [damaged, 'CORRUPT'],
  ] as const) {
    const read = readRecordBatches(Buffer.concat([before, wrong, behind]), 11)
    assert.deepEqual(
      read.map(({ offset, unreadable }) => [offset, unreadable?.code ?? null]),
      [11, 12, 13, 14, 15, 16, 17, 18].map((offset) => [offset, offset >= 13 && offset < 16 ? code : null]),
    )
    assert.deepEqual(
      read.slice(2, 5).map(({ value }) => value),
      [wrong, null, null],
      'its bytes are kept once',
    )
  }
  // Without one behind it a damaged batch does not say how far it goes: one offset at a time.
  assert.deepEqual(
    readRecordBatches(damaged, 14).map(({ offset }) => offset),
    [14],
  )
  assert.deepEqual(
    readRecordBatches(strange, 14).map(({ offset }) => offset),
    [14, 15],
  )
})

test('a length below nothing is an error: nothing goes back to what was read', () => {
  const batch = batchOf(messages)
  batch.writeInt32BE(-12, 8)
  assert.match(whyUnreadable(batch), /a record batch of -12 bytes/)
  assert.throws(() => new ByteReader(Buffer.alloc(8), 4).skip(-1), RangeError)
})

test('a number that never ends is an error', () => {
  assert.throws(() => new ByteReader(Buffer.alloc(20, 0xff)).varint(), RangeError)
  assert.throws(() => new ByteReader(Buffer.from([...Buffer.alloc(11, 0xff), 0])).varint(), RangeError)
})

test('numbers come back as they were written', () => {
  fc.assert(
    fc.property(fc.integer(), fc.maxSafeInteger(), (small, large) => {
      const writer = new ByteWriter(1).varint(small).int64(large).int32(small)
      const reader = new ByteReader(writer.bytes)
      assert.equal(reader.varint(), small)
      assert.equal(reader.at, varintBytes(small))
      assert.equal(reader.int64(), large)
      assert.equal(reader.int32(), small)
    }),
  )
})

test('any records come back as they were written', () => {
  const record = fc.record({ key: fc.string({ unit: 'grapheme', maxLength: 80 }), value: fc.uint8Array({ maxLength: 400 }) })
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 20 }), (list) => {
      const written = list.map(({ key, value }) => ({ key, value: Buffer.from(value) }))
      const read = readRecordBatches(batchOf(written), 0)
      assert.deepEqual(
        read.map(({ key, value }) => [key, value!.toString('hex')]),
        written.map(({ key, value }) => [key, value.toString('hex')]),
      )
    }),
  )
})
