// What goes out. Packets for a connection gather until the end of the turn and leave as one message or one write; a body
// that goes to many connections is encoded once and shared. Watches what the peers do not read.
import { headerBytes, packetVersion } from '@skein/contracts'
import type { GatewayLimits } from '../limits.ts'
import type { Counters } from '../metrics.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import type { Connection } from './connection.ts'

const scratchBytes = 65_536

/** Service and command of a packet. */
export interface Route {
  readonly service: number
  readonly command: number
}

/** What a packet's header says besides. */
export interface Heading {
  readonly sequence: number
  readonly flags: number
}

export interface Outbox {
  /** Queues a packet; it leaves at the end of this turn. The body must not be changed afterwards. */
  packet(connection: Connection, route: Route, heading: Heading, body: Uint8Array): void
  /** Sends what a connection has queued now. */
  flush(connection: Connection): void
}

function headerOf({ service, command }: Route, { sequence, flags }: Heading, bodyBytes: number): Uint8Array {
  const header = Buffer.allocUnsafe(headerBytes)
  header.writeUInt32BE(headerBytes + bodyBytes, 0)
  header.writeUInt16BE(packetVersion, 4)
  header.writeUInt16BE(flags, 6)
  header.writeUInt16BE(service, 8)
  header.writeUInt16BE(command, 10)
  header.writeUInt16BE(sequence, 12)
  header.writeUInt16BE(0, 14)
  return header
}

/** `overflow` is called for a connection whose queue is beyond queuedBytesMax. */
export function createOutbox(limits: GatewayLimits, counters: Counters, overflow: (connection: Connection) => void): Outbox {
  const scratch = Buffer.allocUnsafeSlow(scratchBytes)
  let dirty: Connection[] = []

  function joined(connection: Connection, parts: readonly Uint8Array[], total: number): Uint8Array {
    const bytes = connection.transport.copies && total <= scratchBytes ? scratch.subarray(0, total) : Buffer.allocUnsafe(total)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    return bytes
  }

  function flush(connection: Connection): void {
    const { outbox, outboxBytes, transport } = connection
    if (outbox === null) return
    connection.outbox = null
    connection.outboxBytes = 0
    transport.send(joined(connection, outbox, outboxBytes))
    counters.bytesOut += outboxBytes
    const buffered = transport.bufferedBytes()
    if (buffered <= limits.queuedBytesSoft || !connection.open) return
    if (connection.congestedAt === Infinity) return
    if (buffered > limits.queuedBytesMax) {
      connection.congestedAt = Infinity
      overflow(connection)
    } else if (connection.congestedAt === 0) {
      connection.congestedAt = monotonicMs()
      transport.pause()
    }
  }

  function flushAll(): void {
    const list = dirty
    dirty = []
    for (const connection of list) flush(connection)
  }

  return {
    packet(connection, route, heading, body) {
      if (!connection.open) return
      if (connection.outbox === null) {
        connection.outbox = []
        if (dirty.push(connection) === 1) queueMicrotask(flushAll)
      }
      connection.outbox.push(headerOf(route, heading, body.length))
      if (body.length > 0) connection.outbox.push(body)
      connection.outboxBytes += headerBytes + body.length
      counters.packetsOut += 1
      // A turn that queues this much is not one small batch: let the transport's own limits see it.
      if (connection.outboxBytes > limits.queuedBytesSoft) flush(connection)
    },
    flush,
  }
}
