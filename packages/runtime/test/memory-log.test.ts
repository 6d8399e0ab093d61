// The in-memory log that the tests of this package run on is a log: it keeps the contract of the port.
import { createEventCodec } from '@skein/contracts'
import { createMemoryBroker, eventLogContract } from '@skein/testing'

const batchBytesMax = 1_000_000
const anyIds = { idOf: async () => 1, schemaOf: async () => ({}) }
const events = await createEventCodec(anyIds)

eventLogContract('memory', async () => {
  const broker = await createMemoryBroker({ partitionCount: 4, recordBatchBytesMax: batchBytesMax })
  return {
    open: async () => broker.open(),
    appendRaw: async (topic, partition, key, bytes) => broker.appendRaw(topic, partition, key, bytes),
    deadLetters: async () => broker.deadLetters,
    recordBatchBytesMax: batchBytesMax,
    recordBatchBytes: (records) => records.reduce((sum, { key, value }) => sum + key.length + events.encode(value).length, 0),
    capabilities: { sharedMembership: false },
    // There is no broker that could restart, but it can go silent for a moment.
    restartBroker: () => silent(),
    loseAnswers: async (work) => {
      broker.answersLost = true
      try {
        await work()
      } finally {
        broker.answersLost = false
      }
    },
    close: async () => {},
  }

  async function silent(): Promise<void> {
    broker.answersLost = true
    await new Promise((resolve) => setTimeout(resolve, 20))
    broker.answersLost = false
  }
})
