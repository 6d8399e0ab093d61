// A page of the requests to join a group, for its owner and admins.
import { wire } from '@skein/contracts'
import { ofGroupByUser } from './of-group-by-user.ts'
import { encodable } from './page.ts'
import { readRequest } from './read-request.ts'

export const joinRequests = readRequest<'joinRequests'>(async ({ context, connection }, said) => {
  const page = await ofGroupByUser({ context, connection }, said, (query) => context.views.joinRequests({ ...query, nowMs: context.now() }))
  if ('code' in page) return page
  return wire.JoinRequestsReply.encode({ requests: encodable(page.requests), more: page.more }).finish()
})
