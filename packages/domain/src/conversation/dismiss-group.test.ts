// The end of a group in given / when / then: by its owner, or by its time; afterwards nothing happens in it, with one code, and who was in reads
// on. Strangers are told what they are told of no group.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import {
  addMembers,
  appId,
  changeGroup,
  changeRole,
  commandMeta,
  createGroup,
  dismissGroup,
  enteredAt,
  group,
  leaveGroup,
  markRead,
  muteMember,
  named,
  registered,
  removeMember,
  send,
  sent,
  setNickname,
  stamped,
  text,
  uuid,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { type DomainEvent, groupKey, timerKey } from '../index.ts'

const id = 'g:team'
const team = [
  ...registered('alice', 'bob', 'carol', 'dave'),
  ...group(id, 'alice', { bob: 'admin', carol: 'member' }),
  sent('carol', id, 2, 1),
]
const endsAt = enteredAt + 1_000
const end = (dueAt: number, at = dueAt): SkeinCommand => ({
  type: 'EndGroup',
  meta: { ...commandMeta(''), enteredAt: at },
  conversationId: id,
  dueAt,
})
const temporary = [...team, ...setting(3, { endsAt: String(endsAt) })]
const dismissed = (seq: number, moment = 0) => ({ type: 'GroupDismissed', conversationId: id, seq, ordinal: 1, endsAt: moment }) as const

function setting(seq: number, settings: Readonly<Record<string, string>>): DomainEvent[] {
  const meta = { ...team[0]!.meta, actorId: 'alice' }
  const list = Object.entries(settings).map(([name, value]) => ({ name, value }))
  return [{ type: 'GroupChanged', meta, conversationId: id, seq, ordinal: 1, settings: list }]
}

test('the owner dismisses, and nobody else', () => {
  const outcome = given(...team).when(dismissGroup('alice', id))
  outcome.accepted([dismissed(3)], { seq: 3 })
  const cell = outcome.world.cells.get(groupKey(appId, id))
  assert.ok(cell?.kind === 'group' && cell.dismissedAt === enteredAt)
  assert.equal(outcome.world.cells.get(timerKey(appId, id, 'end')), undefined)
  for (const [actor, role] of Object.entries({ bob: 'admin', carol: 'member' }))
    given(...team)
      .when(dismissGroup(actor, id))
      .refused('FORBIDDEN', `role ${role}, needed owner`)
})

test('nothing happens in a group that was dismissed, and everything is refused with one code', () => {
  const about = { meta: commandMeta('carol'), conversationId: id, messageId: uuid(1_902), seq: 2 }
  const tried: readonly SkeinCommand[] = [
    send('alice', id, 1),
    send('carol', id, 2),
    addMembers('alice', id, ['dave']),
    removeMember('alice', id, 'carol'),
    changeRole('alice', id, 'bob', 'owner'),
    changeGroup('alice', id, { name: 'Crew' }),
    dismissGroup('alice', id),
    leaveGroup('carol', id),
    muteMember('alice', id, 'carol', 1_000),
    setNickname('carol', id, 'carol', 'Cy'),
    named({ type: 'RevokeMessage', ...about }, 20),
    named({ type: 'EditMessage', ...about, body: text('mine') }, 21),
    named({ type: 'DeleteMessage', ...about }, 22),
    createGroup('alice', id, 'Team', []),
    createGroup('alice', id, 'Crew', []),
  ]
  for (const command of tried)
    given(...team)
      .when(dismissGroup('alice', id), command)
      .refused('GROUP_DISMISSED', `at ${enteredAt}`)
  given(...team)
    .when(dismissGroup('alice', id), createGroup('bob', id, 'Team', []))
    .refused('ALREADY_EXISTS', 'conversationId')
})

test('who was in clears what is unread, and who was not is told nothing', () => {
  given(...team)
    .when(dismissGroup('alice', id), markRead('bob', id, 1))
    .accepted([{ type: 'ReadMarked', conversationId: id, userId: 'bob', ordinal: 1, shown: true }], { ordinal: 1 })
  for (const command of [send('dave', id, 1), addMembers('dave', id, ['bob']), dismissGroup('dave', id)])
    given(...team)
      .when(dismissGroup('alice', id), command)
      .refused('NOT_A_MEMBER', 'user dave')
})

test('a dismissal that comes again is answered as the first time', () => {
  const first = dismissGroup('alice', id)
  given(...team)
    .when(first, stamped(first, { commandId: uuid(7), retry: true }))
    .accepted([], { seq: 3 })
})

test('a temporary group is dismissed by nobody when its end has come, once', () => {
  const outcome = given(...temporary).when(end(endsAt))
  outcome.accepted([dismissed(4, endsAt)], { seq: 4 })
  const timer = outcome.world.cells.get(timerKey(appId, id, 'end'))
  assert.ok(timer?.kind === 'timer' && timer.dueAt === 0)
  given(...temporary)
    .when(end(endsAt), end(endsAt))
    .accepted([], { seq: 4 })
  given(...temporary)
    .when(end(endsAt), send('alice', id, 1))
    .refused('GROUP_DISMISSED')
})

test('an end that was moved, taken away or met by a dismissal does nothing at its old moment', () => {
  for (const moved of [{ endsAt: String(endsAt + 1) }, { endsAt: '0' }])
    given(...temporary)
      .when(changeGroup('alice', id, moved), end(endsAt))
      .accepted([], { seq: 4 })
  given(...temporary)
    .when(dismissGroup('alice', id), end(endsAt))
    .accepted([], { seq: 4 })
  given(...temporary)
    .when(dismissGroup('alice', id), end(0))
    .accepted([], { seq: 4 })
  given(...registered('alice'))
    .when(end(endsAt))
    .accepted([], {})
})

test('nobody but the system ends a group, and nothing that entered before the moment does', () => {
  given(...temporary)
    .when(stamped(end(endsAt), { actorId: 'alice' }))
    .refused('FORBIDDEN', 'groups are ended by the system')
  given(...temporary)
    .when(end(endsAt, endsAt - 1))
    .refused('UNAVAILABLE', `due at ${endsAt}, entered at ${endsAt - 1}`)
  for (const conversationId of ['d:alice:bob', 'x', `g:${'x'.repeat(200)}`])
    given(...temporary)
      .when({ ...end(endsAt), conversationId } as SkeinCommand)
      .refused('INVALID_ARGUMENT', 'conversationId: not of a group')
})
