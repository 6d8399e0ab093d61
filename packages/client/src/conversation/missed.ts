// What was done to messages that this device has shown, while it was away: asked for across all conversations at once, and told ahead of
// its turn, so that nobody goes on reading what was taken back for as long as it takes to fill a hole before it. The items themselves are
// not kept: each comes with the history that fills its hole, a page at a time; held here, they would cut that hole into many small ones.
import type { Connection } from '../link/connection.ts'
import type { Conversations } from './conversations.ts'
import { itemFrom } from './item.ts'

/** `cursor` is that of the sync before; throws what its requests throw. */
export async function tellMissed(connection: Connection, conversations: Conversations, cursor: Uint8Array): Promise<void> {
  const limit = connection.login.limits?.pageItemsMax ?? 0
  let after = { afterConversationId: '', afterSeq: 0 }
  for (;;) {
    const { items, more } = await connection.ask('missed', { cursor, ...after, limit })
    for (const item of items) conversations.tellAhead(itemFrom(item))
    const last = items.at(-1)
    if (!more || last === undefined) return
    after = { afterConversationId: last.conversationId, afterSeq: last.seq }
  }
}
