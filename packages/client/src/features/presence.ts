// Who is connected, as the API tells it.
import { onlineUsersMax } from '../options.ts'
import type { FeatureCore } from './feature-core.ts'

export interface OnlineUser {
  readonly userId: string
  readonly devices: readonly { readonly deviceId: string; readonly platform: string }[]
}

export const presence = (core: Pick<FeatureCore, 'access'>) => ({
  /** Users with a live connection, in no particular order. Needs apiUrl. */
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
