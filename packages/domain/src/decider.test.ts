// What holds for every command and event whatever its aggregate: its key, the cells it may read, and ids refused before they are used.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import { appId, commandMeta, send, uuid } from '../test/examples.ts'
import { knownUserKey, memberKey, skeinDecider, userKey } from './index.ts'

const meta = {
  appId: '',
  claim: 7,
  commandOffset: 3,
  commandId: '',
  actorId: '',
  deviceId: '',
  connectionId: '',
  occurredAt: 0,
  traceparent: null,
}
const ofPartition: SkeinEvent[] = [
  { type: 'PartitionClaimed', meta, producerId: 1, producerEpoch: 1, logEpoch: uuid(1), owner: 'processor-1' },
  { type: 'CommandsDone', meta },
]

test('the events of a partition itself belong to no aggregate and change no cell', () => {
  for (const event of ofPartition) {
    assert.equal(skeinDecider.keyOf(event), '')
    assert.deepEqual(skeinDecider.writes(event), [])
    assert.equal(skeinDecider.remembered(event), null)
  }
})

const register = { type: 'RegisterUser', meta: commandMeta(''), userId: 'alice', userName: 'Alice', displayName: '' } as const

test('every message is keyed by app and aggregate', () => {
  assert.equal(skeinDecider.keyOf(send('alice', 'd:alice:bob', 1)), 'acme/d:alice:bob')
  assert.equal(skeinDecider.keyOf(register), 'acme/u:alice')
  const claim = { type: 'ClaimUserName', meta: commandMeta(''), userId: 'alice', userName: 'Alice' } as const
  assert.equal(skeinDecider.keyOf(claim), 'acme/name:alice')
})

test('only that a user exists is a fact of another partition', () => {
  const registered = skeinDecider.foreignOwner(knownUserKey(appId, 'alice'))
  assert.equal(registered, skeinDecider.keyOf(register))
  assert.equal(skeinDecider.foreignOwner(userKey(appId, 'alice')), null)
  assert.equal(skeinDecider.foreignOwner(memberKey(appId, 'g:known-user', 'alice')), null)
})

test('nothing is read or remembered under an id that is not valid', () => {
  for (const changes of [
    { conversationId: 'g:a|b' },
    { clientMessageId: 'x' },
    { meta: { ...commandMeta('alice'), appId: 'a/b' } },
    { meta: commandMeta('') },
  ]) {
    assert.equal(skeinDecider.remembers(send('alice', 'g:team', 1, changes)), null)
  }
  assert.deepEqual(
    skeinDecider.reads(send('alice', 'g:\0', 1), () => undefined),
    [],
  )
})
