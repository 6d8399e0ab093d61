// The contract of the port, on a real broker.
import assert from 'node:assert/strict'
import { open, readdir, readFile } from 'node:fs/promises'
import { createEventCodec } from '@skein/contracts'
import type { DeadLetter, LogTopic } from '@skein/event-sourcing'
import { eventLogContract } from '@skein/testing'
import { createRegistryDirectory } from '../src/index.ts'
import { defaultLimits } from '../src/kafka-options.ts'
import { encodeBatch } from '../src/record-batch.ts'
import { kafkaClient, startAnswerSwallower, startKafkaBench } from './kafka-harness.ts'

eventLogContract(
  'kafka',
  async () => {
    const bench = await startKafkaBench()
    const events = await createEventCodec(createRegistryDirectory({ url: bench.registryUrl }))
    const proxy = await startAnswerSwallower(bench.kafka)
    const client = kafkaClient(bench.endpoint)
    const producer = client.producer()
    await producer.connect()
    // Through the proxy, which passes everything on unless it is told to swallow.
    const endpoint = { ...bench.endpoint, mapAddress: () => ({ host: '127.0.0.1', port: proxy.port }) }
    return {
      // Each handle is told that it alone appends commands, which is wrong.
      open: () => bench.open({ endpoint, limits: { requestTimeoutMs: 1500 }, soleProducer: true }),
      async appendRaw(topic: LogTopic, partition: number, key: string, bytes: Uint8Array) {
        await producer.send({ topic: bench.topics[topic], acks: -1, messages: [{ partition, key, value: Buffer.from(bytes) }] })
      },
      async deadLetters() {
        return readDeadLetters(client, bench.topics.deadLetters)
      },
      recordBatchBytesMax: defaultLimits.batchBytesMax,
      recordBatchBytes: (records) => encodeBatch(records, events, Number.POSITIVE_INFINITY).bytes,
      capabilities: { sharedMembership: true },
      propertyRuns: 15,
      restartBroker: async () => {
        await bench.kafka.kill('SIGKILL')
        await bench.kafka.start()
      },
      loseAnswers: async (work) => {
        proxy.swallow = true
        try {
          await work()
        } finally {
          proxy.swallow = false
        }
      },
      damageRecord: (topic, partition, offset) => damageOnDisk(`${bench.kafka.dir}/data/${bench.topics[topic]}-${partition}`, offset),
      async close() {
        await producer.disconnect()
        proxy.close()
        await bench.close()
      },
    }
  },
  { losesAnswers: true, canBeDamaged: true },
)

/** One bit of the last byte of the batch that begins at this offset, in the segment that the broker goes on serving. */
async function damageOnDisk(directory: string, offset: number): Promise<void> {
  const segments = (await readdir(directory)).filter((name) => name.endsWith('.log')).sort()
  const file = `${directory}/${segments.findLast((name) => Number.parseInt(name, 10) <= offset)!}`
  const bytes = await readFile(file)
  for (let at = 0; at + 12 <= bytes.length; at += 12 + bytes.readInt32BE(at + 8)) {
    if (bytes.readBigInt64BE(at) !== BigInt(offset)) continue
    const last = at + 12 + bytes.readInt32BE(at + 8) - 1
    await using handle = await open(file, 'r+')
    await handle.write(Buffer.from([bytes[last]! ^ 0x08]), 0, 1, last)
    return
  }
  assert.fail(`no batch begins at ${offset}`)
}

async function readDeadLetters(client: ReturnType<typeof kafkaClient>, topic: string): Promise<DeadLetter[]> {
  const admin = client.admin()
  await admin.connect()
  const ends = await admin.fetchTopicOffsets(topic)
  await admin.disconnect()
  const due = ends.reduce((sum, p) => sum + Number(p.high) - Number(p.low), 0)
  const letters: DeadLetter[] = []
  if (due === 0) return letters
  const consumer = client.consumer({ groupId: `dead-letters-${Date.now()}`, maxWaitTimeInMs: 50 })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        autoCommit: false,
        eachMessage: async ({ message }) => {
          const header = (name: string) => message.headers?.[name]?.toString() ?? ''
          letters.push({
            key: message.key?.toString() ?? '',
            bytes: message.value ?? new Uint8Array(0),
            from: {
              topic: header('skein-topic') as LogTopic,
              partition: Number(header('skein-partition')),
              offset: Number(header('skein-offset')),
            },
            why: header('skein-why'),
          })
          if (letters.length === due) resolve()
        },
      })
      .catch(reject)
  })
  await consumer.disconnect()
  return letters
}
