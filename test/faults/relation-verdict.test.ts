// The checker of relations, checked: what was answered stands on both sides, and whoever has blocked another is not shown that they ask.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Device } from './audience.ts'
import { Blocks } from './blocks.ts'
import { exampleJournal } from './example-journal.ts'
import type { Journal, PairEntry, RelationEntry } from './journal.ts'
import { newJournal } from './journal.ts'
import { failures, judge } from './verdict.ts'

const direct = 'd:ann:bob'
const nothing = { blocked: false, friends: false, asked: false }

interface Found {
  readonly pair?: Partial<PairEntry>
  readonly own?: Partial<RelationEntry>
  readonly theirs?: Partial<RelationEntry>
}

/** Ann and bob, who are as they are read back unless something else is said. */
function related({ pair = {}, own = {}, theirs = {} }: Found, change: (journal: Journal) => void = () => {}) {
  const journal = exampleJournal()
  journal.pairs.push({ conversationId: direct, userId: 'ann', peerId: 'bob', ...nothing, asksInVain: false, unanswered: false, ...pair })
  journal.relations.push({ conversationId: direct, userId: 'ann', ...nothing, ...own })
  journal.relations.push({ conversationId: direct, userId: 'bob', ...nothing, ...theirs })
  change(journal)
  return judge(journal)
}

test('what was answered stands on both sides', () => {
  const friends = { friends: true }
  const right: readonly Found[] = [
    {},
    { pair: friends, own: friends, theirs: friends },
    { pair: { asked: true }, theirs: { asked: true } },
    { pair: { blocked: true, asksInVain: true }, own: { blocked: true } },
    { pair: { unanswered: true }, own: { blocked: true }, theirs: friends },
  ]
  for (const found of right) assert.deepEqual(failures(related(found)), [], JSON.stringify(found))
  const wrong: readonly Found[] = [
    { pair: { blocked: true } },
    { own: { blocked: true } },
    { pair: { blocked: true }, own: { blocked: true }, theirs: { blocked: true } },
    { pair: friends, own: friends },
    { pair: friends, theirs: friends },
    { pair: { asked: true } },
    { theirs: { asked: true } },
  ]
  for (const found of wrong) assert.equal(related(found).missing, 1, JSON.stringify(found))
})

test('a request of whoever is blocked is leaked, read back or shown, whatever else was left unanswered', () => {
  const pair = { blocked: true, asksInVain: true, unanswered: true }
  assert.equal(related({ pair, own: { blocked: true, asked: true } }).leaked, 1)
  const show = (fromId: string) => (journal: Journal) => void journal.requestsShown.push({ userId: 'ann', fromId })
  assert.equal(related({ pair }, show('bob')).leaked, 1)
  assert.equal(related({ pair }, show('zoe')).leaked, 0)
})

test('of pairs of which a cut took something nothing is said', () => {
  const cut = (journal: Journal) => {
    journal.loss = { returnedAtMs: 1_500, events: 1, messages: [], changes: [], pairs: [direct], marks: [] }
    for (const { earlier } of journal.devices) earlier.push([])
  }
  assert.deepEqual(failures(related({ pair: { blocked: true } }, cut)), [])
})

test('what is answered to a pair is what stands', async () => {
  const journal = newJournal('pairs', 1)
  const blocks = new Blocks(journal, () => 0)
  const asked: string[] = []
  const device = (userId: string): Device => {
    const method = (_: object, name: string) => async () => void asked.push(`${userId} ${name}`)
    return { userId, client: new Proxy({}, { get: method }) } as unknown as Device
  }
  const place = { conversationId: direct, steady: ['ann', 'bob'], coming: [], blocking: true }
  const stood: string[] = []
  for (let step = 0; step < 12; step++) {
    await blocks.step(place, [device('ann'), device('bob')])
    const [{ blocked, friends, asked: asks, asksInVain }] = journal.pairs as [PairEntry]
    stood.push([blocked && 'blocked', friends && 'friends', asks && 'asked', asksInVain && 'in vain'].filter(Boolean).join(' '))
  }
  const crossing = ['blocked', 'blocked in vain', 'in vain', 'friends', '']
  assert.deepEqual(stood, [...crossing, 'blocked', '', 'asked', 'friends', 'blocked friends', 'friends', ''])
  assert.deepEqual(asked.slice(0, 4), ['ann blockUser', 'bob requestFriend', 'ann unblockUser', 'ann requestFriend'])
})
