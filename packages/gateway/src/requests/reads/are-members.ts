// Which of some users belong to a conversation that the asker belongs to.
import { isUserId, wire } from '@skein/contracts'
import { limits } from '@skein/domain'
import { encodable } from './page.ts'
import { invalid, isConversationId, notFound, readRequest } from './read-request.ts'

export const areMembers = readRequest<'areMembers'>(async ({ context, connection }, { conversationId, userIds }) => {
  const { gate, views } = context
  const { appId, userId } = connection.identity!
  if (!isConversationId(conversationId)) return invalid('conversationId')
  if (userIds.length === 0 || !userIds.every(isUserId)) return invalid('userIds')
  const asked = userIds.length
  const { membersPerCommandMax: max } = limits
  if (asked > max) return { code: 'TOO_LARGE', detail: `membersPerCommandMax ${max}, asked ${asked}` }
  const found = await gate.read(connection, () => views.areMembers({ appId, userId, conversationId, among: userIds }))
  if (found === 'NOT_A_MEMBER') return notFound('NOT_A_MEMBER', conversationId)
  return wire.AreMembersReply.encode({ members: encodable(found.members), viewSeq: found.viewSeq }).finish()
})
