// The order of one conversation: next, again, early, too many early, and any mixture of them.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Item } from './item.ts'
import { beginAt, createTimeline, firstHeld, holeOf, isOfOtherHistory, offer, passOver } from './timeline.ts'

const item = (seq: number): Item => ({
  type: 'unknown',
  conversationId: 'd:a:b',
  seq,
  ordinal: 0,
  actorId: 'a',
  occurredAtMs: 0,
  uncounts: 0,
})
const seqs = (items: Item[]) => items.map((i) => i.seq)

test('the next item is shown, an old one dropped, an early one held until the hole closes', () => {
  const timeline = createTimeline(4)
  assert.deepEqual(seqs(offer(timeline, item(5), 10)), [5])
  assert.deepEqual(seqs(offer(timeline, item(5), 10)), [])
  assert.deepEqual(seqs(offer(timeline, item(8), 10)), [])
  assert.deepEqual(holeOf(timeline), { afterSeq: 5, beforeSeq: 8 })
  assert.deepEqual(seqs(offer(timeline, item(7), 10)), [])
  assert.deepEqual(seqs(offer(timeline, item(6), 10)), [6, 7, 8])
  assert.equal(holeOf(timeline), null)
})

test('nothing is shown before the beginning is known', () => {
  const timeline = createTimeline()
  assert.deepEqual(seqs(offer(timeline, item(3), 10)), [])
  assert.equal(holeOf(timeline), null)
  assert.deepEqual(seqs(beginAt(timeline, 1)), [])
  assert.deepEqual(seqs(offer(timeline, item(2), 10)), [2, 3])
})

test('what is passed over costs nothing that is held', () => {
  const timeline = createTimeline(4)
  for (const seq of [7, 12]) offer(timeline, item(seq), 10)
  assert.deepEqual(seqs(passOver(timeline, 9)), [7])
  assert.deepEqual(holeOf(timeline), { afterSeq: 9, beforeSeq: 12 })
  assert.deepEqual(seqs(passOver(timeline, 11)), [12])
  assert.deepEqual(seqs(passOver(timeline, 3)), [])
})

test('what is held is bounded: the highest goes, and is still known to be missing', () => {
  const timeline = createTimeline(0)
  for (const seq of [5, 4, 3]) offer(timeline, item(seq), 2)
  assert.deepEqual([...timeline.held.keys()].sort(), [3, 4])
  assert.equal(firstHeld(timeline)?.seq, 3)
  offer(timeline, item(1), 2)
  assert.deepEqual(seqs(offer(timeline, item(2), 2)), [2, 3, 4])
  assert.deepEqual(holeOf(timeline), { afterSeq: 4, beforeSeq: 6 })
})

test('another record at one of the last places is told from what comes again', () => {
  const timeline = createTimeline(0)
  const at = (seq: number, occurredAtMs: number): Item => ({ ...item(seq), occurredAtMs })
  for (let seq = 1; seq <= 20; seq += 1) offer(timeline, at(seq, 1_000 + seq), 10)
  const isOther = (seq: number, occurredAtMs: number) => isOfOtherHistory(timeline, at(seq, occurredAtMs))
  // The same; another; one of views that are of the old log yet; the first place that is remembered; one before; one to come.
  assert.deepEqual(
    [isOther(20, 1_020), isOther(20, 1_021), isOther(20, 1_019), isOther(5, 2_000), isOther(4, 2_000), isOther(21, 2_000)],
    [false, true, false, true, false, false],
  )
})

test('any order, with repeats, shows every item once and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (arrivals, heldMax) => {
      const timeline = createTimeline(0)
      const shown = arrivals.flatMap((seq) => seqs(offer(timeline, item(seq), heldMax)))
      for (let seq = 1; seq <= 12; seq += 1) shown.push(...seqs(offer(timeline, item(seq), heldMax)))
      assert.deepEqual(shown, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      assert.equal(timeline.held.size, 0)
    }),
  )
})
