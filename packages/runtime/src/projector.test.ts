// The projector's loop on the log in memory, with a store in memory: exactly once, from wherever the store says, partition by
// partition; a log that is not to be trusted stops its partition. Rule 11 of the partition writer.
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Checkpoint, EventLog, ProjectedBatch, ProjectorStore } from '@skein/event-sourcing'
import { emptyCheckpoint } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import { silentLogger } from '@skein/telemetry'
import { createMemoryBroker, eventually, sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import { createProjector, defaultProjectorLimits, newProjectorCounters } from './projector.ts'

/** Rows by partition, and the checkpoint they belong to. */
class MemoryStore implements ProjectorStore<string> {
  readonly rows: string[][] = [[], []]
  readonly checkpoints = new Map<number, Checkpoint>()
  /** Partitions whose batches fail. */
  readonly failing = new Set<number>()
  async readCheckpoints(partitions: readonly number[]): Promise<readonly Checkpoint[]> {
    return partitions.map((partition) => this.checkpoints.get(partition) ?? emptyCheckpoint(partition))
  }
  async apply(batches: readonly ProjectedBatch<string>[]): Promise<void> {
    for (const { partition, expected } of batches) {
      if (this.failing.has(partition)) throw new Error('a row that the store does not take')
      const now = this.checkpoints.get(partition)?.nextOffset ?? 0
      if (now !== expected.nextOffset) throw Object.assign(new Error('moved'), { code: 'CHECKPOINT_MOVED', partition })
    }
    for (const { partition, next, changes } of batches) {
      this.checkpoints.set(partition, next)
      this.rows[partition]!.push(...changes)
    }
  }
}

async function startProjecting(t: Pick<TestContext, 'after'>, store = new MemoryStore()) {
  const broker = await createMemoryBroker({ partitionCount: 2 })
  const log: EventLog<SkeinCommand, SkeinEvent> = broker.open()
  const counters = newProjectorCounters()
  const alarms: string[] = []
  const applied: number[][] = [[], []]
  const interrupted = new Set<number>()
  const logger: Logger = {
    ...silentLogger,
    error: (_fields, alarm) => alarms.push(alarm),
    warn: (fields) => interrupted.add((fields as { partition: number }).partition),
  }
  const projector = createProjector<SkeinEvent, string>({
    log,
    store,
    project: (event) => [textOf(event) ?? event.type],
    logEpochOf: (event) => (event.type === 'PartitionClaimed' ? event.logEpoch : null),
    applied: async (batches) => {
      for (const { partition, next } of batches) applied[partition]!.push(next.nextOffset)
    },
    released: () => {},
    group: 'projector',
    limits: { ...defaultProjectorLimits, eventsPerBatchMax: 3, lingerMs: 0, retryMinMs: 1, retryMaxMs: 2 },
    logger,
    counters,
  })
  t.after(async () => {
    await projector.stop()
    await log.close()
  })
  const rows = (partition: number, count: number): Promise<string[]> =>
    eventually(() => (store.rows[partition]!.length >= count ? store.rows[partition]! : undefined))
  async function append(partition: number, texts: readonly string[], claim?: number) {
    const writer = await log.claim(partition)
    const key = sampleKey(log.partitionOf, partition)
    await writer.append(texts.map((text) => ({ key, value: sampleMessageSent(text, claim ?? writer.claim) })))
    return writer
  }
  return { log, broker, store, counters, alarms, interrupted, applied, projector, rows, append }
}

test('every event is applied once, in order, in bounded batches, with the position and claim it leads to', async (t) => {
  const { projector, append, rows, store, applied } = await startProjecting(t)
  await append(0, ['a', 'b', 'c', 'd', 'e'])
  await projector.start()
  assert.deepEqual(await rows(0, 6), ['PartitionClaimed', 'a', 'b', 'c', 'd', 'e'])
  await append(0, ['f'])
  assert.deepEqual((await rows(0, 8)).slice(6), ['PartitionClaimed', 'f'])
  assert.deepEqual(
    { ...store.checkpoints.get(0)!, logEpoch: '' },
    { partition: 0, nextOffset: 8, claim: 6, commandOffset: -1, logEpoch: '' },
  )
  assert.deepEqual(applied[0]!.slice(0, 2), [3, 6])
})

test('a claim that goes back stops its partition with an alarm, for good; others go on', async (t) => {
  const { projector, append, rows, alarms, counters } = await startProjecting(t)
  await append(0, ['a'])
  await append(0, ['b'])
  await projector.start()
  await rows(0, 4)
  await append(0, ['under an old claim'], 0)
  await eventually(() => alarms.length > 0)
  assert.match(alarms[0]!, /claim went back/)
  await append(0, ['behind it'])
  await append(1, ['elsewhere'])
  assert.deepEqual(await rows(1, 2), ['PartitionClaimed', 'elsewhere'])
  assert.ok(!(await rows(0, 4)).includes('under an old claim'))
  assert.ok(!(await rows(0, 4)).includes('behind it'))
  assert.deepEqual([counters.retries, counters.stopped], [0, 1])
})

test('who finds the checkpoint moved begins again from where it is, and applies nothing twice', async (t) => {
  const { projector, append, rows, store, counters } = await startProjecting(t)
  await append(0, ['a'])
  await projector.start()
  await rows(0, 2)
  // Another projector was here.
  store.checkpoints.set(0, { ...store.checkpoints.get(0)!, nextOffset: 4 })
  store.rows[0]!.push("the other's PartitionClaimed", "the other's b")
  await append(0, ['b', 'c'])
  assert.deepEqual((await rows(0, 5)).slice(4), ['c'])
  assert.ok(counters.moved > 0)
})

test("one partition's fault does not hold the others up, and ends when its cause does", async (t) => {
  const { projector, append, rows, store, interrupted } = await startProjecting(t)
  store.failing.add(0)
  await append(0, ['a'])
  await append(1, ['b'])
  await projector.start()
  await rows(1, 2)
  for (let i = 0; i < 5; i++) await append(1, [`b${i}`])
  assert.equal((await rows(1, 12)).length, 12)
  assert.deepEqual(store.rows[0], [])
  assert.deepEqual([...interrupted], [0])
  store.failing.delete(0)
  assert.deepEqual(await rows(0, 2), ['PartitionClaimed', 'a'])
})

test('a view that was built from another log takes nothing in', async (t) => {
  const store = new MemoryStore()
  store.checkpoints.set(0, { partition: 0, nextOffset: 1, logEpoch: 'another log', claim: 0, commandOffset: -1 })
  const { projector, append, alarms } = await startProjecting(t, store)
  await append(0, ['a'])
  await append(0, ['b'])
  await projector.start()
  await eventually(() => alarms.length > 0)
  assert.ok(!store.rows[0]!.includes('b'))
  assert.match(alarms[0]!, /cannot be projected/)
})

test('an event that cannot be decoded stops its partition before it, with an alarm', async (t) => {
  const { projector, append, rows, alarms, broker, store } = await startProjecting(t)
  await append(0, ['a'])
  await projector.start()
  await rows(0, 2)
  broker.appendRaw('events', 0, 'k', Buffer.from('no event'))
  await eventually(() => alarms.length > 0)
  assert.equal(store.checkpoints.get(0)!.nextOffset, 2)
})
