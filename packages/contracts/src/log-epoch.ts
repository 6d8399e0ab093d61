// Which records name the log they stand in: claims, except the one that came second when two owners claimed an empty
// partition at once. Each makes up an epoch; the one whose record did not come first says so (it knew of no claim, yet is not
// at offset 0), claims again, and does not count.
import type { SkeinEvent } from './generated/avro.ts'

/** Null for a record that names none. */
export function logEpochOf(event: SkeinEvent, offset: number): string | null {
  if (event.type !== 'PartitionClaimed') return null
  return offset === 0 || event.meta.claim >= 0 ? event.logEpoch : null
}
