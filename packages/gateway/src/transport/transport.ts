// The port of the transports: a listener accepts byte connections and reports them to one shared set of calls, so that
// nothing is allocated per connection beyond one object. Adapters: uwebsockets-transport, ws-transport, tcp-transport;
// one contract suite runs on all of them.
import type { Logger } from '@skein/telemetry'
import type { HandshakeCounters, HandshakeLimits } from './handshakes.ts'

/** Certificate and key as PEM files. */
export interface TlsFiles {
  readonly certFile: string
  readonly keyFile: string
}

export interface ListenOptions {
  readonly kind: 'websocket' | 'tcp'
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  readonly tls?: TlsFiles
  /** URL told to clients in place of the listening address, such as wss://im.example.org. */
  readonly advertise?: string
  /** Addresses or networks (CIDR) of the proxies in front; nobody else's word about addresses is taken. */
  readonly trustedProxies?: readonly string[]
  /** TCP: trusted proxies open with a PROXY protocol header, version 1 or 2. */
  readonly proxyProtocol?: boolean
  /** WebSocket: the header in which trusted proxies name the client. */
  readonly forwardedHeader?: 'x-forwarded-for' | 'forwarded'
  /** WebSocket implementation; without it uWebSockets.js where it is installed, else ws. */
  readonly library?: 'uWebSockets.js' | 'ws'
}

export interface TransportConnection {
  /** The client's address, through trusted proxies. */
  readonly remoteAddress: string
  /** Whether received bytes are a stream (TCP) or messages of whole packets (WebSocket). */
  readonly stream: boolean
  /** Whether send() has copied its bytes when it returns. */
  readonly copies: boolean
  /** What the gateway hangs on the connection. */
  owner: object | null
  /** Bytes accepted by send() that the system has not taken yet. */
  bufferedBytes(): number
  /** One binary message of whole packets. Never throws; does nothing once closed. */
  send(bytes: Uint8Array): void
  /** Sends what is queued, then closes. Codes are WebSocket close codes; TCP has none. */
  close(code: number, reason: string): void
  /** Closes now, whatever is queued. */
  terminate(): void
  /** Stops and starts reading, where the transport can. */
  pause(): void
  resume(): void
}

export interface TransportListener {
  opened(connection: TransportConnection): void
  /** The bytes belong to the transport: copy what is kept beyond the call. */
  received(connection: TransportConnection, bytes: Uint8Array): void
  /** The peer broke the rules of the transport itself, such as a text message. */
  garbled(connection: TransportConnection, why: string): void
  drained(connection: TransportConnection): void
  /** Called once for every opened connection. */
  closed(connection: TransportConnection): void
}

export interface TransportLimits extends HandshakeLimits {
  /** Longest WebSocket message; longer ones end the connection without a packet. */
  readonly messageBytesMax: number
  /** Sockets at once, those in handshake included. */
  readonly socketsMax: number
}

export interface Transport {
  /** uWebSockets.js, ws or tcp. */
  readonly library: string
  readonly address: string
  /** Stops accepting; open connections stay. */
  refuse(): void
  /** Ends everything but opened connections, which their owner terminates. */
  close(): Promise<void>
}

/** What all transports of a node are given. */
export interface TransportNode {
  readonly listener: TransportListener
  readonly limits: TransportLimits
  readonly counters: HandshakeCounters
  readonly logger: Logger
}

export type OpenTransport = (options: ListenOptions, node: TransportNode) => Promise<Transport>
