// Every request of the packet table with each of its fields at its borders, made from the schema: a new packet or field is among them by
// itself. Written byte by byte, since proper encoders refuse most of it.
import { packets, type RequestField, type RequestName, requestFields } from '@skein/contracts'
import { hostileBytes, hostileNumbers, hostileTexts } from './hostile-values.ts'
import type { Plausible } from './plausible.ts'

interface HostileRequest {
  /** Which field, and what stands there. */
  readonly what: string
  /** Path of the field; empty where the body as a whole is hostile. */
  readonly field: string
  readonly body: Uint8Array
}

const utf8 = new TextEncoder()

function varint(value: bigint): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return Uint8Array.of(...bytes, Number(rest))
}

const concat = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))
const key = (id: number, wireType: number): Uint8Array => varint(BigInt(id * 8 + wireType))
const delimited = (id: number, bytes: Uint8Array): Uint8Array => concat([key(id, 2), varint(BigInt(bytes.length)), bytes])
const numeric = (id: number, value: bigint): Uint8Array => concat([key(id, 0), varint(value)])

const isMessage = ({ type }: RequestField): boolean => type in requestFields
const isText = ({ type }: RequestField): boolean => type === 'string'
const isBytes = ({ type }: RequestField): boolean => type === 'bytes'

/** A field as it is when nothing is wrong with it. */
function plain(field: RequestField, plausible: Plausible): Uint8Array {
  if (isMessage(field)) return delimited(field.id, messageOf(field.type, plausible))
  const value = plausible(field.name)
  if (isText(field)) return delimited(field.id, utf8.encode(String(value ?? 'x')))
  if (isBytes(field)) return delimited(field.id, value instanceof Uint8Array ? value : Uint8Array.of(1))
  return numeric(field.id, BigInt(Number(value ?? 1)))
}

/** A message whose fields are plain, but for the one that is given otherwise. */
function messageOf(
  type: string,
  plausible: Plausible,
  other: { readonly id: number; readonly bytes: Uint8Array } | null = null,
): Uint8Array {
  return concat(requestFields[type]!.map((field) => (field.id === other?.id ? other.bytes : plain(field, plausible))))
}

/** Of one field: what stands there, and its bytes. */
function* hostileField(field: RequestField, plausible: Plausible): Generator<{ what: string; path: string; bytes: Uint8Array }> {
  const path = field.name
  yield { what: 'absent', path, bytes: new Uint8Array(0) }
  if (isMessage(field)) {
    for (const inner of requestFields[field.type]!) {
      for (const { what, path: innerPath, bytes } of hostileField(inner, plausible)) {
        const message = messageOf(field.type, plausible, { id: inner.id, bytes })
        yield { what, path: `${path}.${innerPath}`, bytes: delimited(field.id, message) }
      }
    }
    yield { what: 'longer than the body', path, bytes: concat([key(field.id, 2), varint(1_000_000n)]) }
  } else if (isText(field)) {
    for (const [what, bytes] of Object.entries(hostileTexts)) yield { what, path, bytes: delimited(field.id, bytes) }
  } else if (isBytes(field)) {
    for (const [what, bytes] of Object.entries(hostileBytes)) yield { what, path, bytes: delimited(field.id, bytes) }
  } else {
    for (const value of hostileNumbers) yield { what: String(value), path, bytes: numeric(field.id, value) }
  }
  yield { what: 'twice', path, bytes: concat([plain(field, plausible), plain(field, plausible)]) }
  yield { what: 'of another wire type', path, bytes: numeric(field.id, 7n) }
  if (field.repeated) yield { what: '2,000 times', path, bytes: concat(Array.from({ length: 2_000 }, () => plain(field, plausible))) }
}

const noProtobuf: Readonly<Record<string, Uint8Array>> = {
  'no protobuf': Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
  'a group without end': Uint8Array.of(0xfb, 0x07),
  'groups 5,000 deep': new Uint8Array(5_000).fill(0x0b),
  'a field without its value': Uint8Array.of(0x0a),
}

export function* hostileRequests(name: RequestName, plausible: Plausible): Generator<HostileRequest> {
  const type = packets[name].request
  for (const field of requestFields[type]!) {
    for (const { what, path, bytes } of hostileField(field, plausible)) {
      yield { what: `${path}: ${what}`, field: path, body: messageOf(type, plausible, { id: field.id, bytes }) }
    }
  }
  yield { what: 'nothing', field: '', body: new Uint8Array(0) }
  for (const [what, body] of Object.entries(noProtobuf)) yield { what, field: '', body }
}
