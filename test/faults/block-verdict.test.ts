// The checker of blocks, checked: nothing may come through a block, and nothing be refused without one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleJournal } from './example-journal.ts'
import type { BlockEntry, Journal, SendEntry } from './journal.ts'
import { failures, judge } from './verdict.ts'

const direct = 'd:ann:bob'

/** Ann, whose six messages are sent every 100 ms and acked 10 ms later, is blocked by bob. */
function blocked(block: Partial<BlockEntry>, change: (journal: Journal) => void = () => {}) {
  const journal = exampleJournal()
  const entry = {
    conversationId: direct,
    blockedId: 'ann',
    askedAtMs: 550,
    ackedAtMs: 560,
    endAskedAtMs: null,
    endAckedAtMs: null,
    unanswered: false,
  }
  journal.blocks.push({ ...entry, ...block })
  change(journal)
  return judge(journal)
}

const lateSend = (changes: Partial<SendEntry>) => (journal: Journal) => {
  const id = { clientMessageId: 'late', conversationId: direct, userId: 'ann', deviceId: 'phone', number: 99 }
  journal.sends.push({ ...id, intendedAtMs: 600, ackedAtMs: null, seq: null, refused: 'NOT_REACHABLE', refusedAtMs: 610, ...changes })
}

test('a message that comes through a block is leaked', () => {
  const { leaked, missing } = blocked({ askedAtMs: 300, ackedAtMs: 350 })
  assert.deepEqual([leaked, missing], [2, 0], 'those of 400 and 500 ms')
  assert.equal(blocked({ askedAtMs: 300, ackedAtMs: 350, endAskedAtMs: 450, endAckedAtMs: 460 }).leaked, 1)
  assert.equal(blocked({ askedAtMs: 300, ackedAtMs: null }).leaked, 0, 'what was never answered may never have happened')
  assert.equal(blocked({ askedAtMs: 300, ackedAtMs: 350, blockedId: 'bob' }).leaked, 0)
})

test('what a block refuses is neither missing nor an outage, and is not among what was to be acked', () => {
  const verdict = blocked({}, lateSend({}))
  assert.deepEqual([failures(verdict), verdict.evidence.blocks, verdict.evidence.refusedByBlocks], [[], 1, 1])
})

test('what is refused where nobody was blocked is missing', () => {
  for (const block of [{ askedAtMs: 700, ackedAtMs: 710 }, { endAskedAtMs: 570, endAckedAtMs: 580 }, { conversationId: 'd:ann:zoe' }]) {
    const verdict = blocked(block, lateSend({}))
    assert.equal(verdict.missing, 1, JSON.stringify(block))
    assert.ok(failures(verdict).length > 0)
  }
})

test('what a block refuses whose end was never answered is not missing', () => {
  assert.equal(blocked({ endAskedAtMs: 570, endAckedAtMs: 580, unanswered: true }, lateSend({})).missing, 0)
})

test('of pairs of which a cut took something nothing is said, and of others everything', () => {
  const cut = (pairs: string[]) => (journal: Journal) => {
    lateSend({})(journal)
    journal.loss = { returnedAtMs: 1_500, events: 1, messages: [], changes: [], pairs, marks: [] }
    for (const { earlier } of journal.devices) earlier.push([])
  }
  const over = { askedAtMs: 300, ackedAtMs: 350, endAskedAtMs: 460, endAckedAtMs: 470 }
  assert.deepEqual(failures(blocked(over, cut([direct]))), [])
  const { leaked, missing } = blocked(over, cut(['d:ann:zoe']))
  assert.deepEqual([leaked, missing], [1, 1])
})
