// Record batches that tests have changed, made whole again.
import { crc32c } from '../src/crc32c.ts'

const checksumAt = 17
const attributesAt = 21

/** A record batch, which begins at `at` and goes to the end, under the checksum of what it is now. */
export function sealed(bytes: Buffer, at = 0): Buffer {
  if (bytes.length >= at + attributesAt) bytes.writeUInt32BE(crc32c(bytes.subarray(at + attributesAt)), at + checksumAt)
  return bytes
}
