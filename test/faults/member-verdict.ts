// What stays promise, beyond that nobody is shown what lies outside theirs: everything within is shown, on each device, live or by sync, and read
// back; nobody writes from outside, or into a group that was dismissed; and a message was refused where its sender may have been out, or muted.
import type { DeviceEntry, Journal, MemberAsk, SendEntry } from './journal.ts'
import { maySee } from './stays.ts'
import type { Tell, Truth } from './truth.ts'

type Truths = ReadonlyMap<string, Truth>

/** The sends that were refused as they may: of anybody else's message it says that it is missing. */
export function refusedOutside({ sends, memberAsks }: Pick<Journal, 'sends' | 'memberAsks'>): ReadonlySet<SendEntry> {
  const ofPlace = Map.groupBy(memberAsks, ({ conversationId }) => conversationId)
  const isExcused = (send: SendEntry): boolean => {
    const asks = ofPlace.get(send.conversationId) ?? []
    const own = asks.filter(({ userId }) => userId === send.userId)
    const until = send.refusedAtMs ?? Number.POSITIVE_INFINITY
    const asked = (to: MemberAsk['to']) =>
      asks.some((ask) => ask.to === to && ask.askedAtMs <= until && ['', send.userId].includes(ask.userId))
    switch (send.refused) {
      case 'NOT_A_MEMBER':
        return asks.length > 0 && !isCertainlyIn(own, send.intendedAtMs, until)
      case 'MUTED':
        return asked('muted')
      case 'GROUP_DISMISSED':
        return asked('dismissed')
      default:
        return false
    }
  }
  return new Set(sends.filter((send) => send.refused !== null && isExcused(send)))
}

/** All the time: they were let in before, and whatever could have had them out was over before that, or asked afterwards. */
function isCertainlyIn(own: readonly MemberAsk[], from: number, to: number): boolean {
  const outs = own.filter((ask) => ask.to === 'out' && ask.happened !== false)
  return own.some(
    (ask) =>
      ask.to === 'in' &&
      ask.happened === true &&
      ask.answeredAtMs! <= from &&
      outs.every((out) => (out.answeredAtMs ?? Number.POSITIVE_INFINITY) < ask.askedAtMs || out.askedAtMs > to),
  )
}

/** What a device was not shown of what its user may see. */
export function* unshown(device: DeviceEntry, truths: Truths): Generator<readonly [conversationId: string, seq: number]> {
  const seen = Map.groupBy(device.shown, ([conversationId]) => conversationId)
  for (const [conversationId, { entry, stays }] of truths) {
    const ranges = stays.get(device.userId)
    if (ranges === undefined) continue
    const seqs = new Set((seen.get(conversationId) ?? []).map(([, seq]) => seq))
    for (const { seq } of entry.history) if (maySee(ranges, seq) && !seqs.has(seq)) yield [conversationId, seq]
  }
}

export function judgeStays(journal: Journal, truths: Truths, tell: Tell): void {
  const excused = refusedOutside(journal)
  for (const send of journal.sends)
    if (send.refused !== null && memberCodes.has(send.refused) && !excused.has(send))
      tell('missing', `${send.conversationId} ${send.clientMessageId} of ${send.userId} refused: ${send.refused}, without a reason`)
  for (const truth of truths.values()) judgeWritten(truth, tell)
  // Of a log that was cut all are shown what is left, once more; that is judged by what was acked.
  if (journal.loss !== null) return
  for (const device of journal.devices)
    for (const [conversationId, seq] of unshown(device, truths))
      tell('neverShownLive', `${conversationId} ${seq} to ${device.userId}/${device.deviceId}`)
  for (const { entry, stays } of truths.values())
    for (const { userId, seqs } of entry.readByOthers) {
      const read = new Set(seqs)
      for (const { seq } of entry.history)
        if (maySee(stays.get(userId), seq) && !read.has(seq)) tell('missing', `${entry.conversationId} ${seq} in the history of ${userId}`)
    }
}

const memberCodes: ReadonlySet<string> = new Set(['NOT_A_MEMBER', 'MUTED', 'GROUP_DISMISSED'])

function judgeWritten({ entry, stays }: Truth, tell: Tell): void {
  const { conversationId, history } = entry
  const end = history.find(({ type }) => type === 'GroupDismissed')?.seq ?? Number.POSITIVE_INFINITY
  for (const { seq, type, actorId } of history) {
    if (seq > end) tell('leaked', `${conversationId} ${seq} ${type} into a group that was dismissed`)
    else if (type === 'MessageSent' && !maySee(stays.get(actorId), seq))
      tell('leaked', `${conversationId} ${seq} of ${actorId}, who was out`)
  }
}

export function evidenceOfMembers(journal: Pick<Journal, 'sends' | 'memberAsks'>): { memberAsks?: number; refusedOutside?: number } {
  if (journal.memberAsks.length === 0) return {}
  return { memberAsks: journal.memberAsks.length, refusedOutside: refusedOutside(journal).size }
}
