// A page of one's own requests to join groups that wait for an answer, by group.
import { wire } from '@skein/contracts'
import { encodable, pageLimit } from './page.ts'
import { invalid, isConversationId, readRequest } from './read-request.ts'

export const ownJoinRequests = readRequest<'ownJoinRequests'>(async ({ context, connection }, said) => {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const { afterConversationId } = said
  if (afterConversationId !== '' && !isConversationId(afterConversationId)) return invalid('afterConversationId')
  const limit = pageLimit(said.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const query = { appId, userId, afterConversationId, limit, nowMs: context.now() }
  const page = await gate.read(connection, () => views.ownJoinRequests(query))
  return wire.OwnJoinRequestsReply.encode({ requests: encodable(page.requests), more: page.more }).finish()
})
