// Live rooms: what is said in one is told to those who follow it now, and stored nowhere. Following needs no membership, and outlives connections: the
// device follows again by itself after each login, and what was said in between it never hears. A signal is asked for once, however that ends.
import { type Body, bodyOf } from '../conversation/item.ts'
import { asSkeinError } from '../skein-error.ts'
import type { FeatureCore } from './feature-core.ts'
import { type GroupInfo, profileFrom } from './group-settings.ts'

/** What a live room is for one who follows it. */
export interface LiveRoom extends Omit<GroupInfo, 'ownerId' | 'creatorId' | 'memberCount' | 'dismissedAtMs'> {
  readonly conversationId: string
  /** How many connections follow it, about. */
  readonly followers: number
}

/** Asks to follow, patiently where the views may not show yet a room that this user is known to be in. */
const ask = (core: FeatureCore, conversationId: string) =>
  core.viewReads.asShown(
    conversationId,
    () => core.call('followRoom', { conversationId }),
    () => false,
  )

export const liveRooms = (core: FeatureCore) => ({
  /** From now on what is said in the room comes as `signal`; asked again, it says how many follow. */
  async followRoom(conversationId: string): Promise<LiveRoom> {
    const isNew = !core.followedRooms.has(conversationId)
    core.followedRooms.add(conversationId)
    try {
      const { followers, name, settings } = await ask(core, conversationId)
      return { conversationId, followers, ...profileFrom(name, settings) }
    } catch (error) {
      if (isNew) core.followedRooms.delete(conversationId)
      throw error
    }
  },

  async unfollowRoom(conversationId: string): Promise<void> {
    core.followedRooms.delete(conversationId)
    await core.call('unfollowRoom', { conversationId })
  },

  /** The rooms that this device follows, whether it is connected or not. */
  followedRooms(): readonly string[] {
    return [...core.followedRooms]
  },

  /**
   * Says something in a live room, to those who follow it now. Rejects where there is no connection, and where it was lost before the answer: some
   * may have heard it then. What one says on one connection is heard in its order.
   */
  async signal(conversationId: string, content: string | Body): Promise<{ readonly sentAtMs: number }> {
    const { sentAtMs } = await core.once('signal', { conversationId, body: bodyOf(content) })
    return { sentAtMs }
  },
})

/** After a login: follows again what was followed, and tells of what cannot be. */
export function followAgain(core: FeatureCore): void {
  for (const conversationId of core.followedRooms)
    ask(core, conversationId).catch((error: unknown) => {
      const { code } = asSkeinError(error)
      if (code === 'CLOSED' || code === 'STOPPED') return
      if (core.followedRooms.delete(conversationId)) core.emitter.emit('roomEnded', { conversationId, code })
    })
}
