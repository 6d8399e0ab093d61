// The HTTP API, apart from listening: registers users, logs devices in and out, looks users up. It holds nothing durable;
// everything it changes goes through the log, except credentials, which have their own store and never leave it.
import type { NodeLink, Presence } from '@skein/node-link'
import type { ReadViews } from '@skein/projections'
import type { Logger } from '@skein/telemetry'
import type { FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { createCheckpointWatch } from './checkpoint-watch.ts'
import type { AppendCommand } from './command-channel.ts'
import { createCommandChannel } from './command-channel.ts'
import type { CredentialStore } from './credential-store.ts'
import { createHttpServer, type RouteGuard, serveRoute } from './http-server.ts'
import type { ApiLimits } from './limits.ts'
import { defaultApiLimits } from './limits.ts'
import { openApiDocument } from './openapi.ts'
import type { Readiness } from './operations.ts'
import { serveOperations } from './operations.ts'
import { createPartCall } from './part-call.ts'
import type { PasswordParameters } from './password-hash.ts'
import { defaultPasswordParameters } from './password-hash.ts'
import { createPasswordHasher } from './password-hasher.ts'
import { createReplyWaiter } from './reply-waiter.ts'
import { createRequestLimits } from './request-limits.ts'
import { sessionRoutes } from './session-routes.ts'
import { createTokens } from './token.ts'
import { userRoutes } from './user-routes.ts'

export interface ApiOptions {
  readonly appendCommand: AppendCommand
  /** Listened to when the server becomes ready; closed by its owner. */
  readonly link: Pick<NodeLink, 'incarnation' | 'listen'>
  readonly views: ReadViews
  readonly presence: Pick<Presence, 'liveNodes' | 'online'>
  readonly credentials: CredentialStore
  /** At least 32 bytes; the same for gateways and all API processes. */
  readonly tokenSecret: string | Uint8Array
  readonly tokenTtlSeconds?: number
  /** Apps served here: their ids, or a pattern for the whole id. */
  readonly apps: { readonly allowed: readonly string[] | RegExp }
  readonly limits?: Partial<ApiLimits>
  readonly passwordParameters?: PasswordParameters
  readonly trustProxy?: boolean | string | string[]
  readonly corsOrigin?: string | null
  readonly version?: string
  readonly logger: Logger
  readonly ready: () => Promise<Readiness>
  readonly metrics: () => Promise<string>
  readonly now?: () => number
  readonly random?: () => number
}

const tokenTtlSecondsDefault = 30 * 24 * 3600

export function createApi(options: ApiOptions): FastifyInstance {
  const { link, views, logger, credentials } = options
  const now = options.now ?? Date.now
  const limits = { ...defaultApiLimits, ...options.limits }
  const partCall = createPartCall({ timeoutMs: limits.partTimeoutMs })
  const replies = createReplyWaiter({ pendingMax: limits.repliesPendingMax, now })
  const watch = createCheckpointWatch({
    checkpoints: () => partCall('views', () => views.checkpoints()),
    pollMs: limits.viewPollMs,
    waitsMax: limits.viewWaitsMax,
    logger,
  })
  const { commandTimeoutMs: timeoutMs, replyGraceMs } = limits
  const ask = createCommandChannel({
    appendCommand: options.appendCommand,
    incarnation: link.incarnation,
    replies,
    timeoutMs,
    replyGraceMs,
    now,
  })
  const parts: ApiParts = {
    ask,
    views,
    presence: options.presence,
    registration: {
      ask,
      credentials,
      hasher: createPasswordHasher({
        parameters: options.passwordParameters ?? defaultPasswordParameters,
        concurrent: limits.hashesConcurrent,
        queuedMax: limits.hashesQueuedMax,
      }),
      partCall,
      claimantsMax: limits.claimantsMax,
      findUser: (appId, userName) => partCall('views', () => views.findUser(appId, { userName })),
    },
    requestLimits: createRequestLimits(limits, now),
    tokens: createTokens({ secret: options.tokenSecret, now }),
    tokenTtlSeconds: options.tokenTtlSeconds ?? tokenTtlSecondsDefault,
    partCall,
    async seen(reply) {
      const passed = await watch.passed(reply, limits.viewTimeoutMs)
      if (!passed) logger.warn({ partition: reply.partition, offset: reply.offset }, 'the views do not show a reply in time')
      return passed
    },
    limits,
    now,
    random: options.random ?? Math.random,
  }

  const server = createHttpServer({
    limits,
    trustProxy: options.trustProxy ?? false,
    corsOrigin: options.corsOrigin === undefined ? '*' : options.corsOrigin,
    logger,
  })
  const routes = [...userRoutes(parts), ...sessionRoutes(parts)]
  const guard = routeGuard(parts, options.apps.allowed)
  for (const route of routes) serveRoute(server, route, guard)
  const document = openApiDocument(routes, options.version ?? '0')
  server.get('/v1/openapi.json', async () => document)
  serveOperations(server, { ready: options.ready, metrics: options.metrics, timeoutMs: limits.partTimeoutMs })

  server.addHook('onReady', async () => {
    await link.listen({
      reply: (reply) => void replies.settle(reply),
      delivery() {},
      kick() {},
      lost: (reason) => logger.warn({ reason }, 'replies may have been lost; requests that wait for them will time out'),
    })
  })
  server.addHook('onClose', async () => {
    replies.close()
    watch.close()
  })
  return server
}

function routeGuard(parts: ApiParts, allowed: readonly string[] | RegExp): RouteGuard {
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
  }
}
