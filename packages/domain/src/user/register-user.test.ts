// Users come into being in given / when / then: once, with names that can be stored.

import { test } from 'node:test'
import type { RegisterUser } from '@skein/contracts'
import { commandMeta, named } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'
import { limits } from '../index.ts'

const register = (userId: string, userName: string, displayName = 'Alice', actorId = ''): RegisterUser => ({
  type: 'RegisterUser',
  meta: commandMeta(actorId),
  userId,
  userName,
  displayName,
})

test('a user registers once', () => {
  const event = { type: 'UserRegistered', userId: 'u1', userName: 'alice', displayName: 'Alice' } as const
  given().when(register('u1', 'alice')).accepted([event], {})
  given()
    .when(register('u1', 'alice'), register('u1', 'alice', 'Alice B.'))
    .accepted([], {})
  given()
    .when(register('u1', 'alice'), named(register('u1', 'alice'), 1))
    .accepted([{ type: 'CommandAnswered', aggregateId: 'u:u1' }], {})
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

test('nobody registers another', () => {
  given()
    .when(register('u1', 'alice', 'Alice', 'u2'))
    .refused('FORBIDDEN')
})
