// What the tab key offers where a command wants a member of the present group.
import type { ChatFloor, Offer } from './chat-command.ts'

/** The other members, by name; of a large group some of the first page of them. */
export async function memberOffers({ client, names, target }: ChatFloor): Promise<Offer[]> {
  if (!target.startsWith('g:')) return []
  const { members } = await client.members(target)
  const others = members.filter(({ userId }) => userId !== client.userId)
  const users = await names.some(others.map(({ userId }) => userId))
  return others.flatMap(({ userId, role }) => {
    const name = users.get(userId)
    return name === undefined ? [] : [{ word: `${name} `, label: `${name} (${role})` }]
  })
}
