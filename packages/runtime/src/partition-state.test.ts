// The state of a partition: what is folded, what is forgotten when, and when the view is not to be believed. The domain here
// counts: cell `n` is changed by events that add to it, and a command's intent is its id.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Checkpoint, emptyCheckpoint } from '@skein/event-sourcing'
import type { Added, Adding, Count } from '../test/counting-domain.ts'
import { add, added, countingDecider } from '../test/counting-domain.ts'
import { PartitionState, ViewReplaced } from './partition-state.ts'
import { defaultProcessorLimits } from './processor-limits.ts'

const at = (nextOffset: number, claimed: Partial<Checkpoint> = {}): Checkpoint => ({
  ...emptyCheckpoint(0),
  nextOffset,
  logEpoch: 'log',
  claim: 0,
  claimId: 'claim',
  ...claimed,
})

function stateAt(nextOffset: number, limits: Partial<typeof defaultProcessorLimits> = {}, windowStart = 0) {
  const state = new PartitionState<Adding, Added, Count, number>({
    decider: countingDecider,
    limits: { ...defaultProcessorLimits, clockSkewMaxMs: 0, ...limits },
    checkpoint: at(nextOffset),
  })
  state.beginWindow(windowStart)
  return state
}

const found = (nextOffset: number, cells: Record<string, number> = {}) => ({
  checkpoint: at(nextOffset),
  cells: new Map<string, Count>(Object.entries(cells)),
})
const folded = (offset: number, event: Added) => ({ offset, event, appendedAt: offset })

test('onto a cell from the view, only events at or past its checkpoint are folded', () => {
  const state = stateAt(5)
  state.admit(['n'], found(5, { n: 7 }))
  for (const offset of [3, 4, 5, 6]) state.catchUp(folded(offset, added('n', 10 ** (offset - 3))))
  assert.equal(state.read('n'), 7 + 100 + 1000)
})

test('a tail taken in pieces: a cell read later is as of a later checkpoint', () => {
  const state = stateAt(5)
  state.admit(['n'], found(5, { n: 0 }))
  for (const offset of [5, 6]) state.catchUp(folded(offset, added('n', 1)))
  state.admit(['m'], found(9, { m: 40 }))
  for (const offset of [7, 8, 9]) state.catchUp(folded(offset, added(offset === 8 ? 'n' : 'm', 1)))
  assert.deepEqual([state.read('n'), state.read('m')], [3, 41])
  assert.throws(() => state.catchUp(folded(10, added('never admitted', 1))), { code: 'CELL_NOT_READ' })
})

test('no intent is taken for new before it is told where the window begins', () => {
  const limits = { ...defaultProcessorLimits, clockSkewMaxMs: 0 }
  const state = new PartitionState<Adding, Added, Count, number>({ decider: countingDecider, limits, checkpoint: at(0) })
  state.admit(['n'], found(0))
  const command = add('n', 1, { id: 'i', enteredAt: Number.MAX_SAFE_INTEGER })
  assert.deepEqual(state.missing(command), ['intent|i'])
  state.beginWindow(0)
  assert.deepEqual(state.missing(command), [])
})

test('partitions of one process share what memory may hold', () => {
  const state = stateAt(0, { cellsMax: 4, intentsMax: 4 })
  for (const [i, n] of ['a', 'b', 'c', 'd'].entries()) {
    state.admit([n], found(0))
    state.fold([added(n, 1, `intent of ${n}`)], i, 10)
  }
  state.sawCheckpoint(at(4))
  state.makeRoom(10, 1)
  assert.deepEqual([state.cellCount, state.intentCount], [4, 4])
  state.makeRoom(10, 2)
  assert.deepEqual([state.cellCount, state.intentCount], [2, 2])
})

test('a checkpoint that goes back, or belongs to another log, voids the state', () => {
  const state = stateAt(5)
  state.sawCheckpoint(at(5))
  state.sawCheckpoint(at(8))
  assert.throws(() => state.sawCheckpoint(at(7)), ViewReplaced)
  assert.throws(() => state.sawCheckpoint(at(9, { claimId: 'of another record' })), ViewReplaced)
  assert.throws(() => state.sawCheckpoint(at(9, { claim: 7, claimId: "another log's", logEpoch: 'other' })), ViewReplaced)
  assert.throws(() => state.admit(['n'], found(7)), ViewReplaced)
  assert.equal(state.checkpoint.nextOffset, 8)
})

test('a newer copy of a fact replaces an older one in memory, whatever checkpoint it came with; nothing else', () => {
  const state = stateAt(5)
  const renewed = (value: number) => new Map([['changing|x', value]])
  state.renew(['changing|x'], renewed(1), 10)
  assert.equal(state.has('changing|x'), false, 'it was let go of meanwhile')
  state.admit(['changing|x', 'n'], found(5, { 'changing|x': 1, n: 7 }), 20)
  state.renew(['changing|x'], renewed(2), 19)
  assert.equal(state.read('changing|x'), 1, 'read later than what came late')
  state.renew(['changing|x', 'n'], renewed(3), 21)
  assert.deepEqual([state.read('changing|x'), state.read('n')], [3, 7])
  state.renew(['changing|x'], new Map(), 22)
  assert.equal(state.read('changing|x'), undefined)
})

test('cells leave memory only behind the checkpoint, and are then missing', () => {
  const state = stateAt(5, { cellsMax: 0 })
  state.admit(['n'], found(5, { n: 1 }))
  state.fold([added('n', 1)], 6, 0)
  state.makeRoom(0)
  assert.equal(state.read('n'), 2)
  state.sawCheckpoint(at(6))
  state.makeRoom(0)
  state.sawCheckpoint(at(7))
  state.makeRoom(0)
  assert.deepEqual(state.missing(add('n', 1)), ['n'])
  assert.throws(() => state.read('n'), { code: 'CELL_NOT_READ' })
})

test('an own cell that is absent is known; an absent foreign fact is asked for again in the next batch', () => {
  const state = stateAt(0)
  const command = add('n', 1, { foreign: 'foreign|x' })
  assert.deepEqual(state.missing(command), ['n', 'foreign|x'])
  state.admit(['n', 'foreign|x'], found(0))
  assert.deepEqual(state.missing(command), [])
  state.beginBatch()
  assert.deepEqual(state.missing(command), ['foreign|x'])
  state.admit(['foreign|x'], found(0, { 'foreign|x': 1 }))
  state.beginBatch()
  assert.deepEqual(state.missing(command), [], 'one that exists may be kept')
})

test('an intent is looked up when it is a retry or entered before the window, and taken for new otherwise', () => {
  const state = stateAt(0, {}, 1000)
  state.admit(['n'], found(0))
  assert.deepEqual(state.missing(add('n', 1, { id: 'i', enteredAt: 1000 })), [])
  assert.deepEqual(state.missing(add('n', 1, { id: 'i', enteredAt: 999 })), ['intent|i'])
  assert.deepEqual(state.missing(add('n', 1, { id: 'i', enteredAt: 2000, retry: true })), ['intent|i'])
  assert.equal(state.readerFor(add('n', 1, { id: 'i', enteredAt: 1000 }))('intent|i'), undefined)
  state.remember(added('n', 1, 'i'), 3, 1500)
  assert.deepEqual(state.missing(add('n', 1, { id: 'i', enteredAt: 2000, retry: true })), [])
  assert.equal(state.readerFor(add('n', 1, { id: 'i', enteredAt: 2000 }))('intent|i'), 1)
})

// See the test of the same name in deduplication.test.ts.
test('that an intent was absent is forgotten when its event is folded', () => {
  const state = stateAt(0, { intentsMax: 0 })
  const command = add('n', 1, { id: 'i', retry: true })
  state.admit(state.missing(command), found(0))
  assert.equal(state.readerFor(command)('intent|i'), undefined)
  state.fold([added('n', 1, 'i')], 0, 10)
  state.sawCheckpoint(at(1))
  state.makeRoom(20)
  assert.equal(state.intentCount, 0)
  assert.deepEqual(state.missing(command), ['intent|i'])
})

test('the events of a command are folded all or not at all', () => {
  const state = stateAt(0)
  state.admit(['n', 'm'], found(0, { n: 1, m: 1 }))
  assert.throws(() => state.fold([added('n', 1, 'i'), added('m', Number.NaN)], 0, 0))
  assert.deepEqual([state.read('n'), state.read('m'), state.intentCount], [1, 1, 0])
  state.fold([added('n', 1), added('n', 1)], 0, 0)
  assert.equal(state.read('n'), 3)
})
