// Every limit of the HTTP API with its default. Buckets hold `burst` tries and regain `perMinute`; they are counted per
// process, so a deployment of n API processes allows n times as much.
import type { CommandDeskLimits } from '@skein/command-desk'
import type { BucketLimit } from './token-bucket.ts'

export interface ApiLimits extends CommandDeskLimits {
  readonly bodyBytesMax: number
  /** Time to receive one whole request. */
  readonly requestTimeoutMs: number
  /** How long an answer waits for the view to show what was done. */
  readonly viewTimeoutMs: number
  readonly viewPollMs: number
  readonly viewWaitsMax: number
  /** Time for one call of views, presence, credentials or the parts asked by /readyz. */
  readonly partTimeoutMs: number
  /** Passwords hashed at once, each on a thread of the pool. */
  readonly hashesConcurrent: number
  /** Passwords that wait, of all (UNAVAILABLE) and of one address (RATE_LIMITED); addresses take turns. */
  readonly hashesQueuedMax: number
  readonly hashesQueuedPerAddressMax: number
  /** Unfinished registrations of one name whose passwords are tried. */
  readonly claimantsMax: number
  readonly onlinePageMax: number
  /** Users sharing a conversation with whoever asks that are looked for among those online, for one page. */
  readonly acquaintancesPageMax: number
  readonly registrationsPerAddress: BucketLimit
  readonly registrationsPerNameAndAddress: BucketLimit
  readonly failedLoginsPerAddress: BucketLimit
  /** A name alone is not counted: whoever knows it would keep its user out. */
  readonly failedLoginsPerNameAndAddress: BucketLimit
  /** Users looked up by id or name, and pages of those online. */
  readonly lookUpsPerUser: BucketLimit
  /** Addresses, names and users a bucket remembers; the one unused for longest is forgotten first. */
  readonly bucketKeysMax: number
}

export const defaultApiLimits: ApiLimits = {
  bodyBytesMax: 16_384,
  requestTimeoutMs: 10_000,
  commandsPendingMax: 10_000,
  commandsInLogMax: 2_000,
  turnWaitMaxMs: 1_000,
  commandDeadlineMs: 5_000,
  replyTimeoutMs: 5_000,
  viewTimeoutMs: 3_000,
  viewPollMs: 10,
  viewWaitsMax: 10_000,
  partTimeoutMs: 5_000,
  hashesConcurrent: 2,
  hashesQueuedMax: 512,
  hashesQueuedPerAddressMax: 64,
  claimantsMax: 4,
  onlinePageMax: 100,
  acquaintancesPageMax: 500,
  registrationsPerAddress: { burst: 60, perMinute: 30 },
  registrationsPerNameAndAddress: { burst: 10, perMinute: 6 },
  failedLoginsPerAddress: { burst: 50, perMinute: 20 },
  failedLoginsPerNameAndAddress: { burst: 10, perMinute: 6 },
  lookUpsPerUser: { burst: 120, perMinute: 120 },
  bucketKeysMax: 100_000,
}

/** Code points. */
export const passwordCharsMin = 8
export const passwordCharsMax = 256
