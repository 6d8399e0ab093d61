// Every byte of every topic of a broker, read as a stranger would: without a group, without knowing what is in it.

import { eventually } from '@skein/testing'
import { Kafka, logLevel } from 'kafkajs'

const readTimeoutMs = 60_000

/** Topic name to keys, values and headers of all its records, one after another. */
export async function readTopics(brokers: readonly string[]): Promise<Map<string, Buffer>> {
  const kafka = new Kafka({ clientId: 'skein-test', brokers: [...brokers], logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  const consumer = kafka.consumer({ groupId: `skein-test-${process.pid}-${Date.now()}` })
  await admin.connect()
  try {
    const topics = (await admin.listTopics()).filter((name) => !name.startsWith('__'))
    const wanted = new Map<string, number>()
    for (const topic of topics) {
      for (const { partition, high } of await admin.fetchTopicOffsets(topic))
        if (Number(high) > 0) wanted.set(`${topic}/${partition}`, Number(high))
    }
    const pieces = new Map<string, Buffer[]>(topics.map((topic) => [topic, []]))
    await consumer.connect()
    await consumer.subscribe({ topics, fromBeginning: true })
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message }) => {
        const headers = Object.values(message.headers ?? {}).flatMap((value) => (value === undefined ? [] : [value].flat()))
        pieces.get(topic)!.push(...[message.key, message.value, ...headers].filter((part) => part != null).map((part) => Buffer.from(part)))
        const place = `${topic}/${partition}`
        if (Number(message.offset) + 1 >= (wanted.get(place) ?? 0)) wanted.delete(place)
      },
    })
    await eventually(() => wanted.size === 0, { timeoutMs: readTimeoutMs, what: `the end of ${[...wanted.keys()].join(', ')}` })
    return new Map([...pieces].map(([topic, parts]) => [topic, Buffer.concat(parts)]))
  } finally {
    await consumer.disconnect()
    await admin.disconnect()
  }
}
