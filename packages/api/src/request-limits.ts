// The buckets that hold back users who look up others too often, and those who register or guess passwords too often, by address, and by
// address and name: what others guess elsewhere keeps nobody out. A login takes its
// tokens before the password is looked at and gets them back when it fits: guesses in parallel gain nothing.
import { ApiError } from './api-error.ts'
import type { ApiLimits } from './limits.ts'
import type { TokenBuckets } from './token-bucket.ts'
import { createTokenBuckets } from './token-bucket.ts'

export interface Attempt {
  readonly appId: string
  readonly userName: string
  /** null for one who is not counted by address: an app's own backend. */
  readonly addressKey: string | null
}

export interface RequestLimits {
  /** Throws RATE_LIMITED. */
  registration(attempt: Attempt): void
  /** Throws RATE_LIMITED; call what it returns when the login succeeded. */
  login(attempt: Attempt): () => void
  /** Throws RATE_LIMITED for a user who looks up too many. */
  lookUp(asker: { readonly appId: string; readonly userId: string }): void
}

export function createRequestLimits(limits: ApiLimits, monotonicMs: () => number): RequestLimits {
  const options = { keysMax: limits.bucketKeysMax, monotonicMs }
  const registrations = {
    address: createTokenBuckets(limits.registrationsPerAddress, options),
    name: createTokenBuckets(limits.registrationsPerNameAndAddress, options),
  }
  const failedLogins = {
    address: createTokenBuckets(limits.failedLoginsPerAddress, options),
    name: createTokenBuckets(limits.failedLoginsPerNameAndAddress, options),
  }

  const lookUps = createTokenBuckets(limits.lookUpsPerUser, options)

  function take(buckets: { readonly address: TokenBuckets; readonly name: TokenBuckets }, attempt: Attempt): () => void {
    const nameKey = `${attempt.appId}/${attempt.userName.toLowerCase()}/${attempt.addressKey ?? ''}`
    const addressWaitMs = attempt.addressKey === null ? 0 : buckets.address.take(attempt.addressKey)
    if (addressWaitMs > 0) throw new ApiError('RATE_LIMITED', '', { retryAfterMs: addressWaitMs })
    const giveAddressBack = () => attempt.addressKey !== null && buckets.address.giveBack(attempt.addressKey)
    const nameWaitMs = buckets.name.take(nameKey)
    if (nameWaitMs > 0) {
      giveAddressBack()
      throw new ApiError('RATE_LIMITED', '', { retryAfterMs: nameWaitMs })
    }
    return () => {
      giveAddressBack()
      buckets.name.giveBack(nameKey)
    }
  }

  return {
    registration: (attempt) => void take(registrations, attempt),
    login: (attempt) => take(failedLogins, attempt),
    lookUp({ appId, userId }) {
      const waitMs = lookUps.take(`${appId}/${userId}`)
      if (waitMs > 0) throw new ApiError('RATE_LIMITED', '', { retryAfterMs: waitMs })
    },
  }
}
