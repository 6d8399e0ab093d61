// What a request says besides the id by which its client named it, in bytes: the same from every client and release that says the same. It is
// written into one buffer for all requests, as every send needs it for a moment and nobody keeps it.
import $protobuf from 'protobufjs/minimal.js'
import type { CommandPacket } from './generated/packets.ts'
import { requestCodecs } from './generated/requests.ts'

type AnyMessage = Readonly<Record<string, unknown>>
type Writer = InstanceType<typeof $protobuf.Writer>

/** Grown for a larger request, the buffer is not kept. */
const keptBytesMax = 65_536

let spare: Writer | null = null
const beginnings = new Map<CommandPacket, Uint8Array>()

/** The packet's name: the same fields mean something else in another. */
function beginningOf(name: CommandPacket): Uint8Array {
  let beginning = beginnings.get(name)
  if (beginning === undefined) {
    beginning = new TextEncoder().encode(`${name}\n`)
    beginnings.set(name, beginning)
  }
  return beginning
}

/** Of fields in their order and without those that say nothing. To be used before the next call. */
export function requestContent(name: CommandPacket, idField: string, said: AnyMessage): Uint8Array {
  const codec = requestCodecs[name] as { encode(message: AnyMessage, writer: Writer): Writer }
  const writer = spare ?? $protobuf.Writer.create()
  // One that throws midway is not used again.
  spare = null
  const content = codec.encode({ ...said, [idField]: '' }, writer.raw(beginningOf(name))).finish(true)
  if (writer.buf.length <= keptBytesMax) spare = writer.reset()
  return content
}
