// What changed since a cursor. Live deliveries go on beside it: it shows at least what was in the log when it was asked, or says when
// to come again, or owes a word when to.
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
  // By a full one a client forgets what it does not tell of; these views may have known more before.
  const forgets = page.full && !page.otherHistory && cursor.length > 0
  const patient = behind.all.size === behind.standing.size && !(forgets && behind.standing.size > 0)
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
    retryAfterMs: patient ? 0 : limits.syncRetryMs,
  }).finish()
})
