// Who is who: users by their id or name, and what this device knows of them.
import type { UserProfile } from '../conversation/session.ts'
import { SkeinError } from '../skein-error.ts'
import type { FeatureCore } from './feature-core.ts'

export const people = (core: FeatureCore) => ({
  /** By id or by name, whichever is given. */
  async findUser({ userId = '', userName = '' }: { userId?: string; userName?: string }): Promise<UserProfile> {
    const { profile } = await core.call('findUser', { userId, userName })
    if (!profile) throw new SkeinError('USER_NOT_FOUND', userId || userName)
    core.profiles.set(profile.userId, profile)
    return profile
  },

  /** What this device knows of a user already. */
  profile(userId: string): UserProfile | undefined {
    return core.profiles.get(userId)
  },
})
