// What was done to conversations and messages while a client was away, in pages. It is asked behind a sync, which has waited for the
// views; what they still lacked then comes with the next one.
import { isCount, wire } from '@skein/contracts'
import type { Handler } from '../request.ts'
import { paged } from './paged.ts'
import { cursorBytesMax, isConversationId } from './read-request.ts'

export const missed: Handler<'missed'> = paged({
  asked(said) {
    const after = { conversationId: said.afterConversationId, seq: said.afterSeq as number }
    if (said.cursor.length > cursorBytesMax) return 'cursor'
    if (after.conversationId !== '' && !isConversationId(after.conversationId)) return 'afterConversationId'
    return isCount(after.seq) ? { cursor: Uint8Array.from(said.cursor), after } : 'afterSeq'
  },
  read: ({ views }, query) => views.missed(query),
  reply: (page) => wire.MissedReply.encode({ items: [...page.items], more: page.more, full: page.full }).finish(),
})
