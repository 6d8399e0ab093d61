// A gateway that speaks the real packets over real TCP and WebSocket sockets, on a fake store, and that can be told to
// misbehave at chosen moments: cut connections before or after a request is done, lose answers, refuse, and lose, repeat
// or delay pushes (lost ones are followed by a resync, as the node link promises).

import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { type CommandName, commandName, encodePacket, flags, type Packet, PacketDecoder, wire } from '@skein/contracts'
import { WebSocketServer } from 'ws'
import { answerTo } from './fake-answers.ts'
import { type Appended, type FakeStore, Refusal } from './fake-store.ts'

export type RequestFault = 'serve' | 'refuse' | 'cutBefore' | 'cutAfter' | 'loseAnswer'
export type PushFault = 'send' | 'lose' | 'twice' | 'delay'

export interface Faults {
  onRequest?(name: CommandName, connection: FakeConnection, packet: Packet): RequestFault
  onPush?(connection: FakeConnection): PushFault
}

export interface FakeConnection {
  readonly id: number
  userId: string
  deviceId: string
  readonly requests: { name: CommandName; flags: number }[]
  unacked: number[]
  write(bytes: Uint8Array): void
  cut(): void
  goodbye(code: string, action: number, retryAfterMs?: number): void
}

export interface FakeGatewayOptions {
  readonly store: FakeStore
  /** Token to user and device. */
  readonly tokens: Map<string, { userId: string; deviceId: string }>
  readonly appId?: string
  readonly faults?: Faults
  readonly heartbeatIntervalMs?: number
  readonly inFlightMax?: number
  /** Connections of other gateways on the same store. */
  readonly peers?: Set<FakeConnection>
}

export async function startFakeGateway(options: FakeGatewayOptions) {
  const { store, tokens } = options
  const connections = options.peers ?? new Set<FakeConnection>()
  const own = new Set<FakeConnection>()
  const pushNumbers = new Map<FakeConnection, number>()
  const delayed: (() => void)[] = []
  const gateway = { faults: options.faults ?? {}, silent: false, accepting: true }
  let nextId = 1

  function accept(write: (bytes: Uint8Array) => void, cut: () => void) {
    const decoder = new PacketDecoder({ packetBytesMax: 4 * 1024 * 1024 })
    const connection: FakeConnection = {
      id: nextId++,
      userId: '',
      deviceId: '',
      requests: [],
      unacked: [],
      write: (bytes) => {
        if (!gateway.silent) write(bytes)
      },
      cut: () => {
        gone()
        cut()
      },
      goodbye(code, action, retryAfterMs = 0) {
        connection.write(encodePacket('goodbye', 0, 0, wire.Goodbye.encode({ code, action, retryAfterMs }).finish()))
        gone()
      },
    }
    const gone = () => {
      connections.delete(connection)
      own.delete(connection)
    }
    own.add(connection)
    if (!gateway.accepting) connection.cut()
    return {
      connection,
      gone,
      take(bytes: Uint8Array) {
        for (const packet of decoder.push(bytes)) if (own.has(connection)) serve(connection, packet)
      },
    }
  }

  function serve(connection: FakeConnection, packet: Packet): void {
    const name = commandName(packet.service, packet.command)
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
    const fault = gateway.faults.onRequest?.(name, connection, packet) ?? 'serve'
    if (fault === 'cutBefore') {
      connection.cut()
      return
    }
    if (fault === 'refuse') {
      refuse(connection, packet, name, new Refusal('UNAVAILABLE', true))
      return
    }
    try {
      const { body, appended } = name === 'login' ? { body: logIn(connection, packet), appended: null } : done(connection, name, packet)
      if (fault === 'serve') connection.write(encodePacket(name, packet.sequence, flags.ack, body))
      if (fault === 'cutAfter') connection.cut()
      if (appended) deliver(appended, connection)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refuse(connection, packet, name, error)
    }
  }

  function done(connection: FakeConnection, name: CommandName, packet: Packet) {
    if (!connection.userId) throw new Refusal('UNAUTHENTICATED')
    return answerTo(store, connection.userId, name, packet.body)
  }

  function logIn(connection: FakeConnection, packet: Packet): Uint8Array {
    const request = wire.LoginRequest.decode(packet.body)
    const session = tokens.get(request.token)
    if (!session || request.appId !== (options.appId ?? 'demo')) throw new Refusal('TOKEN_INVALID')
    for (const other of [...connections]) {
      if (other.userId === session.userId && other.deviceId === session.deviceId) other.goodbye('REPLACED', 3)
    }
    Object.assign(connection, session)
    connections.add(connection)
    return wire.LoginReply.encode({
      ...session,
      connectionId: String(connection.id),
      serverTimeMs: Date.now(),
      heartbeatIntervalMs: options.heartbeatIntervalMs ?? 5_000,
      limits: {
        packetBytesMax: 1_100_000,
        bodyBytesMax: 1_048_576,
        inFlightMax: options.inFlightMax ?? 32,
        unackedPushesMax: 64,
        pageItemsMax: store.pageItemsMax,
      },
    }).finish()
  }

  function refuse(connection: FakeConnection, packet: Packet, name: CommandName, refusal: Refusal): void {
    const body = wire.Error.encode({ code: refusal.code, retriable: refusal.retriable, retryAfterMs: refusal.retriable ? 1 : 0 }).finish()
    connection.write(encodePacket(name, packet.sequence, flags.error, body))
    if (refusal.code.startsWith('TOKEN_')) connection.goodbye(refusal.code, 3)
  }

  function deliver(appended: Appended, except: FakeConnection): void {
    const conversation = store.conversations.get(appended.conversationId)!
    for (const connection of connections) {
      if (connection === except) continue
      const items = appended.items.filter((item) => store.visible(conversation, connection.userId, item))
      if (items.length > 0) push(connection, wire.Push.encode({ items }).finish())
    }
  }

  function push(connection: FakeConnection, body: Uint8Array): void {
    const sequence = ((pushNumbers.get(connection) ?? 0) % 0xffff) + 1
    pushNumbers.set(connection, sequence)
    const send = () => {
      connection.unacked.push(sequence)
      connection.write(encodePacket('push', sequence, 0, body))
    }
    switch (gateway.faults.onPush?.(connection) ?? 'send') {
      case 'twice':
        send()
        send()
        break
      case 'delay':
        delayed.push(send)
        return
      case 'lose':
        connection.write(encodePacket('resync', 0, 0, wire.Resync.encode({ reason: 'lost' }).finish()))
        break
      default:
        send()
    }
    for (const late of delayed.splice(0)) late()
  }

  const sockets = new Set<Socket>()
  const tcp: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const peer = accept(
      (bytes) => socket.write(bytes),
      () => socket.destroy(),
    )
    socket.on('data', peer.take)
    socket.on('close', () => {
      sockets.delete(socket)
      peer.gone()
    })
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const ws = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  ws.on('connection', (socket) => {
    socket.on('error', () => {})
    const peer = accept(
      (bytes) => socket.send(bytes),
      () => socket.terminate(),
    )
    socket.on('message', (data) => peer.take(data as Buffer))
    socket.on('close', peer.gone)
  })
  await new Promise((resolve) => ws.once('listening', resolve))

  return Object.assign(gateway, {
    addresses: [`tcp://127.0.0.1:${(tcp.address() as AddressInfo).port}`, `ws://127.0.0.1:${(ws.address() as AddressInfo).port}`],
    connections: own,
    /** Lets go of the pushes held back. */
    flush() {
      for (const late of delayed.splice(0)) late()
    },
    cutAll() {
      for (const connection of [...own]) connection.cut()
    },
    resyncAll(reason = 'test') {
      for (const connection of own) connection.write(encodePacket('resync', 0, 0, wire.Resync.encode({ reason }).finish()))
    },
    async stop() {
      const closed = [new Promise((resolve) => ws.close(resolve)), new Promise((resolve) => tcp.close(resolve))]
      for (const connection of [...own]) connection.cut()
      for (const socket of [...sockets, ...ws.clients]) 'destroy' in socket ? socket.destroy() : socket.terminate()
      await Promise.all(closed)
    },
  })
}

export type FakeGateway = Awaited<ReturnType<typeof startFakeGateway>>
