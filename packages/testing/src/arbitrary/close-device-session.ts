// Arbitrary logouts of devices, open or not.
import type { CloseDeviceSession } from '@skein/contracts'
import fc from 'fast-check'
import type { ArbitraryOf } from './arbitrary-command.ts'
import { byThemselves, idempotent, sessionId, system, user } from './small-world.ts'

export const closeDeviceSession: ArbitraryOf<'CloseDeviceSession'> = {
  weight: 4,
  arbitrary: idempotent<CloseDeviceSession>(system, {
    type: fc.constant('CloseDeviceSession'),
    userId: user,
    sessionId,
  }).map(byThemselves),
}
