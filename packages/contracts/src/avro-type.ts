// Avro types whose bytes are any Uint8Array, as the generated types say; avsc alone writes Buffers only. Reading gives Buffers.
import avsc from 'avsc'

/** What avsc calls inside, beyond its declarations. */
interface Inner {
  _check(value: unknown, flags: unknown, hook: unknown): boolean
  _write(tap: unknown, value: unknown): void
}

const inner = avsc.types.BytesType.prototype as unknown as Inner

const asBuffer = (value: unknown): unknown =>
  value instanceof Uint8Array && !Buffer.isBuffer(value) ? Buffer.from(value.buffer, value.byteOffset, value.length) : value

class ByteArrayType extends avsc.types.BytesType {
  _check(value: unknown, flags: unknown, hook: unknown): boolean {
    return inner._check.call(this, asBuffer(value), flags, hook)
  }

  _write(tap: unknown, value: unknown): void {
    inner._write.call(this, tap, asBuffer(value))
  }
}

export function typeOf(schema: object): avsc.Type {
  const typeHook = (part: avsc.Schema) => (part === 'bytes' ? new ByteArrayType() : undefined)
  return avsc.Type.forSchema(schema as avsc.Schema, { typeHook: typeHook as avsc.ForSchemaOptions['typeHook'] })
}
