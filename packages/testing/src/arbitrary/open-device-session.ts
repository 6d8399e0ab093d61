// Arbitrary logins of devices, to few device sessions.
import type { OpenDeviceSession } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { byThemselves, idempotent, sessionId, system, user, words } from './small-world.ts'

export const openDeviceSession: ArbitraryOf<'OpenDeviceSession'> = {
  weight: 2,
  arbitrary: idempotent<OpenDeviceSession>(system, {
    type: fc.constant('OpenDeviceSession'),
    userId: user,
    sessionId,
    platform: words,
    expiresAt: fc.nat(),
  }).map(byThemselves),
}
