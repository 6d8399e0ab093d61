// A page of one's own invitations that wait for an answer, by group.
import { wire } from '@skein/contracts'
import type { Handler } from '../request.ts'
import { encodable } from './page.ts'
import { behindGroup, paged } from './paged.ts'

export const invitations: Handler<'invitations'> = paged({
  asked: behindGroup,
  read: (context, query) => context.views.invitations({ ...query, nowMs: context.now() }),
  reply: (page) => wire.InvitationsReply.encode({ invitations: encodable(page.invitations), more: page.more }).finish(),
})
