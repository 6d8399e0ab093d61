// What the tab key types to name conversations: what they are called, or a number where that is not one word, or several are called so.
import type { ChatFloor, Offer } from './chat-command.ts'
import { printable } from './output.ts'

export const placeOffers = ({ client, places }: ChatFloor, conversationIds: readonly string[]): Promise<readonly Offer[]> =>
  Promise.all(
    conversationIds.map(async (conversationId) => {
      const label = await places.label(conversationId)
      // Who is no member names a room by its number: others may be called the same.
      const { kind, role } = client.session(conversationId) ?? {}
      const isWord = /^[\p{L}\p{N}_.-]+$/u.test(label) && (kind === 'direct' || Boolean(role))
      const word = isWord ? label : places.short(conversationId)
      return { word, label: isWord ? label : `${word} ${printable(label)}` }
    }),
  )
