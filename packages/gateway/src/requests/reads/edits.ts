// Earlier versions of a message, oldest first, in pages.
import { isCount, wire } from '@skein/contracts'
import { invalid, isConversationId, notFound, readRequest } from './read-request.ts'

export const edits = readRequest<'edits'>(async ({ context, connection }, said) => {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const { conversationId, fromVersion } = said
  const seq = said.seq as number
  if (!isConversationId(conversationId)) return invalid('conversationId')
  if (!isCount(seq) || seq === 0) return invalid('seq')
  const page = await gate.read(connection, () =>
    views.edits({ appId, userId, conversationId, seq, fromVersion, limit: limits.pageItemsMax }),
  )
  if (page === 'NOT_A_MEMBER') return notFound(page, conversationId)
  if (page === 'MESSAGE_NOT_FOUND') return notFound(page, `seq ${seq}`)
  return wire.EditsReply.encode({ items: [...page.items], more: page.more }).finish()
})
