// Story: of most limits only that one more is refused was tested, so that a limit lowered by one was noticed by nobody. What is exactly as
// long, as many or as few as may be is accepted.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Attachment, SkeinCommand } from '@skein/contracts'
import {
  addMembers,
  commandMeta,
  createGroup,
  enteredAt,
  group,
  named,
  registered,
  send,
  sent,
  stamped,
  text,
  uuid,
} from '../test/examples.ts'
import { open, opened } from '../test/logins.ts'
import { given } from '../test/specification.ts'
import { limits, perApp } from './index.ts'
import { isFileName, isHeaderText, isShownName, isText, isWebAddress } from './text.ts'

const crowd = Array.from({ length: limits.membersPerCommandMax }, (_, i) => `user-${i}`)
const longUserIds = ['a'.repeat(64), 'b'.repeat(64)] as const
const longest = `d:${longUserIds.join(':')}`

test('a text may be as long and as short as its limits say', () => {
  assert.deepEqual(
    ['', 'x', 'xx', 'xxx', 'xxxx'].map((value) => isText(value, 1, 3)),
    [false, true, true, true, false],
  )
  for (const isValid of [isShownName, isFileName]) assert.deepEqual([isValid('xxx', 3), isValid('xxxx', 3)], [true, false])
  assert.deepEqual(
    ['', 'x', 'xxx', 'xxxx'].map((value) => isHeaderText(value, 1, 3)),
    [false, true, true, false],
  )
  assert.deepEqual([isWebAddress('http://x', 8), isWebAddress('http://xy', 8)], [true, false])
})

test('a type of content may be one letter', () => {
  const outcome = given(...registered('alice', 'bob')).when(send('alice', 'd:alice:bob', 1, { body: { ...text('hi'), contentType: 'x' } }))
  assert.equal(outcome.world.events.at(-1)?.type, 'MessageSent')
})

test('a friend request may stand as long as the limit says', () => {
  const expiresAtMs = enteredAt + limits.friendRequestMsMax
  const asked: SkeinCommand = { type: 'RequestFriend', meta: commandMeta('alice'), conversationId: 'd:alice:bob', text: '', expiresAtMs }
  const outcome = given(...registered('alice', 'bob')).when(named(asked, 1))
  assert.equal(outcome.world.events.at(-1)?.type, 'FriendRequested')
})

test('as many may join at once as the limit says', () => {
  const members = crowd.map((userId) => ({ userId, role: 'member' }))
  const more = { members, returning: [], fromStart: false }
  given(...registered('alice', ...crowd), ...group('g:team', 'alice'))
    .when(addMembers('alice', 'g:team', crowd))
    .accepted([{ type: 'MembersAdded', conversationId: 'g:team', seq: 2, ordinal: 0, ...more }], {
      ...{ seq: 2, changed: crowd, memberCount: crowd.length + 1 },
    })
  const outcome = given(...registered('alice', ...crowd)).when(createGroup('alice', 'g:team', 'Team', crowd))
  assert.equal(outcome.world.events.at(-1)?.type, 'GroupCreated')
})

test('the longest ids of two users make a conversation in which all is done that is done in one', () => {
  const talked = [...registered(...longUserIds), sent(longUserIds[0], longest, 1, 1)]
  assert.equal(longest.length, limits.conversationIdCharsMax)
  const [actorId] = longUserIds
  const about = { conversationId: longest, seq: 1, ordinal: 1, messageId: uuid(1_901) }
  const hide: SkeinCommand = named(
    { type: 'HideMessage', meta: commandMeta(actorId), userId: actorId, conversationId: longest, seq: 1, messageId: uuid(1_901) },
    1,
  )
  given(...talked)
    .when(hide)
    .accepted([{ type: 'MessageHidden', userId: actorId, ...about }], {})
  given(...talked)
    .when({ type: 'MarkRead', meta: commandMeta(longUserIds[1]), conversationId: longest, ordinal: 1 })
    .accepted([{ type: 'ReadMarked', conversationId: longest, userId: longUserIds[1], ordinal: 1, shown: true }], { ordinal: 1 })
})

test('what need not be there may be empty: type of an attachment, device and places at the edge', () => {
  const file: Attachment = { url: 'https://files.example/a', name: '', contentType: '', size: 0 }
  const outcome = given(...registered('alice', 'bob')).when(
    stamped(send('alice', 'd:alice:bob', 1, { body: text(''), attachments: [file] }), {
      deviceId: '',
      replyConnection: '',
      traceparent: '',
    }),
  )
  const [message] = outcome.world.events.slice(-1)
  assert.ok(message?.type === 'MessageSent')
  assert.deepEqual(message.attachments, [file])
})

test('a platform may be one letter, and a limit of an app 0', () => {
  given(...registered('alice'))
    .when(open({ platform: 'x' }))
    .accepted([{ type: 'DeviceSessionOpened', ...opened, platform: 'x' }], {})
  const nothing = perApp.map((name) => ({ name, value: 0 }))
  given()
    .when({ type: 'RegisterApp', meta: commandMeta('') }, named({ type: 'ChangeAppPolicy', meta: commandMeta(''), limits: nothing }, 1))
    .accepted([{ type: 'AppPolicyChanged', limits: nothing }], {})
})
