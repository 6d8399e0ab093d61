// What a cut took of a log, and what that leaves of a journal: what was acked before and is lost can be in no view and on no device, and
// must be all that is lacking. What was cut off and is there once more was done again, as its command was left in the log: it stands where it
// does now. The rest of the journal is judged as any other, so that what is lost without a cut is missing.
import type { ControlEntry, Journal, MarkEntry, SendEntry } from './journal.ts'

export interface Lost {
  /** Acked before, cut off, and not done again. */
  readonly messages: number
  readonly controls: number
  /** Messages acked before, cut off, and done again. */
  readonly doneAgain: number
  /** Messages acked at any time that the remaining log has not. */
  readonly lacking: number
}

const eventTypes = { revoke: 'MessageRevoked', edit: 'MessageEdited', deleteForAll: 'MessageDeleted' } as const

/** Names of what was done to messages, as a cut names it; with the seq of what stands there. */
function standingIn({ conversations, hides }: Journal) {
  const messages = new Map<string, number>()
  const changes = new Map<string, number>()
  for (const { conversationId, history } of conversations)
    for (const { seq, type, targetSeq, clientMessageId } of history) {
      if (clientMessageId !== '') messages.set(`${conversationId} ${clientMessageId}`, seq)
      if (targetSeq > 0) changes.set(`${type} ${conversationId} ${targetSeq}`, seq)
    }
  for (const { userId, conversationId, seq } of hides ?? []) changes.set(`MessageHidden ${userId} ${conversationId} ${seq}`, 0)
  return { messages, changes }
}

const nameOf = ({ conversationId, clientMessageId }: Pick<SendEntry, 'conversationId' | 'clientMessageId'>) =>
  `${conversationId} ${clientMessageId}`

function nameOfControl({ kind, userId, conversationId, targetSeq }: ControlEntry): string {
  const place = `${conversationId} ${targetSeq}`
  return kind === 'deleteForMe' ? `MessageHidden ${userId} ${place}` : `${eventTypes[kind]} ${place}`
}

/** The journal as it would be had nobody been told of what is lost; null for a log that was left whole. */
export function withoutLost(whole: Journal): { readonly journal: Journal; readonly lost: Lost | null } {
  const { loss, sends, controls, marks } = whole
  if (loss === null) return { journal: whole, lost: null }
  const standing = standingIn(whole)
  const [cutMessages, cutChanges] = [new Set(loss.messages), new Set(loss.changes)]
  const before = ({ ackedAtMs }: { readonly ackedAtMs: number | null }) => ackedAtMs !== null && ackedAtMs < loss.returnedAtMs
  const cutOff = sends.filter((send) => before(send) && cutMessages.has(nameOf(send)))
  const gone = new Set(cutOff.filter((send) => !standing.messages.has(nameOf(send))).map(nameOf))
  const isGone = (control: ControlEntry) =>
    gone.has(nameOf(control)) ||
    (before(control) && cutChanges.has(nameOfControl(control)) && !standing.changes.has(nameOfControl(control)))
  const moved = new Set(cutOff)
  // What moved the marker further may be lost, and a mark have been answered by that; one beyond the end is taken as one of the end.
  const isDoubtful = ({ userId, conversationId, ordinal }: MarkEntry) =>
    loss.marks.some((mark) => mark.conversationId === conversationId && (mark.userId === userId || ordinal >= mark.ordinal))
  const journal = {
    ...whole,
    sends: sends
      .filter((send) => !gone.has(nameOf(send)))
      .map((send) => (moved.has(send) ? { ...send, seq: standing.messages.get(nameOf(send))! } : send)),
    controls: controls
      .filter((control) => !isGone(control))
      .map((control) => (before(control) ? { ...control, seq: standing.changes.get(nameOfControl(control)) ?? control.seq } : control)),
    marks: marks.map((mark) => ({ ...mark, acked: mark.acked && !isDoubtful(mark) })),
  }
  return {
    journal,
    lost: {
      messages: gone.size,
      controls: controls.filter((control) => control.ackedAtMs !== null && isGone(control)).length,
      doneAgain: cutOff.length - gone.size,
      lacking: sends.filter((send) => send.ackedAtMs !== null && !standing.messages.has(nameOf(send))).length,
    },
  }
}
