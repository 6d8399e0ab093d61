// The HTTP API, apart from listening: registers users, logs devices in and out, looks users up. It holds nothing durable;
// everything it changes goes through the log, except credentials, which have their own store and never leave it.
import { CommandDesk, type CommandDeskOptions } from '@skein/command-desk'
import type { NodeLink } from '@skein/node-link'
import type { Logger } from '@skein/telemetry'
import type { FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'
import type { ApiParts, ApiViews } from './api-parts.ts'
import { appRoutes } from './app-routes.ts'
import { createAsk, newTimeOrderedId } from './ask.ts'
import { broadcastRoutes } from './broadcast-routes.ts'
import { type CheckpointWatch, createCheckpointWatch } from './checkpoint-watch.ts'
import type { CredentialStore } from './credential-store.ts'
import { deviceSessionRoutes } from './device-session-routes.ts'
import { createHttpServer, type RouteGuard, serveRoute } from './http-server.ts'
import type { ApiLimits } from './limits.ts'
import { defaultApiLimits } from './limits.ts'
import { openApiDocument } from './openapi.ts'
import { serveOperations } from './operations.ts'
import { isOperatorKey } from './operator-key.ts'
import { createPartCall } from './part-call.ts'
import type { PasswordParameters } from './password-hash.ts'
import { defaultPasswordParameters } from './password-hash.ts'
import { createPasswordHasher } from './password-hasher.ts'
import type { RegistrationParts } from './registration.ts'
import { createRequestLimits } from './request-limits.ts'
import { createTokens } from './token.ts'
import { userRoutes } from './user-routes.ts'

export interface ApiOptions {
  readonly appendCommand: CommandDeskOptions['appendCommand']
  /** Stamps commands. */
  readonly clock: CommandDeskOptions['clock']
  /** Partition of a log key, and how many there are. */
  readonly partitionOf: CommandDeskOptions['partitionOf']
  readonly partitionCount: number
  /** Listened to when the server becomes ready; closed by its owner. */
  readonly link: Pick<NodeLink, 'incarnation' | 'listen'>
  readonly views: ApiViews
  readonly presence: ApiParts['presence']
  readonly credentials: CredentialStore
  /** At least 32 bytes; the same for gateways and all API processes. */
  readonly tokenSecret: string | Uint8Array
  readonly tokenTtlSeconds?: number
  /** What operators show to change how apps are served; the same for all API processes. */
  readonly operatorKey: string
  /** Apps served here: their ids, or a pattern for the whole id. */
  readonly apps: { readonly allowed: readonly string[] | RegExp }
  readonly limits?: Partial<ApiLimits>
  readonly passwordParameters?: PasswordParameters
  readonly trustProxy?: boolean | string | string[]
  readonly corsOrigin?: string | null
  readonly version?: string
  readonly logger: Logger
  /** Whether every part that requests need can do its work. */
  readonly ready: () => Promise<boolean>
  readonly now?: () => number
  /** The clock that rates are measured by: nobody sets it. */
  readonly monotonicMs?: () => number
  readonly random?: () => number
}

const tokenTtlSecondsDefault = 30 * 24 * 3600

export function createApi(options: ApiOptions): FastifyInstance {
  const { link, logger } = options
  const now = options.now ?? Date.now
  const limits = { ...defaultApiLimits, ...options.limits }
  const { appendCommand, clock, partitionOf, partitionCount } = options
  const log = { appendCommand, clock, partitionOf, partitionCount }
  const desk = new CommandDesk({ ...log, node: link.incarnation, limits, logger, newId: newTimeOrderedId })
  const partCall = createPartCall({ timeoutMs: limits.partTimeoutMs })
  const watch = createCheckpointWatch({
    checkpoints: () => partCall('views', () => options.views.checkpoints()),
    pollMs: limits.viewPollMs,
    waitsMax: limits.viewWaitsMax,
    logger,
  })
  const requestLimits = createRequestLimits(limits, options.monotonicMs ?? (() => performance.now()))
  const parts = partsOf(options, { ask: createAsk(desk), watch, partCall, limits, now, requestLimits })
  const server = createHttpServer({
    limits,
    trustProxy: options.trustProxy ?? false,
    corsOrigin: options.corsOrigin === undefined ? '*' : options.corsOrigin,
    logger,
  })
  serveRoutes(server, parts, options)
  server.addHook('onReady', async () => {
    await link.listen({
      reply: (reply) => desk.reply(reply),
      delivery() {},
      kick() {},
      lost(reason) {
        logger.warn({ reason }, 'replies may have been lost; requests that wait for them are refused')
        desk.repliesLost()
      },
    })
  })
  server.addHook('onClose', async () => {
    desk.close()
    watch.close()
  })
  return server
}

function serveRoutes(server: FastifyInstance, parts: ApiParts, options: ApiOptions): void {
  const routes = [...userRoutes(parts), ...deviceSessionRoutes(parts), ...appRoutes(parts), ...broadcastRoutes(parts)]
  const guard = routeGuard(parts, options)
  for (const route of routes) serveRoute(server, route, guard)
  const document = openApiDocument(routes, options.version ?? '0')
  server.get('/v1/openapi.json', async () => document)
  serveOperations(server, { ready: options.ready, timeoutMs: parts.limits.partTimeoutMs })
}

interface Built extends Pick<ApiParts, 'ask' | 'partCall' | 'limits' | 'now' | 'requestLimits'> {
  readonly watch: CheckpointWatch
}

function partsOf(options: ApiOptions, { ask, watch, partCall, limits, now, requestLimits }: Built): ApiParts {
  const { views, presence, credentials, logger } = options
  const hasher = createPasswordHasher({
    parameters: options.passwordParameters ?? defaultPasswordParameters,
    concurrent: limits.hashesConcurrent,
    queuedMax: limits.hashesQueuedMax,
    queuedPerAddressMax: limits.hashesQueuedPerAddressMax,
  })
  const findUser: RegistrationParts['findUser'] = (appId, userName) => partCall('views', () => views.findUser(appId, { userName }))
  return {
    ask,
    views,
    presence,
    registration: { ask, credentials, hasher, partCall, claimantsMax: limits.claimantsMax, findUser },
    requestLimits,
    tokens: createTokens({ secret: options.tokenSecret, now }),
    tokenTtlSeconds: options.tokenTtlSeconds ?? tokenTtlSecondsDefault,
    partCall,
    async seen(done) {
      const passed = await watch.passed(done, limits.viewTimeoutMs)
      if (!passed) logger.warn({ partition: done.partition }, 'the views do not show in time what was done')
      return passed
    },
    limits,
    now,
    random: options.random ?? Math.random,
  }
}

function routeGuard(parts: ApiParts, { apps: { allowed }, operatorKey }: Pick<ApiOptions, 'apps' | 'operatorKey'>): RouteGuard {
  const whole = allowed instanceof RegExp ? new RegExp(`^(?:${allowed.source})$`, allowed.flags.replace(/[gy]/g, '')) : null
  const listed = new Set(allowed instanceof RegExp ? [] : allowed)
  return {
    checkApp(appId) {
      if (!(whole ? whole.test(appId) : listed.has(appId))) throw new ApiError('INVALID_ARGUMENT', 'appId: not served here')
    },
    async authenticate(token, appId) {
      const claims = await parts.tokens.verify(token, appId)
      const { userId, sessionId } = claims
      const [state] = await parts.partCall('views', () => parts.views.deviceSessions([{ appId, userId, sessionId }]))
      // `unknown` is a session the views have not heard of yet: it cannot have been closed before it was opened.
      if (state === 'closed') throw new ApiError('TOKEN_REVOKED')
      return claims
    },
    checkOperator(key) {
      if (!isOperatorKey(key, operatorKey)) throw new ApiError('FORBIDDEN', 'the operator key is wrong')
    },
  }
}
