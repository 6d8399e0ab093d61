// Routes about device sessions: login, logout, and the choice of a gateway.
import { randomUUID } from 'node:crypto'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { chooseGateway, type GatewayAddresses } from './gateway-choice.ts'
import { authenticate } from './login.ts'
import type { GivenPassword } from './password-hasher.ts'
import { gatewayChoiceAnswer, loginAnswer, loginBody } from './request-schemas.ts'
import type { Route } from './route.ts'
import { appParams, route } from './route.ts'

export const deviceSessionRoutes = (parts: ApiParts): readonly Route[] => [login(parts), logout(parts), gatewayChoice(parts)]

const choose = async (parts: ApiParts): Promise<GatewayAddresses> =>
  chooseGateway(await parts.partCall('presence', () => parts.presence.liveNodes()), parts.random)

const addressesOf = ({ addresses }: GatewayAddresses) => ({ addresses: [...addresses] })

interface Guess extends GivenPassword {
  readonly appId: string
  readonly userName: string
}

/** The user whose name and password these are; only a refused password counts as a guess, not a part that could not answer. */
async function userOf(parts: ApiParts, guess: Guess): Promise<string> {
  const succeeded = parts.requestLimits.login(guess)
  try {
    const userId = await authenticate(parts.registration, guess)
    succeeded()
    return userId
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'CREDENTIALS_INVALID')) succeeded()
    throw error
  }
}

const login = (parts: ApiParts): Route =>
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
      const userId = await userOf(parts, { appId, userName, password, addressKey })
      const chosen = await choose(parts) // before the session is opened: without a gateway it would be of no use
      const sessionId = randomUUID()
      const expiresAt = (Math.floor(parts.now() / 1000) + parts.tokenTtlSeconds) * 1000
      const opened = { type: 'OpenDeviceSession', userId, sessionId, platform, expiresAt } as const
      const done = await parts.ask(opened, { appId, actorId: userId, deviceId })
      const [token] = await Promise.all([
        parts.tokens.issue({ userId, appId, deviceId, sessionId, platform, expiresAtMs: expiresAt }),
        parts.seen(done),
      ])
      return { token, userId, expiresAt, gateway: addressesOf(chosen) }
    },
  })

const logout = (parts: ApiParts): Route =>
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
      const done = await parts.ask({ type: 'CloseDeviceSession', userId, sessionId }, { appId, actorId: userId, deviceId })
      // Tokens are checked against the views: until they show the end of the session, it has not ended.
      if (!(await parts.seen(done))) throw new ApiError('UNAVAILABLE', 'views')
      return undefined
    },
  })

const gatewayChoice = (parts: ApiParts): Route =>
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
    handle: async () => ({ gateway: addressesOf(await choose(parts)) }),
  })
