// Who a name and a password belong to. The view says whose name it is; when it does not know the name, a registration may
// have broken off or not arrived there yet, and is finished now. An unknown name takes as long to refuse as a wrong password.
import { ApiError } from './api-error.ts'
import type { PasswordRow } from './credential-store.ts'
import type { GivenPassword } from './password-hasher.ts'
import type { RegistrationParts } from './registration.ts'
import { claimantsOf, finishRegistration, firstFitting } from './registration.ts'

interface Given extends GivenPassword {
  readonly appId: string
  readonly userName: string
}

/** The user's id; throws CREDENTIALS_INVALID. */
export async function authenticate(parts: RegistrationParts, given: Given): Promise<string> {
  const profile = await parts.findUser(given.appId, given.userName)
  const row = profile?.userId ? await knownUser(parts, given, profile.userId) : await unfinishedUser(parts, given)
  if (parts.hasher.isOutdated(row.passwordHash)) {
    const hash = await parts.hasher.hash(given)
    await parts.partCall('credentials', () => parts.credentials.replaceHash(row, row.passwordHash, hash))
  }
  return row.userId
}

async function knownUser(parts: RegistrationParts, given: Given, userId: string): Promise<PasswordRow> {
  const row = await parts.partCall('credentials', () => parts.credentials.password(given.appId, userId))
  const fits = await parts.hasher.verify(given, row?.passwordHash ?? null)
  if (!row || !fits) throw new ApiError('CREDENTIALS_INVALID')
  await parts.partCall('credentials', () => parts.credentials.removeOtherClaimants(given.appId, given.userName, userId))
  return row
}

async function unfinishedUser(parts: RegistrationParts, given: Given): Promise<PasswordRow> {
  const { appId, userName } = given
  const rows = await claimantsOf(parts, appId, userName)
  if (rows.length === 0) await parts.hasher.verify(given, null)
  const row = await firstFitting(parts, rows, given)
  if (!row) throw new ApiError('CREDENTIALS_INVALID')
  try {
    await finishRegistration(parts, row, true)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NAME_TAKEN') throw new ApiError('CREDENTIALS_INVALID')
    throw error
  }
  return row
}
