// Read marks move forward only, so that of many only the newest matters: while one is on its way for a conversation, the later ones
// wait as one with the highest ordinal, and all of them get the answer of that one.
import type { Outcome } from '@skein/command-desk'
import type { MarkRead } from '@skein/contracts'
import { Lanes } from '../connection/lanes.ts'
import { admitCommand, admitInFlight } from './admission.ts'
import { answerOutcome, commandOrRefused, giveCommand, senderOf } from './command-request.ts'
import type { Handler, Request } from './request.ts'

type MarkReadRequest = Request<'markRead'>

/** Requests that are answered by one command. */
interface ReadMarks {
  readonly requests: MarkReadRequest[]
  command: MarkRead
}

interface ReadMarkLane {
  /** Null until something has to wait. */
  waiting: ReadMarks | null
}

const lanes = new Lanes<ReadMarkLane>()

export const markRead: Handler<'markRead'> = {
  /** One that waits with others costs no command of its own. */
  admit(request, { conversationId }) {
    const onTheWay = lanes.get(request.connection, conversationId) !== undefined
    return onTheWay ? admitInFlight(request) : admitCommand(request)
  },

  handle(request, said) {
    const command = commandOrRefused(request, said)
    if (command === null) return
    const mark = command as MarkRead
    const lane = lanes.get(request.connection, mark.conversationId)
    if (lane === undefined) {
      lanes.set(request.connection, mark.conversationId, { waiting: null })
      submit({ requests: [request], command: mark })
    } else if (lane.waiting === null) lane.waiting = { requests: [request], command: mark }
    else join(lane.waiting, request, mark)
  },
}

function join(marks: ReadMarks, request: MarkReadRequest, mark: MarkRead): void {
  marks.requests.push(request)
  const retry = marks.command.meta.retry || mark.meta.retry
  const farthest = mark.ordinal > marks.command.ordinal ? mark : marks.command
  marks.command = { ...farthest, meta: { ...farthest.meta, retry } }
}

function submit(marks: ReadMarks): void {
  giveCommand(marks.requests[0]!, marks.command, (outcome) => settle(marks, outcome))
}

function settle({ requests, command }: ReadMarks, outcome: Outcome): void {
  const { connection, context } = requests[0]!
  const { conversationId } = command
  const lane = lanes.get(connection, conversationId)
  if (!connection.open || lane === undefined) return
  for (const request of requests) answerOutcome(request, outcome)
  const next = lane.waiting
  if (next === null) {
    lanes.delete(connection, conversationId)
    return
  }
  lane.waiting = null
  const { retry } = next.command.meta
  submit({ ...next, command: { ...next.command, meta: context.desk.stamp(senderOf(connection), null, retry) } })
}
