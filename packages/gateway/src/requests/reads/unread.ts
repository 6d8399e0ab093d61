// How many messages its user has not read, by conversation.
import { wire } from '@skein/contracts'
import { encodable } from './page.ts'
import { readRequest } from './read-request.ts'

export const unread = readRequest<'unread'>(async ({ context, connection }) => {
  const { appId, userId } = connection.identity!
  const { entries, total } = await context.gate.read(connection, () => context.views.unread(appId, userId))
  return wire.UnreadReply.encode({ entries: encodable(entries), total }).finish()
})
