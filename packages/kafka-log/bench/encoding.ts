// What record batches cost to encode and decode, here and by kafkajs's own parts: `node packages/kafka-log/bench/encoding.ts`.
// Compare the two columns of one run; the machine decides the rest.
import { createRequire } from 'node:module'
import { ByteWriter } from '../src/byte-writer.ts'
import { readRecordBatches, writeRecordBatch } from '../src/record-batch.ts'

const require = createRequire(import.meta.url)
const { RecordBatch } = require('kafkajs/src/protocol/recordBatch/v0')
const Record = require('kafkajs/src/protocol/recordBatch/record/v0')
const Encoder = require('kafkajs/src/protocol/encoder')
const Decoder = require('kafkajs/src/protocol/decoder')
const decodeMessages = require('kafkajs/src/protocol/requests/fetch/v4/decodeMessages')

const rounds = 5_000
const partitions = Array.from({ length: 8 }, (_, p) => p)
const messages = [1, 2].map((n) => ({ key: 'bench/d:user-1:user-2', value: Buffer.alloc(450, n) }))
const producer = { producerId: 5, producerEpoch: 1, firstSequence: 3 }

function encodeHere(): Buffer {
  const writer = new ByteWriter(partitions.length * 1100)
  for (const partition of partitions) {
    writer.int32(partition)
    writeRecordBatch(writer, producer, messages)
  }
  return writer.bytes
}

async function encodeByKafkajs(): Promise<Buffer> {
  const now = Date.now()
  const batches = await Promise.all(
    partitions.map(async (partition) => {
      const batch = await RecordBatch({
        records: messages.map((message, i) => Record({ ...message, offsetDelta: i, timestampDelta: 0 })),
        ...{ firstTimestamp: now, maxTimestamp: now, lastOffsetDelta: messages.length - 1, transactional: false },
        ...{ ...producer, producerId: String(producer.producerId) },
      })
      return new Encoder().writeInt32(partition).writeInt32(batch.size()).writeEncoder(batch)
    }),
  )
  return new Encoder().writeArray(batches).buffer
}

const sized = new ByteWriter()
writeRecordBatch(sized, producer, messages)
/** The batch with its size before it, as a fetch answers. */
const fetched = Buffer.from(sized.bytes)

async function microseconds(run: () => unknown): Promise<string> {
  for (let i = 0; i < rounds; i++) await run()
  const from = performance.now()
  for (let i = 0; i < rounds; i++) await run()
  return (((performance.now() - from) * 1000) / rounds).toFixed(1).padStart(8)
}

const [encodedHere, encodedThere] = [await microseconds(encodeHere), await microseconds(encodeByKafkajs)]
const decodedHere = await microseconds(() => partitions.map(() => readRecordBatches(fetched.subarray(4), 0)))
const decodedThere = await microseconds(async () => {
  for (const _ of partitions) await decodeMessages(new Decoder(fetched))
})
console.log(`us for 8 batches of 2 records   here  kafkajs
encode                      ${encodedHere} ${encodedThere}
decode                      ${decodedHere} ${decodedThere}`)
