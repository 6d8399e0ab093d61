// What a group is: its profile, its rules, its end, for those who are in it.
import { parseConversationId, wire } from '@skein/contracts'
import { encodable } from './page.ts'
import { invalid, isConversationId, notFound, readRequest } from './read-request.ts'

export const groupInfo = readRequest<'groupInfo'>(async ({ context, connection }, { conversationId }) => {
  const { gate, views } = context
  const { appId, userId } = connection.identity!
  if (!isConversationId(conversationId) || parseConversationId(conversationId)?.kind !== 'group') return invalid('conversationId')
  const group = await gate.read(connection, () => views.groupInfo({ appId, userId, conversationId }))
  if (group === 'NOT_A_MEMBER') return notFound('NOT_A_MEMBER', conversationId)
  return wire.GroupInfoReply.encode({ ...group, settings: encodable(group.settings) }).finish()
})
