// Two fake gateways on one store, an API in front, clients that are closed with it.
import type { TestContext } from 'node:test'
import { type Client, type ClientOptions, createClient } from '../src/index.ts'
import { startFakeApi } from './fake-api.ts'
import { type FakeConnection, FakeGateway, type FakeGatewayOptions } from './fake-gateway.ts'
import { FakeStore } from './fake-store.ts'

export async function startFakeDeployment(options: Partial<FakeGatewayOptions> = {}) {
  const store = new FakeStore()
  const tokens = new Map<string, { userId: string; deviceId: string }>()
  const peers = new Set<FakeConnection>()
  const gateways = await Promise.all([1, 2].map(() => FakeGateway.start({ store, tokens, peers, ...options })))
  const online = () => [...peers].map((connection) => connection.userId)
  const api = await startFakeApi({ store, tokens, online, addresses: () => gateways.flatMap((g) => (g.accepting ? g.addresses : [])) })
  const closers: (() => Promise<void>)[] = []

  return {
    store,
    tokens,
    gateways,
    api,
    peers,
    /** A client with short waits; its user is registered when it is not yet. */
    client(userName: string, extra: Partial<ClientOptions> = {}) {
      if (!store.users.has(userName)) store.register(userName, 'secret')
      const client = createClient({
        apiUrl: api.url,
        appId: 'demo',
        credentials: { userName, password: 'secret' },
        deviceId: 'phone',
        reconnectBackOff: { baseMs: 5, maxMs: 50 },
        resendBackOff: { baseMs: 5, maxMs: 50 },
        holePatienceMs: 10,
        saveDelayMs: 10,
        answerTimeoutMs: 600,
        newConversationDepth: Number.POSITIVE_INFINITY,
        ...extra,
      })
      closers.push(() => client.close())
      return client
    },
    async stop() {
      await Promise.all(closers.map((close) => close()))
      await Promise.all([...gateways.map((g) => g.stop()), api.stop()])
    },
  }
}

/** One that is stopped when the test ends. */
export async function deploymentOf(t: TestContext, options: Partial<FakeGatewayOptions> = {}) {
  const made = await startFakeDeployment(options)
  t.after(() => made.stop())
  return made
}

/** Every text the client shows from now on. */
export function textsOf(client: Pick<Client, 'on'>): string[] {
  const texts: string[] = []
  client.on('message', (message) => texts.push(message.text ?? ''))
  return texts
}

export type FakeDeployment = Awaited<ReturnType<typeof startFakeDeployment>>

/** Waits for a condition; throws after the deadline. */
export async function until(condition: () => boolean, what: string, deadlineMs = 30_000): Promise<void> {
  const deadline = performance.now() + deadlineMs
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`not in time: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
