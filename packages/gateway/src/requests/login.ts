// The login of a connection: token, app, device session, limits of the user, presence. A login that could not be checked leaves the
// connection as it was, to try again; one that is refused ends it.
import { type ErrorCode, wire } from '@skein/contracts'
import { limits as domainLimits } from '@skein/domain'
import type { ConnectionInfo } from '@skein/node-link'
import { dismiss, forgetConnection, infoOf, removePresence } from '../connection/parting.ts'
import type { TokenClaims } from '../device-sessions/token-verifier.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import type { Handler, Request } from './request.ts'

type LoginRequest = Request<'login'>

export const login: Handler<'login'> = {
  admit(request) {
    const { state } = request.connection
    if (state === 'accepted') return true
    request.refuse('ALREADY_AUTHENTICATED', state === 'authenticating' ? 'a login is being checked' : '')
    return false
  },

  handle(request, { token, appId }) {
    request.connection.to('authenticating')
    return logIn(request, token, appId).catch((error: unknown) => failed(request, error))
  },
}

async function logIn(request: LoginRequest, token: string, appId: string): Promise<void> {
  const { context, connection } = request
  const verdict = context.verifyToken(token)
  const claims = verdict instanceof Promise ? await verdict : verdict
  if (typeof claims === 'string') return deny(request, claims, 'token')
  if (claims.appId !== appId) return deny(request, 'TOKEN_INVALID', 'token of another app')
  // Known by the time the connection asks for something that it limits.
  context.policies.of(appId)
  const state = await context.deviceSessions.stateOf(claims)
  if (connection.state !== 'authenticating') return
  // The views lag behind the log: whoever just logged in comes again, and is not told to stop for good.
  if (state === 'unknown') return postpone(request, 'device session')
  if (state !== 'open') return deny(request, 'TOKEN_REVOKED', 'device session')
  await context.ready
  if (connection.state !== 'authenticating') return
  if (!join(request, claims)) return deny(request, 'TOO_MANY_CONNECTIONS', 'connectionsPerUserMax')
  const replaced = await context.presence.add(infoOf(context, connection, claims))
  // The connection went while it was being registered: its own removal may have come first.
  if (connection.state !== 'authenticating') return removePresence(context, connection, claims)
  welcome(request, claims)
  // From here on a logout reaches the connection; one that the views did not show yet is found by asking again.
  context.rechecks.due(connection)
  for (const other of replaced) kickReplaced(request, other)
}

/** The connection is its user's from here on; false when they have too many. */
function join({ context, connection }: LoginRequest, claims: TokenClaims): boolean {
  const user = context.table.join(`${claims.appId}/${claims.userId}`, connection, claims.deviceId, monotonicMs())
  if (user === null) return false
  connection.user = user
  connection.identity = claims
  connection.id = context.newId()
  connection.connectedAtMs = context.now()
  context.table.login(connection)
  return true
}

function deny(request: LoginRequest, code: ErrorCode, detail: string): void {
  request.refuse(code, detail)
  dismiss(request.context, request.connection, { code, detail })
}

function welcome(request: LoginRequest, { userId, deviceId }: TokenClaims): void {
  const { context, connection } = request
  const { packetBytesMax, inFlightMax, unackedPushesMax, pageItemsMax, heartbeatIntervalMs } = context.limits
  const { bodyBytesMax } = domainLimits
  connection.to('active')
  context.counters.logins += 1
  context.largeGroups.came(connection.identity!, connection)
  const body = wire.LoginReply.encode({
    userId,
    deviceId,
    connectionId: connection.id,
    serverTimeMs: context.now(),
    heartbeatIntervalMs,
    limits: { packetBytesMax, bodyBytesMax, inFlightMax, unackedPushesMax, pageItemsMax },
  })
  request.answer(body.finish())
}

function kickReplaced({ context, connection }: LoginRequest, other: ConnectionInfo): void {
  if (other.connectionId === connection.id) return
  if (other.node !== context.link.incarnation) {
    context.link.kick(other.node, { connectionId: other.connectionId, code: 'REPLACED' })
    return
  }
  const here = context.table.get(other.connectionId)
  if (here !== undefined) dismiss(context, here, { code: 'REPLACED', detail: 'the device logged in again' })
}

function failed(request: LoginRequest, error: unknown): void {
  const { context, connection } = request
  context.logger.warn({ error }, 'login could not be checked')
  if (connection.state === 'authenticating') {
    postpone(request, 'login could not be checked')
  } else if (connection.open) {
    forgetConnection(context, connection)
    connection.transport.terminate()
  }
}

/** Refuses the login for now: the connection may try again within its time. */
function postpone(request: LoginRequest, detail: string): void {
  request.refuse('UNAVAILABLE', detail)
  undo(request)
  request.connection.to('accepted')
}

function undo({ context, connection }: LoginRequest): void {
  const { user, identity } = connection
  if (user === null || identity === null) return
  context.table.logout(connection)
  context.table.leave(user, connection)
  // The registration may have got through all the same.
  removePresence(context, connection, identity)
  connection.user = null
  connection.identity = null
  connection.id = ''
}
