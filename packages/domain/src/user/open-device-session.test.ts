// Devices log in, in given / when / then: what a login needs, and that a repeat of it is found done.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appId, enteredAt, registered, uuid } from '../../test/examples.ts'
import { close, open, opened } from '../../test/logins.ts'
import { given } from '../../test/specification.ts'
import { deviceSessionKey } from '../index.ts'

const alice = registered('alice')

test('a device logs in, and a repeat finds it done', () => {
  const outcome = given(...alice).when(open())
  outcome.accepted([{ type: 'DeviceSessionOpened', ...opened }], {})
  assert.deepEqual(outcome.world.cells.get(deviceSessionKey(appId, 'alice', uuid(5))), {
    kind: 'device-session',
    deviceId: 'phone',
    platform: 'ios',
    openedAt: enteredAt,
    expiresAt: enteredAt + 1000,
    closedAt: 0,
  })
  given(...alice)
    .when(open(), open())
    .accepted([], {})
  given(...alice)
    .when(open(), open({}, { deviceId: 'tablet' }))
    .refused('ALREADY_EXISTS')
  given(...alice)
    .when(open({}, { actorId: '' }))
    .accepted([{ type: 'DeviceSessionOpened', ...opened }], {})
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

test('a late repeat of a login does not open again what was closed', () => {
  const outcome = given(...alice).when(open(), close('alice', uuid(5)), open())
  outcome.accepted([], {})
  const session = outcome.world.cells.get(deviceSessionKey(appId, 'alice', uuid(5)))
  assert.ok(session?.kind === 'device-session' && session.closedAt === enteredAt)
})
