// What a fold refuses: events that do not follow the state they are about. Wrong numbers would be worse than a stop.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldOnto } from '@skein/testing'
import { appId, group, hash, left, removed, sent, uuid } from '../../test/examples.ts'
import { joinRequestKey } from '../cells/joining.ts'
import type { Cell, DomainEvent } from '../index.ts'
import { conversationKey, intentKey, invitationKey, joinLinkKey, memberKey, skeinDecider } from '../index.ts'

/** What the event makes of one cell. */
const foldedTo = (key: string, before: Cell | undefined, event: DomainEvent): Cell | undefined =>
  skeinDecider
    .folds(event)
    .find((fold) => fold.key === key)!
    .to(before)

test('an event that does not follow the head stops the fold', () => {
  for (const seq of [1, 3, 4]) {
    const cells = new Map<string, Cell>()
    for (const event of group('g:team', 'alice')) foldOnto(cells, event)
    assert.throws(() => foldOnto(cells, sent('alice', 'g:team', seq, 1)), /does not follow 1/)
  }
})

test('nobody is removed from a group, leaves it, or writes to it, who never joined', () => {
  const key = memberKey(appId, 'g:team', 'carol')
  assert.throws(() => foldedTo(key, undefined, removed('carol', 'g:team', 2, 0)), /never joined/)
  assert.throws(() => foldedTo(key, undefined, left('carol', 'g:team', 2, 0)), /never joined/)
  assert.throws(() => foldedTo(key, undefined, sent('carol', 'g:team', 2, 1)), /never joined/)
})

test('nothing is answered, taken back or ended that was never sent, asked or made', () => {
  const about = { meta: group('g:team', 'alice')[0]!.meta, conversationId: 'g:team' }
  const linkId = 'x'.repeat(22)
  const [invitation, request] = [invitationKey(appId, 'g:team', 'dave'), joinRequestKey(appId, 'g:team', 'dave')]
  const ofNothing: readonly (readonly [key: string, event: DomainEvent])[] = [
    [invitation, { type: 'InvitationAnswered', ...about, userId: 'dave', invitedBy: 'alice', accepted: false }],
    [invitation, { type: 'InvitationRevoked', ...about, userId: 'dave', invitedBy: 'alice' }],
    [request, { type: 'JoinRequestAnswered', ...about, userId: 'dave', accepted: false }],
    [request, { type: 'JoinRequestWithdrawn', ...about, userId: 'dave' }],
    [joinLinkKey(appId, 'g:team', linkId), { type: 'JoinLinkRevoked', ...about, linkId }],
  ]
  for (const [key, event] of ofNothing) assert.throws(() => foldedTo(key, undefined, event), /g:team is .* that was never (sent|made)/)
})

test('a cell of another kind under a key stops the fold', () => {
  const wrong: Cell = { kind: 'known-user' }
  assert.throws(() => foldedTo(conversationKey(appId, 'g:team'), wrong, sent('a', 'g:team', 1, 1)), /known-user/)
  assert.throws(() => foldedTo(memberKey(appId, 'g:team', 'a'), wrong, sent('a', 'g:team', 1, 1)), /known-user/)
})

test('an intent remembers the hash of its content and its reply', () => {
  const event = sent('alice', 'd:alice:bob', 1, 1)
  const remembered = skeinDecider.remembered(event)
  assert.equal(remembered?.key, intentKey(appId, 'd:alice:bob', 'alice', uuid(901)))
  assert.ok(remembered.cell.kind === 'intent')
  assert.equal(remembered.cell.contentHash, String.fromCharCode(...hash(1)))
  assert.equal(remembered.cell.reply, String.fromCharCode(...event.meta.answers!.reply))
})
