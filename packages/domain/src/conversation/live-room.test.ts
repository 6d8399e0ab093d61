// Live rooms in given / when / then: their rights, members and end are events like those of any group, and nothing that is said in them is.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeGroup, createGroup, enteredAt, registered, send, setTo, settingsOf } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { type GroupCell, newGroup } from '../cells/group.ts'
import { cannotSignal, type Speaker } from './speaking.ts'

const id = 'g:stage'
const people = registered('alice', 'bob', 'carol')
const room = setTo({ type: 'room' }, createGroup('alice', id, 'Stage', ['bob']))

test('a group is made a live room at its creation, and stays what it is', () => {
  const members = [
    { userId: 'alice', role: 'owner' },
    { userId: 'bob', role: 'member' },
  ]
  given(...people)
    .when(room)
    .accepted(
      [
        { type: 'GroupCreated', conversationId: id, seq: 1, name: 'Stage', members },
        { type: 'GroupChanged', conversationId: id, seq: 2, ordinal: 0, settings: settingsOf({ type: 'room' }) },
      ],
      { seq: 2, changed: ['bob'], memberCount: 2 },
    )
  given(...people)
    .when(room, changeGroup('alice', id, { type: 'normal' }))
    .refused('INVALID_ARGUMENT', 'settings: type is set at creation alone')
})

test('nothing is stored in a live room, whoever sends it; to who is no member it is no conversation', () => {
  for (const sender of ['alice', 'bob'])
    given(...people)
      .when(room, send(sender, id, 1))
      .refused('LIVE_ROOM', 'what is said here is a signal')
  given(...people)
    .when(room, send('carol', id, 1))
    .refused('NOT_A_MEMBER', 'user carol')
})

const nobody: Speaker = { role: '', mutedUntil: 0, lastSentAt: 0 }
const open: GroupCell = { ...newGroup, type: 'room' }

test('who may say something in a live room: whom its settings let, member or not', () => {
  const code = (speaker: Partial<Speaker>, set: Partial<GroupCell>) =>
    cannotSignal({ ...nobody, ...speaker }, { ...open, ...set }, enteredAt)?.code ?? ''
  const codes = (set: Partial<GroupCell>, speaker: Partial<Speaker> = {}) =>
    ['owner', 'admin', 'member', ''].map((role) => code({ ...speaker, role }, set)).join()
  assert.equal(codes({}), ',,,')
  assert.equal(codes({ canWrite: 'admins' }), ',,FORBIDDEN,FORBIDDEN')
  assert.equal(codes({ mutedAll: true }), ',,FORBIDDEN,FORBIDDEN')
  assert.equal(codes({}, { mutedUntil: enteredAt + 1 }), ',MUTED,MUTED,MUTED')
  assert.equal(codes({}, { mutedUntil: enteredAt }), ',,,')
  assert.equal(codes({ slowModeMs: 1_000 }, { lastSentAt: enteredAt - 999 }), ',,SLOW_MODE,SLOW_MODE')
  assert.equal(codes({ slowModeMs: 1_000 }, { lastSentAt: enteredAt - 1_000 }), ',,,')
  assert.equal(codes({ dismissedAt: 1 }), 'GROUP_DISMISSED,GROUP_DISMISSED,GROUP_DISMISSED,GROUP_DISMISSED')
})
