// Read marks move forward only, so that of many only the newest matters: while one is on its way for a conversation, the
// later ones wait as one with the highest ordinal, and all of them get the answer of that one.
import type { MarkRead } from '@skein/contracts'
import { aggregateKey, commands, flags, type Packet, wire } from '@skein/contracts'
import { invalid, isConversationId, isCount } from './arguments.ts'
import type { Outcome, Pending } from './command-desk.ts'
import type { Connection } from './connection.ts'
import { monotonicMs } from './connection.ts'
import type { GatewayContext } from './context.ts'
import { refuse } from './farewell.ts'
import { decodeBody } from './packet-body.ts'
import { takeToken, tokenWaitMs } from './token-bucket.ts'

interface ReadMarks {
  readonly sequences: number[]
  ordinal: number
  retry: boolean
}

export interface ReadMarkLane {
  /** Null until something has to wait. */
  waiting: ReadMarks | null
}

interface PendingReadMarks extends Pending {
  readonly context: GatewayContext
  readonly conversationId: string
  readonly marks: ReadMarks
}

/** A message/mark-read packet. Throws for a body that does not parse. */
export function receiveMarkRead(context: GatewayContext, connection: Connection, packet: Packet): void {
  const { conversationId, ordinal } = decodeBody(wire.MarkReadRequest, packet.body)
  const refusal = !isConversationId(conversationId) ? invalid('conversationId') : !isCount(ordinal as number) ? invalid('ordinal') : null
  if (refusal !== null) {
    refuse(context, connection, commands.markRead, packet.sequence, refusal.code, refusal.detail)
    return
  }
  const { inFlightMax, sendsPerSecond, sendBurst } = context.limits
  if (connection.inFlight >= inFlightMax) {
    refuse(context, connection, commands.markRead, packet.sequence, 'TOO_MANY_IN_FLIGHT', 'inFlightMax')
    return
  }
  const retry = (packet.flags & flags.retry) !== 0
  const lane = connection.readMarks?.get(conversationId!)
  if (lane === undefined && !takeToken(connection.user!, sendsPerSecond, sendBurst, monotonicMs())) {
    const waitMs = tokenWaitMs(connection.user!, sendsPerSecond)
    refuse(context, connection, commands.markRead, packet.sequence, 'RATE_LIMITED', 'sendsPerSecond', waitMs)
    return
  }
  connection.inFlight += 1
  if (lane === undefined) {
    connection.readMarks ??= new Map()
    connection.readMarks.set(conversationId!, { waiting: null })
    submit(context, connection, conversationId!, { sequences: [packet.sequence], ordinal: Number(ordinal ?? 0), retry })
  } else if (lane.waiting === null) {
    lane.waiting = { sequences: [packet.sequence], ordinal: Number(ordinal ?? 0), retry }
  } else {
    lane.waiting.sequences.push(packet.sequence)
    lane.waiting.ordinal = Math.max(lane.waiting.ordinal, Number(ordinal ?? 0))
    lane.waiting.retry ||= retry
  }
}

function submit(context: GatewayContext, connection: Connection, conversationId: string, marks: ReadMarks): void {
  const command: MarkRead = {
    type: 'MarkRead',
    meta: context.desk.stamp(connection, marks.retry),
    conversationId,
    ordinal: marks.ordinal,
  }
  const pending: PendingReadMarks = { context, connection, sequence: 0, settle: settleReadMarks, conversationId, marks }
  context.desk.submit(aggregateKey(connection.identity!.appId, conversationId), command, pending)
}

function settleReadMarks(pending: Pending, outcome: Outcome): void {
  const { context, connection, conversationId, marks } = pending as PendingReadMarks
  const lane = connection.readMarks?.get(conversationId)
  if (!connection.open || lane === undefined) return
  connection.inFlight -= marks.sequences.length
  const body = 'reply' in outcome ? wire.MarkReadReply.encode({ conversationId, ordinal: outcome.reply.ordinal }).finish() : null
  for (const sequence of marks.sequences) {
    if (body !== null) context.outbox.packet(connection, commands.markRead, sequence, flags.ack, body)
    else if ('code' in outcome) refuse(context, connection, commands.markRead, sequence, outcome.code, outcome.detail)
  }
  const next = lane.waiting
  if (next !== null) {
    lane.waiting = null
    submit(context, connection, conversationId, next)
    return
  }
  connection.readMarks!.delete(conversationId)
  if (connection.readMarks!.size === 0) connection.readMarks = null
}
