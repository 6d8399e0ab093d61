// A page of the links to a group, for its owner and admins.
import { wire } from '@skein/contracts'
import type { Handler } from '../request.ts'
import { encodable } from './page.ts'
import { paged } from './paged.ts'
import { isConversationId } from './read-request.ts'

const linkIdCharsMax = 64

export const joinLinks: Handler<'joinLinks'> = paged({
  asked({ conversationId, afterLinkId }) {
    if (!isConversationId(conversationId)) return 'conversationId'
    if (afterLinkId.length > linkIdCharsMax || !/^[\w-]*$/.test(afterLinkId)) return 'afterLinkId'
    return { conversationId, afterLinkId }
  },
  read: ({ views }, query) => views.joinLinks(query),
  reply: (page) => wire.JoinLinksReply.encode({ links: encodable(page.links), more: page.more }).finish(),
})
