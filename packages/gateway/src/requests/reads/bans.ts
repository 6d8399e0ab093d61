// A page of those who are banned from a group, for its owner and admins.
import { wire } from '@skein/contracts'
import type { Handler } from '../request.ts'
import { encodable } from './page.ts'
import { behindUserOf, paged } from './paged.ts'

export const bans: Handler<'bans'> = paged({
  asked: behindUserOf,
  read: ({ views }, query) => views.bans(query),
  reply: (page) => wire.BansReply.encode({ bans: encodable(page.bans), more: page.more }).finish(),
})
