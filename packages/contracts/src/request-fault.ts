// Where a body that is not its request goes wrong. Decoders say only that it does; whoever wrote the client wants to know the field.
import $protobuf from 'protobufjs/minimal.js'
import type { RequestName } from './generated/packets.ts'
import { packets } from './generated/packets.ts'
import { requestFields } from './generated/request-fields.ts'
import './protobuf-settings.ts'

const lengthDelimited = 2

/** The path of the first field that is not what the schema says, such as `body.contentType`; empty where no field can be named. */
export function faultyFieldOf(name: RequestName, body: Uint8Array): string {
  const path: string[] = []
  try {
    walk(packets[name].request, $protobuf.Reader.create(body), body.length, path)
    return ''
  } catch {
    return path.join('.')
  }
}

/** Leaves the path of the field that it threw at. */
function walk(message: string, reader: $protobuf.Reader, end: number, path: string[]): void {
  while (reader.pos < end) {
    const tag = reader.uint32()
    const field = requestFields[message]?.find(({ id }) => id === tag >>> 3)
    if (field === undefined) {
      reader.skipType(tag & 7)
      continue
    }
    path.push(field.name)
    if ((tag & 7) !== lengthDelimited || !(field.type === 'string' || field.type in requestFields)) reader.skipType(tag & 7)
    else if (field.type === 'string') readText(reader, end)
    else {
      const innerEnd = reader.uint32() + reader.pos
      if (innerEnd > end) throw new RangeError('ends within a field')
      walk(field.type, reader, innerEnd, path)
    }
    path.pop()
  }
  if (reader.pos > end) throw new RangeError('ends within a field')
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function readText(reader: $protobuf.Reader, end: number): void {
  const bytes = reader.bytes()
  if (reader.pos > end) throw new RangeError('ends within a field')
  utf8.decode(bytes)
}
