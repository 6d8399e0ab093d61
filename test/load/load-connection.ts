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

export interface LoadConnection {
  readonly login: LoginReply
  readonly open: boolean
  /** Returns the sequence under which it is answered. */
  send(template: SendTemplate, clientMessageId: string, retry: boolean): number
  heartbeat(): void
  /** Leaves without a word. */
  close(): void
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
  const { promise, resolve, reject } = Promise.withResolvers<LoadConnection>()
  const url = new URL(options.address)
  const webSocket = url.protocol === 'ws:'
  const mask = randomBytes(4)
  const decoder = new PacketDecoder({ packetBytesMax })
  let login: LoginReply | null = null
  let ended = false
  let goodbye = ''
  let sequence = firstSequence - 1
  let newestPush = 0
  let pushesToAck = 0
  let ackTimer: NodeJS.Timeout | undefined

  const write = (bytes: Uint8Array) => {
    if (!ended) socket.write(webSocket ? frameOf(bytes, mask) : bytes)
  }
  const frames = createFrameReader({
    onOpen: () => sayHello(),
    onPayload: (payload) => take(payload),
    onPing: (payload) => void socket.write(pongFrame(payload, mask)),
    onClose: (code) => end(goodbye || `close code ${code}`),
  })
  const socket: Socket = connect({
    host: url.hostname,
    port: Number(url.port),
    localAddress: options.localAddress,
    noDelay: true,
    onread: {
      buffer: readBuffer,
      callback(bytes: number) {
        try {
          const piece = readBuffer.subarray(0, bytes)
          if (webSocket) frames.push(piece)
          else take(piece)
        } catch (error) {
          end(String(error))
        }
        return true
      },
    },
  })
  const timer = setTimeout(() => end('no login in time'), options.loginTimeoutMs ?? loginTimeoutMs)
  socket.on('connect', () => (webSocket ? void socket.write(upgradeRequest(url.host)) : sayHello()))
  socket.on('error', (error) => end(error.message))
  socket.on('close', () => end(goodbye || 'closed by the other side'))

  const connection: LoadConnection = {
    get login() {
      return login!
    },
    get open() {
      return !ended
    },
    send(template, clientMessageId, retry) {
      sequence = sequence === 0xffff ? firstSequence : sequence + 1
      const packet = Buffer.from(template.packet)
      packet.writeUInt16BE(sequence, sequenceAt)
      if (retry) packet.writeUInt16BE(flags.retry, flagsAt)
      packet.write(clientMessageId, template.idAt, 'latin1')
      write(pushesToAck === 0 ? packet : Buffer.concat([packet, acknowledgement()]))
      return sequence
    },
    heartbeat: () => write(encodePacket('heartbeat', 0, 0, wire.Heartbeat.encode({ timeMs: Date.now() }).finish())),
    close() {
      end('closed by this side')
    },
  }
  return promise

  function sayHello(): void {
    write(
      encodePacket('login', 1, 0, wire.LoginRequest.encode({ token: options.token, appId: options.appId, clientName: 'load' }).finish()),
    )
  }

  function take(bytes: Uint8Array): void {
    for (const packet of decoder.push(bytes)) takePacket(packet)
  }

  function takePacket(packet: Packet): void {
    if (ended) return
    const answer = (packet.flags & (flags.ack | flags.error)) !== 0
    switch (packetName(packet.service, packet.command)) {
      case 'push':
        acknowledge(packet.sequence)
        options.onPush?.(wire.Push.decode(packet.body))
        break
      case 'send':
        if (packet.flags & flags.error) options.onSendAnswer?.(packet.sequence, null, wire.Error.decode(packet.body))
        else options.onSendAnswer?.(packet.sequence, wire.SendReply.decode(packet.body), null)
        break
      case 'login':
        welcome(packet)
        break
      case 'heartbeat':
        if (!answer) write(encodeRawPacket({ ...packets.heartbeat, sequence: packet.sequence, flags: flags.ack, body: nothing }))
        break
      case 'resync':
        options.onResync?.()
        break
      case 'goodbye':
        goodbye = wire.Goodbye.decode(packet.body).code
        end(goodbye)
        break
      default:
    }
  }

  function welcome(packet: Packet): void {
    if (packet.flags & flags.error) {
      end(wire.Error.decode(packet.body).code)
      return
    }
    clearTimeout(timer)
    login = wire.LoginReply.decode(packet.body)
    resolve(connection)
  }

  function acknowledge(push: number): void {
    newestPush = push
    pushesToAck += 1
    if (pushesToAck >= pushAckCountMax) write(acknowledgement())
    else ackTimer ??= setTimeout(sendAck, pushAckDelayMs)
  }

  /** By the clock: what was acknowledged with a message meanwhile is not said again. */
  function sendAck(): void {
    ackTimer = undefined
    if (pushesToAck > 0) write(acknowledgement())
  }

  function acknowledgement(): Uint8Array {
    pushesToAck = 0
    return encodeRawPacket({ ...packets.push, sequence: newestPush, flags: flags.ack, body: nothing })
  }

  function end(reason: string): void {
    if (ended) return
    ended = true
    clearTimeout(timer)
    clearTimeout(ackTimer)
    socket.destroy()
    if (login) options.onEnd?.(reason)
    else reject(new Error(`${options.address}: ${reason}`))
  }
}
