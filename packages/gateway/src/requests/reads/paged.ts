// Requests for a page of a list: each says what it asks for, where that is read and how it is answered.
import { isUserId, type ReadPacket } from '@skein/contracts'
import type { GatewayContext } from '../../context.ts'
import type { Handler, Said } from '../request.ts'
import { pageLimit } from './page.ts'
import { invalid, isConversationId, notFound, readRequest } from './read-request.ts'

type PagedPacket = { readonly [N in ReadPacket]: Said[N] extends { readonly limit: number } ? N : never }[ReadPacket]

/** Of a list of one conversation this is said too. */
interface AnyAsked {
  readonly conversationId?: string
  readonly [field: string]: unknown
}

interface OfAsker {
  readonly appId: string
  readonly userId: string
  readonly limit: number
}

interface Paged<N extends PagedPacket, Asked extends AnyAsked, Page extends object> {
  /** What is asked for, or the name of a field that is at fault. */
  readonly asked: (said: Said[N]) => Asked | string
  readonly read: (context: GatewayContext, query: Asked & OfAsker) => Promise<Page | 'NOT_A_MEMBER' | 'FORBIDDEN'>
  readonly reply: (page: Page) => Uint8Array
}

export const paged = <N extends PagedPacket, Asked extends AnyAsked, Page extends object>(list: Paged<N, Asked, Page>): Handler<N> =>
  readRequest<N>(async ({ context, connection }, said) => {
    const { limits, gate } = context
    const { appId, userId } = connection.identity!
    const asked = list.asked(said)
    if (typeof asked === 'string') return invalid(asked)
    const query = { ...asked, appId, userId, limit: pageLimit(said.limit, limits.pageItemsDefault, limits.pageItemsMax) }
    const page = await gate.read(connection, () => list.read(context, query))
    if (page === 'NOT_A_MEMBER') return notFound('NOT_A_MEMBER', asked.conversationId!)
    return page === 'FORBIDDEN' ? { code: 'FORBIDDEN', detail: 'role member, needed owner or admin' } : list.reply(page as Page)
  })

interface BehindGroup {
  readonly afterConversationId: string
}

interface BehindUser {
  readonly afterUserId: string
}

/** Of a list by group. */
export const behindGroup = ({ afterConversationId: after }: BehindGroup) =>
  after === '' || (isConversationId(after) && after.startsWith('g:')) ? { afterConversationId: after } : 'afterConversationId'

/** Of a list by user. */
export const behindUser = ({ afterUserId: after }: BehindUser) => (after === '' || isUserId(after) ? { afterUserId: after } : 'afterUserId')

/** Of a list of a conversation by user. */
export function behindUserOf(said: BehindUser & { readonly conversationId: string }) {
  const { conversationId } = said
  if (!isConversationId(conversationId)) return 'conversationId'
  const behind = behindUser(said)
  return typeof behind === 'string' ? behind : { conversationId, ...behind }
}
