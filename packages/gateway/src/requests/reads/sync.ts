// What changed since a cursor. Live deliveries go on beside it: it shows at least what was in the log when it was asked, or says when
// to come again.
import { wire } from '@skein/contracts'
import { encodable, pageLimit } from './page.ts'
import { cursorBytesMax, invalid, readRequest } from './read-request.ts'

export const sync = readRequest<'sync'>(async ({ context, connection }, said) => {
  const { limits, gate, views, handOver } = context
  const { appId, userId } = connection.identity!
  if (said.cursor.length > cursorBytesMax) return invalid('cursor')
  const cursor = Uint8Array.from(said.cursor)
  const itemsPerConversation = pageLimit(said.itemsPerConversation, limits.syncItemsDefault, limits.syncItemsMax)
  const caughtUp = await handOver.viewsHaveCaughtUp()
  const page = await gate.read(connection, () => views.sync({ appId, userId, cursor, itemsPerConversation, viewsCaughtUp: caughtUp }))
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
    retryAfterMs: caughtUp ? 0 : limits.syncRetryMs,
  }).finish()
})
