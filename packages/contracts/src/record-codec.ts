// Commands and events as bytes: Avro in the Confluent wire format (a zero byte, the schema id as u32, the datum), one
// schema per record name. Where ids come from is the log's affair (a registry, or a table of the embedded log); decoding
// resolves what an older or newer release wrote onto this release's schema, through resolvers kept per writer schema.
import type { Type } from 'avsc'
import { typeOf } from './avro-type.ts'
import type { SkeinCommand, SkeinEvent } from './generated/avro.ts'
import { commandSchemas, eventSchemas } from './generated/avro.ts'

const framingBytes = 5
/** Most records are smaller; a larger one is written twice. */
const scratchBytes = 65_536

/** Gives schemas their ids and back. */
export interface SchemaDirectory {
  /** Id of this schema under this subject (the record's full name). Rejects when it is not registered. */
  idOf(subject: string, schema: object): Promise<number>
  /** Null when there is none of that id. Rejects when it cannot be told now. */
  schemaOf(id: number): Promise<object | null>
}

export interface RecordCodec<T> {
  /** Throws UnencodableError for a value that does not fit the schema, naming the field and not what is in it. */
  encode(value: T): Buffer
  /**
   * Values in order; a value that cannot be decoded comes as an Error in its place. Asynchronous only for schema ids not met before;
   * rejects when one of them cannot be asked for now: what was written under it is not lost for that.
   */
  decode(list: readonly Uint8Array[]): (T | Error)[] | Promise<(T | Error)[]>
}

/** A value that does not fit its schema, now or later; names the fields and not what is in them. */
export class UnencodableError extends TypeError {
  /** Paths of the fields. */
  readonly fields: readonly string[]

  constructor(type: string, misfits: readonly { readonly path: string; readonly expected: string }[]) {
    super(`this ${type} does not fit its schema: ${misfits.map(({ path, expected }) => `${path} is not ${expected}`).join(', ')}`)
    this.name = 'UnencodableError'
    this.fields = misfits.map(({ path }) => path)
  }
}

type Resolve = (bytes: Buffer) => unknown

/** Knows this release's schemas by name, and by id what any release wrote: an id met for the first time is asked for once. */
class AvroCodec<T extends { readonly type: string }> implements RecordCodec<T> {
  readonly #directory: SchemaDirectory
  readonly #types: ReadonlyMap<string, Type>
  readonly #ids = new Map<string, number>()
  readonly #resolvers = new Map<number, Resolve>()
  readonly #scratch = Buffer.allocUnsafeSlow(scratchBytes)

  constructor(schemas: Record<string, object>, directory: SchemaDirectory) {
    this.#directory = directory
    this.#types = new Map(Object.entries(schemas).map(([name, schema]) => [name, typeOf(schema)]))
  }

  static async create<T extends { readonly type: string }>(
    schemas: Record<string, object>,
    directory: SchemaDirectory,
  ): Promise<RecordCodec<T>> {
    const codec = new AvroCodec<T>(schemas, directory)
    await Promise.all(Object.entries(schemas).map(([name, schema]) => codec.#register(name, schema)))
    return codec
  }

  encode(value: T): Buffer {
    const type = this.#types.get(value.type)
    const id = this.#ids.get(value.type)
    if (!type || id === undefined) throw new Error(`no schema for ${value.type}`)
    const bytes = framed(type, value, this.#scratch)
    bytes[0] = 0
    bytes.writeUInt32BE(id, 1)
    return bytes
  }

  decode(list: readonly Uint8Array[]): (T | Error)[] | Promise<(T | Error)[]> {
    const values = list.map((bytes) => this.#decodeOne(bytes))
    return values.some((value) => typeof value === 'number') ? this.#decodeUnknown(list, values) : (values as (T | Error)[])
  }

  async #register(name: string, schema: object): Promise<void> {
    const type = this.#types.get(name)!
    const id = await this.#directory.idOf(type.name!, schema)
    this.#ids.set(name, id)
    this.#resolvers.set(id, (bytes) => tagged(name, type.fromBuffer(bytes)))
  }

  /** A schema id where it was not met before. */
  #decodeOne(bytes: Uint8Array): T | Error | number {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (buffer.length < framingBytes || buffer[0] !== 0) return new Error('not a record in the Confluent wire format')
    const id = buffer.readUInt32BE(1)
    const resolve = this.#resolvers.get(id)
    if (!resolve) return id
    try {
      return resolve(buffer.subarray(framingBytes)) as T
    } catch (cause) {
      return new Error(`a record under schema ${id} does not decode`, { cause })
    }
  }

  async #decodeUnknown(list: readonly Uint8Array[], values: readonly (T | Error | number)[]): Promise<(T | Error)[]> {
    const unknown = new Set(values.filter((value) => typeof value === 'number'))
    const failures = new Map<number, Error>()
    for (const id of unknown) {
      const failure = await this.#learn(id)
      if (failure) failures.set(id, failure)
    }
    return values.map((value, i) => {
      if (typeof value !== 'number') return value
      const again = failures.get(value) ?? this.#decodeOne(list[i]!)
      return typeof again === 'number' ? new Error(`schema ${again} cannot be used`) : again
    })
  }

  /** Answers what is wrong with the schema, if anything is. */
  async #learn(id: number): Promise<Error | null> {
    const schema = await this.#directory.schemaOf(id)
    try {
      if (schema === null) throw new Error('there is none of this id')
      const writer = typeOf(schema)
      const name = writer.name?.split('.').at(-1) ?? ''
      const reader = this.#types.get(name)
      if (!reader) throw new Error(`it is ${writer.name}, which this release does not know`)
      const resolver = reader.createResolver(writer)
      this.#resolvers.set(id, (bytes) => tagged(name, reader.fromBuffer(bytes, resolver)))
      return null
    } catch (cause) {
      return new Error(`schema ${id} cannot be used`, { cause })
    }
  }
}

/** The datum behind room for its framing. avsc quotes the value it cannot write, and logs show no bodies. */
function framed(type: Type, value: { readonly type: string }, scratch: Buffer): Buffer {
  try {
    const end = type.encode(value, scratch, framingBytes)
    // Negative: by how many bytes it does not fit.
    const bytes = Buffer.allocUnsafe(end < 0 ? scratch.length - end : end)
    if (end < 0) type.encode(value, bytes, framingBytes)
    else scratch.copy(bytes, framingBytes, framingBytes, end)
    return bytes
  } catch {
    const misfits: { path: string; expected: string }[] = []
    type.isValid(value, { errorHook: (path, _value, expected) => misfits.push({ path: path.join('.'), expected: expected.typeName }) })
    throw new UnencodableError(value.type, misfits)
  }
}

function tagged(name: string, datum: unknown): unknown {
  const value = datum as { type?: string }
  value.type = name
  return value
}

export const createCommandCodec = (directory: SchemaDirectory): Promise<RecordCodec<SkeinCommand>> =>
  AvroCodec.create(commandSchemas, directory)
export const createEventCodec = (directory: SchemaDirectory): Promise<RecordCodec<SkeinEvent>> => AvroCodec.create(eventSchemas, directory)

/** Every subject with its schema, as registered by the deploy step. */
export function allSchemas(): { readonly subject: string; readonly schema: object }[] {
  return [...Object.values(commandSchemas), ...Object.values(eventSchemas)].map((schema) => ({
    subject: `${schema.namespace}.${schema.name}`,
    schema,
  }))
}
