// What is done to messages is counted like messages: each mistake planted in the controls of a clean run must be found under its name.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgeControls } from './control-verdict.ts'
import { exampleJournal } from './example-journal.ts'
import type { HistoryEntry, Journal, Standing } from './journal.ts'
import { readHistory } from './truth.ts'
import type { Verdict } from './verdict.ts'
import { failures, judge } from './verdict.ts'

type Count = 'missing' | 'duplicated' | 'misordered' | 'neverShownLive' | 'unreadWrong'
type Plant = (journal: Journal, history: HistoryEntry[]) => void

const place = 'd:ann:cat'
const [revoke, edit, deleteForAll, deleteForMe] = [0, 1, 2, 3] as const

function judged(plant: Plant): Verdict {
  const journal = exampleJournal()
  plant(journal, journal.conversations.find((entry) => entry.conversationId === place)!.history as HistoryEntry[])
  return judge(journal)
}

const change = (journal: Journal, control: number, fields: object) => void Object.assign(journal.controls[control]!, fields)
const stands = (history: HistoryEntry[], seq: number, as: string) => void Object.assign(history[seq - 1]!, { stands: as })
const catsChanges = (journal: Journal) => journal.conversations.at(-1)!.readByOthers[0]!.changed as unknown as [number, string][]

test('a clean run passes, and every kind was acked', () => {
  const verdict = judged(() => {})
  assert.deepEqual(failures(verdict), [])
  assert.deepEqual([verdict.controls, verdict.controlsAcked], [4, 4])
  assert.deepEqual(verdict.evidence.controlsAcked, { revoke: 1, edit: 1, deleteForAll: 1, deleteForMe: 1 })
})

const plants: readonly [name: string, count: Count, plant: Plant][] = [
  ['a revoke lost', 'missing', (_, history) => void history.splice(5, 1)],
  ['a deletion for all lost at the end', 'missing', (_, history) => void history.pop()],
  ['an edit done twice', 'duplicated', (_, history) => void history.push({ ...history[6]!, seq: 9 })],
  [
    'a revoke never answered and done twice',
    'duplicated',
    (journal, history) => {
      change(journal, revoke, { ackedAtMs: null, seq: null })
      history.push({ ...history[5]!, seq: 9 })
    },
  ],
  ['a deletion nobody asked for', 'duplicated', (_, history) => void history.push({ ...history[7]!, seq: 9, targetSeq: 5 })],
  ['an edit acked with another seq', 'misordered', (journal) => change(journal, edit, { seq: 6 })],
  ['a revoke never shown live', 'neverShownLive', (journal) => void (journal.devices.at(-1)!.shown as unknown[]).pop()],
  ['a revoked message that still has its text', 'missing', (_, history) => stands(history, 1, 'asSent')],
  ['a revoked message that reads deleted', 'missing', (_, history) => stands(history, 1, 'deleted')],
  ['an edit that is not read', 'missing', (_, history) => stands(history, 2, 'asSent')],
  ['a message edited that nobody edited', 'missing', (_, history) => stands(history, 5, 'edited')],
  ['an edit that another member does not read', 'missing', (journal) => void catsChanges(journal).splice(1, 1)],
  ['a message hidden for another user', 'missing', (_, history) => stands(history, 4, 'hidden')],
  ['a message not hidden for oneself', 'missing', (journal) => void catsChanges(journal).pop()],
  ['a deletion for oneself lost in the log', 'missing', (journal) => void (journal.hides as unknown[]).pop()],
  ['a deletion for oneself done twice', 'duplicated', (journal) => void (journal.hides as unknown[]).push({ ...journal.hides![0]! })],
  [
    'a revoked message counted as unread',
    'unreadWrong',
    (journal) => void Object.assign(journal.sessions.at(-1)!, { unread: 3, listed: 3 }),
  ],
  ['an edited one not counted', 'unreadWrong', (journal) => void Object.assign(journal.sessions.at(-1)!, { unread: 1, listed: 1 })],
  ['a refusal', 'missing', (journal) => change(journal, deleteForAll, { ackedAtMs: null, seq: null, refused: 'TOO_LATE' })],
]

describe('what is planted is found', () => {
  for (const [name, count, plant] of plants) {
    test(name, () => {
      const verdict = judged(plant)
      assert.ok(verdict[count] > 0, `${count} is ${verdict[count]}`)
      assert.notDeepEqual(failures(verdict), [])
    })
  }
})

test('one who had left is shown a message as it stood then', () => {
  const history = (['GroupCreated', 'MessageSent', 'MembersRemoved', 'MessageEdited'] as const).map((type, i): HistoryEntry => {
    const userIds = { GroupCreated: ['ann', 'bob'], MembersRemoved: ['bob'], MessageSent: [], MessageEdited: [] }[type]
    const clientMessageId = type === 'MessageSent' ? 'one' : ''
    const [stands, targetSeq] = type === 'MessageSent' ? (['edited', 0] as const) : (['asSent', type === 'MessageEdited' ? 2 : 0] as const)
    return { seq: i + 1, ordinal: i > 0 ? 1 : 0, type, actorId: 'ann', clientMessageId, userIds, stands, targetSeq }
  })
  const told = (changed: readonly (readonly [number, Standing])[]) => {
    const readByOthers = [{ userId: 'bob', seqs: [1, 2, 3], changed }]
    const found: string[] = []
    const truth = readHistory({ conversationId: 'g:one', readBy: 'ann', history, readByOthers }, () => {})
    const asked = { kind: 'edit', conversationId: 'g:one', clientMessageId: 'one', targetSeq: 2, userId: 'ann', deviceId: 'phone' } as const
    const control = { ...asked, askedAtMs: 0, ackedAtMs: 1, seq: 4, refused: null, abandoned: false }
    judgeControls({ ...exampleJournal(), controls: [control], hides: null }, new Map([['g:one', truth]]), (count) => found.push(count))
    return found
  }
  assert.deepEqual(told([]), [])
  assert.deepEqual(told([[2, 'edited']]), ['missing'])
})

test('one never answered may have happened or not, and fails the run for that alone', () => {
  const unanswered = { ackedAtMs: null, seq: null }
  const happened = judged((journal) => change(journal, edit, unanswered))
  assert.deepEqual(failures(happened), ['controls acked 3 of 4'])
  const not = judged((journal) => {
    change(journal, deleteForMe, unanswered)
    catsChanges(journal).pop()
    journal.hides = []
    Object.assign(journal.sessions.at(-1)!, { unread: 3, listed: 3 })
  })
  assert.deepEqual(failures(not), ['controls acked 3 of 4'])
})

test('one abandoned with its device is not waited for, and still happens once at most', () => {
  const abandoned = { ackedAtMs: null, seq: null, abandoned: true }
  assert.deepEqual(failures(judged((journal) => change(journal, revoke, abandoned))), [])
  const twice = judged((journal, history) => {
    change(journal, revoke, abandoned)
    history.push({ ...history[5]!, seq: 9 })
  })
  assert.ok(twice.duplicated > 0)
})

test('a run in which nothing was taken back or changed proves nothing of it', () => {
  const verdict = judge({ ...exampleJournal(), controls: [], hides: [] })
  assert.ok(failures(verdict).includes('controls acked 0 of 0'))
})
