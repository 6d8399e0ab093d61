// What a cursor is worth. The log of a device had lost its end, as one that is put back from a backup; it was taken at its numbers, and what
// came at places that the device had seen before, as something else, was passed over in silence.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Checkpoint, emptyCheckpoint } from '@skein/event-sourcing'
import { type Cursor, placesOf } from '@skein/projections'
import { placeName, placesOfOldClaims, planOf, seenAtEnd } from './sync-plan.ts'

const at = (nextOffset: number, claim: number, claimId: string, logEpoch = 'log'): Checkpoint => ({
  ...emptyCheckpoint(0),
  nextOffset,
  claim,
  claimId,
  logEpoch,
})
const seen = (checkpoint: Checkpoint): Cursor => ({ places: placesOf([checkpoint]), unfinished: null })

/** `claims` by their offsets, as the table of the views has them. */
function judged(cursor: Cursor, view: Checkpoint | null, claims: Readonly<Record<number, string>>, caughtUp = true): string {
  const checkpoints = view === null ? [] : [view]
  const stood = placesOfOldClaims(cursor, checkpoints).map(([partition, next]) => {
    const claim = Math.max(...Object.keys(claims).map(Number).filter((offset) => offset < next)) // biome-ignore format: one line
    return [placeName(partition, next), claims[claim] ?? ''] as const
  })
  const { full, otherHistory } = planOf(cursor, { checkpoints, isBehind: () => !caughtUp, claims: new Map(stood) })
  assert.ok(full || !otherHistory)
  return otherHistory ? 'other' : 'same'
}

test('a cursor whose record still stands is of use, under the newest claim and under one before', () => {
  const claims = { 0: 'a', 11: 'b', 20: 'c' }
  for (const cursor of [at(5, 0, 'a'), at(11, 0, 'a'), at(12, 11, 'b'), at(20, 11, 'b'), at(21, 20, 'c'), at(30, 20, 'c')])
    assert.equal(judged(seen(cursor), at(30, 20, 'c'), claims), 'same', JSON.stringify(cursor))
})

test('a cursor whose record is gone is of another history, however far the log has come since', () => {
  const cursor = seen(at(17, 11, 'b'))
  // Cut at 11 and claimed there again; cut further down; grown on under one claim, and under several.
  for (const [view, claims] of [
    [at(12, 11, 'B'), { 0: 'a', 11: 'B' }],
    [at(9, 5, 'B'), { 0: 'a', 5: 'B' }],
    [at(40, 11, 'B'), { 0: 'a', 11: 'B' }],
    [at(40, 30, 'D'), { 0: 'a', 5: 'B', 15: 'C', 30: 'D' }],
    [at(40, 30, 'D'), { 0: 'a', 11: 'b', 14: 'C', 30: 'D' }],
  ] as const)
    assert.equal(judged(cursor, view, claims), 'other', JSON.stringify(view))
})

test('a cursor of another epoch is of another history though its record stands: an operator said so', () => {
  assert.equal(judged(seen(at(5, 0, 'a')), at(7, 6, 'b', 'after'), { 0: 'a', 6: 'b' }), 'other')
})

test('a cursor that is further than views which are behind is left as it is', () => {
  assert.equal(judged(seen(at(17, 11, 'b')), at(12, 11, 'b'), { 0: 'a', 11: 'b' }, false), 'same')
  assert.equal(judged(seen(at(17, 11, 'b')), at(9, 0, 'a'), { 0: 'a' }, false), 'same')
})

// Views made anew had no batch of one partition yet, as it stood still: every device was told of another log, and forgot what it had shown.
test('of views without a first batch a cursor is of another history only where there is nothing that they could be behind', () => {
  for (const view of [null, emptyCheckpoint(0)]) {
    assert.equal(judged(seen(at(17, 11, 'b')), view, {}, false), 'same')
    assert.equal(judged(seen(at(17, 11, 'b')), view, {}), 'other')
  }
})

// One partition that stood still made every cursor that was further than its views one of this log, whatever partition it was further in.
test('views that are behind in one partition tell of another history in the others', () => {
  const views = [at(12, 11, 'b'), { ...at(12, 11, 'b'), partition: 1 }]
  for (const [further, said] of [
    [0, false],
    [1, true],
  ] as const) {
    const cursor = {
      places: placesOf(views.map((view) => (view.partition === further ? { ...view, nextOffset: 17 } : view))),
      unfinished: null,
    }
    const { otherHistory } = planOf(cursor, { checkpoints: views, isBehind: (partition) => partition === 0, claims: new Map() })
    assert.equal(otherHistory, said, `further in partition ${further}`)
  }
})

// A cursor that was further than the views was answered with their own places: where the log had been put back, the next sync found nothing wrong.
test('a place that the views have not come to stays in the cursor, and is judged once they have', () => {
  const before = seen(at(17, 11, 'b'))
  for (const view of [at(12, 10, 'B'), emptyCheckpoint(0), null]) {
    const checkpoints = view === null ? [] : [view]
    const places = seenAtEnd(planOf(before, { checkpoints, isBehind: () => true, claims: new Map() }))
    assert.deepEqual(places, before.places)
    assert.equal(judged({ places, unfinished: null }, at(40, 10, 'B'), { 0: 'a', 10: 'B' }), 'other')
  }
  const plan = planOf(before, { checkpoints: [at(40, 11, 'b')], isBehind: () => false, claims: new Map() })
  assert.deepEqual(seenAtEnd(plan), placesOf([at(40, 11, 'b')]))
})

test('between the pages of a sync both its beginning and its end are held to the log', () => {
  const view = at(40, 30, 'D')
  const claims = { 0: 'a', 11: 'b', 30: 'D' }
  const { places } = seen(at(20, 11, 'b'))
  for (const [since, said] of [
    [placesOf([at(15, 11, 'b')]), 'same'],
    [placesOf([at(15, 11, 'B')]), 'other'],
    [null, 'same'],
  ] as const) {
    const cursor: Cursor = { places, unfinished: { since, afterConversationId: 'd:ann:bob' } }
    assert.equal(judged(cursor, view, claims), said)
  }
})
