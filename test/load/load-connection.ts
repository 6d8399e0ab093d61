// One logged-in connection of load: as cheap as a client can be and still speak the protocol of docs/protocol.md over
// TCP or WebSocket. Sends are stamped into a prepared packet, reads share one buffer, pushes are acknowledged like the
// SDK does (with the next packet that leaves, after a second, or by 32). It does not reconnect, resend or queue: whoever drives it does.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Packet, WireTypes } from '@skein/contracts'
import { commandName, commands, encodePacket, encodeRawPacket, flags, headerBytes, PacketDecoder, wire } from '@skein/contracts'
import { createFrameReader, frameOf, pongFrame, upgradeRequest } from './web-socket-frames.ts'

export type Push = WireTypes.wire.v1.Push
export type LoginReply = WireTypes.wire.v1.LoginReply
export type SendReply = WireTypes.wire.v1.SendReply
export type Refusal = WireTypes.wire.v1.Error

export interface LoadConnectionOptions {
  /** ws://host:port or tcp://host:port */
  readonly address: string
  readonly appId: string
  readonly token: string
  /** Source address, where ports of one run short. */
  readonly localAddress?: string
  readonly loginTimeoutMs?: number
  onPush?(push: Push): void
  /** The answer to a send: exactly one of the two is given. */
  onSendAnswer?(sequence: number, reply: SendReply | null, refusal: Refusal | null): void
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

/** Rejects when the connection or the login fails. */
export function openLoadConnection(options: LoadConnectionOptions): Promise<LoadConnection> {
  return new LoadConnection(options).welcomed
}

export class LoadConnection {
  /** Resolves to this connection when it is logged in. */
  readonly welcomed: Promise<LoadConnection>
  readonly #options: LoadConnectionOptions
  readonly #url: URL
  readonly #mask = randomBytes(4)
  readonly #decoder = new PacketDecoder({ packetBytesMax })
  readonly #frames: ReturnType<typeof createFrameReader>
  readonly #socket: Socket
  readonly #entry = Promise.withResolvers<LoadConnection>()
  readonly #loginTimer: NodeJS.Timeout
  #login: LoginReply | null = null
  #ended = false
  #goodbye = ''
  #sequence = firstSequence - 1
  #newestPush = 0
  #pushesToAck = 0
  #ackTimer: NodeJS.Timeout | undefined

  constructor(options: LoadConnectionOptions) {
    this.#options = options
    this.#url = new URL(options.address)
    this.welcomed = this.#entry.promise
    this.#frames = createFrameReader({
      onOpen: () => this.#sayHello(),
      onPayload: (payload) => this.#take(payload),
      onPing: (payload) => void this.#socket.write(pongFrame(payload, this.#mask)),
      onClose: (code) => this.#end(this.#goodbye || `close code ${code}`),
    })
    this.#socket = connect({
      host: this.#url.hostname,
      port: Number(this.#url.port),
      localAddress: options.localAddress,
      noDelay: true,
      onread: { buffer: readBuffer, callback: (bytes) => this.#read(bytes) },
    })
    this.#loginTimer = setTimeout(() => this.#end('no login in time'), options.loginTimeoutMs ?? loginTimeoutMs)
    this.#socket.on('connect', () => (this.#overWebSocket ? void this.#socket.write(upgradeRequest(this.#url.host)) : this.#sayHello()))
    this.#socket.on('error', (error) => this.#end(error.message))
    this.#socket.on('close', () => this.#end(this.#goodbye || 'closed by the other side'))
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

  get #overWebSocket(): boolean {
    return this.#url.protocol === 'ws:'
  }

  #write(bytes: Uint8Array): void {
    if (!this.#ended) this.#socket.write(this.#overWebSocket ? frameOf(bytes, this.#mask) : bytes)
  }

  #read(bytes: number): boolean {
    try {
      const piece = readBuffer.subarray(0, bytes)
      if (this.#overWebSocket) this.#frames.push(piece)
      else this.#take(piece)
    } catch (error) {
      this.#end(String(error))
    }
    return true
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
    switch (commandName(packet.service, packet.command)) {
      case 'push':
        this.#acknowledge(packet.sequence)
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
        if (!answer) this.#write(encodeRawPacket({ ...commands.heartbeat, sequence: packet.sequence, flags: flags.ack, body: nothing }))
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
    this.#entry.resolve(this)
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
    return encodeRawPacket({ ...commands.push, sequence: this.#newestPush, flags: flags.ack, body: nothing })
  }

  #end(reason: string): void {
    if (this.#ended) return
    this.#ended = true
    clearTimeout(this.#loginTimer)
    clearTimeout(this.#ackTimer)
    this.#socket.destroy()
    if (this.#login) this.#options.onEnd?.(reason)
    else this.#entry.reject(new Error(`${this.#options.address}: ${reason}`))
  }
}
