// The one place that reaches into kafkajs: its broker objects, which know how the requests of groups, producer ids and configurations are
// written and read, and how one authenticates, behind the few calls this package needs; they ask over sockets that are opened here. kafkajs
// has no public call for a fenced idempotent append, a positioned read, or a heartbeat of one's own; its version is pinned, and the contract
// tests prove each of these against a real broker.
// A connection is discarded whole: destroy() closes its sockets at once, so that nothing abandoned is sent later.
import { createRequire } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import { within } from '@skein/timing'
import { BrokerLanes, type OpeningSocket } from './broker-lanes.ts'
import { type BrokerRequest, BrokerSocket, type Reading, type RequestKind } from './broker-socket.ts'
import type { ByteWriter } from './byte-writer.ts'

const require = createRequire(import.meta.url)
const KafkaJsBroker = require('kafkajs/src/broker')
const SaslAuthenticator = require('kafkajs/src/broker/saslAuthenticator')
const { lookup } = require('kafkajs/src/protocol/requests')
const { createLogger } = require('kafkajs/src/loggers')
const { MemberMetadata, MemberAssignment } = require('kafkajs/src/consumer/assignerProtocol')
const RequestQueue = require('kafkajs/src/network/requestQueue')
const { errorCodes } = require('kafkajs/src/protocol/error')

// kafkajs 2.2.4, by which topics are made, looks for pending requests again after every look, in a timer of one millisecond (it asks for a
// negative delay, of which Node warns), for as long as it is connected. Nothing is pending without a limit on requests in flight or a
// throttle, so it is enough to look while something is.
const { scheduleCheckPendingRequests } = RequestQueue.prototype
RequestQueue.prototype.scheduleCheckPendingRequests = function (this: { pending: unknown[] }) {
  if (this.pending.length > 0) scheduleCheckPendingRequests.call(this)
}

export interface KafkaEndpoint {
  /** host:port of brokers to begin with. */
  readonly brokers: readonly string[]
  readonly clientId: string
  readonly ssl?: tls.ConnectionOptions | boolean
  readonly sasl?: object
  /** Where to reach a broker that advertises this address, for brokers behind a tunnel or proxy. */
  readonly mapAddress?: (host: string, port: number) => { readonly host: string; readonly port: number }
}

export interface BrokerAddress {
  readonly host: string
  readonly port: number
}

export interface JoinedMember {
  readonly memberId: string
  readonly memberMetadata: Buffer
}

/** Of the protocol: what a configuration is of, and where a value of it comes from. */
export const resourceType = { topic: 2, broker: 4 } as const
export const configSource = { topic: 1 } as const

export interface ConfigEntry {
  readonly configName: string
  readonly configValue: string
  readonly configSource: number
}

/** How kafkajs describes a request and its answer. */
interface Protocol<T> {
  readonly request: RequestKind & { encode(): Promise<{ readonly buffer: Buffer }> }
  readonly response: { decode(body: Buffer): Promise<T & Throttling>; parse(decoded: T): Promise<T> }
  readonly requestTimeout?: number | null
}

interface Throttling {
  /** For which the broker wishes to be asked nothing more. */
  readonly clientSideThrottleTime?: number
}

/** The calls of a kafkajs broker object that are used here. Every one sends exactly one request and never retries. */
export interface Broker {
  readonly sockets: BrokerLanes
  /** Where the broker has ended the connection, makes it anew; whatever is asked would do so as well, and then leave however late. */
  connect(): Promise<unknown>
  describeConfigs(request: {
    resources: { type: number; name: string; configNames?: string[] }[]
    includeSynonyms: boolean
  }): Promise<{ resources: { configEntries: ConfigEntry[] }[] }>
  findGroupCoordinator(request: { groupId: string; coordinatorType: number }): Promise<{ coordinator: BrokerAddress }>
  initProducerId(request: {
    transactionalId: string | null
    transactionTimeout: number
  }): Promise<{ producerId: string; producerEpoch: number }>
  joinGroup(request: {
    groupId: string
    sessionTimeout: number
    rebalanceTimeout: number
    memberId: string
    groupProtocols: { name: string; metadata: Buffer }[]
  }): Promise<{ generationId: number; leaderId: string; memberId: string; members: JoinedMember[] }>
  syncGroup(request: {
    groupId: string
    generationId: number
    memberId: string
    groupAssignment: { memberId: string; memberAssignment: Buffer }[]
  }): Promise<{ memberAssignment: Buffer }>
  heartbeat(request: { groupId: string; groupGenerationId: number; memberId: string }): Promise<unknown>
  leaveGroup(request: { groupId: string; memberId: string }): Promise<unknown>
  offsetCommit(request: {
    groupId: string
    groupGenerationId: number
    memberId: string
    topics: { topic: string; partitions: { partition: number; offset: string; metadata: string }[] }[]
  }): Promise<unknown>
  offsetFetch(request: {
    groupId: string
    topics: { topic: string; partitions: { partition: number }[] }[]
  }): Promise<{ responses: { topic: string; partitions: { partition: number; offset: string; metadata: string | null }[] }[] }>
}

export const memberMetadata = MemberMetadata as {
  encode(m: { version: number; topics: readonly string[]; userData: Buffer }): Buffer
  decode(bytes: Buffer): { version: number; topics: string[]; userData: Buffer }
}
export const memberAssignment = MemberAssignment as {
  encode(a: { version: number; assignment: Record<string, readonly number[]>; userData?: Buffer }): Buffer
  decode(bytes: Buffer): { assignment: Record<string, number[]> } | null
}

/** The body of a request that is written here, not by kafkajs. */
export interface RequestBody {
  /** About how many; it only spares copies. */
  readonly bytes: number
  readonly write: (writer: ByteWriter) => unknown
  /** Where its answer may take longer than that of others. */
  readonly timeoutMs?: number
  /** Whether the broker may hold it for long. */
  readonly held?: boolean
}

/** Sends one request of a kind that is written and read here, not by kafkajs. */
export function ask<T>(broker: Broker, kind: RequestKind, body: RequestBody, decode: (answer: Buffer) => T): Promise<T> {
  const { bytes, write, timeoutMs = 0, held = false } = body
  return broker.sockets.ask({ ...kind, bodyBytes: bytes, write, timeoutMs, held }).then(decode)
}

const errorTypes = new Map<number, string>((errorCodes as { code: number; type: string }[]).map((e) => [e.code, e.type]))
/** The protocol's name of an error code; empty for success. */
export const errorTypeOf = (code: number): string => (code === 0 ? '' : (errorTypes.get(code) ?? `ERROR_${code}`))

const connectTimeoutMs = 2_000
/** Of handshake and authentication, by their API keys: of every broker that is new enough for what is asked here. */
const saslVersions = { 17: { minVersion: 0, maxVersion: 1 }, 36: { minVersion: 0, maxVersion: 1 } }
/** Its handshake, and what the longest of the mechanisms asks: whoever makes tokens for it takes no longer, either. */
const authenticationRequests = 3
/** What is asked shortly before a session is over may come too late for it. */
const sessionShareUsed = 0.85
/** The logger kafkajs insists on; its faults reach us as rejections, which are logged where they are handled. */
const noLogger = createLogger({ level: 0, logCreator: () => () => {} })

export interface OpenBroker {
  readonly broker: Broker
  /** Closes every socket now; requests under way reject. */
  destroy(): void
}

/** Connects to one broker. Rejects when it does not answer. */
export async function openBroker(endpoint: KafkaEndpoint, address: BrokerAddress, requestTimeoutMs: number): Promise<OpenBroker> {
  const sockets = new BrokerLanes(() => openSocket(endpoint, address, requestTimeoutMs))
  const connectionPool = {
    ...address,
    connectionTimeout: connectTimeoutMs,
    send: <T>(protocol: Protocol<T>) => {
      const throttled = (forMs: number) => sockets.holdBack(protocol.request, forMs)
      return askOver((request) => sockets.ask(request), protocol, throttled)
    },
  }
  const broker = new KafkaJsBroker({ connectionPool, logger: noLogger, allowAutoTopicCreation: false })
  try {
    await sockets.connect()
    broker.lookupRequest = lookup(await broker.apiVersions())
    return { broker: Object.assign(broker, { sockets, connect: () => sockets.connect() }), destroy: () => sockets.destroy() }
  } catch (error) {
    sockets.destroy()
    throw error
  }
}

async function askOver<T>(
  ask: (request: BrokerRequest) => Promise<Buffer>,
  { request, response, requestTimeout }: Protocol<T>,
  throttled?: (forMs: number) => void,
): Promise<T> {
  const { buffer } = await request.encode()
  const { apiKey, apiVersion } = request
  const write = (writer: ByteWriter) => writer.raw(buffer)
  const decoded = await response.decode(await ask({ apiKey, apiVersion, bodyBytes: buffer.length, write, timeoutMs: requestTimeout ?? 0 }))
  const throttledMs = decoded.clientSideThrottleTime ?? 0
  if (throttledMs > 0) throttled?.(throttledMs)
  return response.parse(decoded)
}

function openSocket(endpoint: KafkaEndpoint, { host, port }: BrokerAddress, requestTimeoutMs: number): OpeningSocket {
  const { clientId, ssl, sasl } = endpoint
  const address = endpoint.mapAddress?.(host, port) ?? { host, port }
  const connect = (reading: Reading, connected: () => void) =>
    ssl
      ? tls.connect({ ...address, ...secured(host, ssl === true ? {} : ssl), ...reading }, connected)
      : net.connect({ ...address, ...reading }, connected)
  const socket = new BrokerSocket(connect, { clientId, requestTimeoutMs })
  const connected = socket.connected(connectTimeoutMs)
  const authenticate = () => authenticated(socket, { host, port }, sasl!)
  const inTime = <T>(promise: Promise<T>) => within(requestTimeoutMs * authenticationRequests, 'authentication', promise)
  const ready = connected.then(() => (sasl ? inTime(authenticate()) : Number.POSITIVE_INFINITY))
  return { socket, ready }
}

/** Whoever it is reached through, a broker is known by the name that it advertises; an address is no name that may be asked for. */
function secured(host: string, options: tls.ConnectionOptions): tls.ConnectionOptions {
  const { servername = host } = options
  const checkServerIdentity = (_: string, certificate: tls.PeerCertificate) => tls.checkServerIdentity(servername, certificate)
  return { checkServerIdentity, ...options, servername: net.isIP(servername) ? '' : servername }
}

/** Answers until when, by performance.now(), the broker takes requests of whom it has let in. */
async function authenticated(socket: BrokerSocket, address: BrokerAddress, sasl: object): Promise<number> {
  const send = <T>(protocol: Protocol<T>) => askOver((request) => socket.ask(request), protocol)
  const authenticator = new SaslAuthenticator({ ...address, sasl: { ...sasl }, send }, noLogger, saslVersions, true)
  const beganAt = performance.now()
  await authenticator.authenticate()
  const lifetimeMs = Number(authenticator.sessionLifetime)
  return lifetimeMs > 0 ? beganAt + lifetimeMs * sessionShareUsed : Number.POSITIVE_INFINITY
}

/** A request that the broker answered with a fault. */
export class ProtocolFault extends Error {
  readonly type: string

  constructor(type: string) {
    super(type)
    this.name = 'ProtocolFault'
    this.type = type
  }
}

/** The protocol's name of a fault, such as INVALID_PRODUCER_EPOCH; empty for faults of the connection. */
export function protocolErrorOf(error: unknown): string {
  const seen = error as { type?: unknown; originalError?: unknown; name?: unknown } | null
  if (typeof seen?.type === 'string') return seen.type
  return seen?.originalError ? protocolErrorOf(seen.originalError) : ''
}
