// Requests that only read: history, members, unread, users and sync. They go through one gate that bounds what the views
// are asked at once; pages are cut to what one answer may weigh and say so.
import type { CommandName, ErrorCode, Packet } from '@skein/contracts'
import { commands, flags, isUserId, isUserName, wire } from '@skein/contracts'
import type { ConversationItem } from '@skein/projections'
import { invalid, isConversationId, isCount, type Refusal } from './arguments.ts'
import type { Connection } from './connection.ts'
import type { GatewayContext } from './context.ts'
import { refuse } from './farewell.ts'
import { decodeBody } from './packet-body.ts'
import { ViewsUnavailable } from './view-gate.ts'

export type ViewRequestName = 'history' | 'members' | 'unread' | 'findUser' | 'sync'

type Answer = Uint8Array | Refusal

const cursorBytesMax = 8_192

const pageLimit = (asked: number | null | undefined, byDefault: number, max: number): number =>
  asked === null || asked === undefined || asked === 0 ? byDefault : Math.min(asked, max)

const refusal = (code: ErrorCode, detail: string): Refusal => ({ code, detail })

/** As many items from the start (or the end) as fit into `bytesMax`, at least one. */
export function cutItems(items: readonly ConversationItem[], bytesMax: number, keep: 'first' | 'last'): readonly ConversationItem[] {
  let bytes = 0
  for (let i = 0; i < items.length; i++) {
    const item = items[keep === 'first' ? i : items.length - 1 - i]!
    bytes += wire.ConversationItem.encode(item).len + 8
    if (bytes > bytesMax && i > 0) return keep === 'first' ? items.slice(0, i) : items.slice(items.length - i)
  }
  return items
}

async function history(context: GatewayContext, connection: Connection, body: Uint8Array): Promise<Answer> {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const request = decodeBody(wire.HistoryRequest, body)
  const { conversationId } = request
  if (!isConversationId(conversationId)) return invalid('conversationId')
  if (!isCount(request.beforeSeq as number)) return invalid('beforeSeq')
  if (!isCount(request.afterSeq as number)) return invalid('afterSeq')
  const afterSeq = Number(request.afterSeq ?? 0)
  const limit = pageLimit(request.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const query = { appId, userId, conversationId, beforeSeq: Number(request.beforeSeq ?? 0), afterSeq, limit }
  const page = await gate.read(() => views.history(query))
  if (page === 'NOT_A_MEMBER') return refusal('NOT_A_MEMBER', conversationId)
  const items = cutItems(page.items, limits.replyBytesMax, afterSeq === 0 ? 'last' : 'first')
  return wire.HistoryReply.encode({ items: items as ConversationItem[], more: page.more || items.length < page.items.length }).finish()
}

async function members(context: GatewayContext, connection: Connection, body: Uint8Array): Promise<Answer> {
  const { limits, gate, views } = context
  const { appId, userId } = connection.identity!
  const request = decodeBody(wire.MembersRequest, body)
  const { conversationId } = request
  const afterUserId = request.afterUserId ?? ''
  if (!isConversationId(conversationId)) return invalid('conversationId')
  if (afterUserId !== '' && !isUserId(afterUserId)) return invalid('afterUserId')
  const limit = pageLimit(request.limit, limits.pageItemsDefault, limits.pageItemsMax)
  const page = await gate.read(() => views.members({ appId, userId, conversationId, afterUserId, limit }))
  if (page === 'NOT_A_MEMBER') return refusal('NOT_A_MEMBER', conversationId)
  return wire.MembersReply.encode({ members: [...page.members], more: page.more }).finish()
}

async function unread(context: GatewayContext, connection: Connection, body: Uint8Array): Promise<Answer> {
  const { appId, userId } = connection.identity!
  decodeBody(wire.UnreadRequest, body)
  const { entries, total } = await context.gate.read(() => context.views.unread(appId, userId))
  return wire.UnreadReply.encode({ entries: [...entries], total }).finish()
}

async function findUser(context: GatewayContext, connection: Connection, body: Uint8Array): Promise<Answer> {
  const { userId, userName } = decodeBody(wire.FindUserRequest, body)
  const { appId } = connection.identity!
  let by: { readonly userId: string } | { readonly userName: string }
  if (userId !== '' && userId !== null && userId !== undefined) by = { userId }
  else by = { userName: userName ?? '' }
  if ('userId' in by && !isUserId(by.userId)) return invalid('userId')
  if ('userName' in by && !isUserName(by.userName)) return invalid('userName')
  const profile = await context.gate.read(() => context.views.findUser(appId, by))
  return profile === null ? refusal('USER_NOT_FOUND', '') : wire.FindUserReply.encode({ profile }).finish()
}

async function sync(context: GatewayContext, connection: Connection, body: Uint8Array): Promise<Answer> {
  const { limits, gate, views, handOver } = context
  const { appId, userId } = connection.identity!
  const request = decodeBody(wire.SyncRequest, body)
  if ((request.cursor?.length ?? 0) > cursorBytesMax) return invalid('cursor')
  // Copied: the packet's bytes belong to the transport.
  const cursor = Uint8Array.from(request.cursor ?? [])
  const itemsPerConversation = pageLimit(request.itemsPerConversation, limits.syncItemsDefault, limits.syncItemsMax)
  const caughtUp = await handOver.viewsHaveCaughtUp()
  const page = await gate.read(() => views.sync({ appId, userId, cursor, itemsPerConversation }))
  // The newest items stay; what is cut off the client finds missing and asks for as history.
  const items = cutItems(page.items, limits.replyBytesMax, 'last') as ConversationItem[]
  const { full, sessions, profiles } = page
  return wire.SyncReply.encode({
    cursor: page.cursor,
    full,
    more: page.more,
    sessions: [...sessions],
    items,
    profiles: [...profiles],
    // Not `more`: asked again at once, views that are slow already would be asked the more the slower they are.
    retryAfterMs: caughtUp ? 0 : limits.syncRetryMs,
  }).finish()
}

const readers = { history, members, unread, findUser, sync }

/** A reading request's packet. The body is decoded before this returns; what fails otherwise than by the views goes to `failed`. */
export function receiveViewRequest(
  context: GatewayContext,
  connection: Connection,
  name: ViewRequestName,
  packet: Packet,
  failed: (connection: Connection, sequence: number, name: CommandName, error: unknown) => void,
): void {
  const { sequence } = packet
  if (connection.inFlight >= context.limits.inFlightMax) {
    refuse(context, connection, packet, sequence, 'TOO_MANY_IN_FLIGHT', 'inFlightMax')
    return
  }
  connection.inFlight += 1
  readers[name](context, connection, packet.body).then(
    (answer) => settle(context, connection, name, sequence, answer),
    (error: unknown) => {
      if (!(error instanceof ViewsUnavailable)) {
        connection.inFlight -= 1
        return failed(connection, sequence, name, error)
      }
      context.logger.warn({ error, request: name, connectionId: connection.id }, 'views could not answer')
      settle(context, connection, name, sequence, refusal('UNAVAILABLE', 'views'))
    },
  )
}

function settle(context: GatewayContext, connection: Connection, name: CommandName, sequence: number, answer: Answer): void {
  if (!connection.open) return
  connection.inFlight -= 1
  if ('code' in answer) refuse(context, connection, commands[name], sequence, answer.code, answer.detail)
  else context.outbox.packet(connection, commands[name], sequence, flags.ack, answer)
}
