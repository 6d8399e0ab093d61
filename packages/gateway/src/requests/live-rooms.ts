// Following live rooms and speaking in them. Whoever knows a room may follow it; who may speak is decided by what was read of the room and of them a
// moment ago (docs/decisions/0021-live-rooms.md). What one connection says in a room stays in its order, also where the first has to wait for that.
import { type Body, parseConversationId, wire } from '@skein/contracts'
import { cannotSignal, faultOfSignal } from '@skein/domain'
import type { RoomId } from '@skein/node-link'
import type { RoomFacts } from '@skein/projections'
import type { Connection } from '../connection/connection.ts'
import type { ErrorAnswer } from '../connection/error-answer.ts'
import { Lanes } from '../connection/lanes.ts'
import type { GatewayContext } from '../context.ts'
import { signalPush } from '../live-rooms/live-room.ts'
import { type KnownSpeaker, speakerOf } from '../live-rooms/speakers.ts'
import { admitAny, admitRead, admitSignal } from './admission.ts'
import { encodable } from './reads/page.ts'
import { type Found, unavailable } from './reads/read-request.ts'
import { ViewsUnavailable } from './reads/view-gate.ts'
import type { Handler, Request, Said } from './request.ts'

/** The same for what there is not, what is no room, and what is another app's. */
const noRoom: ErrorAnswer = { code: 'CONVERSATION_NOT_FOUND', detail: 'no live room' }
/** When to speak again where too much is said. */
const roomRetryMs = 1_000

/** The room that a request names; refuses it when it names none. */
function roomOf(request: Request, conversationId: string): RoomId | null {
  if (parseConversationId(conversationId)?.kind === 'group') return { appId: request.connection.identity!.appId, conversationId }
  request.refuse('INVALID_ARGUMENT', 'conversationId')
  return null
}

function read({ speakers, gate, views }: GatewayContext, connection: Connection, room: RoomId): Promise<KnownSpeaker> {
  const { userId } = connection.identity!
  if (!connection.open) return Promise.reject(new ViewsUnavailable('nobody waits for it'))
  return speakers.read(room, userId, () => gate.read(connection, () => views.room({ ...room, userId })))
}

/** Requests to follow a room that wait for what has to be read, and whether the connection has not left off since. */
const coming = new Lanes<{ count: number; wanted: boolean }>()

export const followRoom: Handler<'followRoom'> = {
  admit: admitRead,
  async handle(request, { conversationId }) {
    const { context, connection } = request
    const room = roomOf(request, conversationId)
    if (room === null) return
    const lane = coming.get(connection, conversationId) ?? { count: 0, wanted: true }
    lane.count += 1
    coming.set(connection, conversationId, lane)
    try {
      const { facts } = await read(context, connection, room)
      settle(request, await follow(request, room, lane.wanted ? facts : null))
    } catch (error) {
      refuseUnread(request, error)
    } finally {
      lane.count -= 1
      if (lane.count === 0 && coming.get(connection, conversationId) === lane) coming.delete(connection, conversationId)
    }
  },
}

async function follow({ context, connection }: Request<'followRoom'>, room: RoomId, facts: RoomFacts | null): Promise<Found> {
  if (facts === null) return noRoom
  const { name, settings, dismissedAtMs } = facts
  if (dismissedAtMs > 0) return { code: 'GROUP_DISMISSED', detail: `at ${dismissedAtMs}` }
  if (connection.state !== 'active') return { code: 'GOING_AWAY', detail: '' }
  const followers = await context.liveRooms.follow(connection, room)
  if (followers === null) return { code: 'TOO_LARGE', detail: `followedRoomsMax ${context.limits.followedRoomsMax}` }
  return wire.FollowRoomReply.encode({ followers, name, settings: encodable(settings) }).finish()
}

function refuseUnread(request: Request, error: unknown): void {
  settle(request, unavailable(request, error))
}

function settle(request: Request, found: Found): void {
  if (found instanceof Uint8Array) request.answer(found)
  else request.refuse(found.code, found.detail, found.retryAfterMs)
}

export const unfollowRoom: Handler<'unfollowRoom'> = {
  admit: admitAny,
  handle(request, { conversationId }) {
    const room = roomOf(request, conversationId)
    if (room === null) return
    const lane = coming.get(request.connection, conversationId)
    if (lane !== undefined) {
      lane.wanted = false
      coming.delete(request.connection, conversationId)
    }
    request.context.liveRooms.unfollow(request.connection, room)
    request.answer(wire.DoneReply.encode({}).finish())
  },
}

const nothing = new Uint8Array(0)

const bodyOf = (body: Said['signal']['body']): Body => ({
  contentType: body?.contentType ?? '',
  encoding: body?.encoding ?? '',
  keyId: body?.keyId ?? '',
  bytes: body?.bytes ?? nothing,
})

/** Signals of a connection into a room that wait for what has to be read. */
const lanes = new Lanes<{ last: Promise<void> }>()

export const signal: Handler<'signal'> = {
  admit: admitSignal,
  handle(request, { conversationId, body }) {
    const { context, connection } = request
    const room = roomOf(request, conversationId)
    if (room === null) return
    const said = bodyOf(body)
    const fault = faultOfSignal(said)
    if (fault !== null) {
      settle(request, fault)
      return
    }
    const { userId } = connection.identity!
    const sentAtMs = context.desk.now()
    // At once: the bytes are the transport's after this turn.
    const push = signalPush(room, { senderId: userId, sentAtMs, body: said })
    const tell = (speaker: KnownSpeaker) => settle(request, decide(request, { room, push, sentAtMs }, speaker))
    const before = lanes.get(connection, conversationId)
    const known = before === undefined ? context.speakers.known(room, userId) : null
    if (known !== null) {
      tell(known)
      return
    }
    const ask = () => context.speakers.known(room, userId) ?? read(context, connection, room)
    const told = (before?.last ?? Promise.resolve()).then(ask).then(tell)
    const last = told.catch((error: unknown) => refuseUnread(request, error))
    const lane = { last }
    lanes.set(connection, conversationId, lane)
    return last.finally(() => {
      if (lanes.get(connection, conversationId) === lane) lanes.delete(connection, conversationId)
    })
  },
}

interface Spoken {
  readonly room: RoomId
  readonly push: Uint8Array
  readonly sentAtMs: number
}

function decide({ context, connection }: Request<'signal'>, { room, push, sentAtMs }: Spoken, speaker: KnownSpeaker): Found {
  if (speaker.facts === null) return noRoom
  const refusal = cannotSignal(speakerOf(speaker), speaker.group, sentAtMs)
  if (refusal !== null) return refusal
  const isTold = context.liveRooms.say(room, { push, except: connection.id })
  if (!isTold) return { code: 'RATE_LIMITED', detail: 'roomSignalsPerSecond', retryAfterMs: roomRetryMs }
  speaker.lastSentAt = sentAtMs
  return wire.SignalReply.encode({ sentAtMs }).finish()
}
