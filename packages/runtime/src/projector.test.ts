// The projector's loop on the log in memory, with a store in memory: exactly once, from wherever the store says, partition by
// partition, folded from the cells that belong to its checkpoint; a log that is not to be trusted stops its partition. Rule 11 of the
// partition writer.
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Checkpoint, EventLog, Prefetch, ProjectedBatch, ProjectorStore } from '@skein/event-sourcing'
import { emptyCheckpoint } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import { silentLogger } from '@skein/telemetry'
import { createMemoryBroker, eventually, sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import type { Projection } from './projected-partition.ts'
import { createProjector, defaultProjectorLimits, lookAtView, newProjectorCounters } from './projector.ts'

/** A row for each event; the cells count the texts that begin with the same letter. */
interface Changes {
  readonly rows: readonly string[]
  readonly cells: ReadonlyMap<string, number>
}

const keyOf = (event: SkeinEvent): string | null => textOf(event)?.charAt(0) ?? null

const projection: Projection<SkeinEvent, number, Changes> = {
  fold: (records) => ({
    needs: new Set(records.flatMap(({ event }) => keyOf(event) ?? [])),
    from(read) {
      const cells = new Map<string, number>()
      for (const { event } of records) {
        const key = keyOf(event)
        if (key !== null) cells.set(key, (cells.get(key) ?? read(key) ?? 0) + 1)
      }
      return { rows: records.map(({ event }) => textOf(event) ?? event.type), cells }
    },
  }),
}

/** Rows and cells by partition, and the checkpoint they belong to. */
class MemoryStore implements ProjectorStore<Changes> {
  readonly rows: string[][] = [[], []]
  readonly cells = [new Map<string, number>(), new Map<string, number>()]
  readonly checkpoints = new Map<number, Checkpoint>()
  /** Partitions whose batches fail. */
  readonly failing = new Set<number>()
  /** Keys of every read of cells, in order. */
  readonly asked: string[][] = []
  /** Called before each read of cells. */
  beforeRead = () => {}

  async readCheckpoints(partitions: readonly number[]): Promise<readonly Checkpoint[]> {
    return partitions.map((partition) => this.checkpoints.get(partition) ?? emptyCheckpoint(partition))
  }
  async apply(batches: readonly ProjectedBatch<Changes>[]): Promise<void> {
    for (const { partition, expected } of batches) {
      if (this.failing.has(partition)) throw new Error('a row that the store does not take')
      const now = this.checkpoints.get(partition)?.nextOffset ?? 0
      if (now !== expected.nextOffset) throw Object.assign(new Error('moved'), { code: 'CHECKPOINT_MOVED', partition })
    }
    for (const { partition, next, changes } of batches) {
      this.checkpoints.set(partition, next)
      this.rows[partition]!.push(...changes.rows)
      for (const [key, cell] of changes.cells) this.cells[partition]!.set(key, cell)
    }
  }
  readonly prefetch: Prefetch<number> = async (partition, keys) => {
    this.asked.push([...keys])
    this.beforeRead()
    const cells = new Map([...this.cells[partition]!].filter(([key]) => keys.includes(key)))
    return { checkpoint: this.checkpoints.get(partition) ?? emptyCheckpoint(partition), cells }
  }
}

async function startProjecting(t: Pick<TestContext, 'after'>, store = new MemoryStore()) {
  const broker = await createMemoryBroker({ partitionCount: 2 })
  const log: EventLog<SkeinCommand, SkeinEvent> = broker.open()
  const counters = newProjectorCounters()
  const alarms: string[] = []
  const applied: number[][] = [[], []]
  const causes: unknown[] = []
  const interrupted = new Set<number>()
  const logger: Logger = {
    ...silentLogger,
    error(fields, alarm) {
      alarms.push(alarm)
      causes.push((fields as { error: unknown }).error)
    },
    warn: (fields) => interrupted.add((fields as { partition: number }).partition),
  }
  const projector = createProjector<SkeinEvent, number, Changes>({
    log,
    store,
    prefetch: store.prefetch,
    projection,
    applied: async (batches) => {
      for (const { partition, next } of batches) applied[partition]!.push(next.nextOffset)
    },
    released: () => {},
    group: 'projector',
    limits: { ...defaultProjectorLimits, eventsPerBatchMax: 3, lingerMs: 0, cellsPerPartitionMax: 2, retryMinMs: 1, retryMaxMs: 2 },
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
  return { log, broker, store, counters, alarms, causes, interrupted, applied, projector, rows, append }
}

test('every event is applied once, in order, in bounded batches, with the position and claim it leads to', async (t) => {
  const { projector, append, rows, store, applied } = await startProjecting(t)
  await append(0, ['a', 'b', 'c', 'd', 'e'])
  await projector.start()
  assert.deepEqual(await rows(0, 6), ['PartitionClaimed', 'a', 'b', 'c', 'd', 'e'])
  await append(0, ['f'])
  assert.deepEqual((await rows(0, 8)).slice(6), ['PartitionClaimed', 'f'])
  assert.deepEqual({ ...store.checkpoints.get(0)!, logEpoch: '', claimId: '' }, { ...emptyCheckpoint(0), nextOffset: 8, claim: 6 })
  assert.deepEqual(applied[0]!.slice(0, 2), [3, 6])
})

test('the checkpoint names the command that events say is done last, whatever a claim behind them says', async (t) => {
  const { projector, log, rows, store } = await startProjecting(t)
  const writer = await log.claim(0)
  const key = sampleKey(log.partitionOf, 0)
  const sent = sampleMessageSent('a', writer.claim)
  const naming = (commandOffset: number, commandId: string) => ({ meta: { ...sent.meta, commandOffset, commandId } })
  const claimed = { type: 'PartitionClaimed', producerId: 0, producerEpoch: 0, claimId: 'c', logEpoch: 'e', owner: 'o' } as const
  await writer.append([
    { key, value: { ...sent, ...naming(5, 'the sixth') } },
    { key: '', value: { ...claimed, ...naming(2, 'the third') } },
  ])
  await projector.start()
  await rows(0, 3)
  const { commandOffset, commandId } = store.checkpoints.get(0)!
  assert.deepEqual([commandOffset, commandId], [5, 'the sixth'])
})

test('cells are read once and folded on from memory; what was let go is read again', async (t) => {
  const { projector, append, rows, store } = await startProjecting(t)
  await append(0, ['a1', 'b1', 'a2', 'a3', 'b2'])
  await projector.start()
  await rows(0, 6)
  assert.deepEqual(store.asked, [['a', 'b']])
  assert.deepEqual(Object.fromEntries(store.cells[0]!), { a: 3, b: 2 })
  // Two cells are kept: with a third, the one unused for longest goes.
  await append(0, ['c1'])
  await rows(0, 8)
  await append(0, ['b3'])
  await rows(0, 10)
  await append(0, ['a4'])
  await rows(0, 12)
  assert.deepEqual(store.asked, [['a', 'b'], ['c'], ['a']])
  assert.deepEqual(Object.fromEntries(store.cells[0]!), { a: 4, b: 3, c: 1 })
})

test('cells of another checkpoint are not folded on: it begins again from where the view is', async (t) => {
  const { projector, log, append, rows, store, counters } = await startProjecting(t)
  await append(0, ['a1'])
  await projector.start()
  const writer = await log.claim(0)
  await rows(0, 3)
  // Another projector takes in what comes before b2 just before this one reads.
  store.beforeRead = () => {
    store.beforeRead = () => {}
    const at = store.checkpoints.get(0)!
    store.checkpoints.set(0, { ...at, nextOffset: 4 })
    store.rows[0]!.push("the other's b1")
    store.cells[0]!.set('b', 1)
  }
  const key = sampleKey(log.partitionOf, 0)
  await writer.append(['b1', 'b2'].map((text) => ({ key, value: sampleMessageSent(text, writer.claim) })))
  assert.deepEqual((await rows(0, 5)).slice(4), ['b2'])
  assert.deepEqual(Object.fromEntries(store.cells[0]!), { a: 1, b: 2 })
  assert.equal(counters.moved, 1)
})

test('no cell of a batch that was not written is folded on', async (t) => {
  const { projector, append, rows, store, counters } = await startProjecting(t)
  await append(0, ['a1'])
  await projector.start()
  await rows(0, 2)
  store.failing.add(0)
  await append(0, ['a2', 'a3'])
  await eventually(() => counters.retries > 2)
  store.failing.delete(0)
  await rows(0, 5)
  assert.deepEqual(Object.fromEntries(store.cells[0]!), { a: 3 })
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
  const moved = { ...store.checkpoints.get(0)!, nextOffset: 4 }
  store.checkpoints.set(0, moved)
  store.rows[0]!.push("the other's PartitionClaimed", "the other's b")
  const { claim, claimId } = await append(0, ['b', 'c'])
  store.checkpoints.set(0, { ...moved, claim, claimId })
  assert.deepEqual((await rows(0, 5)).slice(4), ['c'])
  assert.ok(counters.moved > 0)
})

// A view that was put back from a backup was noticed only with the next event of each partition: until then, for hours in a quiet one,
// history and unread counts were as old as the backup.
test('a view that was put back is taken further from there, though nothing new happens', async (t) => {
  const { projector, append, rows, store } = await startProjecting(t)
  await append(0, ['a', 'b'])
  await projector.start()
  await rows(0, 3)
  const backup = store.checkpoints.get(0)!
  await append(0, ['c', 'd'])
  await rows(0, 6)
  store.checkpoints.set(0, backup)
  store.rows[0]!.splice(3)
  await lookAtView(projector, store, [0, 1])
  assert.deepEqual(await rows(0, 6), ['PartitionClaimed', 'a', 'b', 'PartitionClaimed', 'c', 'd'])
  await append(0, ['e'])
  assert.deepEqual((await rows(0, 8)).slice(6), ['PartitionClaimed', 'e'])
  // One that is where it was applied to goes on.
  await lookAtView(projector, store, [0, 1])
  assert.equal(store.asked.length, 4)
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
  store.checkpoints.set(0, {
    partition: 0,
    nextOffset: 1,
    logEpoch: 'epoch',
    claim: 0,
    claimId: 'of another log',
    commandOffset: -1,
    commandId: '',
  })
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

// The last event that a view contained was one of a newer release, and the older one was put back: it said that the log was another, and to
// make the views anew, which does not help.
test('what this release cannot decode is not said to be of another log', async (t) => {
  const store = new MemoryStore()
  const { projector, append, causes, broker } = await startProjecting(t, store)
  const { claim, claimId, logEpoch } = await append(0, ['a'])
  broker.appendRaw('events', 0, 'k', Buffer.from('of a newer release'))
  store.checkpoints.set(0, { ...emptyCheckpoint(0), nextOffset: 3, logEpoch, claim, claimId })
  await projector.start()
  await eventually(() => causes.length > 0)
  assert.match(String(causes[0]), /cannot be decoded: update this release/)
  assert.equal((causes[0] as { code?: string }).code, 'MISCONFIGURED')
})

// A log lost its end, and grew on. The projector went on behind the place where the view stood, as though what stood before were what it
// contained: every claim was newer than the last it knew.
test('a log that was cut off and has grown past the view is another history: nothing is projected', async (t) => {
  const { projector, append, rows, alarms, broker, store } = await startProjecting(t)
  await append(0, ['a', 'b', 'c'])
  await projector.start()
  await rows(0, 4)
  broker.cut('events', 0, 2)
  await append(0, ['d', 'e', 'f', 'g'])
  await eventually(() => alarms.length > 0)
  assert.deepEqual(store.rows[0], ['PartitionClaimed', 'a', 'b', 'c'])
  assert.match(alarms[0]!, /cannot be projected/)
})
