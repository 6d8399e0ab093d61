// A rate limit as two numbers: tokens left and when they were counted. Refilled when asked, so that it needs no timer.

export interface TokenBucket {
  tokens: number
  /** Monotonic milliseconds. */
  countedAt: number
}

export const fullBucket = (burst: number, nowMs: number): TokenBucket => ({ tokens: burst, countedAt: nowMs })

/** Takes one token; false when there is none. */
export function takeToken(bucket: TokenBucket, perSecond: number, burst: number, nowMs: number): boolean {
  const tokens = Math.min(burst, bucket.tokens + ((nowMs - bucket.countedAt) * perSecond) / 1000)
  bucket.countedAt = nowMs
  bucket.tokens = tokens >= 1 ? tokens - 1 : tokens
  return tokens >= 1
}

/** Milliseconds until there is a token. */
export const tokenWaitMs = (bucket: TokenBucket, perSecond: number): number =>
  Math.max(1, Math.ceil(((1 - bucket.tokens) * 1000) / perSecond))

export const isFull = (bucket: TokenBucket, perSecond: number, burst: number, nowMs: number): boolean =>
  bucket.tokens + ((nowMs - bucket.countedAt) * perSecond) / 1000 >= burst

/** What came in and has not drained yet. Unlike tokens, which are not taken when there are none, all that comes counts. */
export interface LeakingBucket {
  level: number
  /** Monotonic milliseconds. */
  countedAt: number
}

export const emptyBucket = (nowMs: number): LeakingBucket => ({ level: 0, countedAt: nowMs })

/** What has not drained by now. */
export const levelOf = ({ level, countedAt }: LeakingBucket, drainedPerSecond: number, nowMs: number): number =>
  Math.max(0, level - ((nowMs - countedAt) * drainedPerSecond) / 1000)

/** Its level with `amount` added. */
export function pour(bucket: LeakingBucket, amount: number, drainedPerSecond: number, nowMs: number): number {
  bucket.level = levelOf(bucket, drainedPerSecond, nowMs) + amount
  bucket.countedAt = nowMs
  return bucket.level
}
