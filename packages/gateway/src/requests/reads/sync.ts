// What changed since a cursor. Live deliveries go on beside it: it shows at least what was in the log when it was asked, or says when
// to come again, or that a part of the views stands still, and owes a word when it has gone on.
import { wire } from '@skein/contracts'
import { encodable, pageLimit } from './page.ts'
import { cursorBytesMax, invalid, readRequest } from './read-request.ts'

export const sync = readRequest<'sync'>(async ({ context, connection }, said) => {
  const { limits, gate, views, handOver, owedSyncs } = context
  const { appId, userId } = connection.identity!
  if (said.cursor.length > cursorBytesMax) return invalid('cursor')
  const cursor = Uint8Array.from(said.cursor)
  const itemsPerConversation = pageLimit(said.itemsPerConversation, limits.syncItemsDefault, limits.syncItemsMax)
  const behind = await handOver.behind()
  owedSyncs.owe(connection, behind.standing)
  const page = await gate.read(connection, () => views.sync({ appId, userId, cursor, itemsPerConversation, behind: behind.all }))
  return wire.SyncReply.encode({
    cursor: page.cursor,
    full: page.full,
    otherHistory: page.otherHistory,
    more: page.more,
    sessions: encodable(page.sessions),
    items: [...page.items],
    profiles: encodable(page.profiles),
    hidden: encodable(page.hidden),
    // Not `more`: asked again at once, views that are slow already would be asked the more the slower they are.
    retryAfterMs: behind.all.size > behind.standing.size ? limits.syncRetryMs : 0,
    partStands: behind.standing.size > 0,
  }).finish()
})
