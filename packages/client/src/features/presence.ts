// Who is connected, as the API tells it: of those who share a conversation with one.
import { onlineUsersMax } from '../options.ts'
import type { FeatureCore } from './feature-core.ts'

export interface OnlineUser {
  readonly userId: string
}

export const presence = (core: Pick<FeatureCore, 'access'>) => ({
  /** Users with a live connection, of those who share a conversation with this one. Needs apiUrl. */
  async onlineUsers(): Promise<OnlineUser[]> {
    const users: OnlineUser[] = []
    let after = ''
    do {
      const page = await core.access.read(`users/online${after ? `?after=${encodeURIComponent(after)}` : ''}`)
      users.push(...((page.users ?? []) as OnlineUser[]))
      after = String(page.next ?? '')
    } while (after && users.length < onlineUsersMax)
    return users
  },
})
