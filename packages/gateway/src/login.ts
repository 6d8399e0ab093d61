// The login of a connection: token, app, device session, limits of the user, presence. A login that could not be checked
// leaves the connection as it was, to try again; one that is refused ends it.
import type { ErrorCode, Packet } from '@skein/contracts'
import { commands, flags, wire } from '@skein/contracts'
import type { ConnectionInfo } from '@skein/node-link'
import type { Connection } from './connection.ts'
import { monotonicMs } from './connection.ts'
import type { GatewayContext } from './context.ts'
import { dismiss, forgetConnection, infoOf, refuse } from './farewell.ts'
import { decodeBody } from './packet-body.ts'
import type { TokenClaims } from './token-verifier.ts'

/** A connection/login packet of an accepted connection. Throws for a body that does not parse. */
export function receiveLogin(context: GatewayContext, connection: Connection, packet: Packet): void {
  const { token, appId } = decodeBody(wire.LoginRequest, packet.body)
  connection.to('authenticating')
  const { sequence } = packet
  const verdict = context.verifyToken(token ?? '')
  const going =
    verdict instanceof Promise
      ? verdict.then((claims) => login(context, connection, sequence, claims, appId ?? ''))
      : login(context, connection, sequence, verdict, appId ?? '')
  going.catch((error: unknown) => loginFailed(context, connection, sequence, error))
}

function deny(context: GatewayContext, connection: Connection, sequence: number, code: ErrorCode, detail: string): void {
  refuse(context, connection, commands.login, sequence, code, detail)
  dismiss(context, connection, code, detail)
}

async function login(
  context: GatewayContext,
  connection: Connection,
  sequence: number,
  claims: TokenClaims | 'TOKEN_INVALID' | 'TOKEN_EXPIRED',
  appId: string,
): Promise<void> {
  if (typeof claims === 'string') return deny(context, connection, sequence, claims, 'token')
  if (claims.appId !== appId) return deny(context, connection, sequence, 'TOKEN_INVALID', 'token of another app')
  const state = await context.sessions.stateOf(claims)
  if (connection.state !== 'authenticating') return
  // The views lag behind the log: whoever just logged in comes again, and is not told to stop for good.
  if (state === 'unknown') return postpone(context, connection, sequence, 'device session')
  if (state !== 'open') return deny(context, connection, sequence, 'TOKEN_REVOKED', 'device session')
  await context.ready
  if (connection.state !== 'authenticating') return
  const user = context.table.join(`${claims.appId}/${claims.userId}`, connection, claims.deviceId, monotonicMs())
  if (user === null) return deny(context, connection, sequence, 'TOO_MANY_CONNECTIONS', 'connectionsPerUserMax')
  connection.user = user
  connection.identity = claims
  connection.id = context.newId()
  connection.connectedAtMs = context.now()
  context.table.login(connection)
  const replaced = await context.presence.add(infoOf(context, connection, claims))
  if (connection.state !== 'authenticating') return removeLate(context, connection, claims)
  welcome(context, connection, sequence, claims)
  // From here on a logout reaches the connection; one that the views did not show yet is found by asking again.
  context.rechecks.due(connection)
  for (const other of replaced) kickReplaced(context, connection, other)
}

/** The connection went while it was being registered: its own removal may have come first. */
function removeLate(context: GatewayContext, connection: Connection, claims: TokenClaims): void {
  context.presence
    .remove(infoOf(context, connection, claims))
    .catch((error: unknown) => context.logger.warn({ error, connectionId: connection.id }, 'presence was not removed'))
}

function welcome(context: GatewayContext, connection: Connection, sequence: number, claims: TokenClaims): void {
  const { limits } = context
  connection.to('active')
  context.counters.logins += 1
  const body = wire.LoginReply.encode({
    userId: claims.userId,
    deviceId: claims.deviceId,
    connectionId: connection.id,
    serverTimeMs: context.now(),
    heartbeatIntervalMs: limits.heartbeatIntervalMs,
    limits: {
      packetBytesMax: limits.packetBytesMax,
      bodyBytesMax: limits.bodyBytesMax,
      inFlightMax: limits.inFlightMax,
      unackedPushesMax: limits.unackedPushesMax,
      pageItemsMax: limits.pageItemsMax,
    },
  }).finish()
  context.outbox.packet(connection, commands.login, sequence, flags.ack, body)
}

function kickReplaced(context: GatewayContext, connection: Connection, other: ConnectionInfo): void {
  if (other.connectionId === connection.id) return
  if (other.node !== context.link.incarnation) {
    context.link.kick(other.node, { connectionId: other.connectionId, code: 'REPLACED' })
    return
  }
  const here = context.table.get(other.connectionId)
  if (here !== undefined) dismiss(context, here, 'REPLACED', 'the device logged in again')
}

function loginFailed(context: GatewayContext, connection: Connection, sequence: number, error: unknown): void {
  context.logger.warn({ error }, 'login could not be checked')
  if (connection.state === 'authenticating') {
    postpone(context, connection, sequence, 'login could not be checked')
  } else if (connection.open) {
    forgetConnection(context, connection)
    connection.transport.terminate()
  }
}

/** Refuses the login for now: the connection may try again within its time. */
function postpone(context: GatewayContext, connection: Connection, sequence: number, detail: string): void {
  refuse(context, connection, commands.login, sequence, 'UNAVAILABLE', detail)
  undoLogin(context, connection)
  connection.to('accepted')
}

function undoLogin(context: GatewayContext, connection: Connection): void {
  const { user, identity } = connection
  if (user === null || identity === null) return
  context.table.logout(connection)
  context.table.leave(user, connection)
  // The registration may have got through all the same.
  removeLate(context, connection, identity)
  connection.user = null
  connection.identity = null
  connection.id = ''
}
