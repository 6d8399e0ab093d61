// What comes in: bytes into packets, packets to the part that answers them, each through the limits that hold for every
// packet. A stream that cannot be understood ends the connection; a request that cannot be done gets an error packet.
import type { CommandName, Packet } from '@skein/contracts'
import { commandName, commands, flags, headerBytes, PacketError, wire } from '@skein/contracts'
import type { Connection } from './connection.ts'
import { monotonicMs } from './connection.ts'
import type { GatewayContext } from './context.ts'
import { dismiss, refuse } from './farewell.ts'
import { receiveGroupCommand, receiveLogout } from './group-requests.ts'
import { receiveLogin } from './login.ts'
import { count } from './metrics.ts'
import { decodeBody, MalformedBody } from './packet-body.ts'
import { type PacketSink, PartialPacket, readPackets } from './packet-stream.ts'
import { receivePushAck } from './pushes.ts'
import { receiveMarkRead } from './read-marks.ts'
import { receiveSend, refuseSend } from './send-lanes.ts'
import { emptyBucket, pour, takeToken, tokenWaitMs } from './token-bucket.ts'
import { receiveViewRequest } from './view-requests.ts'

export interface Receiver {
  bytes(connection: Connection, bytes: Uint8Array): void
}

const answered = flags.ack | flags.error
const isSend = ({ service, command }: Packet): boolean => service === commands.send.service && command === commands.send.command

export function createReceiver(context: GatewayContext): Receiver {
  const { limits, counters } = context

  const bytesMaxOf = (connection: Connection): number =>
    connection.state === 'active' || connection.state === 'draining' ? limits.packetBytesMax : limits.loginPacketBytesMax

  /** A packet could not be dealt with: its body does not parse, or the fault is here. */
  function failed(connection: Connection, sequence: number, name: CommandName, error: unknown): void {
    if (!connection.open) return
    if (error instanceof MalformedBody) {
      refuse(context, connection, commands[name], sequence, 'MALFORMED_PACKET', `body of ${name}`)
      // Once logged in the stream can go on: the packet's own bounds were good.
      if (connection.state !== 'active') dismiss(context, connection, 'MALFORMED_PACKET', `body of ${name}`)
      return
    }
    context.logger.error({ error, request: name, connectionId: connection.id }, 'request failed')
    refuse(context, connection, commands[name], sequence, 'INTERNAL', '')
  }

  /** Whether the packet is within the connection's rates; answers it when not. */
  function withinRate(connection: Connection, packet: Packet, nowMs: number): boolean {
    connection.read ??= emptyBucket(nowMs)
    const bytes = pour(connection.read, headerBytes + packet.body.length, limits.bytesPerSecond, nowMs)
    if (bytes > limits.bytesBurst) {
      const waitMs = Math.ceil(((bytes - limits.bytesBurst) * 1000) / limits.bytesPerSecond)
      refuseForRate(connection, packet, 'bytesPerSecond', waitMs, nowMs)
      if (bytes > limits.bytesBurst + limits.floodBytesMax) dismiss(context, connection, 'RATE_LIMITED', 'floodBytesMax', waitMs)
      return false
    }
    if (takeToken(connection, limits.packetsPerSecond, limits.packetBurst, nowMs)) return true
    refuseForRate(connection, packet, 'packetsPerSecond', tokenWaitMs(connection, limits.packetsPerSecond), nowMs)
    return false
  }

  function refuseForRate(connection: Connection, packet: Packet, limit: string, waitMs: number, nowMs: number): void {
    connection.refused ??= emptyBucket(nowMs)
    const refused = pour(connection.refused, 1, limits.floodPacketsForgottenPerSecond, nowMs)
    if (refused >= limits.floodPacketsMax) dismiss(context, connection, 'RATE_LIMITED', 'floodPacketsMax', waitMs)
    // An answer to an answer would be taken for one to a request of that sequence.
    else if ((packet.flags & answered) !== 0) count(counters.refused, 'RATE_LIMITED')
    else if (isSend(packet) && connection.state === 'active') refuseSend(context, connection, packet, limit, waitMs)
    else refuse(context, connection, packet, packet.sequence, 'RATE_LIMITED', limit, waitMs)
  }

  function heartbeat(connection: Connection, packet: Packet): void {
    decodeBody(wire.Heartbeat, packet.body)
    const body = wire.Heartbeat.encode({ timeMs: context.now() }).finish()
    context.outbox.packet(connection, commands.heartbeat, packet.sequence, flags.ack, body)
  }

  function beforeLogin(connection: Connection, name: CommandName | undefined, packet: Packet): void {
    if (name === 'heartbeat') {
      heartbeat(connection, packet)
      return
    }
    if (name === 'login' && connection.state === 'accepted') {
      receiveLogin(context, connection, packet)
      return
    }
    if (name === 'login') {
      refuse(context, connection, packet, packet.sequence, 'ALREADY_AUTHENTICATED', 'a login is being checked')
      return
    }
    refuse(context, connection, packet, packet.sequence, 'UNAUTHENTICATED', 'log in first')
    dismiss(context, connection, 'UNAUTHENTICATED', 'log in first')
  }

  function request(connection: Connection, name: CommandName, packet: Packet): void {
    switch (name) {
      case 'send':
        receiveSend(context, connection, packet)
        return
      case 'markRead':
        receiveMarkRead(context, connection, packet)
        return
      case 'createGroup':
      case 'addMembers':
      case 'removeMember':
      case 'leaveGroup':
      case 'changeRole':
        receiveGroupCommand(context, connection, name, packet)
        return
      case 'history':
      case 'members':
      case 'unread':
      case 'findUser':
      case 'sync':
        receiveViewRequest(context, connection, name, packet, failed)
        return
      case 'heartbeat':
        heartbeat(connection, packet)
        return
      case 'logout':
        receiveLogout(context, connection, packet)
        return
      case 'login':
        refuse(context, connection, packet, packet.sequence, 'ALREADY_AUTHENTICATED', '')
        return
      case 'goodbye':
      case 'resync':
      case 'push':
        refuse(context, connection, packet, packet.sequence, 'UNKNOWN_COMMAND', `${name} is the server's`)
        return
    }
  }

  function dispatch(connection: Connection, name: CommandName | undefined, packet: Packet): void {
    if (connection.state !== 'active' && connection.state !== 'draining') {
      beforeLogin(connection, name, packet)
      return
    }
    if ((packet.flags & answered) !== 0) return
    if (name === undefined) {
      refuse(context, connection, packet, packet.sequence, 'UNKNOWN_COMMAND', '')
      return
    }
    if (connection.state === 'draining') {
      refuse(context, connection, packet, packet.sequence, 'GOING_AWAY', '')
      return
    }
    if ((packet.flags & flags.compressed) !== 0) {
      refuse(context, connection, packet, packet.sequence, 'MALFORMED_PACKET', 'compressed')
      return
    }
    request(connection, name, packet)
  }

  const receivePacket: PacketSink<Connection> = (connection, packet) => {
    if (!connection.open) return false
    const nowMs = monotonicMs()
    counters.packetsIn += 1
    connection.heardAt = nowMs
    const name = commandName(packet.service, packet.command)
    // Acknowledgements of something are as many as the pushes at most: their rate is the server's own.
    const isAck = name === 'push' && (packet.flags & flags.ack) !== 0 && connection.state === 'active'
    if (isAck && receivePushAck(context, connection, packet) && packet.body.length === 0) return connection.open
    try {
      if (withinRate(connection, packet, nowMs)) dispatch(connection, name, packet)
    } catch (error) {
      failed(connection, packet.sequence, name!, error)
    }
    return connection.open
  }

  /** Completes the packet that began earlier; returns how many of the bytes that took. */
  function completePartial(connection: Connection, bytes: Uint8Array): number {
    const { taken, packet } = connection.partial!.take(bytes, bytesMaxOf(connection))
    if (packet === null) return taken
    connection.partial = null
    receivePacket(connection, packet)
    return taken
  }

  function read(connection: Connection, bytes: Uint8Array): void {
    const from = connection.partial === null ? 0 : completePartial(connection, bytes)
    if (!connection.open || from === bytes.length) return
    const rest = from === 0 ? bytes : bytes.subarray(from)
    const taken = readPackets(rest, bytesMaxOf(connection), connection, receivePacket)
    if (!connection.open || taken === rest.length) return
    if (!connection.transport.stream) throw new PacketError('MALFORMED_PACKET', 'the message ends inside a packet')
    connection.partial = new PartialPacket(rest.subarray(taken))
  }

  return {
    bytes(connection, bytes) {
      if (!connection.open) return
      counters.bytesIn += bytes.length
      try {
        read(connection, bytes)
      } catch (error) {
        if (!(error instanceof PacketError)) throw error
        refuse(context, connection, { service: 0, command: 0 }, 0, error.code, error.message)
        dismiss(context, connection, error.code, error.message)
      }
    },
  }
}
