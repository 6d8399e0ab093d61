// An API over the in-memory backend, closed when its test ends, with everything it says captured.
import type { TestContext } from 'node:test'
import { hostClock } from '@skein/event-sourcing'
import { createLogger } from '@skein/telemetry'
import type { FastifyInstance } from 'fastify'
import type { ApiOptions } from '../src/index.ts'
import { createApi } from '../src/index.ts'
import { InMemoryBackend } from './in-memory-backend.ts'
import { createInMemoryCredentialStore } from './in-memory-credential-store.ts'

export const tokenSecret = 'a secret for tests, of 32 bytes or more'
export const operatorKey = 'the-key-of-operators-in-tests-of-32-or-more'
/** As cheap as argon2 allows. */
export const cheapParameters = { memoryKiB: 8, passes: 1, parallelism: 1 }

export interface Answer {
  readonly status: number
  readonly headers: Record<string, string | undefined>
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly body: any
}

export interface OpenApi {
  readonly server: FastifyInstance
  readonly backend: InMemoryBackend
  readonly credentials: ReturnType<typeof createInMemoryCredentialStore>
  readonly logLines: string[]
  /** How far the clock on the wall was set, and how long was waited, by hand. */
  readonly clock: { skewMs: number; waitedMs: number }
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  register(userName: string, password?: string, headers?: Record<string, string>): Promise<Answer>
  login(userName: string, password?: string): Promise<Answer>
  /** Registers and logs in. */
  enter(userName: string): Promise<{ userId: string; token: string; authorization: { authorization: string } }>
}

export const goodPassword = 'correct horse'

export async function openApi(t: TestContext, given: Partial<ApiOptions> = {}, backend = new InMemoryBackend()): Promise<OpenApi> {
  const credentials = createInMemoryCredentialStore()
  const logLines: string[] = []
  const clock = { skewMs: 0, waitedMs: 0 }
  if (backend.nodes.length === 0) {
    backend.nodes.push({
      incarnation: 'n1',
      role: 'gateway',
      addresses: ['ws://127.0.0.1:1', 'tcp://127.0.0.1:2'],
      connections: 0,
      draining: false,
    })
  }
  const server = createApi({
    views: backend.views,
    presence: backend.presence,
    link: backend.openLink(),
    appendCommand: (command) => backend.appendCommand(command),
    clock: hostClock,
    partitionOf: () => 0,
    partitionCount: 1,
    credentials,
    tokenSecret,
    operatorKey,
    apps: { allowed: ['shop', 'bank'] },
    passwordParameters: cheapParameters,
    logger: createLogger({ level: 'debug', write: (line) => logLines.push(line) }),
    ready: async () => true,
    now: () => Date.now() + clock.skewMs,
    monotonicMs: () => performance.now() + clock.waitedMs,
    ...given,
    limits: { commandDeadlineMs: 200, replyTimeoutMs: 200, viewTimeoutMs: 200, viewPollMs: 1, ...given.limits },
  })
  t.after(() => server.close())
  await server.ready()

  const api: OpenApi = {
    server,
    backend,
    credentials: (given.credentials as typeof credentials | undefined) ?? credentials,
    logLines,
    clock,
    async call(method, url, body, headers = {}) {
      const answer = await server.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) })
      const isJson = String(answer.headers['content-type']).startsWith('application/json')
      return {
        status: answer.statusCode,
        headers: answer.headers as Answer['headers'],
        body: isJson && answer.body !== '' ? answer.json() : answer.body,
      }
    },
    register: (userName, password = goodPassword, headers) => api.call('POST', '/v1/shop/users', { userName, password }, headers),
    login: (userName, password = goodPassword) =>
      api.call('POST', '/v1/shop/sessions', { userName, password, deviceId: 'd1', platform: 'web' }),
    async enter(userName) {
      const registered = await api.register(userName)
      const { body } = await api.login(userName)
      return { userId: registered.body.userId, token: body.token, authorization: { authorization: `Bearer ${body.token}` } }
    },
  }
  return api
}
