// What it takes to join a group, for whoever knows its id, where it is open or lets users ask. Of every other the answer is that of none.
import { parseConversationId, wire } from '@skein/contracts'
import { encodable } from './page.ts'
import { invalid, isConversationId, notFound, readRequest } from './read-request.ts'

export const joinInfo = readRequest<'joinInfo'>(async ({ context, connection }, { conversationId }) => {
  const { gate, views } = context
  const { appId, userId } = connection.identity!
  if (!isConversationId(conversationId) || parseConversationId(conversationId)?.kind !== 'group') return invalid('conversationId')
  const query = { appId, userId, conversationId, nowMs: context.now() }
  const info = await gate.read(connection, () => views.joinInfo(query))
  return info === null ? notFound('NOT_JOINABLE', 'conversationId') : wire.JoinInfoReply.encode(encodable(info)).finish()
})
