// WebSocket by the ws package: everywhere Node runs. One HTTP server that does nothing but upgrade.
import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { type Handshake, Handshakes } from './handshakes.ts'
import { toldHost } from './told-host.ts'
import type { ListenOptions, OpenTransport, Transport, TransportConnection, TransportListener } from './transport.ts'
import { clientAddress, createTrustedProxies, plainAddress, type TrustedProxies } from './trusted-proxies.ts'

const connectionOf = Symbol('connection')

type OwnedSocket = WebSocket & { [connectionOf]: WsConnection }
type OwnedStream = Socket & { [connectionOf]: WsConnection }

class WsConnection implements TransportConnection {
  readonly stream = false
  readonly copies = false
  owner: object | null = null
  readonly remoteAddress: string
  readonly socket: WebSocket
  readonly listener: TransportListener

  constructor(socket: WebSocket, remoteAddress: string, listener: TransportListener) {
    this.socket = socket
    this.remoteAddress = remoteAddress
    this.listener = listener
  }

  bufferedBytes(): number {
    return this.socket.bufferedAmount
  }

  send(bytes: Uint8Array): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(bytes)
  }

  close(code: number, reason: string): void {
    this.socket.resume()
    this.socket.close(code, reason)
  }

  terminate(): void {
    this.socket.terminate()
  }

  pause(): void {
    this.socket.pause()
  }

  resume(): void {
    this.socket.resume()
  }
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  const connection = (this as OwnedSocket)[connectionOf]
  if (isBinary) connection.listener.received(connection, data as Buffer)
  else connection.listener.garbled(connection, 'text message')
}

function onClose(this: WebSocket): void {
  const connection = (this as OwnedSocket)[connectionOf]
  connection.listener.closed(connection)
}

/** A close follows every error. */
function onError(): void {}

function onDrain(this: Socket): void {
  const connection = (this as OwnedStream)[connectionOf]
  connection.listener.drained(connection)
}

function adopt(socket: WebSocket, stream: Socket, address: string, listener: TransportListener): void {
  const connection = new WsConnection(socket, address, listener)
  ;(socket as OwnedSocket)[connectionOf] = connection
  ;(stream as OwnedStream)[connectionOf] = connection
  socket.on('message', onMessage)
  socket.on('close', onClose)
  socket.on('error', onError)
  stream.on('drain', onDrain)
  listener.opened(connection)
}

function addressOf(options: ListenOptions, proxies: TrustedProxies, request: IncomingMessage): string {
  const peer = plainAddress(request.socket.remoteAddress ?? '')
  const kind = options.forwardedHeader
  const header = kind === undefined ? undefined : request.headers[kind]
  return clientAddress(peer, kind, Array.isArray(header) ? header.join(',') : (header ?? ''), proxies)
}

/** What each socket's handshake is found by once TLS has wrapped it. */
const endpointOf = (socket: Socket): string => `${socket.remoteAddress} ${socket.remotePort}`

/** Watches the handshakes of a server's sockets; the function that is answered is told when one is through. */
function watchHandshakes(server: Server, handshakes: Handshakes, proxies: TrustedProxies): (stream: Socket) => void {
  const underWay = new Map<string, () => void>()
  server.on('connection', (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress ?? '')
    const handshake: Handshake | null = handshakes.begin({ address, isProxy: proxies.trusts(address) }, () => socket.destroy())
    if (handshake === null) {
      socket.destroy()
      return
    }
    const endpoint = endpointOf(socket)
    const done = () => {
      handshakes.done(handshake)
      underWay.delete(endpoint)
      socket.off('close', done)
    }
    underWay.set(endpoint, done)
    socket.once('close', done)
  })
  return (stream) => underWay.get(endpointOf(stream))?.()
}

function createServer({ tls }: ListenOptions, socketsMax: number): Server {
  // Handshakes are timed here, from the first byte of TLS to the upgrade, and by nothing else.
  const untimed = { headersTimeout: 0, requestTimeout: 0, noDelay: true }
  const server =
    tls === undefined
      ? createHttpServer(untimed)
      : createHttpsServer({ ...untimed, cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) })
  server.maxConnections = socketsMax
  server.on('request', (_request, response) => {
    response.writeHead(426, { connection: 'close', upgrade: 'websocket' }).end()
  })
  return server
}

export const openWsTransport: OpenTransport = async (options, { listener, limits, counters, logger }): Promise<Transport> => {
  const proxies = createTrustedProxies(options.trustedProxies ?? [])
  const server = createServer(options, limits.socketsMax)
  const handshakes = new Handshakes(limits, counters)
  const handshakeDone = watchHandshakes(server, handshakes, proxies)
  const upgrader = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytesMax,
  })
  server.on('upgrade', (request, stream, head) => {
    const address = addressOf(options, proxies, request)
    upgrader.handleUpgrade(request, stream, head, (socket) => {
      handshakeDone(stream as Socket)
      adopt(socket, stream as Socket, address, listener)
    })
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
  server.on('error', (error) => logger.error({ error }, 'WebSocket listener failed'))
  return {
    library: 'ws',
    address: options.advertise ?? `${options.tls === undefined ? 'ws' : 'wss'}://${toldHost(options.host)}:${port}`,
    refuse: () => void server.close(),
    close: () =>
      new Promise((resolve) => {
        if (server.listening) server.close(() => resolve())
        else resolve()
        server.closeAllConnections()
        handshakes.close()
      }),
  }
}
