// Arbitrary logouts of devices, open or not.
import type { CloseDeviceSession } from '@skein/contracts'
import fc from 'fast-check'
import { byThemselves, idempotent, sessionId, system, user } from './small-world.ts'

export const closeDeviceSession = idempotent<CloseDeviceSession>(system, {
  type: fc.constant('CloseDeviceSession'),
  userId: user,
  sessionId,
}).map(byThemselves)
