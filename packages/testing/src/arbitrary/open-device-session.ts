// Arbitrary logins of devices, to few device sessions.
import type { OpenDeviceSession } from '@skein/contracts'
import fc from 'fast-check'
import { byThemselves, idempotent, sessionId, system, user, words } from './small-world.ts'

export const openDeviceSession = idempotent<OpenDeviceSession>(system, {
  type: fc.constant('OpenDeviceSession'),
  userId: user,
  sessionId,
  platform: words,
  expiresAt: fc.nat(),
}).map(byThemselves)
