// The checksum of a record in the file, over everything that a reader is told of it: SQLite notices a page that makes no sense, yet not a
// bit that fell over in what somebody wrote.
import { crc32 } from 'node:zlib'

const headBytes = 24

export interface Checked {
  readonly position: number
  readonly key: string
  readonly value: Uint8Array
  readonly appendedAt: number
}

export function checksumOf({ position, key, value, appendedAt }: Checked): number {
  const head = Buffer.allocUnsafe(headBytes)
  head.writeDoubleLE(position, 0)
  head.writeDoubleLE(appendedAt, 8)
  head.writeDoubleLE(key.length, 16)
  return crc32(value, crc32(key, crc32(head)))
}
