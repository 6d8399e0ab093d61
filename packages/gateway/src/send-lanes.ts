// Sends keep their order per connection and conversation: one command on its way to the log at a time, the others wait
// behind it. A send refused in a way that can be repeated HOLDS its lane: those behind it, and all later ones, are refused
// with HELD until that very clientMessageId is sent again; else a later message would overtake it.
import { hash } from 'node:crypto'
import type { SendMessage, WireTypes } from '@skein/contracts'
import { aggregateKey, commands, flags, isUuid, type Packet, wire } from '@skein/contracts'
import { isConversationId, type Refusal, refusalOfSend } from './arguments.ts'
import type { Outcome, Pending } from './command-desk.ts'
import type { Connection } from './connection.ts'
import { monotonicMs } from './connection.ts'
import type { GatewayContext } from './context.ts'
import { dismiss, isRetriable, refuse } from './farewell.ts'
import { decodeBody } from './packet-body.ts'
import { takeToken, tokenWaitMs } from './token-bucket.ts'

type SendRequest = WireTypes.wire.v1.ISendRequest

/** Of one UTF-16 unit. */
const utf8BytesMax = 3

export interface SendLane {
  onTheWay: PendingSend | null
  /** Null until something has to wait. */
  waiting: PendingSend[] | null
  /** The refused clientMessageId that holds the lane; empty for none. */
  heldBy: string
}

interface PendingSend extends Pending {
  readonly context: GatewayContext
  readonly conversationId: string
  readonly clientMessageId: string
  /** Null once it is submitted. */
  command: SendMessage | null
}

/** SHA-256 over what the client said, in a form that never changes between releases. */
export function contentHash(request: SendRequest): Uint8Array {
  const bytes = request.body?.bytes ?? new Uint8Array(0)
  const attachments = (request.attachments ?? []).map((a) => [a.url ?? '', a.name ?? '', a.contentType ?? '', Number(a.size ?? 0)])
  const { contentType, encoding, keyId } = request.body ?? {}
  const fields = [contentType ?? '', encoding ?? '', keyId ?? '', bytes.length, Number(request.replyTo ?? 0), attachments]
  const head = `${JSON.stringify(fields)}\n`
  const said = Buffer.allocUnsafe(head.length * utf8BytesMax + bytes.length)
  const headBytes = said.write(head)
  said.set(bytes, headBytes)
  return hash('sha256', said.subarray(0, headBytes + bytes.length), 'buffer')
}

function commandFrom(context: GatewayContext, connection: Connection, request: SendRequest, retry: boolean): SendMessage {
  const { contentType, encoding, keyId, bytes } = request.body!
  return {
    type: 'SendMessage',
    meta: context.desk.stamp(connection, retry),
    conversationId: request.conversationId!,
    clientMessageId: request.clientMessageId!,
    messageId: context.newId(),
    contentHash: contentHash(request),
    // Copied: the packet's bytes belong to the transport.
    body: {
      contentType: contentType ?? '',
      encoding: encoding ?? '',
      keyId: keyId ?? '',
      bytes: bytes === null || bytes === undefined ? new Uint8Array(0) : Uint8Array.from(bytes),
    },
    replyTo: Number(request.replyTo ?? 0),
    attachments: (request.attachments ?? []).map((a) => ({
      url: a.url ?? '',
      name: a.name ?? '',
      contentType: a.contentType ?? '',
      size: Number(a.size ?? 0),
    })),
  }
}

function laneOf(connection: Connection, conversationId: string): SendLane {
  connection.lanes ??= new Map()
  let lane = connection.lanes.get(conversationId)
  if (lane === undefined) {
    lane = { onTheWay: null, waiting: null, heldBy: '' }
    connection.lanes.set(conversationId, lane)
  }
  return lane
}

function dropWhenIdle(connection: Connection, conversationId: string, lane: SendLane): void {
  if (connection.lanes === null || lane.onTheWay !== null || lane.waiting !== null || lane.heldBy !== '') return
  connection.lanes.delete(conversationId)
  if (connection.lanes.size === 0) connection.lanes = null
}

/** Why the gateway itself refuses a well-formed send now. */
function refusalNow(context: GatewayContext, connection: Connection, lane: SendLane | undefined, clientMessageId: string): Refusal | null {
  if (lane !== undefined && lane.heldBy !== '' && lane.heldBy !== clientMessageId) return { code: 'HELD', detail: lane.heldBy }
  if (connection.inFlight >= context.limits.inFlightMax) return { code: 'TOO_MANY_IN_FLIGHT', detail: 'inFlightMax' }
  const { sendsPerSecond, sendBurst } = context.limits
  return takeToken(connection.user!, sendsPerSecond, sendBurst, monotonicMs()) ? null : { code: 'RATE_LIMITED', detail: 'sendsPerSecond' }
}

/** A message/send packet. Throws for a body that does not parse. */
export function receiveSend(context: GatewayContext, connection: Connection, packet: Packet): void {
  const { limits } = context
  const request = decodeBody(wire.SendRequest, packet.body)
  const { conversationId, clientMessageId } = request
  const named = isConversationId(conversationId) && isUuid(clientMessageId ?? '')
  const refusal = refusalOfSend(request, limits)
  if (refusal !== null || !named) {
    // A refusal for good: if it answers the send that holds the lane, that send is done.
    const lane = named ? connection.lanes?.get(conversationId) : undefined
    if (lane?.heldBy === clientMessageId) releaseLane(connection, conversationId!, lane!)
    refuse(context, connection, commands.send, packet.sequence, refusal!.code, refusal!.detail)
    return
  }
  const lane = laneOf(connection, conversationId)
  const notNow = refusalNow(context, connection, lane, clientMessageId!)
  if (notNow !== null) {
    if (notNow.code !== 'HELD') lane.heldBy = clientMessageId!
    const retryAfterMs = notNow.code === 'RATE_LIMITED' ? tokenWaitMs(connection.user!, limits.sendsPerSecond) : 0
    refuse(context, connection, commands.send, packet.sequence, notNow.code, notNow.detail, retryAfterMs)
    boundLanes(context, connection)
    return
  }
  lane.heldBy = ''
  connection.inFlight += 1
  const send: PendingSend = {
    context,
    connection,
    sequence: packet.sequence,
    settle: settleSend,
    conversationId,
    clientMessageId: clientMessageId!,
    command: commandFrom(context, connection, request, (packet.flags & flags.retry) !== 0),
  }
  if (lane.onTheWay === null) submit(lane, send)
  else if (lane.waiting === null) lane.waiting = [send]
  else lane.waiting.push(send)
  boundLanes(context, connection)
}

/** A send beyond the connection's packet rate: refused unread, yet it holds its lane like any other. */
export function refuseSend(context: GatewayContext, connection: Connection, packet: Packet, limit: string, waitMs: number): void {
  const { conversationId, clientMessageId } = decodeBody(wire.SendRequest, packet.body)
  refuse(context, connection, commands.send, packet.sequence, 'RATE_LIMITED', limit, waitMs)
  if (!isConversationId(conversationId) || !isUuid(clientMessageId ?? '')) return
  const lane = laneOf(connection, conversationId)
  if (lane.heldBy === '') lane.heldBy = clientMessageId!
  boundLanes(context, connection)
}

/** Closing a connection holds all its sends at once: the client sends them again, in order, on the next one. */
function boundLanes(context: GatewayContext, connection: Connection): void {
  if (connection.lanes !== null && connection.lanes.size > context.limits.sendLanesMax) {
    dismiss(context, connection, 'RATE_LIMITED', 'sendLanesMax')
  }
}

function releaseLane(connection: Connection, conversationId: string, lane: SendLane): void {
  lane.heldBy = ''
  dropWhenIdle(connection, conversationId, lane)
}

function submit(lane: SendLane, send: PendingSend): void {
  const { context, connection } = send
  const command = send.command!
  lane.onTheWay = send
  send.command = null
  context.desk.submit(aggregateKey(connection.identity!.appId, send.conversationId), command, send)
}

/** Time spent waiting behind others is not taken from the command's own. */
function submitWaited(lane: SendLane, send: PendingSend): void {
  const { context, command } = send
  const deadlineAt = context.now() + context.limits.commandDeadlineMs
  send.command = { ...command!, meta: { ...command!.meta, deadlineAt } }
  submit(lane, send)
}

function settleSend(pending: Pending, outcome: Outcome): void {
  const send = pending as PendingSend
  const { context, connection, conversationId, clientMessageId } = send
  const lane = connection.lanes?.get(conversationId)
  if (!connection.open || lane === undefined) return
  connection.inFlight -= 1
  lane.onTheWay = null
  if ('reply' in outcome) {
    const { messageId, seq, ordinal, occurredAtMs } = outcome.reply
    const body = wire.SendReply.encode({ conversationId, clientMessageId, messageId, seq, ordinal, sentAtMs: occurredAtMs }).finish()
    context.outbox.packet(connection, commands.send, send.sequence, flags.ack, body)
  } else {
    refuse(context, connection, commands.send, send.sequence, outcome.code, outcome.detail)
    if (isRetriable(outcome.code)) holdLane(context, connection, lane, clientMessageId)
  }
  const next = lane.waiting?.shift()
  if (lane.waiting?.length === 0) lane.waiting = null
  if (next !== undefined) submitWaited(lane, next)
  else dropWhenIdle(connection, conversationId, lane)
}

function holdLane(context: GatewayContext, connection: Connection, lane: SendLane, clientMessageId: string): void {
  const behind = lane.waiting ?? []
  lane.waiting = null
  lane.heldBy = clientMessageId
  for (const send of behind) {
    connection.inFlight -= 1
    refuse(context, connection, commands.send, send.sequence, 'HELD', clientMessageId)
  }
}
