// The single writer of an events partition: whoever claimed last writes, everybody before is refused, and what was stored
// before a claim is seen by it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import { sampleCommandsDone, sampleKey } from '../samples.ts'
import type { Bench, Log } from './harness.ts'
import { appendTexts, assertDense, endOf, hasCode, numbered, readAll, textsOf } from './harness.ts'

async function recordAt(log: Log, partition: number, offset: number): Promise<SkeinEvent> {
  const record = (await readAll(log, 'events', partition, offset))[0]
  assert.ok(record && !('undecodable' in record.value))
  return record.value as SkeinEvent
}

export function fencingTests(bench: Bench): void {
  test('the record of a claim stands at the offset that is the claim; claims grow, the log epoch is copied', async () => {
    const logs = [await bench.open(), await bench.open()]
    let previous = -1
    let logEpoch: string | undefined
    for (let round = 0; round < 4; round++) {
      const log = logs[round % 2]!
      const writer = await log.claim(0)
      assert.equal(writer.partition, 0)
      assert.ok(writer.claim > previous, `${writer.claim} after ${previous}`)
      logEpoch ??= writer.logEpoch
      assert.equal(writer.logEpoch, logEpoch)
      const record = await recordAt(log, 0, writer.claim)
      assert.equal(record.type, 'PartitionClaimed')
      assert.equal((record as { logEpoch: string }).logEpoch, logEpoch)
      if (previous >= 0) assert.equal(record.meta.claim, previous, 'the record names the claim before it')
      assert.equal(writer.nextOffset, writer.claim + 1)
      previous = writer.claim
    }
    const other = await logs[0]!.claim(1)
    assert.match(other.logEpoch, /^[0-9a-f-]{36}$/)
    assert.notEqual(other.logEpoch, logEpoch, 'each partition has an epoch of its own')
  })

  // On Kafka it named the command of the event that stood last when the claim was asked for. What the owner before appended until it was
  // fenced stands before the claim, which took the position of the commands back: they were decided a second time.
  test('a claim says of no command that it is done', async () => {
    const log = await bench.open()
    const writer = await log.claim(2)
    await writer.append([{ key: sampleKey(log.partitionOf, 2), value: sampleCommandsDone(writer.claim, 7) }])
    const { meta } = await recordAt(log, 2, (await log.claim(2)).claim)
    assert.deepEqual([meta.commandOffset, meta.commandId], [-1, ''])
  })

  test('a claim that begins a new epoch fences like any other, and later claims copy what it began', async () => {
    const [log, other] = [await bench.open(), await bench.open()]
    const old = await log.claim(1)
    const begun = await other.claim(1, { newEpoch: true })
    assert.notEqual(begun.logEpoch, old.logEpoch)
    const record = await recordAt(log, 1, begun.claim)
    assert.deepEqual([record.meta.claim, (record as { logEpoch: string }).logEpoch], [old.claim, begun.logEpoch])
    await assert.rejects(appendTexts(old, sampleKey(log.partitionOf, 1), 'of the epoch before'), hasCode('FENCED'))
    const next = await log.claim(1)
    assert.deepEqual([next.logEpoch, next.claim], [begun.logEpoch, begun.claim + 1])
  })

  test('appends follow each other densely and resolve to their first offset', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, 0)
    const writer = await log.claim(0)
    assert.equal(await appendTexts(writer, key, 'a', 'b', 'c'), writer.claim + 1)
    assert.equal(writer.nextOffset, writer.claim + 4)
    assert.equal(await writer.append([{ key, value: sampleCommandsDone(writer.claim, 7) }]), writer.claim + 4)
    assert.equal(await appendTexts(writer, key, 'd'), writer.claim + 5)
    const records = await readAll(log, 'events', 0, writer.claim)
    assertDense(records, writer.claim)
    assert.deepEqual(textsOf(records), [undefined, 'a', 'b', 'c', undefined, 'd'])
    assert.ok(records.slice(1).every((record) => record.key === key))
  })

  test('20 concurrent appends of one writer are stored once each, in the order of calling', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, 1)
    const writer = await log.claim(1)
    const offsets = await Promise.all(numbered('append', 20).map((text) => appendTexts(writer, key, text)))
    assert.deepEqual(
      offsets,
      offsets.map((_, i) => writer.claim + 1 + i),
    )
    assert.deepEqual(textsOf(await readAll(log, 'events', 1, writer.claim + 1)), numbered('append', 20))
    assert.equal(writer.nextOffset, writer.claim + 21)
  })

  test("an old owner's append after a new claim is FENCED and stores nothing", async () => {
    const [oldLog, newLog] = [await bench.open(), await bench.open()]
    const key = sampleKey(oldLog.partitionOf, 2)
    const old = await oldLog.claim(2)
    await appendTexts(old, key, 'while owner')
    const next = await newLog.claim(2)
    await appendTexts(next, key, 'of the new owner')
    await assert.rejects(appendTexts(old, key, 'of the old owner'), hasCode('FENCED'))
    await assert.rejects(appendTexts(old, key, 'again'), 'a rejected writer is spent')
    await appendTexts(next, key, 'still the owner')
    assert.deepEqual(textsOf(await readAll(newLog, 'events', 2, next.claim + 1)), ['of the new owner', 'still the owner'])
  })

  test('a claim fences at once, before the new owner has appended an event', async () => {
    const [oldLog, newLog] = [await bench.open(), await bench.open()]
    const key = sampleKey(oldLog.partitionOf, 2)
    const old = await oldLog.claim(2)
    const next = await newLog.claim(2)
    await assert.rejects(appendTexts(old, key, 'too late'), hasCode('FENCED'))
    assert.equal(await endOf(newLog, 'events', 2), next.claim + 1)
  })

  test('a second claim by the same handle fences the first', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, 2)
    const old = await log.claim(2)
    const next = await log.claim(2)
    await assert.rejects(appendTexts(old, key, 'too late'), hasCode('FENCED'))
    assert.equal(await appendTexts(next, key, 'x'), next.claim + 1)
  })

  test('claims of one partition leave the writers of others alone', async () => {
    const [a, b] = [await bench.open(), await bench.open()]
    const writer = await a.claim(1)
    await b.claim(2)
    await b.claim(0)
    assert.equal(await appendTexts(writer, sampleKey(a.partitionOf, 1), 'mine'), writer.claim + 1)
  })

  test('whatever an old owner stored while the new one claimed lies before the claim', async () => {
    const [oldLog, newLog] = [await bench.open(), await bench.open()]
    const key = sampleKey(oldLog.partitionOf, 3)
    const old = await oldLog.claim(3)
    const stored = new Map<string, number>()
    let refused = false
    const giveUpAt = performance.now() + 20_000
    const appending = (async () => {
      // The limit is for a log that never refuses: the test then fails below instead of running for ever.
      for (let i = 0; !refused && i < 20_000 && performance.now() < giveUpAt; i++) {
        await appendTexts(old, key, `old ${i}`).then(
          (offset) => stored.set(`old ${i}`, offset),
          () => {
            refused = true
          },
        )
      }
    })()
    while (stored.size < 5 && !refused) await new Promise((resolve) => setImmediate(resolve))
    const next = await newLog.claim(3)
    await appending
    assert.ok(refused, 'the old owner was refused')
    assert.ok(stored.size >= 5)
    const records = await readAll(newLog, 'events', 3, old.claim)
    for (const [text, offset] of stored) {
      assert.ok(offset < next.claim, `${text} was acknowledged at ${offset}, behind the claim ${next.claim}`)
      assert.deepEqual(textsOf([records[offset - old.claim]!]), [text])
    }
    assert.equal(await endOf(newLog, 'events', 3), next.claim + 1)
  })

  test('20 concurrent claims leave exactly one writer that can append', async () => {
    const logs = [await bench.open(), await bench.open(), await bench.open()]
    const key = sampleKey(logs[0]!.partitionOf, 0)
    const from = await endOf(logs[0]!, 'events', 0)
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => logs[i % 3]!.claim(0)))
    const writers = outcomes.filter((outcome) => outcome.status === 'fulfilled').map((outcome) => outcome.value)
    for (const outcome of outcomes) if (outcome.status === 'rejected') hasCode('FENCED', 'UNAVAILABLE', 'UNKNOWN_OUTCOME')(outcome.reason)
    assert.equal(new Set(writers.map((writer) => writer.claim)).size, writers.length, 'every claim is its own record')
    const appends = await Promise.allSettled(writers.map((writer) => appendTexts(writer, key, `by ${writer.claim}`)))
    const usable = writers.filter((_, i) => appends[i]!.status === 'fulfilled')
    for (const append of appends) if (append.status === 'rejected') hasCode('FENCED')(append.reason)
    assert.deepEqual(
      usable.map((writer) => writer.claim),
      [Math.max(...writers.map((writer) => writer.claim))],
    )
    const texts = textsOf(await readAll(logs[0]!, 'events', 0, from)).filter((text) => text !== undefined)
    assert.deepEqual(texts, [`by ${usable[0]!.claim}`])
  })

  test('a closed writer does not append', async () => {
    const log = await bench.open()
    const writer = await log.claim(1)
    writer.close()
    await assert.rejects(appendTexts(writer, sampleKey(log.partitionOf, 1), 'closed'))
    assert.equal(await endOf(log, 'events', 1), writer.claim + 1)
  })
}
