// What the tab key offers where a command wants a member of the present group.
import type { ChatFloor, Offer } from './chat-command.ts'

/** The other members, by name; of a large group the first page of them. */
export async function memberOffers({ client, names, target }: ChatFloor): Promise<Offer[]> {
  if (!target.startsWith('g:')) return []
  const { members } = await client.members(target)
  const others = members.filter(({ userId }) => userId !== client.userId)
  return Promise.all(
    others.map(async ({ userId, role }) => {
      const name = await names.user(userId)
      return { word: `${name} `, label: `${name} (${role})` }
    }),
  )
}
