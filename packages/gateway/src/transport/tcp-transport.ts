// Raw TCP by node:net, with TLS by node:tls. A trusted proxy may open with a PROXY protocol header, before TLS. A
// connection is reported once its client's address is known; the TLS handshake runs on the gateway's login time.
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls'
import { Handshakes } from './handshakes.ts'
import { readProxyHeader } from './proxy-header.ts'
import { toldHost } from './told-host.ts'
import type { ListenOptions, OpenTransport, Transport, TransportConnection, TransportListener } from './transport.ts'
import { createTrustedProxies, plainAddress, type TrustedProxies } from './trusted-proxies.ts'

const connectionOf = Symbol('connection')

type OwnedSocket = Socket & { [connectionOf]: TcpConnection }

class TcpConnection implements TransportConnection {
  readonly stream = true
  readonly copies = false
  owner: object | null = null
  readonly remoteAddress: string
  readonly socket: Socket
  readonly listener: TransportListener
  #ending = false

  constructor(socket: Socket, remoteAddress: string, listener: TransportListener) {
    this.socket = socket
    this.remoteAddress = remoteAddress
    this.listener = listener
  }

  bufferedBytes(): number {
    return this.socket.writableLength
  }

  send(bytes: Uint8Array): void {
    if (!this.#ending && !this.socket.destroyed) this.socket.write(bytes)
  }

  close(): void {
    this.#ending = true
    if (this.socket.destroyed) return
    this.socket.end()
    // What the peer still sends is read and thrown away, else its close would never be seen.
    this.socket.resume()
  }

  terminate(): void {
    this.socket.destroy()
  }

  pause(): void {
    if (!this.#ending) this.socket.pause()
  }

  resume(): void {
    this.socket.resume()
  }
}

function onData(this: OwnedSocket, bytes: Buffer): void {
  const connection = this[connectionOf]
  connection.listener.received(connection, bytes)
}

function onDrain(this: OwnedSocket): void {
  const connection = this[connectionOf]
  connection.listener.drained(connection)
}

function onClose(this: OwnedSocket): void {
  const connection = this[connectionOf]
  connection.listener.closed(connection)
}

/** A close follows every error. */
function onError(): void {}

/** Reads the proxy's header, gives back what follows it, and reports the client's address; destroys a socket without one. */
function readHeader(socket: Socket, found: (address: string) => void): void {
  let seen: Buffer = Buffer.alloc(0)
  socket.on('data', function read(bytes: Buffer) {
    seen = seen.length === 0 ? bytes : Buffer.concat([seen, bytes])
    const header = readProxyHeader(seen)
    if (header === 'incomplete') return
    socket.off('data', read)
    socket.pause()
    if (header === 'invalid') return socket.destroy()
    if (header.bytes < seen.length) socket.unshift(seen.subarray(header.bytes))
    found(header.address)
  })
}

function adopt(raw: Socket, address: string, secure: SecureContext | null, listener: TransportListener): void {
  if (raw.destroyed) return
  const socket = (secure === null ? raw : new TLSSocket(raw, { isServer: true, secureContext: secure })) as OwnedSocket
  const connection = new TcpConnection(socket, address, listener)
  socket[connectionOf] = connection
  socket.on('error', onError)
  socket.on('close', onClose)
  socket.on('drain', onDrain)
  listener.opened(connection)
  socket.on('data', onData)
  // Paused where a proxy's header was read from it.
  socket.resume()
}

interface Entrance {
  /** Proxies that open with a header; null where none does. */
  readonly proxies: TrustedProxies | null
  readonly secure: SecureContext | null
  readonly listener: TransportListener
  /** Sockets whose proxy header has not come yet; all others are the gateway's. */
  readonly handshakes: Handshakes
}

function accept({ proxies, secure, listener, handshakes }: Entrance, socket: Socket): void {
  const peer = plainAddress(socket.remoteAddress ?? '')
  socket.on('error', onError)
  if (proxies === null || !proxies.trusts(peer)) {
    adopt(socket, peer, secure, listener)
    return
  }
  const handshake = handshakes.begin({ address: peer, isProxy: true }, () => socket.destroy())
  if (handshake === null) {
    socket.destroy()
    return
  }
  const done = () => handshakes.done(handshake)
  socket.once('close', done)
  readHeader(socket, (address) => {
    socket.off('close', done)
    done()
    adopt(socket, address === '' ? peer : address, secure, listener)
  })
}

function listening(server: Server, options: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

export const openTcpTransport: OpenTransport = async (options, { listener, limits, counters, logger }): Promise<Transport> => {
  const { tls, host } = options
  const secure = tls === undefined ? null : createSecureContext({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) })
  const proxies = options.proxyProtocol === true ? createTrustedProxies(options.trustedProxies ?? []) : null
  const handshakes = new Handshakes(limits, counters)
  const entrance: Entrance = { proxies, secure, listener, handshakes }
  const server = createServer({ noDelay: true }, (socket) => accept(entrance, socket))
  server.maxConnections = limits.socketsMax
  const port = await listening(server, options)
  server.on('error', (error) => logger.error({ error }, 'TCP listener failed'))
  return {
    library: 'tcp',
    address: options.advertise ?? `${secure === null ? 'tcp' : 'tls'}://${toldHost(host)}:${port}`,
    refuse: () => void server.close(),
    close: () =>
      new Promise((resolve) => {
        if (server.listening) server.close(() => resolve())
        else resolve()
        handshakes.close()
      }),
  }
}
