// A page of one's own requests to join groups that wait for an answer, by group.
import { wire } from '@skein/contracts'
import type { Handler } from '../request.ts'
import { encodable } from './page.ts'
import { behindGroup, paged } from './paged.ts'

export const ownJoinRequests: Handler<'ownJoinRequests'> = paged({
  asked: behindGroup,
  read: (context, query) => context.views.ownJoinRequests({ ...query, nowMs: context.now() }),
  reply: (page) => wire.OwnJoinRequestsReply.encode({ requests: encodable(page.requests), more: page.more }).finish(),
})
