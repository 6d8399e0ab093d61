// Requests to join in given / when / then: where one may ask, who answers, until when, and that a group that lets nobody ask is none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import {
  addMembers,
  appId,
  changeGroup,
  dismissGroup,
  enteredAt,
  group,
  leaveGroup,
  policy,
  registered,
  removeMember,
} from '../../test/examples.ts'
import { answerAsked, ask, ban, joined, withdraw } from '../../test/joining.ts'
import { given } from '../../test/specification.ts'
import { joinRequestKey } from '../cells/joining.ts'
import { limits } from '../index.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol', 'dave', 'eve'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const byRequest = (settings: Readonly<Record<string, string>> = {}) => changeGroup('alice', id, { joinBy: 'request', ...settings })
const open = changeGroup('alice', id, { joinBy: 'open' })
const expiresAtMs = enteredAt + limits.joinRequestMs
const asked = (answers: readonly string[] = [], afterSeq = 2) =>
  ({ type: 'JoinRequested', conversationId: id, userId: 'dave', text: 'let me in', answers, expiresAtMs, afterSeq }) as const
const answered = (accepted: boolean) => ({ type: 'JoinRequestAnswered', conversationId: id, userId: 'dave', accepted }) as const
const done = { type: 'CommandAnswered', aggregateId: id } as const
const came = (seq: number, how: string, approvedBy: string) => ({ ...joined(id, [seq, 0], 'dave'), how, approvedBy })

test('an open group lets in whoever asks, and one that is asked first lets them wait', () => {
  given(...team)
    .when(open, ask('dave', id))
    .accepted([came(3, 'open', '')], { seq: 3 })
  given(...team)
    .when(byRequest(), ask('dave', id))
    .accepted([asked()], { seq: 0 })
  given(...team)
    .when(byRequest(), ask('dave', id), ask('dave', id))
    .accepted([done], { seq: 0 })
  given(...team)
    .when(byRequest(), ask('carol', id))
    .accepted([done], { seq: 2 })
  given(...team)
    .when(byRequest(), ask('dave', id), open, ask('dave', id))
    .accepted([came(4, 'open', '')], { seq: 4 })
})

test('as many answers are given as there are questions, and the newer ones stand', () => {
  const questions = byRequest({ questions: 'Who are you?\nWhy here?' })
  given(...team)
    .when(questions, ask('dave', id, ['Dave', 'cake']))
    .accepted([asked(['Dave', 'cake'])], { seq: 0 })
  for (const answers of [[], ['Dave'], ['Dave', 'cake', 'tea']])
    given(...team)
      .when(questions, ask('dave', id, answers))
      .refused('INVALID_ARGUMENT', 'answers: questions 2')
  given(...team)
    .when(questions, ask('dave', id, ['Dave', 'cake']), ask('dave', id, ['Dave', 'tea']))
    .accepted([asked(['Dave', 'tea'])], { seq: 0 })
  given(...team)
    .when(questions, ask('dave', id, ['Dave', 'cake']), ask('dave', id, ['Dave', 'cake']))
    .accepted([done], { seq: 0 })
  given(...team)
    .when(byRequest(), { ...ask('dave', id), text: 'x'.repeat(limits.joinRequestTextCharsMax + 1) })
    .refused('INVALID_ARGUMENT', 'text: joinRequestTextCharsMax 500, asked 501')
  given(...team)
    .when(questions, ask('dave', id, ['Dave', 'x'.repeat(limits.joinAnswerCharsMax + 1)]))
    .refused('INVALID_ARGUMENT', 'answers: joinAnswerCharsMax 500, asked 501')
  given(...team)
    .when(questions, ask('dave', id, Array(limits.groupQuestionsMax + 1).fill('')))
    .refused('TOO_LARGE', 'groupQuestionsMax 10, asked 11')
})

test('as many questions as may be are answered, be it by no word', () => {
  const questions = byRequest({ questions: Array(limits.groupQuestionsMax).fill('Why?').join('\n') })
  const answers = ['x'.repeat(limits.joinAnswerCharsMax), ...Array<string>(limits.groupQuestionsMax - 1).fill('')]
  given(...team)
    .when(questions, ask('dave', id, answers))
    .accepted([asked(answers)], { seq: 0 })
})

test('of each who asks there is a request of their own, and what became of it stands there', () => {
  const before = [byRequest(), ask('dave', id), ask('eve', id)] as const
  const requestsAfter = (...commands: readonly [...SkeinCommand[], SkeinCommand]) => {
    const { cells } = given(...team).when(...commands).world
    return ['dave', 'eve'].map((userId) => {
      const cell = cells.get(joinRequestKey(appId, id, userId))
      return cell?.kind === 'join-request' && [cell.outcome, cell.answeredAt]
    })
  }
  const waiting = ['', 0]
  assert.deepEqual(requestsAfter(...before), [waiting, waiting])
  const over = [
    ['accepted', answerAsked('bob', id, 'dave', { accept: true })],
    ['refused', answerAsked('bob', id, 'dave', { accept: false })],
    ['withdrawn', withdraw('dave', id)],
  ] as const
  for (const [outcome, command] of over) assert.deepEqual(requestsAfter(...before, command), [[outcome, enteredAt], waiting])
})

test('who may not ask is told what is told of no group', () => {
  given(...team)
    .when(ask('dave', id))
    .refused('NOT_JOINABLE', 'conversationId')
  given(...team)
    .when(open, ban('alice', id, 'dave'), ask('dave', id))
    .refused('NOT_JOINABLE', 'conversationId')
  given(...team)
    .when(open, dismissGroup('alice', id), ask('dave', id))
    .refused('NOT_JOINABLE', 'conversationId')
  given(...registered('alice', 'dave'), ...group(id, 'alice'))
    .when(open, leaveGroup('alice', id), ask('dave', id))
    .refused('NOT_JOINABLE', 'conversationId')
  given(...team)
    .when(open, ask('dave', 'g:none'))
    .refused('NOT_JOINABLE', 'conversationId')
  given(...team, ...policy({ groupMembersMax: 3 }))
    .when(open, ask('dave', id))
    .refused('GROUP_FULL')
})

test('owner and admins let in or do not, each request once', () => {
  const before = [byRequest(), ask('dave', id)] as const
  given(...team)
    .when(...before, answerAsked('bob', id, 'dave', { accept: true }))
    .accepted([answered(true), came(3, 'request', 'bob')], { seq: 3 })
  given(...team)
    .when(...before, answerAsked('bob', id, 'dave', { accept: false }))
    .accepted([answered(false)], { seq: 0 })
  for (const accept of [true, false])
    given(...team)
      .when(...before, answerAsked('bob', id, 'dave', { accept }), answerAsked('alice', id, 'dave', { accept: true }))
      .refused('REQUEST_NOT_FOUND', 'user dave')
  given(...team)
    .when(...before, answerAsked('bob', id, 'dave', { accept: false }), ask('dave', id))
    .accepted([asked()], { seq: 0 })
  given(...team, ...policy({ groupMembersMax: 3 }))
    .when(...before, answerAsked('bob', id, 'dave', { accept: true }))
    .refused('GROUP_FULL')
})

test('a request waits until its end, is answered by who lets in, and is nothing for who is banned', () => {
  const before = [byRequest(), ask('dave', id)] as const
  given(...team)
    .when(...before, answerAsked('bob', id, 'dave', { accept: true, at: expiresAtMs - 1 }))
    .accepted([answered(true), came(3, 'request', 'bob')], { seq: 3 })
  given(...team)
    .when(...before, answerAsked('bob', id, 'dave', { accept: true, at: expiresAtMs }))
    .refused('REQUEST_NOT_FOUND', 'user dave')
  given(...team)
    .when(...before, answerAsked('carol', id, 'dave', { accept: true }))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  given(...team)
    .when(...before, changeGroup('alice', id, { canAdd: 'owner' }), answerAsked('bob', id, 'dave', { accept: true }))
    .refused('FORBIDDEN', 'role admin, needed owner')
  given(...team)
    .when(...before, answerAsked('dave', id, 'dave', { accept: true }))
    .refused('NOT_A_MEMBER')
  // Nor turned down, nor taken back: whoever is banned is told what they would be of a group that is no more.
  for (const late of [true, false].map((accept) => answerAsked('alice', id, 'dave', { accept })))
    given(...team)
      .when(...before, ban('alice', id, 'dave'), late)
      .refused('REQUEST_NOT_FOUND', 'user dave')
  for (const end of [ban('alice', id, 'dave'), dismissGroup('alice', id)])
    given(...team)
      .when(...before, end, withdraw('dave', id))
      .refused('REQUEST_NOT_FOUND', 'user dave')
  given(...team)
    .when(...before, dismissGroup('alice', id), answerAsked('alice', id, 'dave', { accept: true }))
    .refused('GROUP_DISMISSED')
  given(...team)
    .when(answerAsked('bob', id, 'a|b', { accept: true }))
    .refused('INVALID_ARGUMENT', 'userId')
})

// Whoever had asked, was added and had left stood among those who ask, and an admin who answered late pulled them in again.
test('a request is over once its user has been in by another way, and the next one counts', () => {
  const before = [byRequest(), ask('dave', id), addMembers('alice', id, ['dave'])] as const
  const late = [answerAsked('bob', id, 'dave', { accept: true }), answerAsked('bob', id, 'dave', { accept: false }), withdraw('dave', id)]
  for (const gone of [[], [leaveGroup('dave', id)], [removeMember('bob', id, 'dave')]])
    for (const command of late)
      given(...team)
        .when(...before, ...gone, command)
        .refused('REQUEST_NOT_FOUND', 'user dave')
  given(...team)
    .when(byRequest(), ask('dave', id), open, ask('dave', id), answerAsked('bob', id, 'dave', { accept: true }))
    .refused('REQUEST_NOT_FOUND', 'user dave')
  given(...team)
    .when(...before, leaveGroup('dave', id), ask('dave', id))
    .accepted([asked([], 4)], { seq: 0 })
  given(...team)
    .when(...before, leaveGroup('dave', id), ask('dave', id), answerAsked('bob', id, 'dave', { accept: true }))
    .accepted([answered(true), came(5, 'request', 'bob')], { seq: 5 })
})

test('a request is taken back by whoever asked, while it waits, and may be made again', () => {
  const before = [byRequest(), ask('dave', id)] as const
  const withdrawn = { type: 'JoinRequestWithdrawn', conversationId: id, userId: 'dave' } as const
  given(...team)
    .when(...before, withdraw('dave', id))
    .accepted([withdrawn], {})
  given(...team)
    .when(...before, changeGroup('alice', id, { joinBy: 'invitation' }), withdraw('dave', id))
    .accepted([withdrawn], {})
  for (const end of [
    withdraw('dave', id),
    answerAsked('bob', id, 'dave', { accept: false }),
    answerAsked('bob', id, 'dave', { accept: true }),
  ])
    given(...team)
      .when(...before, end, withdraw('dave', id))
      .refused('REQUEST_NOT_FOUND', 'user dave')
  given(...team)
    .when(...before, withdraw('dave', id, expiresAtMs))
    .refused('REQUEST_NOT_FOUND', 'user dave')
  for (const accept of [true, false])
    given(...team)
      .when(...before, withdraw('dave', id), answerAsked('bob', id, 'dave', { accept }))
      .refused('REQUEST_NOT_FOUND', 'user dave')
  given(...team)
    .when(...before, withdraw('dave', id), ask('dave', id))
    .accepted([asked()], { seq: 0 })
})
