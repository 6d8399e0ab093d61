// Sends keep their order per connection and conversation: one command on its way to the log at a time, the others wait behind it. A
// send refused in a way that can be repeated HOLDS its lane: those behind it, and all later ones, are refused with HELD until that very
// clientMessageId is sent again; else a later message would overtake it. They also wait behind what is asked of the views before their
// conversation is changed (putOffSends).
import type { Outcome } from '@skein/command-desk'
import { isUuid, parseConversationId, type SkeinCommand } from '@skein/contracts'
import type { Connection } from '../connection/connection.ts'
import { isRetriable } from '../connection/error-answer.ts'
import { Lanes } from '../connection/lanes.ts'
import { dismiss } from '../connection/parting.ts'
import { admitCommand } from './admission.ts'
import { answerOutcome, commandOf, giveCommand, isCommand } from './command-request.ts'
import type { Handler, Request } from './request.ts'

type SendRequest = Request<'send'>

/** Where a send belongs, and the name that it can hold its lane by. */
interface Named {
  readonly conversationId: string
  readonly clientMessageId: string
}

interface PendingSend extends Named {
  readonly request: SendRequest
  readonly command: SkeinCommand
}

interface SendLane {
  onTheWay: boolean
  /** How many wait for the views before the sends behind them may go on. */
  putOffBy: number
  /** Null until something has to wait. */
  waiting: PendingSend[] | null
  /** The refused clientMessageId that holds the lane; empty for none. */
  heldBy: string
}

const lanes = new Lanes<SendLane>()

const isNamed = ({ conversationId, clientMessageId }: Named): boolean =>
  isUuid(clientMessageId) && parseConversationId(conversationId) !== null

export const send: Handler<'send'> = {
  /** A held one is refused before all limits: it takes nothing from the one that it waits for. */
  admit(request, said) {
    const heldBy = lanes.get(request.connection, said.conversationId)?.heldBy ?? ''
    if (heldBy !== '' && heldBy !== said.clientMessageId && isNamed(said)) {
      request.refuse('HELD', heldBy)
      return false
    }
    const admitted = admitCommand(request)
    if (!admitted && isNamed(said)) hold(request, said)
    return admitted
  },

  handle(request, said) {
    const { conversationId, clientMessageId } = said
    const command = commandOf(request, said)
    if (!isCommand(command)) {
      // A refusal for good: if it answers the send that holds the lane, that send is done.
      release(request.connection, said)
      request.refuse(command.code, command.detail)
      return
    }
    const lane = laneOf(request.connection, conversationId)
    lane.heldBy = ''
    const pending: PendingSend = { request, command, conversationId, clientMessageId }
    if (isFree(lane)) submit(lane, pending)
    else if (lane.waiting === null) lane.waiting = [pending]
    else lane.waiting.push(pending)
    boundLanes(request)
  },

  passedOver(request, said) {
    const heldBy = lanes.get(request.connection, said.conversationId)?.heldBy ?? ''
    if (heldBy === '' && isNamed(said)) hold(request, said)
  },
}

/** Sends to the conversation that come behind this request wait until what it returns is called. */
export function putOffSends({ connection }: Request, conversationId: string): () => void {
  laneOf(connection, conversationId).putOffBy += 1
  return () => {
    const lane = lanes.get(connection, conversationId)
    if (!connection.open || lane === undefined) return
    lane.putOffBy -= 1
    goOn(connection, conversationId, lane)
  }
}

const isFree = ({ onTheWay, putOffBy }: SendLane): boolean => !onTheWay && putOffBy === 0

function laneOf(connection: Connection, conversationId: string): SendLane {
  let lane = lanes.get(connection, conversationId)
  if (lane === undefined) {
    lane = { onTheWay: false, putOffBy: 0, waiting: null, heldBy: '' }
    lanes.set(connection, conversationId, lane)
  }
  return lane
}

function dropWhenIdle(connection: Connection, conversationId: string, lane: SendLane): void {
  if (isFree(lane) && lane.waiting === null && lane.heldBy === '') lanes.delete(connection, conversationId)
}

function hold(request: SendRequest, { conversationId, clientMessageId }: Named): void {
  laneOf(request.connection, conversationId).heldBy = clientMessageId
  boundLanes(request)
}

function release(connection: Connection, { conversationId, clientMessageId }: Named): void {
  const lane = lanes.get(connection, conversationId)
  if (lane === undefined || lane.heldBy !== clientMessageId) return
  lane.heldBy = ''
  dropWhenIdle(connection, conversationId, lane)
}

/** Closing a connection holds all its sends at once: the client sends them again, in order, on the next one. */
function boundLanes({ context, connection }: SendRequest): void {
  if (lanes.count(connection) <= context.limits.sendLanesMax) return
  dismiss(context, connection, { code: 'RATE_LIMITED', detail: 'sendLanesMax' })
}

function submit(lane: SendLane, pending: PendingSend): void {
  lane.onTheWay = true
  giveCommand(pending.request, pending.command, (outcome) => settle(pending, outcome))
}

function settle({ request, conversationId, clientMessageId }: PendingSend, outcome: Outcome): void {
  const { connection } = request
  const lane = lanes.get(connection, conversationId)
  if (!connection.open || lane === undefined) return
  lane.onTheWay = false
  answerOutcome(request, outcome)
  if (!outcome.accepted && isRetriable(outcome.code)) holdBehind(lane, clientMessageId)
  goOn(connection, conversationId, lane)
}

/** With the next of those that wait, if nothing is before it any more. */
function goOn(connection: Connection, conversationId: string, lane: SendLane): void {
  if (!isFree(lane)) return
  const next = lane.waiting?.shift()
  if (lane.waiting?.length === 0) lane.waiting = null
  if (next === undefined) dropWhenIdle(connection, conversationId, lane)
  // What it spent waiting behind others is not taken from its own time.
  else submit(lane, { ...next, command: next.request.context.desk.afresh(next.command) })
}

function holdBehind(lane: SendLane, clientMessageId: string): void {
  const behind = lane.waiting ?? []
  lane.waiting = null
  lane.heldBy = clientMessageId
  for (const { request } of behind) request.refuse('HELD', clientMessageId)
}
