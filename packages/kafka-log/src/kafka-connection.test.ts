// Who leads a partition, of what several brokers tell. One that is cut off from the others goes on telling that it leads, to whoever asks:
// a client that had known better believed it, and asked and appended there.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MetadataBroker } from '@skein/testing'
import { startMetadataBroker } from '@skein/testing'
import { KafkaConnection } from './kafka-connection.ts'

const topic = 'events'
const [before, after] = [
  { node: 1, epoch: 5 },
  { node: 2, epoch: 6 },
]

test('metadata that is older than what is known is not believed until every broker tells it', async (t) => {
  const brokers = [await startMetadataBroker(), await startMetadataBroker()] as const
  const [cutOff, other] = brokers
  const endpoint = { brokers: brokers.map(({ port }) => `127.0.0.1:${port}`), clientId: 'test' }
  const connection = new KafkaConnection(endpoint, { requestTimeoutMs: 1_000 })
  t.after(() => {
    connection.destroy()
    for (const broker of brokers) broker.close()
  })
  const tell = (broker: MetadataBroker, leader: typeof before) => {
    broker.tells = { brokers: brokers.map(({ port }, i) => ({ node: i + 1, port })), leaders: [leader] }
  }
  const leaderNow = async () => {
    await connection.refresh()
    return connection.leader(topic, 0)
  }
  tell(cutOff, after)
  tell(other, after)
  await connection.connect(topic)
  assert.deepEqual(connection.leader(topic, 0), after)

  tell(cutOff, before)
  assert.deepEqual(await leaderNow(), after, 'one broker tells what is older')
  assert.deepEqual([cutOff.asked, other.asked], [2, 0])
  assert.deepEqual(await leaderNow(), after)
  assert.equal(other.asked, 1, 'the next is asked')

  // One that tells as much as is known stands against all that were behind before.
  tell(other, before)
  assert.deepEqual(await leaderNow(), after, 'the other alone, since one of them told as much')
  // The topic was made anew: nobody knows of more.
  assert.deepEqual(await leaderNow(), before)
})
