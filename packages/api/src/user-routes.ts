// Routes about users: register, look up by id and by name, who is online.
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { verifyAppSecret } from './app-secret.ts'
import { registerUser } from './registration.ts'
import { onlineAnswer, onlineQuery, registrationBody, userAnswer, userNameQuery, userParams } from './request-schemas.ts'
import type { Route } from './route.ts'
import { appParams, route } from './route.ts'
import type { TokenClaims } from './token.ts'

export const userRoutes = (parts: ApiParts): readonly Route[] => [
  registration(parts),
  userByName(parts),
  onlineUsers(parts),
  userById(parts),
]

const registration = (parts: ApiParts): Route =>
  route({
    method: 'POST',
    path: '/v1/:appId/users',
    operationId: 'registerUser',
    summary: 'Register a user. May be repeated with the same name and password when the outcome was not known.',
    auth: 'none',
    takesAppSecret: true,
    params: appParams,
    body: registrationBody,
    status: 201,
    answer: userAnswer,
    errors: ['NAME_TAKEN', 'FORBIDDEN', 'RATE_LIMITED'],
    async handle({ params: { appId }, body, addressKey, appSecret }) {
      const { userName, password, displayName = userName } = body
      const trusted = await checkAppSecret(parts, appId, appSecret)
      const attempt = { appId, userName, addressKey: trusted ? null : addressKey }
      parts.requestLimits.registration(attempt)
      const guess = () => parts.requestLimits.login(attempt)
      const { row, done } = await registerUser(parts.registration, { appId, userName, displayName, password, addressKey }, guess)
      await parts.seen(done)
      return { userId: row.userId, userName: row.userName, displayName: row.displayName }
    },
  })

const userByName = (parts: ApiParts): Route =>
  route({
    method: 'GET',
    path: '/v1/:appId/users',
    operationId: 'findUserByName',
    summary: 'The user who has a name.',
    auth: 'bearer',
    params: appParams,
    query: userNameQuery,
    status: 200,
    answer: userAnswer,
    errors: ['USER_NOT_FOUND', 'RATE_LIMITED'],
    handle: ({ query: { userName }, claims }) => lookUp(parts, claims(), { userName }),
  })

const onlineUsers = (parts: ApiParts): Route =>
  route({
    method: 'GET',
    path: '/v1/:appId/users/online',
    operationId: 'onlineUsers',
    summary: 'Users with a live connection, of those who share a conversation with the one who asks, page by page.',
    auth: 'bearer',
    params: appParams,
    query: onlineQuery(parts.limits.onlinePageMax),
    status: 200,
    answer: onlineAnswer,
    errors: ['RATE_LIMITED'],
    async handle({ query: { after, limit }, claims }) {
      const { appId, userId } = claims()
      parts.requestLimits.lookUp({ appId, userId })
      const query = { appId, userId, afterUserId: after, limit: parts.limits.acquaintancesPageMax }
      const { userIds, more } = await parts.partCall('views', () => parts.views.acquaintances(query))
      const connections = await parts.partCall('presence', () => parts.presence.connectionsOf(appId, userIds))
      const online = userIds.filter((id) => connections.has(id))
      const shown = online.slice(0, limit)
      // Ids of strangers are in no answer: a page ends at one that is shown, or at the last one looked for.
      const last = online.length > limit ? shown.at(-1) : more ? userIds.at(-1) : ''
      return { users: shown.map((id) => ({ userId: id })), next: last ?? '' }
    },
  })

const userById = (parts: ApiParts): Route =>
  route({
    method: 'GET',
    path: '/v1/:appId/users/:userId',
    operationId: 'findUserById',
    summary: 'The user with an id.',
    auth: 'bearer',
    params: userParams,
    status: 200,
    answer: userAnswer,
    errors: ['USER_NOT_FOUND', 'RATE_LIMITED'],
    handle: ({ params: { userId }, claims }) => lookUp(parts, claims(), { userId }),
  })

async function lookUp(parts: ApiParts, asker: TokenClaims, by: { readonly userId: string } | { readonly userName: string }) {
  const { appId } = asker
  parts.requestLimits.lookUp(asker)
  const profile = await parts.partCall('views', () => parts.views.findUser(appId, by))
  if (!profile) throw new ApiError('USER_NOT_FOUND')
  const { userId, userName, displayName } = profile
  return { userId, userName, displayName }
}

/** Whether the app's own backend asks. An app that has a secret lets nobody else register users. */
async function checkAppSecret(parts: ApiParts, appId: string, secret: string | undefined): Promise<boolean> {
  const hash = await parts.partCall('credentials', () => parts.registration.credentials.appSecretHash(appId))
  if (hash === null) return false
  if (secret === undefined || !verifyAppSecret(secret, hash)) throw new ApiError('FORBIDDEN', 'the app secret is missing or wrong')
  return true
}
