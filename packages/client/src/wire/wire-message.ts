// Messages as tables of fields, which the generated module holds, and what encodes and decodes by them. A message decoded
// is a plain object with every field of its interface, null where a message is absent; fields of newer schemas are passed over.
import { SkeinError } from '../skein-error.ts'
import {
  createWriter,
  enter,
  type Kind,
  type Reader,
  readEnd,
  readTag,
  skip,
  type Writer,
  wireTypes,
  writeDelimited,
  writeVarint,
} from './wire-format.ts'

/** Number, name, kind ([kind] when repeated), and which oneof of the message it is of, from 1. */
// biome-ignore lint/suspicious/noExplicitAny: the kind of a field is known where its table is, not here
export type FieldRow = readonly [number: number, name: string, kind: Kind<any> | readonly [Kind<any>], oneof?: number]

/** A message with the interface T. */
export interface MessageKind<T> extends Kind<T> {
  open(): Table
}

export interface Table {
  readonly fields: readonly Field[]
  readonly byNumber: readonly (Field | undefined)[]
}

interface Field {
  readonly number: number
  readonly name: string
  readonly kind: Kind<unknown>
  readonly repeated: boolean
  readonly tag: number
  /** Names of the other fields of its oneof; of these at most one is present. */
  readonly others: readonly string[]
  /** Written even when it is what an absent field would hold. */
  readonly explicit: boolean
}

type Fields = Record<string, unknown>

/** A message of these fields. They are asked for at the first use, as messages may hold each other. */
export function message<T>(rows: () => readonly FieldRow[]): MessageKind<T> {
  let table: Table | undefined
  const open = () => {
    table ??= tableOf(rows())
    return table
  }
  const writeInner = (writer: Writer, value: unknown) => writeFields(writer, open(), value as Fields)
  return {
    wireType: wireTypes.bytes,
    absent: null,
    open,
    write: (writer, value) => writeDelimited(writer, writeInner, value),
    read: (reader, before) => {
      const outer = reader.end
      reader.end = readEnd(reader)
      enter(reader)
      const value = readFields(reader, open(), before as Fields | null | undefined)
      reader.depth--
      reader.end = outer
      return value as T
    },
  }
}

/** A message with nothing in it. */
export const empty = <T>(kind: MessageKind<T>): T => blank(kind.open().fields) as T

export function encode<T>(kind: MessageKind<T>, value: T): Uint8Array<ArrayBuffer> {
  const writer = createWriter()
  writeFields(writer, kind.open(), value as Fields)
  return writer.bytes.slice(0, writer.at)
}

/** Throws WireFormatError when the bytes are not this message. */
export function decode<T>(kind: MessageKind<T>, bytes: Uint8Array): T {
  // A view that is just a Uint8Array: copies of a Buffer's parts would be Buffers.
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  return readFields({ bytes: view, at: 0, end: view.length, depth: 0 }, kind.open()) as T
}

function tableOf(rows: readonly FieldRow[]): Table {
  const fields = rows.map((row) => fieldOf(row, rows))
  const byNumber: Field[] = []
  for (const field of fields) byNumber[field.number] = field
  return { fields, byNumber }
}

function fieldOf([number, name, kind, oneof]: FieldRow, all: readonly FieldRow[]): Field {
  const repeated = Array.isArray(kind)
  const itsKind: Kind<unknown> = repeated ? kind[0] : kind
  return {
    number,
    name,
    kind: itsKind,
    repeated,
    tag: number * 8 + itsKind.wireType,
    others: oneof ? all.filter((other) => other[3] === oneof && other[0] !== number).map((other) => other[1]) : [],
    explicit: oneof !== undefined,
  }
}

/** A message with nothing on the wire. */
function blank(fields: readonly Field[]): Fields {
  const value: Fields = {}
  for (const field of fields) value[field.name] = field.repeated ? [] : field.explicit ? null : field.kind.absent
  return value
}

function writeFields(writer: Writer, { fields }: Table, message: Fields): void {
  for (const field of fields) {
    const { name, kind, repeated, tag, explicit } = field
    const value = message[name]
    if (value === undefined || value === null) continue
    if (kind.wireType === wireTypes.bytes) refuseHalfPairs(name, value)
    if (repeated && kind.wireType === wireTypes.varint) {
      writePacked(writer, field, value as readonly unknown[])
    } else if (repeated) {
      for (const one of value as readonly unknown[]) {
        writeVarint(writer, tag)
        kind.write(writer, one)
      }
    } else if (explicit || !isAbsent(value, kind)) {
      writeVarint(writer, tag)
      kind.write(writer, value)
    }
  }
}

/** UTF-8 has none: something else would be written in their place. */
function refuseHalfPairs(name: string, value: unknown): void {
  for (const text of Array.isArray(value) ? value : [value]) {
    if (typeof text === 'string' && !text.isWellFormed()) throw new SkeinError('INVALID_ARGUMENT', `${name} has half a surrogate pair`)
  }
}

/** Numbers of a list are written in one piece. */
function writePacked(writer: Writer, { number, kind }: Field, list: readonly unknown[]): void {
  if (list.length === 0) return
  const writeAll = () => {
    for (const one of list) kind.write(writer, one)
  }
  writeVarint(writer, number * 8 + wireTypes.bytes)
  writeDelimited(writer, writeAll, undefined)
}

const isAbsent = (value: unknown, kind: Kind<unknown>) =>
  value === kind.absent || (kind.absent instanceof Uint8Array && (value as Uint8Array).length === 0)

function readFields(reader: Reader, { fields, byNumber }: Table, before?: Fields | null): Fields {
  const message = before ?? blank(fields)
  while (reader.at < reader.end) readField(reader, byNumber, message)
  return message
}

function readField(reader: Reader, byNumber: readonly (Field | undefined)[], message: Fields): void {
  const tag = readTag(reader)
  const field = byNumber[tag >>> 3]
  if (!field) {
    skip(reader, tag)
    return
  }
  const { name, kind, others } = field
  if (field.repeated) {
    const list = message[name] as unknown[]
    if (tag === field.tag) list.push(kind.read(reader))
    else if (kind.wireType === wireTypes.varint && (tag & 7) === wireTypes.bytes) readPacked(reader, kind, list)
    else skip(reader, tag)
    return
  }
  if (tag !== field.tag) {
    skip(reader, tag)
    return
  }
  message[name] = kind.read(reader, message[name])
  for (const other of others) message[other] = null
}

function readPacked(reader: Reader, kind: Kind<unknown>, list: unknown[]): void {
  const outer = reader.end
  reader.end = readEnd(reader)
  while (reader.at < reader.end) list.push(kind.read(reader))
  reader.end = outer
}
