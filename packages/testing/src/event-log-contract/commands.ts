// Commands: stored once each, in the order of calling per key, never after their deadline; what cannot be read is still delivered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleCommand, sampleKey } from '../samples.ts'
import type { Bench } from './harness.ts'
import { assertDense, endOf, hasCode, numbered, readAll, sendTexts, takeTail, textsOf } from './harness.ts'

export function commandTests(bench: Bench): void {
  test('20 concurrent commands of one key arrive once each, in the order of calling', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, 1)
    const from = await endOf(log, 'commands', 1)
    await sendTexts(log, key, numbered('command', 20))
    const records = await readAll(log, 'commands', 1, from)
    assertDense(records, from)
    assert.deepEqual(textsOf(records), numbered('command', 20))
    assert.ok(records.every((record) => record.key === key))
  })

  test('commands of several keys and handles keep the order of each key', async () => {
    const logs = [await bench.open(), await bench.open()]
    const keys = [0, 1, 2, 3].map((partition) => sampleKey(logs[0]!.partitionOf, partition))
    const froms = await Promise.all(keys.map((_, partition) => endOf(logs[0]!, 'commands', partition)))
    // Each key is sent by one handle, as each connection is served by one gateway.
    await Promise.all(
      numbered('', 25).flatMap((text) =>
        keys.map((key, i) => logs[i % 2]!.appendCommand(sampleCommand(key, `${i}${text}`, Date.now() + 15_000))),
      ),
    )
    for (const [i, key] of keys.entries()) {
      const records = (await readAll(logs[1]!, 'commands', i, froms[i]!)).filter((record) => record.key === key)
      assert.deepEqual(textsOf(records), numbered(String(i), 25))
    }
  })

  test("the log's clock is the one that stamps its records", async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, 1)
    await sendTexts(log, key, ['measures'])
    const from = await endOf(log, 'commands', 1)
    const before = log.clock.now()
    await sendTexts(log, key, ['measured'])
    const after = log.clock.now()
    const { appendedAt } = (await readAll(log, 'commands', 1, from))[0]!
    assert.ok(appendedAt >= before - 1 && appendedAt <= after + 1, `${appendedAt} in ${before} to ${after}`)
    assert.ok(Math.abs(log.clock.aheadMs()) < 100, 'of one host')
  })

  test('a command whose deadline has passed is refused and not stored', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, 2)
    const from = await endOf(log, 'commands', 2)
    await assert.rejects(log.appendCommand(sampleCommand(key, 'late', Date.now() - 1_000)), hasCode('UNAVAILABLE'))
    await sendTexts(log, key, ['in time'])
    assert.deepEqual(textsOf(await readAll(log, 'commands', 2, from)), ['in time'])
  })

  test('a command that does not fit its schema is refused before it is queued', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, 2)
    const from = await endOf(log, 'commands', 2)
    await assert.rejects(log.appendCommand({ ...sampleCommand(key, 'x', Date.now() + 5_000), replyTo: 0.5 }))
    await sendTexts(log, key, ['good'])
    assert.deepEqual(textsOf(await readAll(log, 'commands', 2, from)), ['good'])
  })

  test('a record that cannot be decoded is delivered as such, in its place, and can be dead-lettered', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, 3)
    const from = await endOf(log, 'commands', 3)
    const garbage = Buffer.from('not a record')
    // Framed, under a schema that exists nowhere.
    const unknownSchema = Buffer.from([0, 0x7f, 0xff, 0xff, 0xff, 1, 2, 3])
    await sendTexts(log, key, ['before'])
    await bench.harness().appendRaw('commands', 3, key, garbage)
    await bench.harness().appendRaw('commands', 3, key, unknownSchema)
    await sendTexts(log, key, ['after'])
    const records = await takeTail(log, 'commands', 3, { from, count: 4 })
    assertDense(records, from)
    assert.deepEqual(textsOf(records), ['before', undefined, undefined, 'after'])
    for (const [at, bytes] of [garbage, unknownSchema].entries()) {
      const { value } = records[at + 1]!
      assert.ok('undecodable' in value && value.undecodable)
      assert.deepEqual(Buffer.from(value.bytes), bytes)
      assert.ok(value.cause instanceof Error)
    }
    const letter = { key, bytes: garbage, from: { topic: 'commands', partition: 3, offset: from + 1 }, why: 'does not decode' } as const
    await log.deadLetter([letter])
    const stored = (await bench.harness().deadLetters()).find((each) => each.key === key)
    assert.ok(stored)
    assert.deepEqual({ ...stored, bytes: Buffer.from(stored.bytes) }, letter)
  })
}
