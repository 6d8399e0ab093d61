// Saying that one is there, before the login as after it.
import { wire } from '@skein/contracts'
import { admitAny } from './admission.ts'
import type { Handler } from './request.ts'

export const heartbeat: Handler<'heartbeat'> = {
  admit: admitAny,
  handle: (request) => request.answer(wire.Heartbeat.encode({ timeMs: request.context.now() }).finish()),
}
