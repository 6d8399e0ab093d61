// Whether a request may be done now: how many of its connection are without an answer, how many commands its user may give, and how much of what
// the policy of an app allows in an hour.
import type { BeyondHour } from '../connection/hourly-counts.ts'
import { fullBucket, takeToken, tokenWaitMs } from '../connection/token-bucket.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import type { Request } from './request.ts'

/** When to ask again for a read that may not wait. */
export const readAgainMs = 1_000

/** Of requests that are answered at once. */
export const admitAny = (): boolean => true

/** Of requests that wait for an answer from elsewhere. */
export function admitInFlight(request: Request): boolean {
  const { connection, context } = request
  if (connection.inFlight >= context.limits.inFlightMax) {
    request.refuse('TOO_MANY_IN_FLIGHT', 'inFlightMax')
    return false
  }
  request.enter()
  return true
}

/** Of requests that read the views: users wait behind themselves, and not without end. */
export function admitRead(request: Request): boolean {
  const beyond = request.context.gate.refusal(request.connection)
  if (beyond !== null) {
    request.refuse('RATE_LIMITED', beyond, readAgainMs)
    return false
  }
  return admitInFlight(request)
}

/** Of requests that tell whether there is such a user: whoever asks without end reads the list of all users. */
export function admitLookUp(request: Request): boolean {
  const { lookUpsPerSecond, lookUpBurst } = request.context.limits
  const user = request.connection.user!
  const nowMs = monotonicMs()
  user.lookUps ??= fullBucket(lookUpBurst, nowMs)
  if (!takeToken(user.lookUps, lookUpsPerSecond, lookUpBurst, nowMs)) {
    request.refuse('RATE_LIMITED', 'lookUpsPerSecond', tokenWaitMs(user.lookUps, lookUpsPerSecond))
    return false
  }
  return admitRead(request)
}

/** Of signals into live rooms. */
export function admitSignal(request: Request): boolean {
  const { signalsPerSecond, signalBurst } = request.context.limits
  const user = request.connection.user!
  const nowMs = monotonicMs()
  user.signals ??= fullBucket(signalBurst, nowMs)
  if (takeToken(user.signals, signalsPerSecond, signalBurst, nowMs)) return admitInFlight(request)
  request.refuse('RATE_LIMITED', 'signalsPerSecond', tokenWaitMs(user.signals, signalsPerSecond))
  return false
}

/** Of requests that become commands. */
export function admitCommand(request: Request): boolean {
  const { sendsPerSecond, sendBurst, inFlightMax } = request.context.limits
  const { connection } = request
  const user = connection.user!
  if (connection.inFlight < inFlightMax && !takeToken(user, sendsPerSecond, sendBurst, monotonicMs())) {
    request.refuse('RATE_LIMITED', 'sendsPerSecond', tokenWaitMs(user, sendsPerSecond))
    return false
  }
  return admitInFlight(request)
}

/** What no hour allows is refused for good. */
export const refuseBeyond = (request: Request, { detail, retryAfterMs }: BeyondHour): void =>
  request.refuse(retryAfterMs === 0 ? 'TOO_LARGE' : 'RATE_LIMITED', detail, retryAfterMs)
