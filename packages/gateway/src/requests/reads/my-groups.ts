// A page of the groups that the asker is in.
import { wire } from '@skein/contracts'
import type { Handler } from '../request.ts'
import { encodable } from './page.ts'
import { behindGroup, paged } from './paged.ts'

export const myGroups: Handler<'myGroups'> = paged({
  asked: behindGroup,
  read: ({ views }, query) => views.myGroups(query),
  reply: (page) => wire.MyGroupsReply.encode({ groups: encodable(page.groups), more: page.more }).finish(),
})
