// Routes about an app, for operators: its policy, told and changed, and who is online in it.
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { everybodyOnlineAnswer, onlineQuery, policyAnswer, policyBody } from './request-schemas.ts'
import type { Route } from './route.ts'
import { appParams, route } from './route.ts'

export const appRoutes = (parts: ApiParts): readonly Route[] => [policy(parts), policyChange(parts), everybodyOnline(parts)]

const policy = (parts: ApiParts): Route =>
  route({
    method: 'GET',
    path: '/v1/:appId/policy',
    operationId: 'appPolicy',
    summary: 'The policy of an app: every limit that it may set, with what holds now, by default, and at most.',
    auth: 'operator',
    params: appParams,
    status: 200,
    answer: policyAnswer,
    errors: ['APP_NOT_FOUND'],
    handle: ({ params: { appId } }) => policyOf(parts, appId),
  })

const policyChange = (parts: ApiParts): Route =>
  route({
    method: 'PUT',
    path: '/v1/:appId/policy',
    operationId: 'changeAppPolicy',
    summary: 'Set the policy of an app, as a whole: the defaults hold for limits that are not named.',
    auth: 'operator',
    params: appParams,
    body: policyBody,
    status: 200,
    answer: policyAnswer,
    errors: ['APP_NOT_FOUND'],
    async handle({ params: { appId }, body }) {
      const limits = Object.entries(body.limits).map(([name, value]) => ({ name, value }))
      const done = await parts.ask({ type: 'ChangeAppPolicy', limits }, { appId, actorId: '', deviceId: '' })
      // Rules read the policy in the views.
      if (!(await parts.seen(done))) throw new ApiError('UNAVAILABLE', 'views')
      return policyOf(parts, appId)
    },
  })

const everybodyOnline = (parts: ApiParts): Route =>
  route({
    method: 'GET',
    path: '/v1/:appId/online',
    operationId: 'everybodyOnline',
    summary: 'Everybody with a live connection, with their devices, page by page, in no particular order.',
    auth: 'operator',
    params: appParams,
    query: onlineQuery(parts.limits.onlinePageMax),
    status: 200,
    answer: everybodyOnlineAnswer,
    errors: [],
    async handle({ params: { appId }, query }) {
      const page = await parts.partCall('presence', () => parts.presence.online(appId, query))
      const users = page.users
        .filter((connections) => connections.length > 0)
        .map((connections) => ({
          userId: connections[0]!.userId,
          devices: connections.map((c) => ({ deviceId: c.deviceId, platform: c.platform, connectedAt: c.connectedAtMs })),
        }))
      return { users, next: page.next }
    },
  })

async function policyOf(parts: ApiParts, appId: string) {
  const app = await parts.partCall('views', () => parts.views.app(appId))
  if (!app) throw new ApiError('APP_NOT_FOUND', 'appId')
  return app
}
