// A page of the groups that the asker is in.
import { wire } from '@skein/contracts'
import { encodable, pageLimit } from './page.ts'
import { invalid, isConversationId, readRequest } from './read-request.ts'

export const myGroups = readRequest<'myGroups'>(async ({ context, connection }, said) => {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const { afterConversationId } = said
  if (afterConversationId !== '' && !(isConversationId(afterConversationId) && afterConversationId.startsWith('g:')))
    return invalid('afterConversationId')
  const limit = pageLimit(said.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const page = await gate.read(connection, () => views.myGroups({ appId, userId, afterConversationId, limit }))
  return wire.MyGroupsReply.encode({ groups: encodable(page.groups), more: page.more }).finish()
})
