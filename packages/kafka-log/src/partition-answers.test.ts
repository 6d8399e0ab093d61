// What brokers tell of several partitions at once. One partition without a leader failed the answer for its whole topic, and with it the
// appends and commands of all, for as long as its broker was away; and a broker that was cut off from the controller told an end that was
// stale, as nobody asked it by the leader epoch.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BrokerLanes } from './broker-lanes.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { fetchRecords } from './fetch-request.ts'
import type { Broker } from './kafkajs-parts.ts'
import { BoundsAsker, listBounds } from './log-bounds.ts'
import { topicMetadata } from './metadata-request.ts'
import { produce } from './produce-request.ts'

const topic = 'events'
const [notLeader, leaderNotAvailable, fencedLeaderEpoch, unknownTopic] = [6, 5, 74, 3]

/** A broker that answers with these bytes, and keeps what it was asked. */
function answeredWith(bytes: Uint8Array) {
  const asked: Buffer[] = []
  const ask: BrokerLanes['ask'] = async ({ write }) => {
    const writer = new ByteWriter()
    write(writer)
    asked.push(writer.bytes)
    return Buffer.from(bytes)
  }
  return { asked, broker: { sockets: { ask } } as Broker }
}

function metadataAnswer(topicFault: number): Uint8Array {
  const writer = new ByteWriter().int32(0).int32(2)
  for (const node of [1, 2]) writer.int32(node).string(`host${node}`).int32(9092).int16(-1)
  writer.string('cluster').int32(1).int32(1).int16(topicFault).string(topic).int8(0).int32(3)
  for (const [partition, fault, node, epoch] of [
    [0, leaderNotAvailable, -1, 7],
    [1, 0, 2, 4],
    [2, 0, 1, 5],
  ] as const) {
    writer.int16(fault).int32(partition).int32(node).int32(epoch)
    writer.int32(1).int32(node).int32(1).int32(node).int32(0) // replicas, in sync, offline
  }
  return writer.bytes
}

test('a partition that nobody leads is told beside those that are led', async () => {
  const { brokers, leaders } = await topicMetadata(answeredWith(metadataAnswer(0)).broker, topic)
  assert.deepEqual(
    [...leaders],
    [
      [0, { node: -1, epoch: 7 }],
      [1, { node: 2, epoch: 4 }],
      [2, { node: 1, epoch: 5 }],
    ],
  )
  assert.deepEqual(brokers.get(2), { host: 'host2', port: 9092 })
})

test('a topic that is not there is a fault', async () => {
  await assert.rejects(topicMetadata(answeredWith(metadataAnswer(unknownTopic)).broker, topic), { type: 'UNKNOWN_TOPIC_OR_PARTITION' })
})

test('bounds of one partition are told whatever the fault of another is, and are asked for with the leader epoch', async () => {
  const writer = new ByteWriter().int32(0).int32(1).string(topic).int32(3)
  for (const [partition, fault] of [
    [0, notLeader],
    [1, 0],
    [2, fencedLeaderEpoch],
  ] as const)
    writer.int32(partition).int16(fault).int64(-1).int64(40).int32(9)
  const { asked, broker } = answeredWith(writer.bytes)
  const led = [0, 1, 2].map((partition) => ({ partition, leaderEpoch: 10 + partition }))
  const told = await listBounds(broker, topic, led)
  assert.notEqual(told.get(0)!.fault, '')
  assert.deepEqual(told.get(1), { fault: '', bounds: { start: 40, end: 40 } })
  assert.equal(told.get(2)!.fault, 'FENCED_LEADER_EPOCH')
  assert.deepEqual(askedEpochs(asked[0]!, 4 + 1), [10, 11, 12])
})

// Each owner of a process that loads asks for its own partition: sixty-four of them sent a hundred and twenty-eight requests.
test('bounds that are asked for while a broker answers go together, as the next question', async () => {
  const writer = new ByteWriter().int32(0).int32(1).string(topic).int32(4)
  for (const partition of [0, 1, 2, 3])
    writer
      .int32(partition)
      .int16(0)
      .int64(-1)
      .int64(40 + partition)
      .int32(9)
  const { asked, broker } = answeredWith(writer.bytes)
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  const ask: BrokerLanes['ask'] = async (request) => {
    const told = await broker.sockets.ask(request)
    await answered
    return told
  }
  const asker = new BoundsAsker(topic)
  const endOf = async (partition: number, reach = async () => ({ sockets: { ask } }) as Broker) =>
    (await asker.ask([{ partition, leaderEpoch: 10 + partition }], reach)).get(partition)!.bounds.end
  const first = endOf(0)
  await nextTurn()
  const others = Promise.all([1, 2, 3].map((partition) => endOf(partition)))
  await nextTurn()
  assert.equal(asked.length, 2, 'where it begins and where it ends')
  answer()
  assert.deepEqual([await first, await others], [40, [41, 42, 43]])
  assert.equal(asked.length, 4)
  for (const request of asked.slice(2)) assert.deepEqual(askedEpochs(request, 4 + 1), [11, 12, 13])
  await assert.rejects(
    endOf(0, () => Promise.reject(new Error('cannot be reached'))),
    /cannot be reached/,
  )
  assert.equal(await endOf(1), 41, 'a fault ends one question alone')
})

test('a fetch names the leader epoch of each partition', async () => {
  const { asked, broker } = answeredWith(new ByteWriter().int32(0).int16(0).int32(0).int32(0).bytes)
  await fetchRecords(broker, topic, [{ partition: 3, leaderEpoch: 21, from: 5, bytesMax: 1 }], { waitMs: 1, held: false })
  assert.deepEqual(askedEpochs(asked[0]!, 4 * 4 + 1 + 4 * 2), [21])
})

// A leader whose followers are away holds an append of several partitions until the time that it was given is over, and then tells what
// became of each. Whoever waited exactly as long had given up by then: one partition cost all others of its request their owners.
test('an append is waited for beyond the time for which its leader may hold it', async () => {
  const waited: (number | undefined)[] = []
  const ask: BrokerLanes['ask'] = async ({ timeoutMs }) => {
    waited.push(timeoutMs)
    return Buffer.from(new ByteWriter().int32(0).int32(0).bytes)
  }
  await produce({ sockets: { ask } } as Broker, topic, [], 1_000)
  assert.ok(waited[0]! >= 1_100 && waited[0]! <= 1_500, `${waited[0]} ms`)
})

/** Epochs stand behind the number of their partition; behind the header come the topic and its partitions. */
function askedEpochs(request: Buffer, headerBytes: number): number[] {
  const reader = new ByteReader(request, headerBytes)
  assert.equal(reader.int32(), 1)
  assert.equal(reader.string(), topic)
  const count = reader.int32()
  const bytesEach = headerBytes === 5 ? 16 : 28
  const first = reader.at
  return Array.from({ length: count }, (_, i) => new ByteReader(request, first + i * bytesEach + 4).int32())
}
