// A page of a conversation by seq: the newest items, or the oldest after one.
import { isCount, wire } from '@skein/contracts'
import { pageLimit } from './page.ts'
import { invalid, isConversationId, notFound, readRequest } from './read-request.ts'

export const history = readRequest<'history'>(async ({ context, connection }, said) => {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const { conversationId } = said
  const [beforeSeq, afterSeq] = [said.beforeSeq as number, said.afterSeq as number]
  if (!isConversationId(conversationId)) return invalid('conversationId')
  if (!isCount(beforeSeq)) return invalid('beforeSeq')
  if (!isCount(afterSeq)) return invalid('afterSeq')
  const limit = pageLimit(said.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const page = await gate.read(connection, () => views.history({ appId, userId, conversationId, beforeSeq, afterSeq, limit }))
  if (page === 'NOT_A_MEMBER') return notFound('NOT_A_MEMBER', conversationId)
  return wire.HistoryReply.encode({ items: [...page.items], more: page.more, viewSeq: page.viewSeq }).finish()
})
