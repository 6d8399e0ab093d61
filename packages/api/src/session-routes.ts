// Routes about device sessions: login, logout, and the choice of a gateway.
import { aggregateKey, userAggregateId } from '@skein/contracts'
import { ApiError, rejectionOf } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { newRandomId } from './command-channel.ts'
import { chooseGateway } from './gateway-choice.ts'
import { authenticate } from './login.ts'
import { gatewayChoiceAnswer, loginAnswer, loginBody } from './request-schemas.ts'
import type { Route } from './route.ts'
import { appParams, route } from './route.ts'

export function sessionRoutes(parts: ApiParts): readonly Route[] {
  const gateway = async () => chooseGateway(await parts.partCall('presence', () => parts.presence.liveNodes()), parts.random)

  return [
    route({
      method: 'POST',
      path: '/v1/:appId/sessions',
      operationId: 'login',
      summary: 'Log a device in: opens a device session and answers its token and a gateway.',
      auth: 'none',
      params: appParams,
      body: loginBody,
      status: 201,
      answer: loginAnswer,
      errors: ['CREDENTIALS_INVALID', 'RATE_LIMITED'],
      async handle({ params: { appId }, body, addressKey }) {
        const { userName, password, deviceId, platform } = body
        const succeeded = parts.requestLimits.login({ appId, userName, addressKey })
        const userId = await authenticate(parts.registration, { appId, userName, password }).catch((error) => {
          // Only a refused password counts as a guess, not a part that could not answer.
          if (!(error instanceof ApiError && error.code === 'CREDENTIALS_INVALID')) succeeded()
          throw error
        })
        succeeded()
        const chosen = await gateway() // before the session is opened: without a gateway it would be of no use
        const sessionId = newRandomId()
        const expiresAt = (Math.floor(parts.now() / 1000) + parts.tokenTtlSeconds) * 1000
        const reply = await parts.ask(
          aggregateKey(appId, userAggregateId(userId)),
          { type: 'OpenDeviceSession', userId, sessionId, platform, expiresAt },
          { appId, actorId: userId, deviceId },
        )
        const refused = rejectionOf(reply)
        if (refused) throw refused
        const [token] = await Promise.all([
          parts.tokens.issue({ userId, appId, deviceId, sessionId, platform, expiresAtMs: expiresAt }),
          parts.seen(reply),
        ])
        return { token, userId, expiresAt, gateway: { addresses: [...chosen.addresses] } }
      },
    }),
    route({
      method: 'DELETE',
      path: '/v1/:appId/sessions/current',
      operationId: 'logout',
      summary: 'Log this device out: the token is worth nothing afterwards.',
      auth: 'bearer',
      params: appParams,
      status: 204,
      errors: [],
      async handle({ claims }) {
        const { appId, userId, deviceId, sessionId } = claims()
        const key = aggregateKey(appId, userAggregateId(userId))
        const reply = await parts.ask(key, { type: 'CloseDeviceSession', userId, sessionId }, { appId, actorId: userId, deviceId })
        const refused = rejectionOf(reply)
        if (refused) throw refused
        // Tokens are checked against the views: until they show the end of the session, it has not ended.
        if (!(await parts.seen(reply))) throw new ApiError('UNAVAILABLE', 'views')
        return undefined
      },
    }),
    route({
      method: 'GET',
      path: '/v1/:appId/gateway',
      operationId: 'chooseGateway',
      summary: 'Choose a gateway again, to reconnect.',
      auth: 'bearer',
      params: appParams,
      status: 200,
      answer: gatewayChoiceAnswer,
      errors: [],
      async handle() {
        return { gateway: { addresses: [...(await gateway()).addresses] } }
      },
    }),
  ]
}
