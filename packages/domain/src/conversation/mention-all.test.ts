// Messages meant for everybody in a group, in given / when / then.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeGroup, group, registered, send } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'

const id = 'g:team'
const team = [...registered('alice', 'bob', 'carol'), ...group(id, 'alice', { bob: 'admin', carol: 'member' })]
const toAll = (actorId: string, conversationId = id) => send(actorId, conversationId, 1, { mentionAll: true })

test('who may mean a message for everybody is whom the group lets', () => {
  const last = (...commands: Parameters<ReturnType<typeof given>['when']>) =>
    given(...team)
      .when(...commands)
      .world.events.at(-1)
  for (const actor of ['alice', 'bob']) {
    const sent = last(toAll(actor))
    assert.ok(sent?.type === 'MessageSent' && sent.mentionAll, actor)
  }
  given(...team)
    .when(toAll('carol'))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  // Without that it is a message like any.
  const plain = last(send('carol', id, 1))
  assert.ok(plain?.type === 'MessageSent' && !plain.mentionAll)
  const open = changeGroup('bob', id, { canMentionAll: 'everyone' })
  const let_ = last(open, toAll('carol'))
  assert.ok(let_?.type === 'MessageSent' && let_.mentionAll)
  given(...team)
    .when(open, changeGroup('alice', id, { canMentionAll: 'admins' }), toAll('carol'))
    .refused('FORBIDDEN')
  given(...team)
    .when(changeGroup('carol', id, { canMentionAll: 'everyone' }))
    .refused('FORBIDDEN', 'role member, needed owner or admin')
  given(...team)
    .when(changeGroup('alice', id, { canMentionAll: 'owner' }))
    .refused('INVALID_ARGUMENT', 'settings: canMentionAll')
})

test('to who is no member the group is none, and two who talk to each other are all there are', () => {
  given(...team, ...registered('dave'))
    .when(toAll('dave'))
    .refused('NOT_A_MEMBER', 'user dave')
  given(...team)
    .when(toAll('alice', 'd:alice:bob'))
    .refused('INVALID_ARGUMENT', 'mentionAll')
})
