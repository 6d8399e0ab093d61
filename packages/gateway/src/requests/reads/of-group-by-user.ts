// A page of what owner and admins of a group are told of it, user by user.

import { isUserId } from '@skein/contracts'
import type { OfGroupByUser } from '@skein/projections'
import type { ErrorAnswer } from '../../connection/error-answer.ts'
import type { Request } from '../request.ts'
import { pageLimit } from './page.ts'
import { invalid, isConversationId, notFound } from './read-request.ts'

interface Said {
  readonly conversationId: string
  readonly afterUserId: string
  readonly limit: number
}

type Asked = Pick<Request<'joinRequests' | 'bans'>, 'context' | 'connection'>

export async function ofGroupByUser<Page extends object>(
  { context, connection }: Asked,
  said: Said,
  read: (query: OfGroupByUser) => Promise<Page | 'NOT_A_MEMBER' | 'FORBIDDEN'>,
): Promise<Page | ErrorAnswer> {
  const { limits, gate } = context
  const { appId, userId } = connection.identity!
  const { conversationId, afterUserId } = said
  if (!isConversationId(conversationId)) return invalid('conversationId')
  if (afterUserId !== '' && !isUserId(afterUserId)) return invalid('afterUserId')
  const limit = pageLimit(said.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const page = await gate.read(connection, () => read({ appId, userId, conversationId, afterUserId, limit }))
  if (page === 'NOT_A_MEMBER') return notFound('NOT_A_MEMBER', conversationId)
  return page === 'FORBIDDEN' ? { code: 'FORBIDDEN', detail: 'role member, needed owner or admin' } : (page as Page)
}
