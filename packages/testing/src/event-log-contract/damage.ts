// Records that are not what was written. One flipped bit once changed the sum that somebody was said to have paid, and nobody noticed; what
// was noticed was called a passing fault, and tried again for ever.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LogError } from '@skein/event-sourcing'
import { sampleKey } from '../samples.ts'
import type { AnyRecord, Bench } from './harness.ts'
import { appendTexts, endOf, hasCode, numbered, readAny, sendTexts, tailAny, textsOf } from './harness.ts'

const [partition, other] = [3, 2]
const count = 9
const damagedAt = 4

export function damageTests(bench: Bench): void {
  test('a damaged event is CORRUPT to whoever reads or follows it, after what stands before; behind it and elsewhere reading goes on', async () => {
    const writing = await bench.open()
    const writer = await writing.claim(partition)
    const from = writer.nextOffset
    // One append each: a log may keep a checksum of the whole append.
    for (const text of numbered('event', count)) await appendTexts(writer, sampleKey(writing.partitionOf, partition), text)
    const elsewhere = await writing.claim(other)
    await appendTexts(elsewhere, sampleKey(writing.partitionOf, other), 'elsewhere')
    for (const each of [writer, elsewhere]) each.close()
    await bench.harness().damageRecord!('events', partition, from + damagedAt)

    const log = await bench.open()
    const to = await endOf(log, 'events', partition)
    const stop = new AbortController()
    const ways = [readAny(log, 'events', partition, { from, to }), tailAny(log, 'events', partition, { from, signal: stop.signal })]
    for (const way of ways) {
      const found: AnyRecord[] = []
      await assert.rejects(
        async () => {
          for await (const batch of way) found.push(...batch)
        },
        corruptAt(from + damagedAt),
      )
      assert.deepEqual(textsOf(found), numbered('event', damagedAt))
    }
    const behind: AnyRecord[] = []
    for await (const batch of readAny(log, 'events', partition, { from: from + damagedAt + 1, to })) behind.push(...batch)
    assert.deepEqual(textsOf(behind), numbered('event', count).slice(damagedAt + 1))
    const found: AnyRecord[] = []
    const end = await endOf(log, 'events', other)
    for await (const batch of readAny(log, 'events', other, { from: end - 1, to: end })) found.push(...batch)
    assert.deepEqual(textsOf(found), ['elsewhere'])
  })

  test('a damaged command is handed over as what cannot be decoded, CORRUPT, and those behind it follow', async () => {
    const writing = await bench.open()
    const from = await endOf(writing, 'commands', partition)
    const texts = numbered('command', count)
    for (const text of texts) await sendTexts(writing, sampleKey(writing.partitionOf, partition), [text])
    await bench.harness().damageRecord!('commands', partition, from + damagedAt)
    const log = await bench.open()
    const found: AnyRecord[] = []
    for await (const batch of readAny(log, 'commands', partition, { from, to: from + count })) found.push(...batch)
    const { value } = found[damagedAt]!
    assert.ok('undecodable' in value && hasCode('CORRUPT')(value.cause))
    const intact = <T>(list: readonly T[]) => list.filter((_, i) => i !== damagedAt)
    assert.deepEqual(textsOf(intact(found)), intact(texts))
  })
}

const corruptAt = (offset: number) => (error: unknown) => {
  assert.ok(error instanceof LogError && !error.retriable)
  assert.match(error.message, new RegExp(`@${offset}\\b`))
  return hasCode('CORRUPT')(error)
}
