// Which records name the log they stand in: claims, except the one that came second when two owners claimed an empty
// partition at once, which made up an epoch that does not count.
import type { SkeinEvent } from '@skein/contracts'

export function logEpochOf(event: SkeinEvent, offset: number): string | null {
  if (event.type !== 'PartitionClaimed') return null
  return offset === 0 || event.meta.claim >= 0 ? event.logEpoch : null
}
