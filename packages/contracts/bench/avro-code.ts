// Codecs as code of their own for each Avro schema, as a generator of the product would write them: what libraries that look at a schema while
// they run are compared with. Only what the schemas of the log use is known.

type Schema = string | readonly Schema[] | Record

interface Record {
  readonly type: string
  readonly name: string
  readonly namespace?: string
  readonly items?: Schema
  readonly fields: readonly { readonly name: string; readonly type: Schema }[]
}

export interface Code {
  /** A value's datum behind room for its framing. */
  encode(value: object): Buffer
  decode(bytes: Buffer): object
}

const framingBytes = 5

/** Texts are written as ASCII until they are not: a text of n such characters has n bytes, so its length is known before. */
const primitives = `
const scratch = Buffer.allocUnsafeSlow(1_048_576)
let out = scratch, at = 0, bytes, place
function writeLong(n) {
  if (n >= -0x40000000 && n < 0x40000000) {
    let m = ((n << 1) ^ (n >> 31)) >>> 0
    while (m > 127) { out[at++] = m & 127 | 128; m >>>= 7 }
    out[at++] = m
    return
  }
  let m = n >= 0 ? n * 2 : -n * 2 - 1
  while (m > 127) { out[at++] = m % 128 | 128; m = Math.floor(m / 128) }
  out[at++] = m
}
function writeString(s) {
  const n = s.length
  if (n > 64) return writeLongString(s)
  const start = at
  writeLong(n)
  const from = at
  for (let i = 0; i < n; i++) {
    const c = s.charCodeAt(i)
    if (c > 127) { at = start; return writeLongString(s) }
    out[from + i] = c
  }
  at = from + n
}
function writeLongString(s) {
  const n = Buffer.byteLength(s)
  writeLong(n)
  out.utf8Write(s, at, n)
  at += n
}
function writeBytes(b) { writeLong(b.length); out.set(b, at); at += b.length }
function readLong() {
  let b = bytes[place++], n = b & 127
  if (b < 128) return n & 1 ? -(n >>> 1) - 1 : n >>> 1
  let shift = 128
  do { b = bytes[place++]; n += (b & 127) * shift; shift *= 128 } while (b > 127)
  return n % 2 ? -(n - 1) / 2 - 1 : n / 2
}
function readString() {
  const n = readLong()
  if (n === 0) return ''
  const from = place
  place += n
  return bytes.utf8Slice(from, place)
}
function readBytes() {
  const n = readLong(), from = place
  place += n
  return Buffer.copyBytesFrom(bytes, from, n)
}
`

const { name: writers, reader: readers } = {
  name: { string: 'writeString', long: 'writeLong', int: 'writeLong', bytes: 'writeBytes' } as { readonly [type: string]: string },
  reader: { string: 'readString()', long: 'readLong()', int: 'readLong()', bytes: 'readBytes()' } as { readonly [type: string]: string },
}

/** Functions by the name of their record, in the order in which they are met. */
class CodeWriter {
  readonly functions = new Map<string, string>()

  write(type: Schema, value: string): string {
    if (type === 'null') return ''
    if (type === 'boolean') return `out[at++] = ${value} ? 1 : 0;`
    if (typeof type === 'string') return `${writers[type] ?? `write_${nameOf(type)}`}(${value});`
    if (isUnion(type)) return `if (${value} === null) { out[at++] = 0 } else { out[at++] = 2; ${this.write(type[1]!, value)} }`
    if (type.type === 'array')
      return `if (${value}.length > 0) { writeLong(${value}.length); for (const one of ${value}) { ${this.write(type.items!, 'one')} } } out[at++] = 0;`
    this.record(type)
    return `write_${type.name}(${value});`
  }

  read(type: Schema): string {
    if (type === 'null') return 'null'
    if (type === 'boolean') return 'bytes[place++] === 1'
    if (typeof type === 'string') return readers[type] ?? `read_${nameOf(type)}()`
    if (isUnion(type)) return `bytes[place++] === 0 ? null : ${this.read(type[1]!)}`
    if (type.type === 'array') return `readAll(() => ${this.read(type.items!)})`
    this.record(type)
    return `read_${type.name}()`
  }

  record({ name, fields }: Record, tagged = false): void {
    if (this.functions.has(name)) return
    this.functions.set(name, '')
    const writes = fields.map((field) => this.write(field.type, `value.${field.name}`)).join('\n  ')
    const reads = fields.map((field) => `const _${field.name} = ${this.read(field.type)}`).join('\n  ')
    const members = [...(tagged ? [`type: '${name}'`] : []), ...fields.map((field) => `${field.name}: _${field.name}`)].join(', ')
    this.functions.set(
      name,
      `function write_${name}(value) {\n  ${writes}\n}\nfunction read_${name}() {\n  ${reads}\n  return { ${members} }\n}`,
    )
  }
}

const isUnion = (type: Schema): type is readonly Schema[] => Array.isArray(type)
const nameOf = (type: string): string => type.split('.').at(-1)!

/** Of a record whose values have its name in `type`. */
export async function avroCode(schema: object): Promise<Code> {
  const writer = new CodeWriter()
  const record = schema as Record
  writer.record(record, true)
  const module = `${primitives}
function readAll(read) {
  const list = []
  for (let n = readLong(); n !== 0; n = readLong()) for (let i = 0; i < n; i++) list.push(read())
  return list
}
${[...writer.functions.values()].join('\n')}
export function encode(value) {
  at = ${framingBytes}
  write_${record.name}(value)
  return Buffer.copyBytesFrom(out, 0, at)
}
export function decode(from) {
  bytes = from
  place = ${framingBytes}
  return read_${record.name}()
}`
  const address = `data:text/javascript,${encodeURIComponent(module)}`
  return import(address)
}
