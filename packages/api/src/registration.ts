// How a user comes into being: credential row, then the name (claimed in the log, where exactly one of those who race
// wins), then the user. Each step may be the last before a crash; whoever comes back with the same name and password,
// registering or logging in, goes on from the row under the same user id, and every step may be done twice.
import type { ErrorCode } from '@skein/contracts'
import type { UserProfile } from '@skein/projections'
import { ApiError } from './api-error.ts'
import { type Ask, type Done, newTimeOrderedId } from './ask.ts'
import type { CredentialStore, PasswordRow } from './credential-store.ts'
import type { PartCall } from './part-call.ts'
import type { GivenPassword, PasswordHasher } from './password-hasher.ts'

export interface RegistrationParts {
  readonly ask: Ask
  readonly credentials: CredentialStore
  readonly hasher: PasswordHasher
  readonly partCall: PartCall
  readonly claimantsMax: number
  /** Of the views. */
  readonly findUser: (appId: string, userName: string) => Promise<UserProfile | null>
}

/** Refusals after which the same claim cannot succeed any more: the row behind it is of no use. */
const finalRefusals: ReadonlySet<ErrorCode> = new Set(['NAME_TAKEN', 'INVALID_ARGUMENT', 'TOO_LARGE'])

interface Wanted extends GivenPassword {
  readonly appId: string
  readonly userName: string
  readonly displayName: string
}

interface Registered {
  readonly row: PasswordRow
  readonly done: Done
}

/** Before a password is tried; throws RATE_LIMITED. What it returns is called when it fitted. */
type Guess = () => () => void

/** Outcome UNAVAILABLE: the row stays, and the same registration or a login goes on from it. */
export async function registerUser(parts: RegistrationParts, wanted: Wanted, guess: Guess): Promise<Registered> {
  const { appId, userName, displayName } = wanted
  if ((await parts.findUser(appId, userName)) !== null) return registeredBefore(parts, wanted, guess)
  const begun = await firstFitting(parts, await claimantsOf(parts, appId, userName), wanted)
  if (begun) return { row: begun, done: await finishRegistration(parts, begun, true) }
  const userId = newTimeOrderedId().replaceAll('-', '')
  const row = { appId, userId, userName, displayName, passwordHash: await parts.hasher.hash(wanted) }
  await parts.partCall('credentials', () => parts.credentials.add(row))
  try {
    return { row, done: await finishRegistration(parts, row, false) }
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NAME_TAKEN') return registeredBefore(parts, wanted, guess)
    throw error
  }
}

/** Whoever registers twice, as by a double click, finds it done; for everybody else the name is taken. To try a password here is to guess. */
async function registeredBefore(parts: RegistrationParts, wanted: Wanted, guess: Guess): Promise<Registered> {
  const { appId, userName } = wanted
  const succeeded = guess()
  const profile = await parts.findUser(appId, userName)
  const known = profile && (await parts.partCall('credentials', () => parts.credentials.password(appId, profile.userId)))
  const rows = profile === null ? await claimantsOf(parts, appId, userName) : [known].filter((row) => row !== null)
  const row = await firstFitting(parts, rows, wanted)
  if (row === null) throw new ApiError('NAME_TAKEN', 'userName')
  succeeded()
  return { row, done: await finishRegistration(parts, row, true) }
}

/** Rows of registrations of this name, which the views do not show yet. */
export function claimantsOf(parts: RegistrationParts, appId: string, userName: string): Promise<readonly PasswordRow[]> {
  return parts.partCall('credentials', () => parts.credentials.claimants(appId, userName, parts.claimantsMax))
}

/** The oldest row with this password. */
export async function firstFitting(
  parts: RegistrationParts,
  rows: readonly PasswordRow[],
  given: GivenPassword,
): Promise<PasswordRow | null> {
  for (const row of rows) if (await parts.hasher.verify(given, row.passwordHash)) return row
  return null
}

/** Claims the name for the row's user and registers that user; either may have been done before. */
export async function finishRegistration(parts: RegistrationParts, row: PasswordRow, retry: boolean): Promise<Done> {
  const { appId, userId, userName, displayName } = row
  const asker = { appId, actorId: userId, deviceId: '', retry }
  try {
    await parts.ask({ type: 'ClaimUserName', userName, userId }, asker)
  } catch (error) {
    const final = error instanceof ApiError && finalRefusals.has(error.code)
    if (final) await parts.partCall('credentials', () => parts.credentials.remove(appId, userId))
    throw error
  }
  return parts.ask({ type: 'RegisterUser', userId, userName, displayName }, asker)
}
