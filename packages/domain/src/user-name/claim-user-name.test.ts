// User names in given / when / then: unique whatever their case, claimed once, by nobody for another.

import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { commandMeta, stamped } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'

const claim = (userId: string, userName: string, actorId = ''): SkeinCommand => ({
  type: 'ClaimUserName',
  meta: commandMeta(actorId),
  userName,
  userId,
})

test('the first to claim a name gets it, whatever its case', () => {
  given()
    .when(claim('u1', 'Alice'))
    .accepted([{ type: 'UserNameClaimed', userName: 'Alice', userId: 'u1' }], {})
  given().when(claim('u1', 'Alice'), claim('u2', 'Alice')).refused('NAME_TAKEN')
  given().when(claim('u1', 'Alice'), claim('u2', 'ALICE')).refused('NAME_TAKEN')
})

test('the same claim again is found done', () => {
  given().when(claim('u1', 'Alice'), claim('u1', 'alice')).accepted([], {})
})

test('names and users are valid, and nobody claims for another', () => {
  for (const name of ['ab', 'a|b|c', 'a\0bc', 'n'.repeat(33)]) given().when(claim('u1', name)).refused('INVALID_ARGUMENT')
  given().when(claim('', 'alice')).refused('INVALID_ARGUMENT')
  given()
    .when(stamped(claim('u1', 'alice'), { appId: 'a/b' }))
    .refused('INVALID_ARGUMENT')
  given()
    .when(claim('u1', 'alice', 'u2'))
    .refused('FORBIDDEN')
})
