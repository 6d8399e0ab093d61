// A page of a conversation's members, in the order of their ids: of all, or of one role.
import { wire } from '@skein/contracts'
import { roles } from '@skein/domain'
import type { Handler } from '../request.ts'
import { encodable } from './page.ts'
import { behindUserOf, paged } from './paged.ts'

export const members: Handler<'members'> = paged({
  asked(said) {
    const { role } = said
    const behind = behindUserOf(said)
    if (typeof behind === 'string') return behind
    return role === '' || roles.includes(role) ? { ...behind, role } : 'role'
  },
  read: ({ views }, query) => views.members(query),
  reply: (page) => wire.MembersReply.encode({ members: encodable(page.members), more: page.more, viewSeq: page.viewSeq }).finish(),
})
