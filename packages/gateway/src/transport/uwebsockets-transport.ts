// WebSocket by uWebSockets.js: a native server with a small fraction of the memory and time per connection. It is not on
// npm, so it is imported when it is there; only the part of its interface that is used is declared here.
import { readFileSync } from 'node:fs'
import type { Logger } from '@skein/telemetry'
import { monotonicMs } from '../monotonic-clock.ts'
import { type Handshake, Handshakes } from './handshakes.ts'
import { toldHost } from './told-host.ts'
import type { ListenOptions, OpenTransport, Transport, TransportConnection, TransportListener, TransportNode } from './transport.ts'
import { clientAddress, createTrustedProxies, plainAddress, type TrustedProxies } from './trusted-proxies.ts'

interface Socket {
  send(message: Uint8Array, isBinary: boolean): number
  end(code: number, reason: string): void
  close(): void
  getBufferedAmount(): number
  /** Ours: what the upgrade passed on, then the connection. */
  address: string
  connection: UwsConnection | null
}

interface Response {
  getRemoteAddressAsText(): ArrayBuffer
  /** Absent from older builds. */
  getRemotePort?(): number
  onAborted(aborted: () => void): Response
  close(): void
  upgrade(data: object, key: string, protocol: string, extensions: string, context: unknown): void
  writeStatus(status: string): Response
  end(body: string, closeConnection: boolean): void
}

interface Request {
  getHeader(name: string): string
  forEach(visit: (name: string, value: string) => void): void
}

interface Behavior {
  compression: number
  maxPayloadLength: number
  idleTimeout: number
  maxBackpressure: number
  maxLifetime: number
  sendPingsAutomatically: boolean
  upgrade(response: Response, request: Request, context: unknown): void
  open(socket: Socket): void
  message(socket: Socket, message: ArrayBuffer, isBinary: boolean): void
  drain(socket: Socket): void
  close(socket: Socket): void
}

interface App {
  ws(path: string, behavior: Behavior): App
  any(path: string, route: (response: Response) => void): App
  listen(host: string, port: number, options: number, listening: (token: unknown) => void): App
  /** Calls with 1 for each accepted socket, and with -1 for each that was closed before it became a WebSocket. Absent from old builds. */
  filter?(changed: (response: Response, count: number) => void): App
  close(): void
}

export interface UWebSockets {
  App(): App
  /** Absent from builds without TLS. */
  SSLApp?(files: { cert_file_name: string; key_file_name: string }): App
  us_listen_socket_close(token: unknown): void
  us_socket_local_port(token: unknown): number
  DISABLED?: number
  LIBUS_LISTEN_EXCLUSIVE_PORT?: number
}

/** Without it the system deals connections out among all processes that listen on the port. Its value, where a build does not name it. */
const exclusivePort = 1
/** The library ends a request whose head does not come within ten seconds, by a clock that ticks every four. */
const libraryPatienceMs = 8_000
/** The gateway's own limits are far below. */
const unlimitedBytes = 1_073_741_824

class UwsConnection implements TransportConnection {
  readonly stream = false
  readonly copies = true
  owner: object | null = null
  readonly remoteAddress: string
  readonly listener: TransportListener
  /** Null once closed: a closed socket must not be touched. */
  socket: Socket | null

  constructor(socket: Socket, listener: TransportListener) {
    this.socket = socket
    this.remoteAddress = socket.address
    this.listener = listener
  }

  bufferedBytes(): number {
    return this.socket === null ? 0 : this.socket.getBufferedAmount()
  }

  send(bytes: Uint8Array): void {
    if (this.socket !== null) this.socket.send(bytes, true)
  }

  close(code: number, reason: string): void {
    if (this.socket !== null) this.socket.end(code, reason)
  }

  terminate(): void {
    if (this.socket !== null) this.socket.close()
  }

  /** This library cannot stop reading; the hard limit on queued bytes is what bounds a peer that does not read. */
  pause(): void {}
  resume(): void {}
}

/** The library, or null where it is not installed or has no build for this machine. */
export async function loadUWebSockets(logger: Logger): Promise<UWebSockets | null> {
  // Not a literal: an optional peer has no types here.
  const name: string = 'uWebSockets.js'
  try {
    const loaded = (await import(name)) as { default?: UWebSockets } & UWebSockets
    return loaded.default ?? loaded
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') logger.warn({ error }, 'uWebSockets.js does not load here')
    return null
  }
}

/** All lines of a header as one: a proxy may append its own, and `getHeader` answers the first, which the client wrote. */
function joinedHeader(request: Request, name: string): string {
  const lines: string[] = []
  request.forEach((key, value) => {
    if (key === name) lines.push(value)
  })
  return lines.join(',')
}

const peerOf = (response: Response): string => plainAddress(Buffer.from(response.getRemoteAddressAsText()).toString('latin1'))

/** Sockets that are no WebSockets yet. They are known by nothing but their address and port: each call is given another response. */
class UwsHandshakes {
  readonly #handshakes: Handshakes
  readonly #proxies: TrustedProxies
  readonly #socketsMax: number
  readonly #byEndpoint = new Map<string, Handshake[]>()
  /** All there are, WebSockets included. */
  #sockets = 0

  constructor(proxies: TrustedProxies, { limits, counters }: TransportNode) {
    this.#handshakes = new Handshakes(limits, counters)
    this.#proxies = proxies
    this.#socketsMax = limits.socketsMax
  }

  readonly changed = (response: Response, count: number): void => {
    this.#sockets += count
    if (count > 0) this.#begin(response)
  }

  /** It is a WebSocket now, or is answered. */
  done(response: Response, peer: string): void {
    const endpoint = this.#endpointOf(response, peer)
    const handshake = this.#byEndpoint.get(endpoint)?.at(-1)
    if (handshake !== undefined) this.#forget(endpoint, handshake)
  }

  webSocketClosed(): void {
    this.#sockets -= 1
  }

  close(): void {
    this.#handshakes.close()
  }

  #begin(response: Response): void {
    const peer = peerOf(response)
    const isProxy = this.#proxies.trusts(peer)
    // The response is not ours to keep, so that the library alone can end it later.
    const handshake = this.#sockets > this.#socketsMax ? null : this.#handshakes.begin({ address: peer, isProxy }, null)
    if (handshake === null) {
      response.close()
      return
    }
    const endpoint = this.#endpointOf(response, peer)
    const known = this.#byEndpoint.get(endpoint)
    if (known === undefined) this.#byEndpoint.set(endpoint, [handshake])
    else known.push(handshake)
    response.onAborted(() => {
      if (monotonicMs() - handshake.startedAt >= libraryPatienceMs) this.#handshakes.timedOut(handshake)
      this.#forget(endpoint, handshake)
    })
  }

  #forget(endpoint: string, handshake: Handshake): void {
    this.#handshakes.done(handshake)
    const left = this.#byEndpoint.get(endpoint)?.filter((other) => other !== handshake) ?? []
    if (left.length === 0) this.#byEndpoint.delete(endpoint)
    else this.#byEndpoint.set(endpoint, left)
  }

  #endpointOf(response: Response, peer: string): string {
    return `${peer} ${response.getRemotePort?.() ?? ''}`
  }
}

interface Door {
  readonly options: ListenOptions
  readonly listener: TransportListener
  readonly proxies: TrustedProxies
  readonly handshakes: UwsHandshakes
}

function behaviorOf({ options, listener, proxies, handshakes }: Door, messageBytesMax: number, disabled: number): Behavior {
  const kind = options.forwardedHeader
  return {
    compression: disabled,
    maxPayloadLength: messageBytesMax,
    // The gateway keeps time for every connection itself.
    idleTimeout: 0,
    maxBackpressure: unlimitedBytes,
    maxLifetime: 0,
    sendPingsAutomatically: false,
    upgrade(response, request, context) {
      const peer = peerOf(response)
      handshakes.done(response, peer)
      const address = clientAddress(peer, kind, kind === undefined ? '' : joinedHeader(request, kind), proxies)
      const key = request.getHeader('sec-websocket-key')
      const protocol = request.getHeader('sec-websocket-protocol')
      const extensions = request.getHeader('sec-websocket-extensions')
      response.upgrade({ address, connection: null }, key, protocol, extensions, context)
    },
    open(socket) {
      socket.connection = new UwsConnection(socket, listener)
      listener.opened(socket.connection)
    },
    message(socket, message, isBinary) {
      if (isBinary) listener.received(socket.connection!, new Uint8Array(message))
      else listener.garbled(socket.connection!, 'text message')
    },
    drain(socket) {
      listener.drained(socket.connection!)
    },
    close(socket) {
      const connection = socket.connection!
      connection.socket = null
      handshakes.webSocketClosed()
      listener.closed(connection)
    },
  }
}

function createApp(library: UWebSockets, options: ListenOptions): App {
  if (options.tls === undefined) return library.App()
  if (library.SSLApp === undefined) throw new Error('this build of uWebSockets.js has no TLS')
  // Read here, because the library says nothing about a file that it cannot read.
  readFileSync(options.tls.certFile)
  readFileSync(options.tls.keyFile)
  return library.SSLApp({ cert_file_name: options.tls.certFile, key_file_name: options.tls.keyFile })
}

export const openUWebSocketsTransport =
  (library: UWebSockets): OpenTransport =>
  async (options, node): Promise<Transport> => {
    const app = createApp(library, options)
    const proxies = createTrustedProxies(options.trustedProxies ?? [])
    const handshakes = new UwsHandshakes(proxies, node)
    const door = { options, listener: node.listener, proxies, handshakes }
    app.filter?.(handshakes.changed)
    app.ws('/*', behaviorOf(door, node.limits.messageBytesMax, library.DISABLED ?? 0))
    app.any('/*', (response) => {
      handshakes.done(response, peerOf(response))
      response.writeStatus('426 Upgrade Required').end('', true)
    })
    let token: unknown = await new Promise((resolve, reject) => {
      app.listen(options.host, options.port, library.LIBUS_LISTEN_EXCLUSIVE_PORT ?? exclusivePort, (listening) => {
        if (listening) resolve(listening)
        else reject(new Error(`cannot listen on ${options.host}:${options.port}, which another program may have taken`))
      })
    })
    const port = library.us_socket_local_port(token)
    function refuse(): void {
      if (token === null) return
      library.us_listen_socket_close(token)
      token = null
    }
    return {
      library: 'uWebSockets.js',
      address: options.advertise ?? `${options.tls === undefined ? 'ws' : 'wss'}://${toldHost(options.host)}:${port}`,
      refuse,
      async close() {
        refuse()
        app.close()
        handshakes.close()
      },
    }
  }
