// Token buckets by key: each try takes a token, tokens come back with time. A bucket that has not been used for long is
// as good as full, so the keys are bounded by forgetting the one unused for longest.

export interface BucketLimit {
  /** Tries allowed at once. */
  readonly burst: number
  /** Tries regained per minute. */
  readonly perMinute: number
}

export interface TokenBuckets {
  /** Takes a token: 0, or the milliseconds until there is one. */
  take(key: string): number
  /** Puts back a token that turned out not to count. */
  giveBack(key: string): void
}

export function createTokenBuckets(limit: BucketLimit, options: { keysMax: number; monotonicMs: () => number }): TokenBuckets {
  const perMs = limit.perMinute / 60_000
  const buckets = new Map<string, { tokens: number; at: number }>()

  function current(key: string): { tokens: number; at: number } {
    const at = options.monotonicMs()
    const known = buckets.get(key)
    const tokens = known ? Math.min(limit.burst, known.tokens + Math.max(0, at - known.at) * perMs) : limit.burst
    buckets.delete(key)
    const bucket = { tokens, at }
    buckets.set(key, bucket) // last in the map's order: the first one is the one unused for longest
    if (buckets.size > options.keysMax) buckets.delete(buckets.keys().next().value!)
    return bucket
  }

  return {
    take(key) {
      const bucket = current(key)
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs))
      bucket.tokens -= 1
      return 0
    },
    giveBack(key) {
      const bucket = current(key)
      bucket.tokens = Math.min(limit.burst, bucket.tokens + 1)
    },
  }
}
