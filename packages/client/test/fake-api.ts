// The HTTP API as clients see it: registration, sessions, and the addresses of the gateways that are up.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type FakeStore, Refusal } from './fake-store.ts'

export interface FakeApiOptions {
  readonly store: FakeStore
  readonly tokens: Map<string, { userId: string; deviceId: string }>
  addresses(): readonly string[]
  online(): string[]
}

export async function startFakeApi(options: FakeApiOptions) {
  const { store, tokens } = options
  let issued = 0
  const calls: string[] = []

  function answer(method: string, path: string, body: Record<string, string>, token: string): unknown {
    const gateway = { addresses: options.addresses() }
    if (method === 'POST' && path.endsWith('/users')) {
      return { userId: store.register(body.userName!, body.password!, body.displayName) }
    }
    if (method === 'POST' && path.endsWith('/sessions')) {
      if (store.users.get(body.userName!)?.password !== body.password) throw new Refusal('CREDENTIALS_INVALID')
      issued += 1
      const made = `token-${issued}`
      tokens.set(made, { userId: body.userName!, deviceId: body.deviceId! })
      return { token: made, userId: body.userName, expiresAt: Date.now() + 3_600_000, gateway }
    }
    if (method === 'GET' && path.endsWith('/users/online')) {
      const asker = tokens.get(token)
      if (asker === undefined) throw new Refusal('TOKEN_INVALID')
      const online = new Set(options.online())
      const shown = store.acquaintancesOf(asker.userId).filter((userId) => online.has(userId))
      return { users: shown.map((userId) => ({ userId })), next: '' }
    }
    if (method === 'GET' && path.endsWith('/gateway')) {
      if (!tokens.has(token)) throw new Refusal('TOKEN_INVALID')
      return { gateway }
    }
    throw new Refusal('UNKNOWN_COMMAND')
  }

  const server = createServer(async (request, response) => {
    calls.push(`${request.method} ${request.url}`)
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const text = Buffer.concat(pieces).toString()
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    response.setHeader('content-type', 'application/json')
    try {
      response.end(JSON.stringify(answer(request.method ?? '', request.url ?? '', text ? JSON.parse(text) : {}, token)))
    } catch (error) {
      response.statusCode = 400
      const code = error instanceof Refusal ? error.code : 'INTERNAL'
      response.end(JSON.stringify({ error: { code, message: 'for a reason', retriable: false } }))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
