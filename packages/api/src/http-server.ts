// Serves routes with fastify: parses, authenticates, answers errors in one shape, and logs what went wrong once. No body,
// header or address with a query reaches the log, and no text a parser made of a body: those hold passwords and tokens.
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Logger } from '@skein/telemetry'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fastify } from 'fastify'
import { ApiError, errorBody, statusOf } from './api-error.ts'
import { limitKeyOf } from './client-address.ts'
import type { ApiLimits } from './limits.ts'
import type { Route } from './route.ts'
import { parsePart } from './route.ts'
import type { TokenClaims } from './token.ts'

/** What pages of other origins may call. */
const clientRoutes = '/v1/'

export interface HttpServerOptions {
  readonly limits: ApiLimits
  /** Which peers may say whom they speak for (X-Forwarded-For): addresses or networks; false for none. */
  readonly trustProxy: boolean | string | string[]
  /** Pages of which origin may call: * for any, null for none. Tokens travel in a header, so no page acts for another. */
  readonly corsOrigin: string | null
  readonly logger: Logger
}

export interface RouteGuard {
  /** Throws for an app that is not served here. */
  readonly checkApp: (appId: string) => void
  readonly authenticate: (token: string, appId: string) => Promise<TokenClaims>
  /** Throws for what is not the key of the deployment's operators. */
  readonly checkOperator: (key: string) => void
}

export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  const { limits, logger } = options
  const server = fastify({
    logger: false,
    bodyLimit: limits.bodyBytesMax,
    requestTimeout: limits.requestTimeoutMs,
    http: { headersTimeout: limits.requestTimeoutMs, connectionsCheckingInterval: Math.min(limits.requestTimeoutMs, 5_000) },
    trustProxy: options.trustProxy,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    clientErrorHandler: (error, socket) => answerBroken(error, socket as Socket),
    frameworkErrors: (error, request, reply) => void sendError(logger, request, reply, toApiError(error)),
  })
  let closing = false
  readJson(server)
  server.setErrorHandler((error, request, reply) => sendError(logger, request, reply, toApiError(error)))
  server.setNotFoundHandler((request, reply) => sendError(logger, request, reply, new ApiError('UNKNOWN_COMMAND', 'no such route')))
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (options.corsOrigin !== null && request.url.startsWith(clientRoutes)) reply.header('access-control-allow-origin', options.corsOrigin)
  })
  server.addHook('onResponse', async (request, reply) => {
    const fields = { requestId: request.id, method: request.method, route: request.routeOptions.url, status: reply.statusCode }
    logger.debug({ ...fields, durationMs: Math.round(reply.elapsedTime) }, 'request answered')
    // One that was being answered when the server began to close is idle only now, and would hold that up for as long as its client keeps it.
    if (closing) setImmediate(() => server.server.closeIdleConnections())
  })
  server.addHook('preClose', async () => {
    closing = true
  })
  if (options.corsOrigin !== null) {
    server.options(`${clientRoutes}*`, async (_request, reply) => {
      reply.header('access-control-allow-methods', 'GET, POST, DELETE')
      reply.header('access-control-allow-headers', 'authorization, content-type')
      reply.header('access-control-max-age', '86400')
      return reply.status(204).send()
    })
  }
  return server
}

/** What is no request is answered in the one shape of errors too, unless whoever sent it is gone. */
function answerBroken({ code }: { readonly code?: string }, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const tooLarge = code === 'HPE_HEADER_OVERFLOW'
  const late = code === 'ERR_HTTP_REQUEST_TIMEOUT'
  const error = tooLarge
    ? new ApiError('TOO_LARGE', 'address and headers')
    : new ApiError('INVALID_ARGUMENT', late ? 'not sent in time' : 'not HTTP')
  const status = late ? '408 Request Timeout' : `${statusOf(error.code)} ${error.code}`
  const body = JSON.stringify(errorBody(error))
  const head = ['content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'connection: close']
  socket.end(`HTTP/1.1 ${status}\r\n${head.join('\r\n')}\r\n\r\n${body}`)
}

/** JSON is UTF-8: bytes that are none would be replaced in silence, and two names become one. */
function readJson(server: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const parse = server.getDefaultJsonParser('error', 'error')
  // Text has a parser of fastify's own.
  server.removeContentTypeParser(['application/json', 'text/plain'])
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string
    try {
      text = utf8.decode(body as Buffer)
    } catch {
      done(new ApiError('INVALID_ARGUMENT', 'the body is not UTF-8'))
      return
    }
    parse(request, text, done)
  })
}

export function serveRoute(server: FastifyInstance, route: Route, guard: RouteGuard): void {
  server.route({
    method: route.method,
    url: route.path,
    async handler(request, reply) {
      const ip = addressOf(request)
      const params = parsePart(route.params, request.params) as { appId: string }
      guard.checkApp(params.appId)
      if (route.auth === 'operator') guard.checkOperator(bearerToken(request))
      const claims = route.auth === 'bearer' ? await guard.authenticate(bearerToken(request), params.appId) : undefined
      const answer = await route.handle({
        params: params as never,
        query: (route.query && parsePart(route.query, request.query)) as never,
        body: (route.body && parsePart(route.body, request.body)) as never,
        addressKey: limitKeyOf(ip),
        appSecret: header(request, 'skein-app-secret'),
        claims() {
          if (!claims) throw new ApiError('UNAUTHENTICATED')
          return claims
        },
      })
      reply.header('cache-control', 'no-store')
      return reply.status(route.status).send(answer)
    },
  })
}

/** Asked before anything is waited for: of a connection that was reset nobody can tell it any more, and nobody reads the answer. */
function addressOf(request: FastifyRequest): string {
  const ip = request.ip as string | undefined
  if (ip === undefined) throw new ApiError('INVALID_ARGUMENT', 'the connection is gone')
  return ip
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function bearerToken(request: FastifyRequest): string {
  const match = /^Bearer +(\S+)$/i.exec(header(request, 'authorization') ?? '')
  if (!match) throw new ApiError('UNAUTHENTICATED')
  return match[1]!
}

/** Faults of fastify itself (a body too long, or not JSON) are the client's; all others are ours. */
function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return new ApiError('TOO_LARGE', 'bodyBytesMax')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new ApiError('INVALID_ARGUMENT', 'content-type: application/json is asked for')
  if (statusCode === 503) return new ApiError('UNAVAILABLE', 'shutting down')
  // Not the parser's message: it quotes the body.
  if (statusCode >= 400 && statusCode < 500) return new ApiError('INVALID_ARGUMENT', 'the request is not well-formed JSON over HTTP')
  return new ApiError('INTERNAL', '', { cause: error })
}

function sendError(logger: Logger, request: FastifyRequest, reply: FastifyReply, error: ApiError): FastifyReply {
  const fields = { requestId: request.id, method: request.method, route: request.routeOptions?.url, code: error.code }
  const what = { ...fields, detail: error.detail, cause: error.cause }
  if (error.code === 'INTERNAL') logger.error(what, 'request failed')
  else if (statusOf(error.code) === 503) logger.warn(what, 'request could not be served')
  if (error.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(error.retryAfterMs / 1000))
  if (statusOf(error.code) === 401) reply.header('www-authenticate', 'Bearer')
  const shown = error.code === 'INTERNAL' ? new ApiError('INTERNAL', `request ${request.id}`) : error
  return reply.status(statusOf(error.code)).header('cache-control', 'no-store').send(errorBody(shown))
}
