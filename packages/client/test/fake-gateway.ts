// A gateway that speaks the real packets over real TCP and WebSocket sockets, on a fake store, and that can be told to
// misbehave at chosen moments: cut connections before or after a request is done, lose answers, refuse, and lose, repeat
// or delay pushes. Lost ones are followed by a resync, as the node link promises; forgotten ones by nothing.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { encodePacket, flags, type Packet, PacketDecoder, type PacketName, packetName, wire } from '@skein/contracts'
import { WebSocketServer } from 'ws'
import { answerTo } from './fake-answers.ts'
import { type FakeSignal, roomAnswer, signalIn } from './fake-rooms.ts'
import { type Done, type FakeStore, fakeAppId, Refusal } from './fake-store.ts'

export type RequestFault = 'serve' | 'refuse' | 'overload' | 'cutBefore' | 'cutAfter' | 'loseAnswer'
export type PushFault = 'send' | 'lose' | 'forget' | 'twice' | 'delay'

export interface Faults {
  onRequest?(name: PacketName, connection: FakeConnection, packet: Packet): RequestFault
  onPush?(connection: FakeConnection): PushFault
}

export interface FakeGatewayOptions {
  readonly store: FakeStore
  /** Token to user and device. */
  readonly tokens: Map<string, { userId: string; deviceId: string }>
  readonly faults?: Faults
  readonly heartbeatIntervalMs?: number
  readonly inFlightMax?: number
  /** Connections of all gateways on the same store. */
  readonly peers: Set<FakeConnection>
}

let connections = 0

export class FakeConnection {
  readonly id = ++connections
  userId = ''
  deviceId = ''
  readonly requests: { name: PacketName; flags: number }[] = []
  /** Live rooms that it follows. */
  readonly followed = new Set<string>()
  unacked: number[] = []
  pushes = 0
  readonly #gateway: FakeGateway
  readonly #write: (bytes: Uint8Array) => void
  readonly #cut: () => void
  readonly #decoder = new PacketDecoder({ packetBytesMax: 4 * 1024 * 1024 })

  constructor(gateway: FakeGateway, write: (bytes: Uint8Array) => void, cut: () => void) {
    this.#gateway = gateway
    this.#write = write
    this.#cut = cut
  }

  take(bytes: Uint8Array): void {
    for (const packet of this.#decoder.push(bytes)) if (this.#gateway.connections.has(this)) this.#gateway.serve(this, packet)
  }

  write(bytes: Uint8Array): void {
    if (!this.#gateway.silent) this.#write(bytes)
  }

  cut(): void {
    this.#gateway.gone(this)
    this.#cut()
  }

  goodbye(code: string, action: number, retryAfterMs = 0): void {
    this.write(encodePacket('goodbye', 0, 0, wire.Goodbye.encode({ code, action, retryAfterMs }).finish()))
    this.#gateway.gone(this)
  }

  resync(reason: string): void {
    this.write(encodePacket('resync', 0, 0, wire.Resync.encode({ reason }).finish()))
  }
}

export class FakeGateway {
  readonly connections = new Set<FakeConnection>()
  faults: Faults
  silent = false
  accepting = true
  addresses: readonly string[] = []
  readonly #options: FakeGatewayOptions
  readonly #delayed: (() => void)[] = []
  readonly #sockets = new Set<Socket>()
  readonly #tcp: Server
  readonly #ws: WebSocketServer

  static async start(options: FakeGatewayOptions): Promise<FakeGateway> {
    const gateway = new FakeGateway(options)
    await Promise.all([once(gateway.#tcp.listen(0, '127.0.0.1'), 'listening'), once(gateway.#ws, 'listening')])
    const port = (server: Server | WebSocketServer) => (server.address() as AddressInfo).port
    gateway.addresses = [`tcp://127.0.0.1:${port(gateway.#tcp)}`, `ws://127.0.0.1:${port(gateway.#ws)}`]
    return gateway
  }

  private constructor(options: FakeGatewayOptions) {
    this.#options = options
    this.faults = options.faults ?? {}
    this.#tcp = createServer((socket) => {
      this.#sockets.add(socket)
      socket.on('error', () => {})
      const connection = this.#accept(
        (bytes) => socket.write(bytes),
        () => socket.destroy(),
      )
      socket.on('data', (bytes) => connection.take(bytes))
      socket.on('close', () => {
        this.#sockets.delete(socket)
        this.gone(connection)
      })
    })
    this.#ws = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    this.#ws.on('connection', (socket) => {
      socket.on('error', () => {})
      const connection = this.#accept(
        (bytes) => socket.send(bytes),
        () => socket.terminate(),
      )
      socket.on('message', (data) => connection.take(data as Buffer))
      socket.on('close', () => this.gone(connection))
    })
  }

  /** Lets go of the pushes held back. */
  flush(): void {
    for (const late of this.#delayed.splice(0)) late()
  }

  cutAll(): void {
    for (const connection of [...this.connections]) connection.cut()
  }

  resyncAll(reason = 'test'): void {
    for (const connection of this.connections) connection.resync(reason)
  }

  async stop(): Promise<void> {
    const closed = [new Promise((resolve) => this.#ws.close(resolve)), new Promise((resolve) => this.#tcp.close(resolve))]
    this.cutAll()
    for (const socket of this.#sockets) socket.destroy()
    for (const socket of this.#ws.clients) socket.terminate()
    await Promise.all(closed)
  }

  gone(connection: FakeConnection): void {
    this.#options.peers.delete(connection)
    this.connections.delete(connection)
  }

  serve(connection: FakeConnection, packet: Packet): void {
    const name = packetName(packet.service, packet.command)
    if (name === 'push' && packet.flags & flags.ack) {
      connection.unacked = connection.unacked.filter((sequence) => sequence > packet.sequence)
      return
    }
    if (packet.flags & flags.ack) return
    if (!name) {
      refuse(connection, packet, 'login', new Refusal('UNKNOWN_COMMAND'))
      return
    }
    connection.requests.push({ name, flags: packet.flags })
    const fault = this.faults.onRequest?.(name, connection, packet) ?? 'serve'
    if (fault === 'cutBefore') connection.cut()
    else if (fault === 'refuse') refuse(connection, packet, name, new Refusal('UNAVAILABLE', true))
    else if (fault === 'overload') refuse(connection, packet, name, new Refusal('OVERLOADED', true))
    else this.#answer(connection, packet, name, fault)
  }

  #answer(connection: FakeConnection, packet: Packet, name: PacketName, fault: RequestFault): void {
    try {
      const { body, changes } = name === 'login' ? this.#logIn(connection, packet) : this.#done(connection, name, packet)
      if (fault === 'serve') connection.write(encodePacket(name, packet.sequence, flags.ack, body))
      if (fault === 'cutAfter') connection.cut()
      this.#deliver(changes, connection)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refuse(connection, packet, name, error)
    }
  }

  #accept(write: (bytes: Uint8Array) => void, cut: () => void): FakeConnection {
    const connection = new FakeConnection(this, write, cut)
    this.connections.add(connection)
    if (!this.accepting) connection.cut()
    return connection
  }

  #done(connection: FakeConnection, name: PacketName, packet: Packet): Done {
    if (!connection.userId) throw new Refusal('UNAUTHENTICATED')
    const signal = signalIn(name, packet.body, connection.userId)
    if (signal === null) return answerTo(this.#options.store, connection, name, packet.body)
    return this.#inRoom(connection, name, signal)
  }

  /** Every group is a live room here, also one that there is not, but for those that the store has closed. */
  #inRoom(connection: FakeConnection, name: PacketName, signal: FakeSignal): Done {
    const { peers, store } = this.#options
    const { conversationId } = signal
    const code = store.closedRooms.get(conversationId)
    if (code !== undefined) throw new Refusal(code)
    if (name === 'unfollowRoom') connection.followed.delete(conversationId)
    if (name === 'followRoom') connection.followed.add(conversationId)
    const fans = [...peers].filter(({ followed }) => followed.has(conversationId))
    if (name === 'signal') for (const fan of fans) if (fan !== connection) this.tellRoom(fan, signal)
    return { body: roomAnswer(name, fans.length, store.nameOf(conversationId) || 'Stage'), changes: [] }
  }

  /** What a gateway tells of a live room. */
  tellRoom(connection: FakeConnection, signal: FakeSignal): void {
    this.#push(connection, wire.Push.encode({ notices: [wire.Notice.encode({ roomSignal: signal }).finish()] }).finish())
  }

  #logIn(connection: FakeConnection, packet: Packet): Done {
    const { tokens, peers, store, heartbeatIntervalMs = 5_000, inFlightMax = 32 } = this.#options
    const request = wire.LoginRequest.decode(packet.body)
    const session = tokens.get(request.token)
    if (!session || request.appId !== fakeAppId) throw new Refusal('TOKEN_INVALID')
    for (const other of [...peers]) {
      if (other.userId === session.userId && other.deviceId === session.deviceId) other.goodbye('REPLACED', 3)
    }
    Object.assign(connection, session)
    peers.add(connection)
    const limits = { packetBytesMax: 1_100_000, bodyBytesMax: 65_536, inFlightMax, unackedPushesMax: 64, pageItemsMax: store.pageItemsMax }
    const connectionId = String(connection.id)
    const reply = { ...session, connectionId, serverTimeMs: Date.now(), heartbeatIntervalMs, limits }
    return { body: wire.LoginReply.encode(reply).finish(), changes: [] }
  }

  #deliver(changes: Done['changes'], except: FakeConnection): void {
    const { store, peers } = this.#options
    for (const connection of peers) {
      if (connection === except) continue
      const told = changes.filter((change) => store.tells(change, connection.userId))
      if (told.length === 0) continue
      const items = told.flatMap(({ item }) => item ?? [])
      const notices = told.flatMap(({ notice }) => notice ?? [])
      this.#push(connection, wire.Push.encode({ items, notices }).finish())
    }
  }

  #push(connection: FakeConnection, body: Uint8Array): void {
    connection.pushes = (connection.pushes % 0xffff) + 1
    const sequence = connection.pushes
    const send = () => {
      connection.unacked.push(sequence)
      connection.write(encodePacket('push', sequence, 0, body))
    }
    const fault = this.faults.onPush?.(connection) ?? 'send'
    if (fault === 'delay') {
      this.#delayed.push(send)
      return
    }
    if (fault === 'forget') return
    if (fault === 'lose') connection.resync('lost')
    else send()
    if (fault === 'twice') send()
    this.flush()
  }
}

function refuse(connection: FakeConnection, packet: Packet, name: PacketName, { code, retriable }: Refusal): void {
  const body = wire.Error.encode({ code, retriable, retryAfterMs: retriable ? 1 : 0 }).finish()
  connection.write(encodePacket(name, packet.sequence, flags.error, body))
  if (code.startsWith('TOKEN_')) connection.goodbye(code, 3)
}
