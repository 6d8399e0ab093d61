// The packet: a 16-byte big-endian header and a body. The decoder takes a stream in whatever pieces it arrives and
// gives whole packets; it never holds more than one packet's maximum. Runs in Node and in browsers alike.

import type { PacketName } from './generated/packets.ts'
import { packets } from './generated/packets.ts'

export const headerBytes = 16
export const packetVersion = 1

export const flags = { ack: 1, retry: 2, compressed: 4, error: 8 } as const

const names = new Map<number, PacketName>(Object.entries(packets).map(([name, p]) => [(p.service << 16) | p.command, name as PacketName]))

/** Name of a service and command; undefined when there is none. */
export const packetName = (service: number, command: number): PacketName | undefined => names.get((service << 16) | command)

export interface Packet {
  readonly flags: number
  readonly service: number
  readonly command: number
  /** Chosen by the requester, repeated in the answer; wraps after 65,535. */
  readonly sequence: number
  /** A view of the input: copy it to keep it beyond the caller's turn. */
  readonly body: Uint8Array
}

/** Why a stream of packets cannot go on. */
export class PacketError extends Error {
  readonly code: 'MALFORMED_PACKET' | 'PACKET_TOO_LARGE' | 'UNSUPPORTED_VERSION'

  constructor(code: PacketError['code'], message: string) {
    super(message)
    this.name = 'PacketError'
    this.code = code
  }
}

/** Header and body as one array. */
export function encodePacket(name: PacketName, sequence: number, flagBits: number, body: Uint8Array): Uint8Array {
  const { service, command } = packets[name]
  return encodeRawPacket({ service, command, sequence, flags: flagBits, body })
}

export function encodeRawPacket(packet: Packet, version: number = packetVersion): Uint8Array {
  const bytes = new Uint8Array(headerBytes + packet.body.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, bytes.length)
  view.setUint16(4, version)
  view.setUint16(6, packet.flags)
  view.setUint16(8, packet.service)
  view.setUint16(10, packet.command)
  view.setUint16(12, packet.sequence)
  bytes.set(packet.body, headerBytes)
  return bytes
}

/** Decodes a stream of packets that may be split or joined anywhere. */
export class PacketDecoder {
  readonly #packetBytesMax: number
  #rest: Uint8Array = new Uint8Array(0)

  constructor(options: { packetBytesMax: number }) {
    this.#packetBytesMax = options.packetBytesMax
  }

  /** Bytes of an incomplete packet held. */
  get bufferedBytes(): number {
    return this.#rest.length
  }

  /** Whole packets completed by this piece. Throws PacketError where the stream cannot continue; packets before it are lost with it. */
  push(piece: Uint8Array): Packet[] {
    let bytes = piece
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + piece.length)
      bytes.set(this.#rest)
      bytes.set(piece, this.#rest.length)
    }
    const packets: Packet[] = []
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 0
    while (bytes.length - at >= headerBytes) {
      const length = view.getUint32(at)
      if (length < headerBytes) throw new PacketError('MALFORMED_PACKET', `length ${length} is less than the header`)
      if (length > this.#packetBytesMax) throw new PacketError('PACKET_TOO_LARGE', `${length} bytes, limit ${this.#packetBytesMax}`)
      const version = view.getUint16(at + 4)
      if (version !== packetVersion) throw new PacketError('UNSUPPORTED_VERSION', `version ${version}, spoken here: ${packetVersion}`)
      if (bytes.length - at < length) break
      packets.push({
        flags: view.getUint16(at + 6),
        service: view.getUint16(at + 8),
        command: view.getUint16(at + 10),
        sequence: view.getUint16(at + 12),
        body: bytes.subarray(at + headerBytes, at + length),
      })
      at += length
    }
    this.#rest = at === bytes.length ? new Uint8Array(0) : bytes.slice(at)
    return packets
  }
}
