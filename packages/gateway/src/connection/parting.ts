// Parting with a connection: telling it why and what to do next, closing it, and giving back what it had.
import { type ErrorCode, errorCatalogue, packets, wire } from '@skein/contracts'
import type { ConnectionInfo } from '@skein/node-link'
import type { GatewayContext } from '../context.ts'
import type { TokenClaims } from '../device-sessions/token-verifier.ts'
import { count } from '../metrics.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import type { Connection } from './connection.ts'
import type { ErrorAnswer } from './error-answer.ts'

const { Action } = wire.Goodbye
const actions = { reconnect: Action.ACTION_RECONNECT, backOff: Action.ACTION_BACK_OFF, stop: Action.ACTION_STOP } as const
/** Close code for codes that the catalogue gives none: policy violation. */
const policyViolation = 1008

const unsolicited = { sequence: 0, flags: 0 }

/** Tells the client why and what to do next. */
export function sayGoodbye(context: GatewayContext, connection: Connection, why: ErrorAnswer): void {
  const { code, detail, retryAfterMs = 0 } = why
  const body = wire.Goodbye.encode({ code, detail, action: actions[errorCatalogue[code].next], retryAfterMs }).finish()
  context.outbox.packet(connection, packets.goodbye, unsolicited, body)
}

/** Says goodbye and closes. */
export function dismiss(context: GatewayContext, connection: Connection, why: ErrorAnswer): void {
  if (!connection.open) return
  if (connection.state !== 'draining') sayGoodbye(context, connection, why)
  part(context, connection, why.code)
}

/** Closes after what is queued. */
export function part(context: GatewayContext, connection: Connection, code: ErrorCode): void {
  context.outbox.flush(connection)
  if (!connection.open) return
  count(context.counters.dismissed, code)
  forgetConnection(context, connection)
  connection.transport.close(errorCatalogue[code].closeCode ?? policyViolation, code)
}

/** What presence knows of a connection. */
export const infoOf = (context: GatewayContext, connection: Connection, claims: TokenClaims): ConnectionInfo => ({
  connectionId: connection.id,
  node: context.link.incarnation,
  appId: claims.appId,
  userId: claims.userId,
  deviceId: claims.deviceId,
  sessionId: claims.sessionId,
  platform: claims.platform,
  connectedAtMs: connection.connectedAtMs,
})

/** Takes a connection out of presence, without waiting for it. */
export function removePresence(context: GatewayContext, connection: Connection, claims: TokenClaims): void {
  const info = infoOf(context, connection, claims)
  context.presence
    .remove(info)
    .catch((error: unknown) => context.logger.warn({ error, connectionId: info.connectionId }, 'presence was not removed'))
}

/** The connection serves nobody any more: gives back everything but its place in the table. */
export function forgetConnection(context: GatewayContext, connection: Connection): void {
  if (!connection.open) return
  const { identity, user } = connection
  context.table.logout(connection)
  if (user !== null) context.table.leave(user, connection)
  connection.to('closed')
  connection.since = monotonicMs()
  context.pace.hurry()
  connection.user = null
  connection.partial = null
  connection.outbox = null
  connection.slots = null
  if (identity !== null) context.largeGroups.went(identity, connection)
  context.liveRooms.went(connection)
  if (identity !== null && connection.id !== '') removePresence(context, connection, identity)
}
