// A page of a conversation's members, in the order of their ids: of all, or of one role.
import { isUserId, wire } from '@skein/contracts'
import { roles } from '@skein/domain'
import { encodable, pageLimit } from './page.ts'
import { invalid, isConversationId, notFound, readRequest } from './read-request.ts'

export const members = readRequest<'members'>(async ({ context, connection }, said) => {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const { conversationId, afterUserId, role } = said
  if (!isConversationId(conversationId)) return invalid('conversationId')
  if (afterUserId !== '' && !isUserId(afterUserId)) return invalid('afterUserId')
  if (role !== '' && !roles.includes(role)) return invalid('role')
  const limit = pageLimit(said.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const page = await gate.read(connection, () => views.members({ appId, userId, conversationId, afterUserId, role, limit }))
  if (page === 'NOT_A_MEMBER') return notFound('NOT_A_MEMBER', conversationId)
  return wire.MembersReply.encode({ members: encodable(page.members), more: page.more, viewSeq: page.viewSeq }).finish()
})
