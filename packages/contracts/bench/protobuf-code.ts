// Codecs as code of their own for each message of the client protocol, with one buffer and one place for all and nothing made by message: what
// protobufjs's own generated code is compared with.
import protobuf from 'protobufjs'

export interface Code {
  encode(message: object): Buffer
  decode(bytes: Uint8Array): object
}

const primitives = `
const out = Buffer.allocUnsafeSlow(1_048_576)
let at = 0, bytes, place
function writeVarint(n) {
  while (n > 0x7fffffff) { out[at++] = n % 128 | 128; n = Math.floor(n / 128) }
  while (n > 127) { out[at++] = n & 127 | 128; n >>>= 7 }
  out[at++] = n
}
function writeString(s) {
  const n = s.length
  if (n <= 64) {
    const start = at
    writeVarint(n)
    let i = 0
    for (let c; i < n && (c = s.charCodeAt(i)) < 128; i++) out[at + i] = c
    if (i === n) { at += n; return }
    at = start
  }
  const length = Buffer.byteLength(s)
  writeVarint(length)
  out.utf8Write(s, at, length)
  at += length
}
function writeBytes(b) { writeVarint(b.length); out.set(b, at); at += b.length }
function close(start) {
  const length = at - start - 1
  if (length < 128) { out[start] = length; return }
  const more = length < 16384 ? 1 : 2
  out.copyWithin(start + 1 + more, start + 1, at)
  at = start
  writeVarint(length)
  at += length
}
function readVarint() {
  let b = bytes[place++], n = b & 127
  for (let shift = 128; b > 127; shift *= 128) { b = bytes[place++]; n += (b & 127) * shift }
  return n
}
function readString() {
  const n = readVarint(), from = place
  place += n
  return bytes.utf8Slice(from, place)
}
function readBytes() {
  const n = readVarint(), from = place
  place += n
  return bytes.subarray(from, place)
}
function skip(wireType) {
  if (wireType === 0) readVarint()
  else if (wireType === 2) place += readVarint()
  else throw new Error('not known')
}
`

const nothings: { readonly [type: string]: string } = { string: "''", bytes: 'nothing', bool: 'false' }
const isVarint = (type: string): boolean => type.startsWith('uint') || type === 'bool'

function writeOne(field: protobuf.Field, value: string): string {
  const tag = `out[at++] = ${(field.id << 3) | (isVarint(field.type) ? 0 : 2)};`
  if (field.type === 'string') return `${tag} writeString(${value});`
  if (field.type === 'bytes') return `${tag} writeBytes(${value});`
  if (isVarint(field.type)) return `${tag} writeVarint(+${value});`
  return `${tag} { const start = at++; write_${field.type}(${value}); close(start) }`
}

function readOne(field: protobuf.Field): string {
  if (field.type === 'string') return 'readString()'
  if (field.type === 'bytes') return 'readBytes()'
  if (field.type === 'bool') return 'readVarint() === 1'
  if (isVarint(field.type)) return 'readVarint()'
  return `read_${field.type}(readVarint() + place)`
}

function functionsOf({ name, fieldsArray }: protobuf.Type): string {
  if (fieldsArray.some(({ id }) => id > 15 && id !== 16 && id > 31)) throw new Error('a tag of more than two bytes')
  const writes = fieldsArray.map((field) => {
    const value = `message.${field.name}`
    if (field.repeated) return `if (${value}) for (const one of ${value}) { ${writeOne(field, 'one')} }`
    const isNothing = field.type in nothings || isVarint(field.type) ? `!${value} || ${value}.length === 0` : `!${value}`
    return `if (!(${isNothing})) { ${writeOne(field, value)} }`
  })
  const members = fieldsArray.map((field) => {
    const empty = field.repeated ? '[]' : (nothings[field.type] ?? (isVarint(field.type) ? '0' : 'null'))
    return `${field.name}: ${empty}`
  })
  const cases = fieldsArray.map((field) => {
    const target = `message.${field.name}`
    return `case ${field.id}: ${field.repeated ? `${target}.push(${readOne(field)})` : `${target} = ${readOne(field)}`}; break`
  })
  return `function write_${name}(message) {\n${writes.join('\n')}\n}
function read_${name}(end) {
  const message = { ${members.join(', ')} }
  while (place < end) {
    const tag = readVarint()
    switch (tag >>> 3) {\n${cases.join('\n')}\ndefault: skip(tag & 7) }
  }
  return message
}`
}

const twoByteTags = (code: string): string =>
  code.replace(/out\[at\+\+\] = (\d{3,});/g, (_, tag) => `out[at++] = ${(Number(tag) & 127) | 128}; out[at++] = ${Number(tag) >> 7};`)

function withParts(type: protobuf.Type, into = new Set<protobuf.Type>()): Set<protobuf.Type> {
  if (into.has(type)) return into
  into.add(type)
  for (const { resolvedType } of type.fieldsArray) if (resolvedType instanceof protobuf.Type) withParts(resolvedType, into)
  return into
}

export async function protobufCode(type: protobuf.Type): Promise<Code> {
  const functions = [...withParts(type)].map(functionsOf).join('\n')
  const module = `${primitives}
const nothing = new Uint8Array(0)
${twoByteTags(functions)}
export function encode(message) {
  at = 0
  write_${type.name}(message)
  return Buffer.copyBytesFrom(out, 0, at)
}
export function decode(from) {
  bytes = Buffer.isBuffer(from) ? from : Buffer.from(from.buffer, from.byteOffset, from.length)
  place = 0
  return read_${type.name}(bytes.length)
}`
  const address = `data:text/javascript,${encodeURIComponent(module)}`
  return import(address)
}
