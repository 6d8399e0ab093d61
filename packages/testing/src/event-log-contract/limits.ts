// Size and atomicity of a record batch: all or nothing, up to the limit and not a byte above. After any rejection the
// writer is dropped and the partition claimed again, as an owner does.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import type { RecordToAppend } from '@skein/event-sourcing'
import { sampleCommand, sampleKey, sampleMessageSent } from '../samples.ts'
import type { Bench, Writer } from './harness.ts'
import { appendTexts, endOf, eventsOf, hasCode, numbered, readAll, textsOf } from './harness.ts'

const partition = 1

interface BatchSize {
  readonly others: number
  readonly bytes: number
}

/** A batch that counts exactly `bytes`: `others` records of 1,000 characters and one that fills up. */
function batchOfBytes(bench: Bench, writer: Writer, key: string, { others, bytes }: BatchSize): RecordToAppend<SkeinEvent>[] {
  const rest = Array.from({ length: others }, () => ({ key, value: sampleMessageSent('o'.repeat(1_000), writer.claim) }))
  const filled = (length: number) => [...rest, { key, value: sampleMessageSent('f'.repeat(length), writer.claim) }]
  let length = bytes - others * 1_000
  for (let attempt = 0; attempt < 10; attempt++) {
    const batch = filled(length)
    const excess = bench.harness().recordBatchBytes(batch) - bytes
    if (excess === 0) return batch
    length -= excess
  }
  throw new Error(`no batch counts exactly ${bytes} bytes`)
}

export function limitTests(bench: Bench): void {
  test('a batch is stored whole, at consecutive offsets', async () => {
    const log = await bench.open()
    const writer = await log.claim(partition)
    const texts = numbered('of the batch', 300)
    const offset = await appendTexts(writer, sampleKey(log.partitionOf, partition), ...texts)
    assert.equal(offset, writer.claim + 1)
    assert.deepEqual(textsOf(await readAll(log, 'events', partition, offset)), texts)
  })

  test('a batch with one record that cannot be encoded is UNENCODABLE, stores nothing, and spends the writer', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, partition)
    const writer = await log.claim(partition)
    const [first, broken, last] = eventsOf(writer, key, ['first', 'broken', 'last'])
    const unfit = { key, value: { ...broken!.value, seq: 0.5 } as SkeinEvent }
    await assert.rejects(writer.append([first!, unfit, last!]), hasCode('UNENCODABLE'))
    await assert.rejects(appendTexts(writer, key, 'built on what was refused'), 'a rejected writer is spent')
    writer.close()
    const next = await log.claim(partition)
    assert.equal(next.claim, writer.claim + 1)
    assert.equal(await appendTexts(next, key, 'goes on'), next.claim + 1)
  })

  for (const others of [0, 100]) {
    test(`a batch of ${others + 1} records at the size limit is stored; a byte above it is TOO_LARGE and stores nothing`, async () => {
      const log = await bench.open()
      const limit = bench.harness().recordBatchBytesMax
      const key = sampleKey(log.partitionOf, partition)
      const writer = await log.claim(partition)
      const atLimit = batchOfBytes(bench, writer, key, { others, bytes: limit })
      const offset = await writer.append(atLimit)
      const stored = await readAll(log, 'events', partition, offset)
      assert.equal(stored.length, others + 1)
      assert.deepEqual(
        textsOf(stored).at(-1)?.length,
        Buffer.from((atLimit.at(-1)!.value as { body: { bytes: Uint8Array } }).body.bytes).length,
      )

      const above = batchOfBytes(bench, writer, key, { others, bytes: limit + 1 })
      await assert.rejects(writer.append(above), hasCode('TOO_LARGE'))
      await assert.rejects(appendTexts(writer, key, 'built on what was refused'), 'a rejected writer is spent')
      writer.close()
      const next = await log.claim(partition)
      assert.equal(next.claim, offset + others + 1, 'nothing of the refused batch was stored')
      assert.equal(await appendTexts(next, key, 'goes on'), next.claim + 1)
    })
  }

  test('appends in flight behind a refused one are not stored', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, partition)
    const writer = await log.claim(partition)
    const above = batchOfBytes(bench, writer, key, { others: 0, bytes: bench.harness().recordBatchBytesMax + 1 })
    const outcomes = await Promise.allSettled([
      appendTexts(writer, key, 'before'),
      writer.append(above),
      appendTexts(writer, key, 'behind'),
    ])
    writer.close()
    assert.equal(outcomes[1].status, 'rejected')
    assert.equal(outcomes[2].status, 'rejected')
    const next = await log.claim(partition)
    // The one before may go either way, but its promise told which if it resolved; the one behind may not be there.
    const texts = textsOf(await readAll(log, 'events', partition, writer.claim + 1)).slice(0, next.claim - writer.claim - 1)
    if (outcomes[0].status === 'fulfilled') assert.deepEqual(texts, ['before'])
    else assert.ok(texts.every((text) => text === 'before') && texts.length <= 1)
  })

  test('a command above the size limit is TOO_LARGE and not stored', async () => {
    const log = await bench.open()
    const key = sampleKey(log.partitionOf, partition)
    const end = await endOf(log, 'commands', partition)
    await assert.rejects(
      log.appendCommand(sampleCommand(key, 'x'.repeat(bench.harness().recordBatchBytesMax + 1), Date.now() + 15_000)),
      hasCode('TOO_LARGE'),
    )
    await log.appendCommand(sampleCommand(key, 'fits', Date.now() + 15_000))
    assert.deepEqual(textsOf(await readAll(log, 'commands', partition, end)), ['fits'])
  })
}
