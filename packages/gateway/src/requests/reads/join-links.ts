// A page of the links to a group, for its owner and admins.
import { wire } from '@skein/contracts'
import { encodable, pageLimit } from './page.ts'
import { invalid, isConversationId, notFound, readRequest } from './read-request.ts'

const linkIdCharsMax = 64

export const joinLinks = readRequest<'joinLinks'>(async ({ context, connection }, said) => {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const { conversationId, afterLinkId } = said
  if (!isConversationId(conversationId)) return invalid('conversationId')
  if (afterLinkId.length > linkIdCharsMax || !/^[\w-]*$/.test(afterLinkId)) return invalid('afterLinkId')
  const limit = pageLimit(said.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const page = await gate.read(connection, () => views.joinLinks({ appId, userId, conversationId, afterLinkId, limit }))
  if (page === 'NOT_A_MEMBER') return notFound(page, conversationId)
  if (page === 'FORBIDDEN') return { code: page, detail: 'role member, needed owner or admin' }
  return wire.JoinLinksReply.encode({ links: encodable(page.links), more: page.more }).finish()
})
