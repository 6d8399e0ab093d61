// A page of the requests to join a group, for its owner and admins.
import { wire } from '@skein/contracts'
import type { Handler } from '../request.ts'
import { encodable } from './page.ts'
import { behindUserOf, paged } from './paged.ts'

export const joinRequests: Handler<'joinRequests'> = paged({
  asked: behindUserOf,
  read: (context, query) => context.views.joinRequests({ ...query, nowMs: context.now() }),
  reply: (page) => wire.JoinRequestsReply.encode({ requests: encodable(page.requests), more: page.more }).finish(),
})
