// Users and their device sessions in given / when / then: registered once, logged in and out, repeats found done.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { appId, commandMeta, enteredAt, registered, uuid } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { deviceSessionKey, limits } from '../index.ts'

const register = (userId: string, userName: string, displayName = 'Alice', actorId = ''): SkeinCommand => ({
  type: 'RegisterUser',
  meta: commandMeta(actorId),
  userId,
  userName,
  displayName,
})
const opened = { userId: 'alice', sessionId: uuid(5), platform: 'ios', expiresAt: enteredAt + 1000 }
const open = (changes: Partial<typeof opened> = {}, meta: Partial<SkeinCommand['meta']> = {}): SkeinCommand => ({
  type: 'OpenDeviceSession',
  meta: { ...commandMeta('alice'), ...meta },
  ...opened,
  ...changes,
})
const close = (actorId: string, sessionId: string): SkeinCommand => ({
  type: 'CloseDeviceSession',
  meta: commandMeta(actorId),
  userId: 'alice',
  sessionId,
})
const alice = registered('alice')
const done = { occurredAt: enteredAt }

test('a user registers once', () => {
  const event = { type: 'UserRegistered', userId: 'u1', userName: 'alice', displayName: 'Alice' } as const
  given().when(register('u1', 'alice')).accepted([event], done)
  given()
    .when(register('u1', 'alice'), register('u1', 'alice', 'Alice B.'))
    .accepted([], {})
  given().when(register('u1', 'alice'), register('u1', 'bob')).refused('ALREADY_EXISTS')
})

test('what cannot be stored is refused', () => {
  for (const name of ['al', 'a b c', 'a\0bc', 'n'.repeat(33)]) given().when(register('u1', name)).refused('INVALID_ARGUMENT')
  for (const name of ['\0', '\udfff', 'n'.repeat(limits.displayNameCharsMax + 1)]) {
    given()
      .when(register('u1', 'alice', name))
      .refused('INVALID_ARGUMENT')
  }
  given().when(register('u\0', 'alice')).refused('INVALID_ARGUMENT', 'userId')
})

test('a device logs in, and a repeat finds it done', () => {
  const outcome = given(...alice).when(open())
  outcome.accepted([{ type: 'DeviceSessionOpened', ...opened }], done)
  assert.deepEqual(outcome.world.cells.get(deviceSessionKey(appId, 'alice', uuid(5))), {
    kind: 'device-session',
    deviceId: 'phone',
    expiresAt: enteredAt + 1000,
    closed: false,
  })
  given(...alice)
    .when(open(), open())
    .accepted([], {})
  given(...alice)
    .when(open(), open({}, { deviceId: 'tablet' }))
    .refused('ALREADY_EXISTS')
  given(...alice)
    .when(open({}, { actorId: '' }))
    .accepted([{ type: 'DeviceSessionOpened', ...opened }], done)
})

test('a login needs a user, a device and valid fields', () => {
  given().when(open()).refused('USER_NOT_FOUND')
  given(...alice)
    .when(open({}, { actorId: 'bob' }))
    .refused('FORBIDDEN')
  given(...alice)
    .when(open({}, { deviceId: '' }))
    .refused('INVALID_ARGUMENT')
  given(...alice)
    .when(open({ sessionId: 'x' }))
    .refused('INVALID_ARGUMENT')
  given(...alice)
    .when(open({ platform: '\0' }))
    .refused('INVALID_ARGUMENT')
  given(...alice)
    .when(open({ expiresAt: -1 }))
    .refused('INVALID_ARGUMENT')
})

test('a device logs out; logging out of nothing is done already', () => {
  given(...alice)
    .when(open(), close('alice', uuid(5)))
    .accepted([{ type: 'DeviceSessionClosed', userId: 'alice', sessionId: uuid(5) }], done)
  given(...alice)
    .when(open(), close('alice', uuid(5)), close('alice', uuid(5)))
    .accepted([], {})
  given(...alice)
    .when(close('alice', uuid(5)))
    .accepted([], {})
  given(...alice)
    .when(open(), close('bob', uuid(5)))
    .refused('FORBIDDEN')
})

test('a late repeat of a login does not open again what was closed', () => {
  const outcome = given(...alice).when(open(), close('alice', uuid(5)), open())
  outcome.accepted([], {})
  const session = outcome.world.cells.get(deviceSessionKey(appId, 'alice', uuid(5)))
  assert.ok(session?.kind === 'device-session' && session.closed)
})
