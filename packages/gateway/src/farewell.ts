// Refusing a request, and parting with a connection: the one place where codes of the error catalogue become packets.
import type { ErrorCode } from '@skein/contracts'
import { commands, errorCatalogue, flags, wire } from '@skein/contracts'
import type { ConnectionInfo } from '@skein/node-link'
import type { Connection } from './connection.ts'
import { monotonicMs } from './connection.ts'
import type { GatewayContext } from './context.ts'
import { count } from './metrics.ts'
import type { Route } from './outbox.ts'
import type { TokenClaims } from './token-verifier.ts'

const { Action } = wire.Goodbye
/** Close code for codes that the catalogue gives none: policy violation. */
const policyViolation = 1008

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code)
export const isRetriable = (code: ErrorCode): boolean => errorCatalogue[code].retriable

function actionFor(code: ErrorCode): number {
  if (code === 'GOING_AWAY' || code === 'SLOW_READER' || code === 'HEARTBEAT_TIMEOUT') return Action.ACTION_RECONNECT
  return errorCatalogue[code].retriable || code === 'INTERNAL' ? Action.ACTION_BACK_OFF : Action.ACTION_STOP
}

/** Bytes of the body of an error packet. */
function errorBody(code: ErrorCode, detail: string, retryAfterMs: number): Uint8Array {
  return wire.Error.encode({ code, detail, retriable: isRetriable(code), retryAfterMs }).finish()
}

/** Answers a request with an error packet; the connection goes on. */
export function refuse(
  context: GatewayContext,
  connection: Connection,
  route: Route,
  sequence: number,
  code: ErrorCode,
  detail: string,
  retryAfterMs = 0,
): void {
  count(context.counters.refused, code)
  context.outbox.packet(connection, route, sequence, flags.error, errorBody(code, detail, retryAfterMs))
}

/** Tells the client why and what to do next. */
export function sayGoodbye(context: GatewayContext, connection: Connection, code: ErrorCode, detail: string, retryAfterMs = 0): void {
  const body = wire.Goodbye.encode({ code, detail, action: actionFor(code), retryAfterMs }).finish()
  context.outbox.packet(connection, commands.goodbye, 0, 0, body)
}

/** Says goodbye and closes. */
export function dismiss(context: GatewayContext, connection: Connection, code: ErrorCode, detail: string, retryAfterMs = 0): void {
  if (!connection.open) return
  if (connection.state !== 'draining') sayGoodbye(context, connection, code, detail, retryAfterMs)
  part(context, connection, code)
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

/** The connection serves nobody any more: gives back everything but its place in the table. */
export function forgetConnection(context: GatewayContext, connection: Connection): void {
  if (!connection.open) return
  const { identity, user, id } = connection
  context.table.logout(connection)
  if (user !== null) context.table.leave(user, connection)
  connection.to('closed')
  connection.since = monotonicMs()
  connection.user = null
  connection.partial = null
  connection.outbox = null
  connection.lanes = null
  connection.readMarks = null
  if (identity === null || id === '') return
  context.presence
    .remove(infoOf(context, connection, identity))
    .catch((error: unknown) => context.logger.warn({ error, connectionId: id }, 'presence was not removed'))
}
