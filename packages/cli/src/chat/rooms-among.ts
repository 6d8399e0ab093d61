// Which groups of this user are live rooms, for the tab key. What a group is never changes: it is asked once.
import type { Client } from '@skein/client'

/** Groups that are looked at. */
const askedMax = 20

export function createRoomsAmong(client: Client): (conversationIds: readonly string[]) => Promise<readonly string[]> {
  const types = new Map<string, string>()

  async function isRoom(conversationId: string): Promise<boolean> {
    const type = types.get(conversationId) ?? (await client.groupInfo(conversationId).catch(() => null))?.type
    if (type !== undefined) types.set(conversationId, type)
    return type === 'room'
  }

  return async (conversationIds) => {
    const some = conversationIds.slice(0, askedMax)
    return (await Promise.all(some.map(async (id) => ((await isRoom(id)) ? [id] : [])))).flat()
  }
}
