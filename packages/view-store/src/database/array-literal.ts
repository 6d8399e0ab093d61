// Arrays as PostgreSQL writes them, https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO: made here in one go per column,
// since drivers that look at every value anew take a third of what a row costs.
import type { ColumnType } from '@skein/projections'

/** Texts that need no quotes: in an array they mean themselves. */
const plain = /^[\w:.@/-]+$/
const nothing = /^null$/i

const quoted = (text: string): string => (plain.test(text) && !nothing.test(text) ? text : `"${text.replace(/[\\"]/g, '\\$&')}"`)

const bytesOf = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Values of the type, none of them null. */
export function arrayLiteral(type: ColumnType, values: readonly unknown[]): string {
  if (values.length === 0) return '{}'
  switch (type) {
    case 'int':
    case 'bigint':
      return `{${values.join(',')}}`
    case 'text':
      return `{${(values as readonly string[]).map(quoted).join(',')}}`
    case 'bytea':
      return `{"\\\\x${(values as readonly Uint8Array[]).map((bytes) => bytesOf(bytes).toString('hex')).join('","\\\\x')}"}`
  }
}
