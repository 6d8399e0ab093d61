// The contract of the port, on a real broker.
import { createEventCodec } from '@skein/contracts'
import type { DeadLetter, LogTopic } from '@skein/event-sourcing'
import { eventLogContract } from '@skein/testing'
import { createRegistryDirectory } from '../src/index.ts'
import { defaultLimits } from '../src/kafka-options.ts'
import { encodeBatch } from '../src/record-batch.ts'
import { kafkaClient, startAnswerSwallower, startKafkaBench } from './kafka-harness.ts'

eventLogContract('kafka', async () => {
  const bench = await startKafkaBench()
  const events = await createEventCodec(createRegistryDirectory({ url: bench.registryUrl }))
  const proxy = await startAnswerSwallower(bench.kafka)
  const client = kafkaClient(bench.endpoint)
  const producer = client.producer()
  await producer.connect()
  // Through the proxy, which passes everything on unless it is told to swallow.
  const endpoint = { ...bench.endpoint, mapAddress: () => ({ host: '127.0.0.1', port: proxy.port }) }
  return {
    open: () => bench.open({ endpoint, limits: { requestTimeoutMs: 1500 } }),
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
    async close() {
      await producer.disconnect()
      proxy.close()
      await bench.close()
    },
  }
})

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
