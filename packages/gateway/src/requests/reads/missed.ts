// What was done to conversations and messages while a client was away, in pages. It is asked behind a sync, which has waited for the
// views; what they still lacked then comes with the next one.
import { isCount, wire } from '@skein/contracts'
import { pageLimit } from './page.ts'
import { cursorBytesMax, invalid, isConversationId, readRequest } from './read-request.ts'

export const missed = readRequest<'missed'>(async ({ context, connection }, said) => {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const after = { conversationId: said.afterConversationId, seq: said.afterSeq as number }
  if (said.cursor.length > cursorBytesMax) return invalid('cursor')
  if (after.conversationId !== '' && !isConversationId(after.conversationId)) return invalid('afterConversationId')
  if (!isCount(after.seq)) return invalid('afterSeq')
  const cursor = Uint8Array.from(said.cursor)
  const limit = pageLimit(said.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const page = await gate.read(connection, () => views.missed({ appId, userId, cursor, after, limit }))
  return wire.MissedReply.encode({ items: [...page.items], more: page.more, full: page.full }).finish()
})
