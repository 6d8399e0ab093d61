// Packets out of bytes. Whole packets are views of the input; only the part of a packet that is still incomplete is
// copied, into a buffer that grows with what has really arrived, never with what the header announces.
import type { Packet } from '@skein/contracts'
import { headerBytes, PacketError, packetVersion } from '@skein/contracts'

const firstBufferBytes = 1024

/** Takes a packet; false ends the reading. */
export type PacketSink<T> = (receiver: T, packet: Packet) => boolean

/** Length of the packet whose header starts at `at`. Throws PacketError for a header that ends the stream. */
function checkedLength(bytes: Uint8Array, at: number, packetBytesMax: number): number {
  const length = ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
  const version = (bytes[at + 4]! << 8) | bytes[at + 5]!
  if (length < headerBytes) throw new PacketError('MALFORMED_PACKET', `length ${length} is less than the header`)
  if (length > packetBytesMax) throw new PacketError('PACKET_TOO_LARGE', `${length} bytes, limit ${packetBytesMax}`)
  if (version !== packetVersion) throw new PacketError('UNSUPPORTED_VERSION', `version ${version}, spoken here: ${packetVersion}`)
  return length
}

function packetAt(bytes: Uint8Array, at: number, length: number): Packet {
  return {
    flags: (bytes[at + 6]! << 8) | bytes[at + 7]!,
    service: (bytes[at + 8]! << 8) | bytes[at + 9]!,
    command: (bytes[at + 10]! << 8) | bytes[at + 11]!,
    sequence: (bytes[at + 12]! << 8) | bytes[at + 13]!,
    body: bytes.subarray(at + headerBytes, at + length),
  }
}

/** Gives the whole packets in `bytes` to the sink and returns how many bytes they took; all of them when the sink ended it. */
export function readPackets<T>(bytes: Uint8Array, packetBytesMax: number, receiver: T, sink: PacketSink<T>): number {
  let at = 0
  while (bytes.length - at >= headerBytes) {
    const length = checkedLength(bytes, at, packetBytesMax)
    if (bytes.length - at < length) break
    if (!sink(receiver, packetAt(bytes, at, length))) return bytes.length
    at += length
  }
  return at
}

/** The beginning of a packet whose rest has not arrived. */
export class PartialPacket {
  #bytes: Uint8Array
  #length: number

  constructor(first: Uint8Array) {
    this.#bytes = Uint8Array.from(first)
    this.#length = first.length
  }

  get bufferedBytes(): number {
    return this.#length
  }

  #append(piece: Uint8Array, packetLength: number): void {
    const needed = this.#length + piece.length
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, Math.min(packetLength, Math.max(firstBufferBytes, this.#bytes.length * 2))))
      grown.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = grown
    }
    this.#bytes.set(piece, this.#length)
    this.#length = needed
  }

  /** Takes bytes up to the end of the packet; returns how many, and the packet when it is whole. */
  take(piece: Uint8Array, packetBytesMax: number): { readonly taken: number; readonly packet: Packet | null } {
    let taken = 0
    if (this.#length < headerBytes) {
      taken = Math.min(headerBytes - this.#length, piece.length)
      this.#append(piece.subarray(0, taken), headerBytes)
      if (this.#length < headerBytes) return { taken, packet: null }
    }
    const length = checkedLength(this.#bytes, 0, packetBytesMax)
    const more = Math.min(length - this.#length, piece.length - taken)
    if (more > 0) this.#append(piece.subarray(taken, taken + more), length)
    return { taken: taken + more, packet: this.#length === length ? packetAt(this.#bytes, 0, length) : null }
  }
}
