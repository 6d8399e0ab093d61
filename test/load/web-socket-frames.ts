// The client's side of WebSocket over a plain socket: the opening request, masked frames out, whole frames in. Only what
// load needs: no extensions, no fragments (servers of Skein send none), a message per frame.
import { randomBytes } from 'node:crypto'

const maskBytes = 4
const opcodes = { binary: 2, close: 8, ping: 9, pong: 10 } as const
const lengths = { short: 125, long: 65_535 } as const

export const upgradeRequest = (host: string): string =>
  `GET / HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
  `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`

export function frameOf(payload: Uint8Array, mask: Uint8Array, opcode: number = opcodes.binary): Buffer {
  const long = payload.length > lengths.short
  if (payload.length > lengths.long) throw new Error('a frame of load has at most 65,535 bytes')
  const at = 2 + (long ? 2 : 0) + maskBytes
  const frame = Buffer.allocUnsafe(at + payload.length)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (long ? 126 : payload.length)
  if (long) frame.writeUInt16BE(payload.length, 2)
  frame.set(mask, at - maskBytes)
  for (let i = 0; i < payload.length; i++) frame[at + i] = payload[i]! ^ mask[i & 3]!
  return frame
}

export interface FrameEvents {
  /** A view of the input. */
  onPayload(payload: Uint8Array): void
  onClose(code: number): void
  onPing(payload: Uint8Array): void
}

export interface FrameReader {
  /** Throws when the server refuses the upgrade or sends what this reader does not know. */
  push(piece: Uint8Array): void
}

/** Reads the answer to the opening request, then frames. */
export function createFrameReader(events: FrameEvents & { onOpen(): void }): FrameReader {
  let rest: Buffer = Buffer.alloc(0)
  let open = false

  function take(bytes: Buffer): number {
    if (!open) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end < 0) return 0
      const head = bytes.toString('latin1', 0, end)
      if (!head.startsWith('HTTP/1.1 101')) throw new Error(`upgrade refused: ${head.split('\r\n', 1)[0]}`)
      open = true
      events.onOpen()
      return end + 4
    }
    if (bytes.length < 2) return 0
    const short = bytes[1]! & 0x7f
    const at = short === 126 ? 4 : short === 127 ? 10 : 2
    if (bytes.length < at) return 0
    const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
    if (bytes.length < at + length) return 0
    const payload = bytes.subarray(at, at + length)
    const opcode = bytes[0]! & 0x0f
    if ((bytes[0]! & 0x80) === 0) throw new Error('a fragment')
    if (opcode === opcodes.binary) events.onPayload(payload)
    else if (opcode === opcodes.ping) events.onPing(payload)
    else if (opcode === opcodes.close) events.onClose(length >= 2 ? payload.readUInt16BE(0) : 1005)
    else if (opcode !== opcodes.pong) throw new Error(`opcode ${opcode}`)
    return at + length
  }

  return {
    push(piece) {
      const view = Buffer.from(piece.buffer, piece.byteOffset, piece.length)
      let bytes = rest.length === 0 ? view : Buffer.concat([rest, view])
      for (let taken = take(bytes); taken > 0; taken = bytes.length === 0 ? 0 : take(bytes)) bytes = bytes.subarray(taken)
      rest = bytes.length === 0 ? bytes : Buffer.from(bytes)
    },
  }
}

export const pongFrame = (payload: Uint8Array, mask: Uint8Array): Buffer => frameOf(payload, mask, opcodes.pong)
