// Keys of cells: two things never have one key, and what a key says can be read from it again. What the first events of a conversation make of
// its cells where nothing stands yet.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aggregateKey, type SkeinCommand } from '@skein/contracts'
import { foldOnto } from '@skein/testing'
import { appId, commandMeta, enteredAt, group, registered, sent, stamped, uuid } from '../test/examples.ts'
import { close, open } from '../test/logins.ts'
import { given } from '../test/specification.ts'
import { foreignFact, knownMessageKey, knownUserKey, userNameKey } from './cells.ts'
import type { Cell, DomainEvent } from './index.ts'
import {
  appPolicyKey,
  conversationKey,
  deviceSessionKey,
  knownPrivacyKey,
  knownRelationKey,
  memberKey,
  memberOfKey,
  skeinDecider,
  untouchedDirectMember,
} from './index.ts'

function cellsOf(...events: readonly DomainEvent[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const event of events) foldOnto(cells, event)
  return cells
}

test('a key says whose member it is, and no other key does', () => {
  assert.deepEqual(memberOfKey(memberKey(appId, 'g:team', 'alice')), { appId, conversationId: 'g:team', userId: 'alice' })
  for (const key of [conversationKey(appId, 'g:team'), deviceSessionKey(appId, 'alice', uuid(5)), ''])
    assert.equal(memberOfKey(key), null, key)
})

test('names that differ by case alone have one key, others have another', () => {
  assert.equal(userNameKey(appId, 'Alice'), `user-name|${appId}|alice`)
  assert.equal(deviceSessionKey(appId, 'alice', uuid(5)), `device-session|${appId}|alice|${uuid(5)}`)
})

test('of two apps with users and groups of the same ids each is its own', () => {
  const register: SkeinCommand = { type: 'RegisterApp', meta: commandMeta('') }
  given()
    .when(register, stamped(register, { appId: 'other' }))
    .accepted([{ type: 'AppRegistered' }], {})
})

test('a device logs out of its own login alone', () => {
  const other = open({ sessionId: uuid(6) })
  const outcome = given(...registered('alice')).when(open(), other, close('alice', uuid(5)))
  const closedAt = (sessionId: string) => {
    const cell = outcome.world.cells.get(deviceSessionKey(appId, 'alice', sessionId))
    return cell?.kind === 'device-session' ? cell.closedAt : null
  }
  assert.deepEqual([closedAt(uuid(5)), closedAt(uuid(6))], [enteredAt, 0])
})

test('a fact is of the aggregate that owns it, and what may change is kept for seconds', () => {
  const pair = 'd:alice:bob'
  const facts = [
    [knownUserKey(appId, 'alice'), 'u:alice', true],
    [knownMessageKey(appId, pair, 1), pair, true],
    [appPolicyKey(appId), 'app', false],
    [knownRelationKey(appId, pair, 'bob'), pair, false],
    [knownPrivacyKey(appId, 'alice'), 'u:alice', false],
  ] as const
  for (const [key, owner, forever] of facts)
    assert.deepEqual(foreignFact(key), { owner: aggregateKey(appId, owner), keepMs: forever ? Number.POSITIVE_INFINITY : 5_000 }, key)
})

test('what belongs to the aggregate that is decided is no fact of another one', () => {
  for (const key of [memberKey(appId, 'g:team', 'alice'), '', 'known', '|']) assert.equal(foreignFact(key), null, key)
})

test('whoever is in a direct conversation and has no cell yet gets one by writing to it', () => {
  const key = memberKey(appId, 'd:alice:bob', 'bob')
  const message = sent('bob', 'd:alice:bob', 2, 2)
  const fold = skeinDecider.folds(message).find((each) => each.key === key)!
  assert.deepEqual(fold.to(undefined), { ...untouchedDirectMember, readOrdinal: 2, lastSentAt: message.meta.occurredAt })
})

test('the owner of a group is the member with that role, wherever it stands, and nobody where none has it', () => {
  const [created] = group('g:team', 'alice', { bob: 'member' })
  assert.ok(created?.type === 'GroupCreated')
  const ownerOf = (members: (typeof created)['members']) => {
    const head = cellsOf({ ...created, members }).get(conversationKey(appId, 'g:team'))
    return head?.kind === 'conversation' ? head.ownerId : null
  }
  assert.equal(ownerOf(created.members.toReversed()), 'alice')
  assert.equal(ownerOf(created.members.filter(({ role }) => role !== 'owner')), '')
})
