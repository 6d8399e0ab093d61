// A page of those who are banned from a group, for its owner and admins.
import { wire } from '@skein/contracts'
import { ofGroupByUser } from './of-group-by-user.ts'
import { encodable } from './page.ts'
import { readRequest } from './read-request.ts'

export const bans = readRequest<'bans'>(async ({ context, connection }, said) => {
  const page = await ofGroupByUser({ context, connection }, said, (query) => context.views.bans(query))
  if ('code' in page) return page
  return wire.BansReply.encode({ bans: encodable(page.bans), more: page.more }).finish()
})
