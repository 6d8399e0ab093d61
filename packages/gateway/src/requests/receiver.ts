// What comes in: bytes into packets, packets into requests, requests to their handlers, each through the limits that hold for every
// packet. A stream that cannot be understood ends the connection; a request that cannot be done gets an error packet.
import type { Packet, PacketName, RequestName } from '@skein/contracts'
import { faultyFieldOf, flags, headerBytes, PacketError, packetName, packets, requestCodecs } from '@skein/contracts'
import type { Connection } from '../connection/connection.ts'
import { type ErrorAnswer, noPacket, refuse } from '../connection/error-answer.ts'
import { dismiss } from '../connection/parting.ts'
import { receivePushAck } from '../connection/pushes.ts'
import { emptyBucket, pour, takeToken, tokenWaitMs } from '../connection/token-bucket.ts'
import type { GatewayContext } from '../context.ts'
import { count } from '../metrics.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { PartialPacket, readPackets } from '../transport/packet-stream.ts'
import { type Handler, Request, type Said } from './request.ts'
import { handlers, isRequest } from './request-table.ts'

const answered = flags.ack | flags.error

const isLoggedIn = ({ state }: Connection): boolean => state === 'active' || state === 'draining'

export class Receiver {
  readonly #context: GatewayContext

  constructor(context: GatewayContext) {
    this.#context = context
  }

  bytes(connection: Connection, bytes: Uint8Array): void {
    if (!connection.open) return
    this.#context.counters.bytesIn += bytes.length
    try {
      this.#read(connection, bytes)
    } catch (error) {
      if (!(error instanceof PacketError)) throw error
      this.garbled(connection, { code: error.code, detail: error.message })
    }
  }

  /** Nothing more of this stream can be understood. */
  garbled(connection: Connection, why: ErrorAnswer): void {
    if (!connection.open) return
    refuse(this.#context, connection, noPacket, why)
    dismiss(this.#context, connection, why)
  }

  #read(connection: Connection, bytes: Uint8Array): void {
    const from = connection.partial === null ? 0 : this.#completePartial(connection, bytes)
    if (!connection.open || from === bytes.length) return
    const rest = from === 0 ? bytes : bytes.subarray(from)
    const taken = readPackets(rest, this.#bytesMaxOf(connection), connection, this.#packet)
    if (!connection.open || taken === rest.length) return
    if (!connection.transport.stream) throw new PacketError('MALFORMED_PACKET', 'the message ends inside a packet')
    connection.partial = new PartialPacket(rest.subarray(taken))
  }

  /** Completes the packet that began earlier; returns how many of the bytes that took. */
  #completePartial(connection: Connection, bytes: Uint8Array): number {
    const { taken, packet } = connection.partial!.take(bytes, this.#bytesMaxOf(connection))
    if (packet === null) return taken
    connection.partial = null
    this.#packet(connection, packet)
    return taken
  }

  #bytesMaxOf(connection: Connection): number {
    const { packetBytesMax, loginPacketBytesMax } = this.#context.limits
    return isLoggedIn(connection) ? packetBytesMax : loginPacketBytesMax
  }

  readonly #packet = (connection: Connection, packet: Packet): boolean => {
    if (!connection.open) return false
    this.#context.counters.packetsIn += 1
    connection.heardAt = monotonicMs()
    const name = packetName(packet.service, packet.command)
    // Acknowledgements of something are as many as the pushes at most: their rate is the server's own.
    const isAck = name === 'push' && (packet.flags & flags.ack) !== 0 && connection.state === 'active'
    if (isAck && receivePushAck(this.#context, connection, packet) && packet.body.length === 0) return connection.open
    if (this.#isWithinRate(connection, packet, name)) this.#dispatch(connection, packet, name)
    return connection.open
  }

  /** Whether the packet is within the connection's rates; answers it when not. */
  #isWithinRate(connection: Connection, packet: Packet, name: PacketName | undefined): boolean {
    const { bytesPerSecond, bytesBurst, floodBytesMax, packetsPerSecond, packetBurst } = this.#context.limits
    const nowMs = connection.heardAt
    connection.read ??= emptyBucket(nowMs)
    const bytes = pour(connection.read, headerBytes + packet.body.length, bytesPerSecond, nowMs)
    if (bytes > bytesBurst) {
      const retryAfterMs = Math.ceil(((bytes - bytesBurst) * 1000) / bytesPerSecond)
      this.#refuseForRate(connection, packet, name, { code: 'RATE_LIMITED', detail: 'bytesPerSecond', retryAfterMs })
      if (bytes > bytesBurst + floodBytesMax) {
        dismiss(this.#context, connection, { code: 'RATE_LIMITED', detail: 'floodBytesMax', retryAfterMs })
      }
      return false
    }
    if (takeToken(connection, packetsPerSecond, packetBurst, nowMs)) return true
    const retryAfterMs = tokenWaitMs(connection, packetsPerSecond)
    this.#refuseForRate(connection, packet, name, { code: 'RATE_LIMITED', detail: 'packetsPerSecond', retryAfterMs })
    return false
  }

  #refuseForRate(connection: Connection, packet: Packet, name: PacketName | undefined, why: ErrorAnswer): void {
    const { floodPacketsMax, floodPacketsForgottenPerSecond } = this.#context.limits
    connection.refused ??= emptyBucket(connection.heardAt)
    const refused = pour(connection.refused, 1, floodPacketsForgottenPerSecond, connection.heardAt)
    if (refused >= floodPacketsMax) {
      dismiss(this.#context, connection, { ...why, detail: 'floodPacketsMax' })
      return
    }
    // An answer to an answer would be taken for one to a request of that sequence.
    if ((packet.flags & answered) !== 0) {
      count(this.#context.counters.refused, why.code)
      return
    }
    const minding = connection.state === 'active' && name !== undefined && isRequest(name) && handlers[name].passedOver !== undefined
    if (minding) this.#passOver(connection, packet, name, why)
    else refuse(this.#context, connection, packet, why)
  }

  /** Its handler has to know of a request that is refused unread. */
  #passOver(connection: Connection, packet: Packet, name: RequestName, why: ErrorAnswer): void {
    const understood = this.#understood(connection, packet, name)
    if (understood === null) return
    const { handler, request, said } = understood
    request.refuse(why.code, why.detail, why.retryAfterMs)
    handler.passedOver?.(request, said)
  }

  #dispatch(connection: Connection, packet: Packet, name: PacketName | undefined): void {
    const loggedIn = isLoggedIn(connection)
    if (loggedIn && (packet.flags & answered) !== 0) return
    const refusal = loggedIn ? refusalOf(connection, packet, name) : refusalBeforeLogin(name)
    if (refusal === null) {
      this.#request(connection, packet, name as RequestName)
      return
    }
    refuse(this.#context, connection, packet, refusal)
    if (!loggedIn) dismiss(this.#context, connection, refusal)
  }

  #request(connection: Connection, packet: Packet, name: RequestName): void {
    const understood = this.#understood(connection, packet, name)
    if (understood === null) return
    const { handler, request, said } = understood
    try {
      if (!handler.admit(request, said)) return
      const going = handler.handle(request, said)
      if (going !== undefined) going.catch((error: unknown) => this.#failed(request, error))
    } catch (error) {
      this.#failed(request, error)
    }
  }

  /** A request and what it says; null for one whose body is not its message (bad protobuf, invalid UTF-8), which is refused. */
  #understood(connection: Connection, packet: Packet, name: RequestName) {
    const { sequence, body } = packet
    const request = new Request(this.#context, connection, { name, sequence, retry: (packet.flags & flags.retry) !== 0 })
    try {
      const handler: Handler = handlers[name]
      return { handler, request, said: requestCodecs[name].decode(body) as Said[RequestName] }
    } catch {
      const field = faultyFieldOf(name, body)
      const why: ErrorAnswer = { code: 'MALFORMED_PACKET', detail: field === '' ? `body of ${name}` : `body of ${name}: ${field}` }
      request.refuse(why.code, why.detail)
      // Once logged in the stream can go on: the packet's own bounds were good.
      if (connection.state !== 'active') dismiss(this.#context, connection, why)
      return null
    }
  }

  /** The fault is here. */
  #failed(request: Request, error: unknown): void {
    const { connection, name } = request
    if (!connection.open) return
    this.#context.logger.error({ error, request: name, connectionId: connection.id }, 'request failed')
    request.refuse('INTERNAL', '')
  }
}

/** Why a packet is none that may come before the login; null when it is one. */
function refusalBeforeLogin(name: PacketName | undefined): ErrorAnswer | null {
  return name !== undefined && packets[name].kind === 'connection' ? null : { code: 'UNAUTHENTICATED', detail: 'log in first' }
}

/** Why a packet of a logged-in connection is no request that can be done; null when it is one. */
function refusalOf(connection: Connection, packet: Packet, name: PacketName | undefined): ErrorAnswer | null {
  if (name === undefined) return { code: 'UNKNOWN_COMMAND', detail: '' }
  if (connection.state === 'draining') return { code: 'GOING_AWAY', detail: '' }
  if ((packet.flags & flags.compressed) !== 0) return { code: 'MALFORMED_PACKET', detail: 'compressed' }
  return isRequest(name) ? null : { code: 'UNKNOWN_COMMAND', detail: `${name} is the server's` }
}
