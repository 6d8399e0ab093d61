// One logged-in connection of load: as cheap as a client can be and still speak the protocol of docs/protocol.md over
// TCP or WebSocket. Sends are stamped into a prepared packet, reads share one buffer, pushes are acknowledged like the
// SDK does (with the next packet that leaves, after a second, or by 32). It does not reconnect, resend or queue: whoever drives it does.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Packet, WireTypes } from '@skein/contracts'
import { encodePacket, encodeRawPacket, flags, headerBytes, PacketDecoder, packetName, packets, wire } from '@skein/contracts'
import { createFrameReader, frameOf, pongFrame, upgradeRequest } from './web-socket-frames.ts'

export type Push = WireTypes.wire.v1.Push
export type LoginReply = WireTypes.wire.v1.LoginReply
export type SendReply = WireTypes.wire.v1.SendReply
export type ErrorAnswer = WireTypes.wire.v1.Error

export interface LoadConnectionOptions {
  /** ws://host:port or tcp://host:port */
  readonly address: string
  readonly appId: string
  readonly token: string
  /** Source address, where ports of one run short. */
  readonly localAddress?: string
  readonly loginTimeoutMs?: number
  onPush?(push: Push): void
  /** Instead of onPush, for those who look at less of it: a view, for the time of the call. */
  onPushBody?(body: Uint8Array): void
  /** The answer to a send: exactly one of the two is given. */
  onSendAnswer?(sequence: number, reply: SendReply | null, refusal: ErrorAnswer | null): void
  onResync?(): void
  /** Called once, only after the login: with a code of the catalogue where the server said goodbye. */
  onEnd?(reason: string): void
}

/** A send packet complete but for sequence and clientMessageId. */
export interface SendTemplate {
  readonly packet: Buffer
  readonly idAt: number
}

const uuidPlaceholder = '00000000-0000-4000-8000-000000000000'
const sequenceAt = 12
const flagsAt = 6
const pushAckDelayMs = 1_000
const pushAckCountMax = 32
const packetBytesMax = 8 * 1024 * 1024
const loginTimeoutMs = 10_000
const nothing = new Uint8Array(0)
/** Sequence 1 is the login's; 0 belongs to heartbeats. */
const firstSequence = 2
/** Reads are taken in before the next one happens, so that all connections can share a buffer. */
const readBuffer = Buffer.allocUnsafeSlow(262_144)

export function sendTemplate(conversationId: string, body: { readonly contentType: string; readonly bytes: Uint8Array }): SendTemplate {
  const request = wire.SendRequest.encode({ conversationId, clientMessageId: uuidPlaceholder, body }).finish()
  const packet = Buffer.from(encodePacket('send', 0, 0, request))
  return { packet, idAt: packet.indexOf(uuidPlaceholder, headerBytes, 'latin1') }
}

export class LoadConnection {
  readonly #options: LoadConnectionOptions
  readonly #webSocket: boolean
  readonly #socket: Socket
  readonly #mask = randomBytes(4)
  readonly #decoder = new PacketDecoder({ packetBytesMax })
  readonly #opened = Promise.withResolvers<LoadConnection>()
  readonly #loginTimer: NodeJS.Timeout
  #login: LoginReply | null = null
  #ended = false
  #goodbye = ''
  #sequence = firstSequence - 1
  #newestPush = 0
  #pushesToAck = 0
  #ackTimer: NodeJS.Timeout | undefined

  /** Rejects when the connection or the login fails. */
  static open(options: LoadConnectionOptions): Promise<LoadConnection> {
    return new LoadConnection(options).#opened.promise
  }

  private constructor(options: LoadConnectionOptions) {
    const url = new URL(options.address)
    this.#options = options
    this.#webSocket = url.protocol === 'ws:'
    this.#loginTimer = setTimeout(() => this.#end('no login in time'), options.loginTimeoutMs ?? loginTimeoutMs)
    this.#socket = this.#connect(url)
  }

  get login(): LoginReply {
    return this.#login!
  }

  get open(): boolean {
    return !this.#ended
  }

  /** Returns the sequence under which it is answered. */
  send(template: SendTemplate, clientMessageId: string, retry: boolean): number {
    this.#sequence = this.#sequence === 0xffff ? firstSequence : this.#sequence + 1
    const packet = Buffer.from(template.packet)
    packet.writeUInt16BE(this.#sequence, sequenceAt)
    if (retry) packet.writeUInt16BE(flags.retry, flagsAt)
    packet.write(clientMessageId, template.idAt, 'latin1')
    this.#write(this.#pushesToAck === 0 ? packet : Buffer.concat([packet, this.#acknowledgement()]))
    return this.#sequence
  }

  heartbeat(): void {
    this.#write(encodePacket('heartbeat', 0, 0, wire.Heartbeat.encode({ timeMs: Date.now() }).finish()))
  }

  /** Leaves without a word. */
  close(): void {
    this.#end('closed by this side')
  }

  #connect(url: URL): Socket {
    const frames = createFrameReader({
      onOpen: () => this.#sayHello(),
      onPayload: (payload) => this.#take(payload),
      onPing: (payload) => void this.#socket.write(pongFrame(payload, this.#mask)),
      onClose: (code) => this.#end(this.#goodbye || `close code ${code}`),
    })
    const take = (piece: Uint8Array) => (this.#webSocket ? frames.push(piece) : this.#take(piece))
    const socket = connect({
      host: url.hostname,
      port: Number(url.port),
      localAddress: this.#options.localAddress,
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (bytes: number) => {
          try {
            take(readBuffer.subarray(0, bytes))
          } catch (error) {
            this.#end(String(error))
          }
          return true
        },
      },
    })
    socket.on('connect', () => (this.#webSocket ? void socket.write(upgradeRequest(url.host)) : this.#sayHello()))
    socket.on('error', (error) => this.#end(error.message))
    socket.on('close', () => this.#end(this.#goodbye || 'closed by the other side'))
    return socket
  }

  #write(bytes: Uint8Array): void {
    if (!this.#ended) this.#socket.write(this.#webSocket ? frameOf(bytes, this.#mask) : bytes)
  }

  #sayHello(): void {
    const { token, appId } = this.#options
    this.#write(encodePacket('login', 1, 0, wire.LoginRequest.encode({ token, appId, clientName: 'load' }).finish()))
  }

  #take(bytes: Uint8Array): void {
    for (const packet of this.#decoder.push(bytes)) this.#takePacket(packet)
  }

  #takePacket(packet: Packet): void {
    if (this.#ended) return
    const answer = (packet.flags & (flags.ack | flags.error)) !== 0
    switch (packetName(packet.service, packet.command)) {
      case 'push':
        this.#acknowledge(packet.sequence)
        this.#options.onPushBody?.(packet.body)
        this.#options.onPush?.(wire.Push.decode(packet.body))
        break
      case 'send':
        if (packet.flags & flags.error) this.#options.onSendAnswer?.(packet.sequence, null, wire.Error.decode(packet.body))
        else this.#options.onSendAnswer?.(packet.sequence, wire.SendReply.decode(packet.body), null)
        break
      case 'login':
        this.#welcome(packet)
        break
      case 'heartbeat':
        if (!answer) this.#write(encodeRawPacket({ ...packets.heartbeat, sequence: packet.sequence, flags: flags.ack, body: nothing }))
        break
      case 'resync':
        this.#options.onResync?.()
        break
      case 'goodbye':
        this.#goodbye = wire.Goodbye.decode(packet.body).code
        this.#end(this.#goodbye)
        break
      default:
    }
  }

  #welcome(packet: Packet): void {
    if (packet.flags & flags.error) {
      this.#end(wire.Error.decode(packet.body).code)
      return
    }
    clearTimeout(this.#loginTimer)
    this.#login = wire.LoginReply.decode(packet.body)
    this.#opened.resolve(this)
  }

  #acknowledge(push: number): void {
    this.#newestPush = push
    this.#pushesToAck += 1
    if (this.#pushesToAck >= pushAckCountMax) this.#write(this.#acknowledgement())
    else this.#ackTimer ??= setTimeout(() => this.#sendAck(), pushAckDelayMs)
  }

  /** By the clock: what was acknowledged with a message meanwhile is not said again. */
  #sendAck(): void {
    this.#ackTimer = undefined
    if (this.#pushesToAck > 0) this.#write(this.#acknowledgement())
  }

  #acknowledgement(): Uint8Array {
    this.#pushesToAck = 0
    return encodeRawPacket({ ...packets.push, sequence: this.#newestPush, flags: flags.ack, body: nothing })
  }

  #end(reason: string): void {
    if (this.#ended) return
    this.#ended = true
    clearTimeout(this.#loginTimer)
    clearTimeout(this.#ackTimer)
    this.#socket.destroy()
    if (this.#login) this.#options.onEnd?.(reason)
    else this.#opened.reject(new Error(`${this.#options.address}: ${reason}`))
  }
}
