// The ledger is believed by every bench and fault run: each kind of fault, planted by hand, must be counted as that kind.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Counts } from './ledger.ts'
import { Ledger } from './ledger.ts'

const conversation = 'd:a:b'
const clean = { lost: 0, duplicated: 0, gaps: 0, misordered: 0, leaked: 0 }

/** Five messages of a to b, acked 1 to 5; `shown` says what b gets, in which order. */
function played(shown: readonly number[], seqs: readonly number[] = [1, 2, 3, 4, 5]): Ledger {
  const ledger = new Ledger({ readersOf: () => ['a', 'b'] })
  for (const n of [1, 2, 3, 4, 5]) ledger.send(`m${n}`, conversation, 'a', n)
  for (const [i, seq] of seqs.entries()) ledger.ack(`m${i + 1}`, seq, 10)
  for (const seq of shown) ledger.deliver('b', conversation, seq, `m${seqs.indexOf(seq) + 1}`)
  return ledger
}

function faults(ledger: Ledger): Omit<Counts, 'sent' | 'acked' | 'delivered'> {
  const { lost, duplicated, gaps, misordered, leaked } = ledger.check()
  return { lost, duplicated, gaps, misordered, leaked }
}

test('what arrives once and in order is clean, and checking twice says the same', () => {
  const ledger = played([1, 2, 3, 4, 5])
  assert.deepEqual(faults(ledger), clean)
  assert.deepEqual(ledger.check(), ledger.check())
  assert.equal(ledger.check().delivered, 5)
})

test('a message in the middle that never arrives is lost and leaves a gap', () => {
  assert.deepEqual(faults(played([1, 2, 4, 5])), { ...clean, lost: 1, gaps: 1 })
})

test('a last message that never arrives is lost', () => {
  assert.deepEqual(faults(played([1, 2, 3, 4])), { ...clean, lost: 1 })
})

test('a message shown twice is duplicated', () => {
  assert.deepEqual(faults(played([1, 2, 2, 3, 4, 5])), { ...clean, duplicated: 1 })
})

test('two messages shown the wrong way round are misordered', () => {
  assert.deepEqual(faults(played([1, 3, 2, 4, 5])), { ...clean, misordered: 1 })
})

test('a seq nobody ever saw is a gap for both', () => {
  assert.deepEqual(faults(played([1, 2, 4, 5, 6], [1, 2, 4, 5, 6])), { ...clean, gaps: 2 })
})

test('seqs against the order of sending are misordered', () => {
  assert.deepEqual(faults(played([1, 2, 3, 4, 5], [1, 3, 2, 4, 5])), { ...clean, misordered: 1 })
})

test('a message stored twice is duplicated, whether answers or deliveries tell', () => {
  const answered = played([1, 2, 3, 4, 5])
  answered.ack('m2', 6, 11)
  assert.equal(faults(answered).duplicated, 1)
  const shown = played([1, 2, 3, 4, 5])
  shown.deliver('b', conversation, 5, 'm2')
  assert.ok(faults(shown).duplicated >= 1)
})

test('a message shown to somebody else is leaked', () => {
  const ledger = played([1, 2, 3, 4, 5])
  ledger.deliver('c', conversation, 1, 'm1')
  assert.deepEqual(faults(ledger), { ...clean, leaked: 1 })
})

test('own messages count as seen by their answers, and a base hides what was before', () => {
  const ledger = new Ledger({ readersOf: () => ['a', 'b'] })
  ledger.base(conversation, 10)
  ledger.send('m1', conversation, 'a', 0)
  ledger.send('m2', conversation, 'b', 0)
  ledger.ack('m1', 11, 1)
  ledger.ack('m2', 12, 1)
  ledger.deliver('a', conversation, 12, 'm2')
  ledger.deliver('b', conversation, 11, 'm1')
  assert.deepEqual(faults(ledger), clean)
})

test('a history is compared with the answers', () => {
  const entries = (seqs: readonly number[]) => seqs.map((seq) => ({ seq, id: `m${seq}` }))
  const read = (seqs: readonly number[]) => {
    const ledger = played([1, 2, 3, 4, 5])
    ledger.readBack(conversation, entries(seqs))
    return faults(ledger)
  }
  assert.deepEqual(read([1, 2, 3, 4, 5]), clean)
  assert.deepEqual(read([1, 2, 4, 5]), { ...clean, lost: 1, gaps: 1 })
  assert.deepEqual(read([1, 2, 3, 3, 4, 5]), { ...clean, duplicated: 1 })
  assert.deepEqual(read([1, 3, 2, 4, 5]), { ...clean, gaps: 1, misordered: 1 })
})
