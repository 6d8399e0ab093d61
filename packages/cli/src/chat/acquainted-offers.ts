// What the tab key offers where a command wants a user who need not be in the present group: friends, and whom one talks with.
import type { ChatFloor, Offer } from './chat-command.ts'
import { allOf } from './commands/friends.ts'
import { userOffers } from './user-offers.ts'

/** Ids of the others of one's direct conversations, the one with the newest activity first. */
export function talkedWith({ client, places }: ChatFloor): readonly string[] {
  const others = places
    .list()
    .flatMap(({ session: { kind, conversationId } }) => (kind === 'direct' ? conversationId.split(':').slice(1) : []))
  return others.filter((userId) => userId !== client.userId)
}

/** By name, each once; without those that stand on the line already. */
export async function acquaintedOffers(floor: ChatFloor, words: readonly string[]): Promise<readonly Offer[]> {
  const friends = (await allOf(floor.client, 'friends')).map(({ userId }) => userId)
  const offers = await userOffers(floor, [...talkedWith(floor), ...friends])
  return offers.filter(({ label }) => !words.includes(label))
}
