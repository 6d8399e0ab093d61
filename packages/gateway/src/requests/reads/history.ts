// A page of a conversation by seq: the newest items, or the oldest after one.
import { isCount, wire } from '@skein/contracts'
import type { Handler } from '../request.ts'
import { paged } from './paged.ts'
import { isConversationId } from './read-request.ts'

export const history: Handler<'history'> = paged({
  asked(said) {
    const { conversationId } = said
    const [beforeSeq, afterSeq] = [said.beforeSeq as number, said.afterSeq as number]
    if (!isConversationId(conversationId)) return 'conversationId'
    if (!isCount(beforeSeq)) return 'beforeSeq'
    return isCount(afterSeq) ? { conversationId, beforeSeq, afterSeq } : 'afterSeq'
  },
  read: ({ views }, query) => views.history(query),
  reply: (page) => wire.HistoryReply.encode({ items: [...page.items], more: page.more, viewSeq: page.viewSeq }).finish(),
})
