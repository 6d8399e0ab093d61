// What holds for every command and event whatever its aggregate: its key, the cells it may read, and ids refused before they are used.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { aggregateOf } from '@skein/contracts'
import { createWorld } from '@skein/testing'
import {
  addMembers,
  appId,
  changeRole,
  commandMeta,
  createGroup,
  hash,
  leaveGroup,
  markRead,
  muteMember,
  named,
  registered,
  removeMember,
  send,
  setNickname,
  stamped,
  text,
  uuid,
} from '../test/examples.ts'
import { close, open } from '../test/logins.ts'
import { appPolicyKey, knownUserKey, limits, memberKey, refusalOf, skeinDecider, userKey } from './index.ts'

const ofPartition = {
  PartitionClaimed: {
    type: 'PartitionClaimed',
    meta: partitionMeta(),
    producerId: 1,
    producerEpoch: 1,
    claimId: uuid(2),
    logEpoch: uuid(1),
    owner: 'processor-1',
  },
  CommandsDone: { type: 'CommandsDone', meta: partitionMeta() },
} satisfies Partial<Record<SkeinEvent['type'], SkeinEvent>>

function partitionMeta(): SkeinEvent['meta'] {
  const { appId, commandId, actorId, deviceId } = { appId: '', commandId: '', actorId: '', deviceId: '' }
  const place = { claim: 7, commandOffset: 3, occurredAt: 0 }
  return { appId, commandId, actorId, deviceId, connectionId: '', ...place, answers: null, traceparent: null }
}

test('the events of a partition itself belong to no aggregate and change no cell', () => {
  for (const event of Object.values(ofPartition)) {
    assert.equal(skeinDecider.keyOf(event), '')
    assert.deepEqual(skeinDecider.folds(event), [])
    assert.equal(skeinDecider.remembered(event), null)
  }
})

const meta = commandMeta('')
const register = { type: 'RegisterUser', meta, userId: 'alice', userName: 'Alice', displayName: '' } as const

/** Commands of every aggregate, in an order in which all are accepted, with the keys they are to have. */
const accepted = {
  RegisterApp: [{ type: 'RegisterApp', meta }, 'acme/app'],
  ChangeAppPolicy: [named({ type: 'ChangeAppPolicy', meta, limits: [{ name: 'attachmentsMax', value: 3 }] }, 50), 'acme/app'],
  ClaimUserName: [{ type: 'ClaimUserName', meta, userId: 'alice', userName: 'Alice' }, 'acme/name:alice'],
  RegisterUser: [register, 'acme/u:alice'],
  OpenDeviceSession: [open(), 'acme/u:alice'],
  CloseDeviceSession: [close('alice', uuid(5)), 'acme/u:alice'],
  CreateGroup: [createGroup('alice', 'g:team', 'Team', []), 'acme/g:team'],
  AddMembers: [addMembers('alice', 'g:team', ['bob', 'carol']), 'acme/g:team'],
  SendMessage: [send('alice', 'g:team', 1), 'acme/g:team'],
  MarkRead: [markRead('bob', 'g:team', 1), 'acme/g:team'],
  ChangeMemberRole: [changeRole('alice', 'g:team', 'bob', 'owner'), 'acme/g:team'],
  MuteMember: [muteMember('bob', 'g:team', 'carol', 1_000), 'acme/g:team'],
  SetNickname: [setNickname('bob', 'g:team', 'bob', 'Bo'), 'acme/g:team'],
  RemoveMembers: [removeMember('bob', 'g:team', 'carol'), 'acme/g:team'],
  LeaveGroup: [leaveGroup('alice', 'g:team'), 'acme/g:team'],
} as const satisfies Partial<Record<SkeinCommand['type'], readonly [SkeinCommand, string]>>

test('commands and events of every aggregate are keyed by app and aggregate', () => {
  const world = createWorld()
  for (const event of registered('bob', 'carol')) world.fold(event)
  const seen = new Set<string>(Object.keys(ofPartition))
  const run = (command: SkeinCommand, key: string) => {
    assert.equal(skeinDecider.keyOf(command), key)
    const before = world.events.length
    assert.ok(world.run(command).accepted, command.type)
    const happened = world.events.slice(before)
    assert.ok(happened.length > 0, command.type)
    for (const event of happened) {
      assert.equal(skeinDecider.keyOf(event), key, event.type)
      seen.add(event.type)
    }
    return happened
  }
  for (const [command, key] of Object.values(accepted)) run(command, key)
  const direct = send('alice', 'd:alice:bob', 2)
  run(direct, 'acme/d:alice:bob')
  // What finds itself done leaves an answer, under the key of its command.
  for (const [command, key] of [accepted.RegisterApp, accepted.ClaimUserName, accepted.RegisterUser, accepted.MarkRead] as const) {
    assert.deepEqual(
      run(named(command, 99), key).map(({ type }) => type),
      ['CommandAnswered'],
    )
  }
  // That events have the key of their command, whichever they are, every test asks that runs a world.
  const aggregates = (types: readonly string[]) => new Set(types.map((type) => aggregateOf[type as keyof typeof aggregateOf]))
  assert.deepEqual(aggregates([...seen]), aggregates(Object.keys(aggregateOf)))
})

test('that a user exists and what an app allows are facts of other partitions, and nothing else is', () => {
  const known = skeinDecider.foreignFact(knownUserKey(appId, 'alice'))
  assert.deepEqual(known, { owner: skeinDecider.keyOf(register), keepMs: Number.POSITIVE_INFINITY })
  const policy = skeinDecider.foreignFact(appPolicyKey(appId))
  assert.equal(policy?.owner, 'acme/app')
  assert.ok(policy.keepMs > 0 && policy.keepMs < 60_000, 'a policy may change back')
  assert.equal(skeinDecider.foreignFact(userKey(appId, 'alice')), null)
  assert.equal(skeinDecider.foreignFact(memberKey(appId, 'g:known-user', 'alice')), null)
})

const sending = send('alice', 'g:team', 1)
const withInvalidIds: readonly SkeinCommand[] = [
  send('alice', 'g:a|b', 1),
  send('alice', 'g:\0', 1),
  stamped(sending, { intent: { id: 'x', contentHash: hash(1) } }),
  stamped(sending, { intent: { id: uuid(1), contentHash: new Uint8Array(3) } }),
  stamped(sending, { appId: 'a/b' }),
  stamped(sending, { actorId: '' }),
  stamped(sending, { actorId: 'a|b' }),
  addMembers('alice', 'd:alice:bob', ['dave']),
  addMembers('alice', 'g:team', ['a|b']),
  named({ ...register, userId: 'a|b' }, 1),
  named({ ...accepted.ClaimUserName[0], userName: 'a|b' }, 1),
  named(open({ sessionId: 'x' }), 1),
]

test('nothing is read or remembered under an id that is not valid', () => {
  for (const command of withInvalidIds) {
    const { intent, reads } = skeinDecider.ask(command)
    assert.equal(intent, null)
    assert.deepEqual(
      reads(() => undefined),
      [],
    )
  }
})

test('what an edge may refuse at once is what deciding refuses', () => {
  const beyondLimits: readonly SkeinCommand[] = [
    send('alice', 'g:team', 1, { body: { ...text(''), bytes: new Uint8Array(limits.bodyBytesMax + 1) } }),
    createGroup('alice', 'g:team', 'a\0', []),
    stamped(leaveGroup('alice', 'g:team'), { intent: null }),
  ]
  for (const command of [...withInvalidIds, ...beyondLimits]) {
    const refusal = refusalOf(command)
    assert.ok(refusal !== null, command.type)
    assert.deepEqual(
      skeinDecider.ask(command).decide(() => undefined),
      refusal,
    )
  }
  for (const [command] of Object.values(accepted)) assert.equal(refusalOf(command), null)
})
