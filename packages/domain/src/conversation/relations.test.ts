// Friends, requests, remarks and blocks in given / when / then: each change is one event, repeats change nothing, and whoever is refused is
// told the same whatever the reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directConversationId, type SkeinCommand } from '@skein/contracts'
import {
  addMembers,
  appId,
  commandMeta,
  createGroup,
  enteredAt,
  group,
  named,
  policy,
  registered,
  send,
  sent,
  stamped,
  text,
  uuid,
} from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { limits, relationKey, skeinDecider } from '../index.ts'

const conversationId = 'd:alice:bob'
const both = registered('alice', 'bob')
let n = 0
const by = (actorId: string) => ({ meta: commandMeta(actorId), conversationId })
const once = <C extends SkeinCommand>(command: C): C => named(command, 500 + n++)
const request = (actorId: string, words = 'hello', expiresAtMs = 0) =>
  once({ type: 'RequestFriend', ...by(actorId), text: words, expiresAtMs })
const answer = (actorId: string, accept: boolean) => once({ type: 'AnswerFriendRequest', ...by(actorId), accept })
const unfriend = (actorId: string) => once({ type: 'DeleteFriend', ...by(actorId) })
const remark = (actorId: string, name: string, tags: readonly string[] = []) =>
  once({ type: 'SetRemark', ...by(actorId), remark: name, tags })
const block = (actorId: string) => once({ type: 'BlockUser', ...by(actorId) })
const unblock = (actorId: string) => once({ type: 'UnblockUser', ...by(actorId) })
const friendOf = (actorId: string, otherId: string) =>
  once({
    type: 'RequestFriend',
    meta: commandMeta(actorId),
    conversationId: directConversationId(actorId, otherId),
    text: '',
    expiresAtMs: 0,
  })
const privacy = (userId: string, write: string, add = 'everybody') =>
  once({ type: 'ChangePrivacy', meta: commandMeta(userId), userId, write, add })
const later = <C extends SkeinCommand>(command: C, ms: number): C => stamped(command, { enteredAt: enteredAt + ms })

const expiresAt = enteredAt + limits.friendRequestMs
const nothing = [{ type: 'CommandAnswered', aggregateId: conversationId }] as const
const requested = {
  type: 'FriendRequested',
  conversationId,
  text: 'hello',
  expiresAtMs: expiresAt,
  befriends: false,
  shown: true,
  again: false,
} as const

test('a request is seen by both, and its acceptance makes friends of them', () => {
  const asked = given(...both).when(request('alice'))
  asked.accepted([{ ...requested, userId: 'alice' }], {})
  const of = (userId: string) => asked.world.cells.get(relationKey(appId, conversationId, userId)) as { sent: unknown; received: unknown }
  const shown = { text: 'hello', askedAt: enteredAt, expiresAt }
  assert.deepEqual([of('alice').sent, of('alice').received, of('bob').sent, of('bob').received], [shown, null, null, shown])
  const done = given(...both).when(request('alice'), answer('bob', true))
  done.accepted([{ type: 'FriendRequestAnswered', conversationId, userId: 'bob', accepted: true }], {})
  for (const userId of ['alice', 'bob'])
    assert.deepEqual(done.world.cells.get(relationKey(appId, conversationId, userId)), {
      ...{ kind: 'relation', friendsSince: enteredAt, remark: '', tags: [], blockedSince: 0, sent: null, received: null },
    })
})

test('two requests that cross make friends of both', () => {
  const crossed = given(...both).when(request('alice'), request('bob', 'hello'))
  crossed.accepted([{ ...requested, userId: 'bob', befriends: true }], {})
  given(...both)
    .when(request('alice', 'hello', enteredAt + 1), later(request('bob'), 2))
    .accepted([{ ...requested, userId: 'bob', expiresAtMs: expiresAt + 2 }], {})
})

test('what is done already changes nothing, and a request with another text stands in the place of the one before', () => {
  const friends = [request('alice'), answer('bob', true)]
  for (const again of [request('alice'), request('bob'), answer('alice', true)])
    given(...both)
      .when(...friends, again)
      .accepted(nothing, {})
  given(...both)
    .when(request('alice'), request('alice'))
    .accepted(nothing, {})
  given(...both)
    .when(request('alice'), request('alice', 'please'))
    .accepted([{ ...requested, userId: 'alice', text: 'please' }], {})
  for (const [first, again] of [
    [block('alice'), block('alice')],
    [unblock('alice'), unblock('alice')],
    [unfriend('alice'), unfriend('alice')],
    [remark('alice', 'Bobby', ['work']), remark('alice', 'Bobby', ['work'])],
  ] as const)
    given(...both)
      .when(first, again)
      .accepted(nothing, {})
})

test('an answer finds a request that stands at that moment, and no other', () => {
  given(...both)
    .when(answer('bob', true))
    .refused('REQUEST_NOT_FOUND', 'user alice')
  given(...both)
    .when(request('alice', '', enteredAt + 5), later(answer('bob', true), 5))
    .refused('REQUEST_NOT_FOUND')
  given(...both)
    .when(request('alice', '', enteredAt + 5), later(answer('bob', true), 4))
    .accepted([{ type: 'FriendRequestAnswered', conversationId, userId: 'bob', accepted: true }], {})
  given(...both)
    .when(request('alice'), answer('alice', true))
    .refused('REQUEST_NOT_FOUND')
  given(...both)
    .when(request('alice'), answer('bob', false), answer('bob', true))
    .refused('REQUEST_NOT_FOUND')
  given(...both)
    .when(request('alice'), unfriend('alice'), answer('bob', true))
    .refused('REQUEST_NOT_FOUND')
})

test('who was deleted may ask again', () => {
  given(...both)
    .when(request('alice'), answer('bob', true), unfriend('bob'), request('alice'))
    .accepted([{ ...requested, userId: 'alice' }], {})
})

test('the other must exist, and be another', () => {
  for (const command of [
    request('alice'),
    answer('alice', true),
    unfriend('alice'),
    remark('alice', 'x'),
    block('alice'),
    unblock('alice'),
  ])
    given(...registered('alice'))
      .when(command)
      .refused('USER_NOT_FOUND', 'user bob')
  given(...both)
    .when({ ...block('alice'), conversationId: 'd:alice:alice' })
    .refused('INVALID_ARGUMENT', 'conversationId: not of two users')
  given(...both)
    .when({ ...block('carol') })
    .refused('NOT_A_MEMBER', 'user carol')
})

test('texts, remarks and tags have limits', () => {
  const refusals: readonly (readonly [SkeinCommand, string])[] = [
    [request('alice', 'x'.repeat(limits.friendRequestTextCharsMax + 1)), 'text: friendRequestTextCharsMax 200, asked 201'],
    [request('alice', '', enteredAt), 'expiresAtMs'],
    [request('alice', '', enteredAt + limits.friendRequestMsMax + 1), 'expiresAtMs'],
    [remark('alice', 'x'.repeat(limits.remarkCharsMax + 1)), 'remark: remarkCharsMax 64, asked 65'],
    [remark('alice', 'x', ['a', 'a']), 'tags'],
    [remark('alice', 'x', ['']), 'tags'],
    [privacy('alice', 'some'), 'write'],
    [privacy('alice', 'nobody', 'some'), 'add'],
  ]
  for (const [command, detail] of refusals)
    given(...both)
      .when(command)
      .refused('INVALID_ARGUMENT', detail)
  const tags = Array.from({ length: limits.tagsMax + 1 }, (_, i) => `t${i}`)
  given(...both)
    .when(remark('alice', '', tags))
    .refused('TOO_LARGE', 'tagsMax 20, asked 21')
  given(...both)
    .when({ ...privacy('alice', 'nobody'), userId: 'bob' })
    .refused('FORBIDDEN')
})

test('a message behind the block is refused, and one before it stands', () => {
  const began = [...both, sent('bob', conversationId, 1, 1)]
  given(...began)
    .when(block('alice'), send('bob', conversationId, 2))
    .refused('NOT_REACHABLE', 'user alice')
  given(...began)
    .when(block('alice'), send('alice', conversationId, 2))
    .refused('NOT_REACHABLE', 'blocked by the actor')
  const { world } = given(...began).when(block('alice'), unblock('alice'), send('bob', conversationId, 2))
  assert.deepEqual([world.events.at(-1)?.type, (world.events.at(-1) as { seq: number }).seq], ['MessageSent', 2], 'no hole')
  const edit = once({ type: 'EditMessage', ...by('bob'), seq: 1, messageId: uuid(1_901), body: text('else') })
  given(...began)
    .when(block('alice'), edit)
    .refused('NOT_REACHABLE', 'user alice')
})

test('whoever is refused is told the same, whatever the reason', () => {
  const closed: readonly (readonly SkeinCommand[])[] = [[block('alice')], [privacy('alice', 'nobody')], [privacy('alice', 'friends')]]
  for (const before of closed)
    given(...both)
      .when(...before, send('bob', conversationId, 1))
      .refused('NOT_REACHABLE', 'user alice')
  given(...both, ...policy({ friendsOnly: 1 }))
    .when(send('bob', conversationId, 1))
    .refused('NOT_REACHABLE', 'user alice')
  const friends = [request('alice'), answer('bob', true)]
  given(...both, ...policy({ friendsOnly: 1 }))
    .when(...friends, privacy('alice', 'friends'), send('bob', conversationId, 1))
    .accepted([{ ...sentBy('bob') }], reply(1))
  given(...both)
    .when(...friends, privacy('alice', 'nobody'), send('bob', conversationId, 1))
    .refused('NOT_REACHABLE', 'user alice')
  given(...both)
    .when(privacy('alice', 'nobody'), send('alice', conversationId, 1))
    .accepted([{ ...sentBy('alice') }], reply(1))
  given(...both)
    .when(privacy('alice', 'nobody'), send('alice', 'd:alice:alice', 1))
    .accepted([{ ...sentBy('alice'), conversationId: 'd:alice:alice' }], reply(1))
})

const sentBy = (senderId: string) => {
  const { body, replyTo, attachments, mentionAll } = send(senderId, conversationId, 1)
  return { type: 'MessageSent', conversationId, seq: 1, ordinal: 1, senderId, body, replyTo, attachments, mentionAll } as const
}
const reply = (seq: number) => ({ messageId: uuid(1001), seq, ordinal: seq, sentAtMs: enteredAt })

test('nobody is put into a group by one whom they have blocked, or do not let, and others are', () => {
  const team = [...registered('alice', 'bob', 'carol'), ...group('g:team', 'bob')]
  const closed: readonly (readonly [readonly SkeinCommand[], Readonly<Record<string, number>>])[] = [
    [[block('alice')], {}],
    [[privacy('alice', 'everybody', 'nobody')], {}],
    [[privacy('alice', 'everybody', 'friends')], {}],
    [[friendOf('carol', 'bob'), friendOf('bob', 'carol')], { friendsOnly: 1 }],
  ]
  const refused = [{ userId: 'alice', code: 'NOT_REACHABLE' }]
  for (const [before, limits] of closed) {
    const open = given(...team, ...policy(limits))
    const added = open.when(...before, addMembers('bob', 'g:team', ['alice', 'carol']))
    const members = [{ userId: 'carol', role: 'member' }]
    const joined = { conversationId: 'g:team', seq: 2, ordinal: 0, members, returning: [], fromStart: false }
    added.accepted([{ type: 'MembersAdded', ...joined }], {
      ...{ seq: 2, changed: ['carol'], already: [], refused, memberCount: 2 },
    })
    const { world } = open.when(...before, createGroup('bob', 'g:new', 'New', ['alice', 'carol']))
    const made = world.events.at(-1)
    assert.deepEqual(made?.type === 'GroupCreated' && made.members.map(({ userId }) => userId), ['bob', 'carol'])
  }
  const { world } = given(...team).when(
    ...[request('alice'), answer('bob', true), privacy('alice', 'nobody', 'friends'), addMembers('bob', 'g:team', ['alice'])],
  )
  assert.equal(world.events.at(-1)?.type, 'MembersAdded')
})

test('who is blocked sees no hint: their request is taken as any, is shown to nobody, and does not come back', () => {
  const hidden = given(...both).when(block('alice'), request('bob'))
  hidden.accepted([{ ...requested, userId: 'bob', shown: false }], {})
  assert.equal((hidden.world.cells.get(relationKey(appId, conversationId, 'alice')) as { received: unknown }).received, null)
  given(...both)
    .when(block('alice'), request('bob'), unblock('alice'), answer('alice', true))
    .refused('REQUEST_NOT_FOUND')
  given(...both)
    .when(block('alice'), request('bob'), request('bob'))
    .accepted(nothing, {})
  // Asked later once more, it is the same to them as it would have been: how long it stands, and since when.
  const again = given(...both).when(block('alice'), request('bob'), unblock('alice'), later(request('bob'), 5))
  again.accepted([{ ...requested, userId: 'bob', again: true }], {})
  const asked = { text: 'hello', askedAt: enteredAt, expiresAt }
  const of = (userId: string) => again.world.cells.get(relationKey(appId, conversationId, userId)) as { sent: unknown; received: unknown }
  assert.deepEqual([of('bob').sent, of('alice').received], [asked, { ...asked, askedAt: enteredAt + 5 }])
  given(...both)
    .when(block('alice'), request('bob'), unblock('alice'), request('bob', 'please'))
    .accepted([{ ...requested, userId: 'bob', text: 'please' }], {})
  // They see no request of theirs beside one of the other.
  given(...both)
    .when(block('alice'), request('bob'), unblock('alice'), request('alice'))
    .accepted([{ ...requested, userId: 'alice', befriends: true }], {})
  given(...both)
    .when(block('alice'), request('bob'), unfriend('bob'))
    .accepted([{ type: 'FriendDeleted', conversationId, userId: 'bob', shown: false }], {})
  given(...both)
    .when(block('alice'), request('alice'))
    .refused('NOT_REACHABLE', 'blocked by the actor')
})

test('other tags are set though they are as many, and as many as may be; what a user lets others do is said once', () => {
  const set = { type: 'RemarkSet', conversationId, userId: 'alice', remark: '' } as const
  given(...both)
    .when(remark('alice', '', ['work', 'home']), remark('alice', '', ['work', 'club']))
    .accepted([{ ...set, tags: ['work', 'club'] }], {})
  const most = Array.from({ length: limits.tagsMax }, (_, i) => `t${i}`)
  given(...both)
    .when(remark('alice', '', most))
    .accepted([{ ...set, tags: most }], {})
  given(...both)
    .when(privacy('alice', 'friends'), privacy('alice', 'friends'))
    .accepted([{ type: 'CommandAnswered', aggregateId: 'u:alice' }], {})
})

test('what nobody is to be told of touches the cell of nobody else, so that no device of theirs is told of a change', () => {
  const touched = (...commands: [...SkeinCommand[], SkeinCommand]) => {
    const last = given(...both)
      .when(...commands)
      .world.events.at(-1)!
    return skeinDecider.folds(last).map(({ key }) => key)
  }
  const ofBob = [relationKey(appId, conversationId, 'bob')]
  assert.deepEqual(touched(block('alice'), request('bob')), ofBob)
  assert.deepEqual(touched(block('alice'), request('bob'), unfriend('bob')), ofBob)
  assert.deepEqual(touched(block('bob')), ofBob)
})

test('what a user lets others do is one of three words, whatever a log says', () => {
  const { world } = given(...both).when(privacy('alice', 'friends'))
  const said = world.events.at(-1)
  assert.ok(said?.type === 'PrivacyChanged')
  for (const wrong of [{ write: 'some' }, { add: 'some' }])
    assert.throws(() => skeinDecider.folds({ ...said, ...wrong }), /PrivacyChanged of alice/)
})

test('a block leaves the cell of the other alone, unless it takes back a request', () => {
  const cells = (...commands: [...SkeinCommand[], SkeinCommand]) => given(...both).when(...commands).world.cells
  assert.equal(cells(block('alice')).get(relationKey(appId, conversationId, 'bob')), undefined)
  const friends = [request('alice'), answer('bob', true)] as const
  assert.deepEqual(
    cells(...friends, block('alice')).get(relationKey(appId, conversationId, 'bob')),
    cells(...friends).get(relationKey(appId, conversationId, 'bob')),
  )
  const blocked = { type: 'UserBlocked', conversationId, userId: 'alice' } as const
  const withdrawn = { type: 'FriendDeleted', conversationId, userId: 'alice', shown: true } as const
  given(...both)
    .when(request('alice'), block('alice'))
    .accepted([withdrawn, blocked], {})
  given(...both)
    .when(block('bob'), request('alice'), block('alice'))
    .accepted([{ ...withdrawn, shown: false }, blocked], {})
  given(...both)
    .when(request('alice'), block('alice'), answer('bob', true))
    .refused('REQUEST_NOT_FOUND')
})
