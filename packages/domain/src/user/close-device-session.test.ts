// Devices log out, in given / when / then: once, their own, and what was never open is closed already.

import { test } from 'node:test'
import { registered, uuid } from '../../test/examples.ts'
import { close, open } from '../../test/logins.ts'
import { given } from '../../test/specification.ts'

const alice = registered('alice')

test('a device logs out; logging out of nothing is done already', () => {
  given(...alice)
    .when(open(), close('alice', uuid(5)))
    .accepted([{ type: 'DeviceSessionClosed', userId: 'alice', sessionId: uuid(5) }], {})
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
