// The checker of stays, checked: everything within a stay is shown and read back, nobody writes from outside, and nobody is refused without a reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleJournal } from './example-journal.ts'
import type { HistoryEntry, Journal, MemberAsk, SendEntry } from './journal.ts'
import { failures, judge } from './verdict.ts'

const group = 'g:one'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Ann writes; bob is out from seq 4 until seq 6. */
function changed(change: (history: Writable<HistoryEntry>[], journal: Journal) => void) {
  const journal = exampleJournal()
  const { history } = journal.conversations.find(({ conversationId }) => conversationId === group)!
  change(history as HistoryEntry[], journal)
  return judge(journal)
}

test('what nobody has acked is to be shown as well, on each device of whoever may see it', () => {
  const made = {
    ordinal: 4,
    type: 'MemberRoleChanged',
    actorId: 'ann',
    clientMessageId: '',
    userIds: ['bob'],
    stands: 'asSent',
    targetSeq: 0,
  } as const
  assert.equal(changed((history) => void history.push({ ...made, seq: 8 })).neverShownLive, 2)
})

test('what one may see is read back by them', () => {
  const { missing } = changed((_, { conversations }) => {
    const [reading] = conversations.find(({ conversationId }) => conversationId === group)!.readByOthers
    Object.assign(reading!, { seqs: reading!.seqs.filter((seq) => seq !== 3) })
  })
  assert.equal(missing, 1)
})

test('a message of one who is out, or into a group that was dismissed, is leaked', () => {
  assert.equal(changed((history) => void Object.assign(history[4]!, { actorId: 'bob' })).leaked, 1)
  assert.equal(changed((history) => void Object.assign(history[3]!, { type: 'GroupDismissed', userIds: [] })).leaked, 3)
})

test('a stay that a view has as over, or as going on, and that is not, is wrong', () => {
  const { unreadWrong } = changed((_, { sessions }) => void Object.assign(sessions.at(-1)!, { toSeq: 5 }))
  assert.equal(unreadWrong, 1)
})

const ask = (to: MemberAsk['to'], askedAtMs: number, answeredAtMs: number | null, happened = true): MemberAsk => {
  const answered = { answeredAtMs, happened: answeredAtMs === null ? null : happened }
  return { conversationId: group, userId: to === 'dismissed' ? '' : 'bob', to, askedAtMs, ...answered }
}

/** Bob sends at 600 ms and is refused at 610. */
function refused(code: string, ...asks: readonly MemberAsk[]) {
  const who = { clientMessageId: 'late', conversationId: group, userId: 'bob', deviceId: 'phone', number: 99 }
  const send: SendEntry = { ...who, intendedAtMs: 600, ackedAtMs: null, seq: null, refused: code, refusedAtMs: 610 }
  const verdict = changed((_, journal) => {
    journal.sends.push(send)
    journal.memberAsks.push(...asks)
  })
  return failures(verdict).length === 0
}

test('whoever may have been out is refused as no member, and whoever was in all the time is not', () => {
  const isIn = ask('in', 100, 110)
  assert.equal(refused('NOT_A_MEMBER', isIn), false)
  assert.equal(refused('NOT_A_MEMBER'), false, 'nobody comes or goes there')
  assert.equal(refused('NOT_A_MEMBER', ask('in', 100, 110, false)), true)
  assert.equal(refused('NOT_A_MEMBER', ask('in', 590, 620)), true, 'let in meanwhile')
  assert.equal(refused('NOT_A_MEMBER', isIn, ask('out', 200, 210)), true)
  assert.equal(refused('NOT_A_MEMBER', isIn, ask('out', 200, null)), true, 'what was never answered may come to pass')
  assert.equal(refused('NOT_A_MEMBER', isIn, ask('out', 200, 210, false)), false)
  assert.equal(refused('NOT_A_MEMBER', isIn, ask('out', 620, 630)), false, 'had out later')
  assert.equal(refused('NOT_A_MEMBER', ask('out', 50, 90), isIn), false, 'had out before')
  assert.equal(refused('NOT_A_MEMBER', ask('out', 50, 105), isIn), true, 'had out while let in')
})

test('a message is refused for a mute, or the end of the group, that was asked for before', () => {
  assert.equal(refused('MUTED', ask('muted', 605, 606)), true)
  assert.equal(refused('MUTED', ask('muted', 620, 630)), false)
  assert.equal(refused('MUTED', ask('in', 100, 110)), false)
  assert.equal(refused('GROUP_DISMISSED', ask('dismissed', 500, null)), true)
  assert.equal(refused('GROUP_DISMISSED', ask('muted', 500, 510)), false)
  assert.equal(refused('FORBIDDEN', ask('muted', 500, 510)), false)
})
