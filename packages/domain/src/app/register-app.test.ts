// Apps come into being in given / when / then: once, by the system.

import { test } from 'node:test'
import type { RegisterApp } from '@skein/contracts'
import { commandMeta, named, stamped } from '../../test/examples.ts'
import { given } from '../../test/specification.ts'

const register: RegisterApp = { type: 'RegisterApp', meta: commandMeta('') }

test('an app is registered once, whatever its policy is by then', () => {
  given()
    .when(register)
    .accepted([{ type: 'AppRegistered' }], {})
  given().when(register, register).accepted([], {})
  given()
    .when(register, named({ type: 'ChangeAppPolicy', meta: commandMeta(''), limits: [{ name: 'attachmentsMax', value: 1 }] }, 1), register)
    .accepted([], {})
  given()
    .when(register, named(register, 1))
    .accepted([{ type: 'CommandAnswered', aggregateId: 'app' }], {})
})

test('an app is registered by the system, under an id that is one', () => {
  given()
    .when(stamped(register, { actorId: 'alice' }))
    .refused('FORBIDDEN')
  given()
    .when(stamped(register, { appId: 'a/b' }))
    .refused('INVALID_ARGUMENT', 'meta.appId')
})
