// The one place that reaches into kafkajs: its broker objects, which speak the protocol, behind the few
// calls this package needs. kafkajs has no public call for a fenced idempotent append, a positioned read, or a heartbeat
// of one's own; its version is pinned, and the contract tests prove each of these against a real broker.
// A connection is discarded whole: destroy() closes its sockets at once, so that nothing abandoned is sent later.
import { createRequire } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

const require = createRequire(import.meta.url)
const KafkaJsBroker = require('kafkajs/src/broker')
const ConnectionPool = require('kafkajs/src/network/connectionPool')
const { createLogger } = require('kafkajs/src/loggers')
const { MemberMetadata, MemberAssignment } = require('kafkajs/src/consumer/assignerProtocol')
const RequestQueue = require('kafkajs/src/network/requestQueue')
/** CRC-32C (Castagnoli), unsigned. */
export const crc32c = require('kafkajs/src/protocol/recordBatch/crc32C/crc32C') as (bytes: Uint8Array) => number
const { errorCodes } = require('kafkajs/src/protocol/error')

// kafkajs 2.2.4 looks for pending requests again after every look, in a timer of one millisecond (it asks for a negative
// delay, of which Node warns), on every connection for ever: ten connections cost a tenth of a core. Nothing is pending
// without a limit on requests in flight or a throttle, so it is enough to look while something is.
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

/** The calls of a kafkajs broker object that are used here. Every one sends exactly one request and never retries. */
export interface Broker {
  /** Where the broker has ended the connection, makes it anew; whatever is sent would do so as well, and then leave however late. */
  connect(): Promise<void>
  /** Sends any request of the protocol. */
  readonly connectionPool: {
    send<T>(protocol: {
      request: { apiKey: number; apiVersion: number; apiName: string; encode(): Promise<RequestPayload> }
      response: { decode(bytes: Buffer): Promise<T>; parse(decoded: T): Promise<T> }
    }): Promise<T>
  }
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

interface SocketRequest {
  readonly host: string
  readonly port: number
  readonly ssl: tls.ConnectionOptions
  readonly onConnect: () => void
}

export const memberMetadata = MemberMetadata as {
  encode(m: { version: number; topics: readonly string[]; userData: Buffer }): Buffer
  decode(bytes: Buffer): { version: number; topics: string[]; userData: Buffer }
}
export const memberAssignment = MemberAssignment as {
  encode(a: { version: number; assignment: Record<string, readonly number[]>; userData?: Buffer }): Buffer
  decode(bytes: Buffer): { assignment: Record<string, number[]> } | null
}

/** A request's body as kafkajs takes it: what it reads of its own encoder. */
interface RequestPayload {
  readonly buf: Buffer
  readonly buffer: Buffer
}

export interface RequestKind {
  readonly apiKey: number
  readonly apiVersion: number
  readonly apiName: string
}

/** Sends one request of a kind that is written and read here, not by kafkajs. */
export function ask<T>(broker: Broker, kind: RequestKind, encode: () => Buffer, decode: (answer: Buffer) => T): Promise<T> {
  const payload = (bytes: Buffer): RequestPayload => ({ buf: bytes, buffer: bytes })
  return broker.connectionPool.send({
    request: { ...kind, encode: async () => payload(encode()) },
    response: { decode: async (answer) => decode(answer), parse: async (decoded: T) => decoded },
  })
}

const errorTypes = new Map<number, string>((errorCodes as { code: number; type: string }[]).map((e) => [e.code, e.type]))
/** The protocol's name of an error code; empty for success. */
export const errorTypeOf = (code: number): string => (code === 0 ? '' : (errorTypes.get(code) ?? `ERROR_${code}`))

const connectTimeoutMs = 2_000
/** The logger kafkajs insists on; its faults reach us as rejections, which are logged where they are handled. */
const noLogger = createLogger({ level: 0, logCreator: () => () => {} })

export interface OpenBroker {
  readonly broker: Broker
  /** Closes every socket now; requests under way reject. */
  destroy(): void
}

/** Connects to one broker. Rejects when it does not answer. */
export async function openBroker(endpoint: KafkaEndpoint, { host, port }: BrokerAddress, requestTimeoutMs: number): Promise<OpenBroker> {
  const sockets = new Set<net.Socket>()
  let destroyed = false
  const socketFactory = (to: SocketRequest) => {
    const address = endpoint.mapAddress?.(to.host, to.port) ?? { host: to.host, port: to.port }
    const socket = to.ssl ? tls.connect({ ...address, servername: to.host, ...to.ssl }, to.onConnect) : net.connect(address, to.onConnect)
    // Nagle would hold small requests back for up to 40 ms.
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    if (destroyed) setImmediate(() => socket.destroy(new Error('connection destroyed')))
    return socket
  }
  const destroy = () => {
    destroyed = true
    // Without an error kafkajs would not notice: its requests would stay unanswered and its timers run on.
    for (const socket of sockets) socket.destroy(new Error('connection destroyed'))
  }
  const connectionPool = new ConnectionPool({
    host,
    port,
    logger: noLogger,
    socketFactory,
    clientId: endpoint.clientId,
    ssl: endpoint.ssl === true ? {} : endpoint.ssl || undefined,
    sasl: endpoint.sasl,
    connectionTimeout: connectTimeoutMs,
    requestTimeout: requestTimeoutMs,
    enforceRequestTimeout: true,
    // Requests of one connection leave in the order in which they are made only while one is under way.
    maxInFlightRequests: null,
  })
  const broker = new KafkaJsBroker({ connectionPool, logger: noLogger, allowAutoTopicCreation: false })
  try {
    await broker.connect()
    return { broker, destroy }
  } catch (error) {
    destroy()
    throw error
  }
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
