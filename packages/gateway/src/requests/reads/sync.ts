// What changed since a cursor. Live deliveries go on beside it: it shows at least what was in the log when it was asked, or says when
// to come again, or that a part of the views stands still, and owes a word when it has gone on. A sync that another connection began shows
// what was in the log then: what came between the two is in none of its pages and was pushed to neither, so that its last one says to come again.
import { wire } from '@skein/contracts'
import { decodeCursor } from '@skein/projections'
import type { Connection } from '../../connection/connection.ts'
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
  const resumed = isResumed(connection, cursor)
  const page = await gate.read(connection, () =>
    views.sync({ appId, userId, cursor, itemsPerConversation, behind: behind.all, nowMs: context.now() }),
  )
  connection.unfinishedSync = page.more ? { cursor: page.cursor, resumed } : null
  const comeAgain = behind.all.size > behind.standing.size || (resumed && !page.more)
  return wire.SyncReply.encode({
    cursor: page.cursor,
    full: page.full,
    otherHistory: page.otherHistory,
    more: page.more,
    sessions: encodable(page.sessions),
    items: [...page.items],
    profiles: encodable(page.profiles),
    hidden: encodable(page.hidden),
    relations: encodable(page.relations),
    relationsCut: page.relationsCut,
    privacy: page.privacy && encodable(page.privacy),
    invitations: encodable(page.invitations),
    endedInvitations: [...page.endedInvitations],
    invitationsCut: page.invitationsCut,
    joinRequests: encodable(page.joinRequests),
    joinRequestsCut: page.joinRequestsCut,
    // Not `more`: asked again at once, views that are slow already would be asked the more the slower they are.
    retryAfterMs: comeAgain ? limits.syncRetryMs : 0,
    partStands: behind.standing.size > 0,
  }).finish()
})

function isResumed({ unfinishedSync }: Connection, cursor: Uint8Array): boolean {
  if (unfinishedSync !== null && Buffer.compare(unfinishedSync.cursor, cursor) === 0) return unfinishedSync.resumed
  return decodeCursor(cursor)?.unfinished != null
}
