// A page of a conversation's members, in the order of their ids.
import { isUserId, wire } from '@skein/contracts'
import { encodable, pageLimit } from './page.ts'
import { invalid, isConversationId, notFound, readRequest } from './read-request.ts'

export const members = readRequest<'members'>(async ({ context, connection }, said) => {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const { conversationId, afterUserId } = said
  if (!isConversationId(conversationId)) return invalid('conversationId')
  if (afterUserId !== '' && !isUserId(afterUserId)) return invalid('afterUserId')
  const limit = pageLimit(said.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const page = await gate.read(connection, () => views.members({ appId, userId, conversationId, afterUserId, limit }))
  if (page === 'NOT_A_MEMBER') return notFound('NOT_A_MEMBER', conversationId)
  return wire.MembersReply.encode({ members: encodable(page.members), more: page.more, viewSeq: page.viewSeq }).finish()
})
