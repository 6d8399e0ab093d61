// The loop around whatever serves a partition: where it begins, what it does after a failure, and what it leaves behind when it stops.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GroupPosition } from '@skein/event-sourcing'
import { ClaimWentBack } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { createMemoryBroker, eventually, sampleKey, sampleMessageSent } from '@skein/testing'
import { type PartitionReader, ServedPartition, serveUntilStopped } from './served-partition.ts'

const limits = { retryMinMs: 1, retryMaxMs: 1 }
const partition = 3

/** A log of 40 events, with claims at 0 and 30. */
async function writtenLog() {
  const broker = await createMemoryBroker({ partitionCount: 4 })
  const log = broker.open()
  const ids = [await write(log, 29), await write(log, 9)]
  return { broker, log, ids }
}

/** Claims and appends so many events; resolves to the id of the claim. */
async function write(log: Log, count: number): Promise<string> {
  const writer = await log.claim(partition)
  const key = sampleKey(log.partitionOf, partition)
  const value = sampleMessageSent('x', writer.claim)
  await writer.append(Array.from({ length: count }, () => ({ key, value })))
  return writer.claimId
}

type Log = ReturnType<Awaited<ReturnType<typeof createMemoryBroker>>['open']>

/** A reader of the partition that reads and fails as the test says, and in vain says `unheard` times what was passed over. */
function reading(log: Log, stood: GroupPosition | readonly GroupPosition[], unheard = 0) {
  const begun: GroupPosition[] = []
  /** Before how many beginnings it was told that records were passed over. */
  const passedOver: number[] = []
  const commits: GroupPosition[] = []
  /** Says of each beginning how far it has come. */
  const readings: ((position: GroupPosition) => void)[] = []
  let fail: (error: Error) => void = () => {}
  const reader: PartitionReader = {
    passedOver: async () => {
      passedOver.push(begun.length)
      if (passedOver.length <= unheard) throw new Error('nobody to tell')
    },
    serve: (_partition, from, { signal, reached }) => {
      begun.push(from)
      readings.push(reached)
      return new Promise((resolve, reject) => {
        fail = reject
        signal.addEventListener('abort', () => resolve())
      })
    },
  }
  const served = new ServedPartition(partition, {
    log,
    reader,
    stood: async () => [stood].flat(),
    commit: (_partition, position) => void commits.push(position),
    logger: silentLogger,
    limits,
  })
  return {
    begun,
    passedOver,
    commits,
    served,
    readings,
    readTo: (next: GroupPosition) => readings.at(-1)!(next),
    fail: (error: Error) => fail(error),
  }
}

// Who leaves a group waits for all who serve its partitions: one that waited for a server of the group kept all partitions from the others.
test('it stops at once also while it asks where to begin', async () => {
  const { log } = await writtenLog()
  const never = new Promise<never>(() => {})
  const served = new ServedPartition(partition, {
    log,
    reader: { passedOver: () => never, serve: () => assert.fail('it is not begun') },
    stood: () => never,
    commit: () => {},
    logger: silentLogger,
    limits,
  })
  await served.stop()
})

test('a partition is read from where the reader before stopped, or from its end', async () => {
  const { log, ids } = await writtenLog()
  const [first, second] = ids
  const middle = { nextOffset: 7, record: first! }
  for (const [stood, from] of [[middle, middle] as const, [[], { nextOffset: 40, record: second! }] as const]) {
    const { begun, served, commits, passedOver } = reading(log, stood)
    await eventually(() => begun.length === 1)
    assert.deepEqual([begun, passedOver], [[from], []])
    await served.stop()
    assert.deepEqual(commits, [], 'nothing was read')
  }
})

// Two layouts keep the place of a reader each in a group of its own: whoever looked at one alone read again, or passed over, what had
// happened under the other.
test('of several places it begins at the furthest, whichever comes first', async () => {
  const { log, ids } = await writtenLog()
  const [at7, at35] = [
    { nextOffset: 7, record: ids[0]! },
    { nextOffset: 35, record: ids[1]! },
  ]
  for (const stood of [
    [at7, at35],
    [at35, at7],
  ]) {
    const { begun, served, passedOver } = reading(log, stood)
    await eventually(() => begun.length === 1)
    assert.deepEqual([begun, passedOver], [[at35], []])
    await served.stop()
  }
})

test('a further place of a log that is there no more does not count beside one of this, however far this has come since', async () => {
  for (const count of [1, 60]) {
    const { broker, log, ids } = await writtenLog()
    const gone = { nextOffset: 38, record: ids[1]! }
    broker.cut('events', partition, 35)
    const stood = { nextOffset: 36, record: await write(log, count) }
    await write(log, 2)
    const { begun, served, passedOver } = reading(log, [gone, stood])
    await eventually(() => begun.length === 1)
    assert.deepEqual([begun, passedOver], [[stood], []])
    await served.stop()
  }
})

test('after a failure it begins again where it stood, and says at once how far it has come', async () => {
  const { log, ids } = await writtenLog()
  const [at7, at9] = [7, 9].map((nextOffset) => ({ nextOffset, record: ids[0]! }))
  const { begun, served, commits, readTo, fail } = reading(log, at7!)
  await eventually(() => begun.length === 1)
  fail(new Error('before anything was read'))
  await eventually(() => begun.length === 2)
  readTo(at9!)
  const saidAtOnce = [...commits]
  fail(new Error('at 9'))
  await eventually(() => begun.length === 3)
  await served.stop()
  assert.deepEqual([begun, saidAtOnce, commits], [[at7, at7, at9], [at9], [at9]])
})

// What a reader handed over late, of events whose members had been waited for, was told as the place of the one that had begun after it.
test('what a reader says once it has ended is not said over where it was begun anew', async () => {
  const { log, ids } = await writtenLog()
  const [at7, at9, at11] = [7, 9, 11].map((nextOffset) => ({ nextOffset, record: ids[0]! }))
  const { begun, served, commits, readings, readTo, fail } = reading(log, at7!)
  await eventually(() => begun.length === 1)
  fail(new Error('at 7'))
  await eventually(() => begun.length === 2)
  readTo(at9!)
  readings[0]!(at11!)
  fail(new Error('at 9'))
  await eventually(() => begun.length === 3)
  await served.stop()
  assert.deepEqual([begun, commits], [[at7, at7, at9], [at9]])
})

// The place of a reader was a number: of a log that had been put back it was beyond the end, and once the log had grown past it, what had
// been written up to there was passed over in silence.
test('where its record is gone it goes on with what the newest owner wrote, however far the log has come since', async () => {
  for (const count of [1, 4, 60]) {
    const { broker, log, ids } = await writtenLog()
    const stood = { nextOffset: 38, record: ids[1]! }
    broker.cut('events', partition, 35)
    await write(log, count)
    const restarted = reading(log, stood)
    await eventually(() => restarted.begun.length === 1)
    assert.deepEqual(restarted.begun, [{ nextOffset: 35, record: ids[1] }])
    await restarted.served.stop()
  }
})

// Delivery went on with what the newest of several owners wrote, and what the others had written since the cut was pushed to nobody: devices
// lacked it until their next sync, which may be fifteen minutes away.
test('before it goes on with the newest owner it is said that more was written, until that is heard, and not again', async () => {
  const { broker, log, ids } = await writtenLog()
  broker.cut('events', partition, 35)
  const others = [await write(log, 5), await write(log, 5)]
  const { begun, passedOver, served, fail } = reading(log, { nextOffset: 38, record: ids[1]! }, 2)
  await eventually(() => begun.length === 1)
  const newest = { nextOffset: 41, record: others[0] }
  assert.deepEqual([begun, passedOver], [[newest], [0, 0, 0]])
  fail(new Error('before anything was read'))
  await eventually(() => begun.length === 2)
  assert.deepEqual(
    [begun, passedOver],
    [
      [newest, newest],
      [0, 0, 0],
    ],
  )
  await served.stop()
})

test('a log that is cut off under a reader is noticed when it begins again', async () => {
  const { broker, log, ids } = await writtenLog()
  const stood = { nextOffset: 38, record: ids[1]! }
  const { begun, served, readTo, fail } = reading(log, stood)
  await eventually(() => begun.length === 1)
  readTo(stood)
  broker.cut('events', partition, 35)
  fail(new Error('OUT_OF_RANGE'))
  await eventually(() => begun.length === 2)
  assert.deepEqual(begun, [stood, { nextOffset: 30, record: ids[0] }])
  await served.stop()
})

// That place had no name. Whoever was replaced before anything more was delivered left it to the next, who took it for one of another log
// and went on with the owner that was the newest by then: what the one before it had written was passed over.
test('the place where it goes on is named: whoever is next goes on there too, though the partition has been claimed again', async () => {
  const { broker, log, ids } = await writtenLog()
  broker.cut('events', partition, 35)
  await write(log, 4)
  const first = reading(log, { nextOffset: 38, record: ids[1]! })
  await eventually(() => first.begun.length === 1)
  first.readTo(first.begun[0]!)
  await first.served.stop()
  await write(log, 4)
  const next = reading(log, first.commits[0]!)
  await eventually(() => next.begun.length === 1)
  assert.deepEqual(next.begun, [{ nextOffset: 35, record: ids[1] }])
  await next.served.stop()
})

// As operators set one with the tools of Kafka, and as a release before wrote them.
test('a place without a name is believed where the log has it', async () => {
  const { log } = await writtenLog()
  const { begun, served } = reading(log, { nextOffset: 7, record: '' })
  await eventually(() => begun.length === 1)
  assert.deepEqual(begun, [{ nextOffset: 7, record: '' }])
  await served.stop()
})

// A release that was put back, and did not know the last event, took the log for another: what had been written since was passed over.
test('a place behind an event that this release cannot decode is gone on from', async () => {
  const { broker, log, ids } = await writtenLog()
  broker.appendRaw('events', partition, 'key', Buffer.from('of a newer release'))
  const stood = { nextOffset: 41, record: ids[1]! }
  await write(log, 3)
  await write(log, 3)
  const { begun, served } = reading(log, stood)
  await eventually(() => begun.length === 1)
  assert.deepEqual(begun, [stood])
  await served.stop()
})

test('so is one behind events of a claim that it cannot decode', async () => {
  const { broker, log, ids } = await writtenLog()
  broker.appendRaw('events', partition, 'key', Buffer.from('a claim of a newer release'))
  const key = sampleKey(log.partitionOf, partition)
  const writer = await log.claim(partition)
  await writer.append([{ key, value: sampleMessageSent('x', 40) }])
  const stood = { nextOffset: 43, record: ids[1]! }
  await write(log, 3)
  const { begun, served } = reading(log, stood)
  await eventually(() => begun.length === 1)
  assert.deepEqual(begun, [stood])
  await served.stop()
})

test('a claim that went back ends it for good', async () => {
  const { log, ids } = await writtenLog()
  const { begun, served, fail } = reading(log, { nextOffset: 7, record: ids[0]! })
  await eventually(() => begun.length === 1)
  fail(new ClaimWentBack(3, 8, 1, 5))
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(begun.length, 1)
  await served.stop()
})

test('what comes between a failure and the next beginning is waited for, and a stop ends the pause', async () => {
  const stop = new AbortController()
  const steps: string[] = []
  await serveUntilStopped({
    signal: stop.signal,
    backOff: { minMs: 1, maxMs: 1 },
    serve: async () => {
      steps.push('serve')
      throw new Error('at once')
    },
    failed: () => steps.push('failed') > 0,
    mayBegin: async () => {
      steps.push('may begin')
      if (steps.length >= 6) stop.abort()
    },
  })
  assert.deepEqual(steps, ['serve', 'failed', 'may begin', 'serve', 'failed', 'may begin'])

  const slow = new AbortController()
  const paused = serveUntilStopped({
    signal: slow.signal,
    backOff: { minMs: 3_600_000, maxMs: 3_600_000 },
    serve: () => Promise.reject(new Error('at once')),
    failed: () => true,
  })
  await new Promise(setImmediate)
  slow.abort()
  await paused
})
