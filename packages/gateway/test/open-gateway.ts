// A gateway with everything behind it in memory, and clients that are gone when the test is.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { wire } from '@skein/contracts'
import { hostClock } from '@skein/event-sourcing'
import { createInProcessNodeLinkHub, InProcessPresenceHub, type NodeLink } from '@skein/node-link'
import { shown } from '@skein/projections'
import { silentLogger } from '@skein/telemetry'
import { sampleMessageSent } from '@skein/testing'
import { SignJWT } from 'jose'
import { createGateway, createTokenVerifier, type Gateway, type GatewayLimits, type ListenOptions, type TlsFiles } from '../src/index.ts'
import { InMemoryBackend } from './in-memory-backend.ts'
import { WireClient } from './wire-client.ts'

export const secret = 'a secret for tests that is long enough'
export const tcp: ListenOptions = { kind: 'tcp', host: '127.0.0.1', port: 0 }
export const ws: ListenOptions = { kind: 'websocket', host: '127.0.0.1', port: 0, library: 'ws' }
export const uws: ListenOptions = { kind: 'websocket', host: '127.0.0.1', port: 0, library: 'uWebSockets.js' }

/** Time limits short enough for tests, but for an idle sweep: whatever is due has to see to it that it is looked at. All else as by default. */
const testLimits: Partial<GatewayLimits> = { sweepMs: 50, idleSweepMs: 3_600_000, drainMs: 100, resyncSpreadMs: 50, lingerMs: 500 }

export interface TokenFields {
  readonly userId?: string
  readonly appId?: string
  readonly deviceId?: string
  readonly sessionId?: string
  readonly expiresInSeconds?: number
  readonly secret?: string
}

export async function signToken(fields: TokenFields & { readonly sessionId: string }): Promise<string> {
  const { userId = 'alice', appId = 'app', deviceId = randomUUID(), sessionId, expiresInSeconds = 3600 } = fields
  return new SignJWT({ app: appId, dev: deviceId, sid: sessionId, plt: 'test' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
    .sign(Buffer.from(fields.secret ?? secret))
}

export interface OpenGateway {
  readonly gateway: Gateway
  readonly addresses: readonly string[]
  readonly backend: InMemoryBackend
  /** Another node on the same link, to deliver and kick from. */
  readonly other: NodeLink
  readonly incarnation: string
  readonly presence: InProcessPresenceHub
  readonly hub: ReturnType<typeof createInProcessNodeLinkHub>
  token(fields?: TokenFields): Promise<string>
  connect(address?: string, options?: Parameters<typeof WireClient.connect>[1]): Promise<WireClient>
  /** A client that is logged in. */
  login(fields?: TokenFields, address?: string): Promise<WireClient>
  /** Another gateway on the same backend. */
  second(): Promise<OpenGateway>
}

interface Shared {
  readonly hub: OpenGateway['hub']
  readonly presence: OpenGateway['presence']
  readonly other: NodeLink
  readonly backend: InMemoryBackend
}

export async function openGateway(
  t: TestContext,
  options: { transports?: readonly ListenOptions[]; limits?: Partial<GatewayLimits> } = {},
  shared?: Shared,
): Promise<OpenGateway> {
  const hub = shared?.hub ?? createInProcessNodeLinkHub()
  const presence = shared?.presence ?? new InProcessPresenceHub()
  const other = shared?.other ?? hub.link(randomUUID())
  const backend = shared?.backend ?? new InMemoryBackend(other)
  const incarnation = randomUUID()
  const link = hub.link(incarnation)
  const clients: WireClient[] = []
  const gateway = createGateway({
    transports: options.transports ?? [tcp],
    appendCommand: backend.appendCommand,
    clock: hostClock,
    endOffsets: backend.endOffsets,
    partitionOf: () => 0,
    partitionCount: 1,
    views: backend.views,
    membership: backend.membership,
    link,
    presence: presence.presence(),
    verifyToken: createTokenVerifier(secret),
    logger: silentLogger,
    limits: { ...testLimits, ...options.limits },
  })
  const addresses = await gateway.start()
  t.after(async () => {
    for (const client of clients) client.destroy()
    await gateway.close()
    await link.close()
    if (shared === undefined) await other.close()
  })
  const token = (fields: TokenFields = {}) => {
    backend.know(fields.appId ?? 'app', fields.userId ?? 'alice')
    return signToken({ ...fields, sessionId: fields.sessionId ?? backend.openSession() })
  }
  const connect: OpenGateway['connect'] = async (address = addresses[0]!, how = {}) => {
    const client = await WireClient.connect(address, how)
    clients.push(client)
    return client
  }
  return {
    gateway,
    addresses,
    backend,
    other,
    incarnation,
    presence,
    hub,
    token,
    connect,
    async login(fields = {}, address = addresses[0]!) {
      const client = await connect(address)
      const code = await client.login(await token(fields), fields.appId ?? 'app')
      if (code !== '') throw new Error(`login refused: ${code}`)
      return client
    },
    second: () => openGateway(t, options, { hub, presence, other, backend }),
  }
}

/** A push of one message, as delivery makes it. */
export function pushOf(text: string, seq = 1): Uint8Array {
  const { item } = shown(sampleMessageSent(text, 0, { seq, ordinal: seq }))
  return wire.Push.encode({ items: [item!] }).finish()
}

/** A certificate for 127.0.0.1, gone with the test. */
export function selfSigned(t: { after(done: () => void): void }): TlsFiles {
  const directory = mkdtempSync(join(tmpdir(), 'skein-gateway-'))
  t.after(() => rmSync(directory, { recursive: true, force: true }))
  const certFile = join(directory, 'cert.pem')
  const keyFile = join(directory, 'key.pem')
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', [...request, '-subj', '/CN=127.0.0.1', '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' })
  return { certFile, keyFile }
}
