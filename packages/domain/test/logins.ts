// Logins and logouts of a device of alice's, who is registered.
import type { CloseDeviceSession, OpenDeviceSession, SkeinCommand } from '@skein/contracts'
import { commandMeta, enteredAt, uuid } from './examples.ts'

export const opened = { userId: 'alice', sessionId: uuid(5), platform: 'ios', expiresAt: enteredAt + 1000 }

export const open = (changes: Partial<typeof opened> = {}, meta: Partial<SkeinCommand['meta']> = {}): OpenDeviceSession => ({
  type: 'OpenDeviceSession',
  meta: { ...commandMeta('alice'), ...meta },
  ...opened,
  ...changes,
})

export const close = (actorId: string, sessionId: string): CloseDeviceSession => ({
  type: 'CloseDeviceSession',
  meta: commandMeta(actorId),
  userId: 'alice',
  sessionId,
})
