// Judges a journal: counts every broken promise. Pure; what it does not find in the journal it cannot excuse.
import { evidenceOfBlocks, judgeBlocks, rightlyRefused } from './block-verdict.ts'
import { evidenceOfTellings, isToEverybody, judgeTellings } from './broadcast-verdict.ts'
import { evidenceOfControls, judgeControls, uncountedFor } from './control-verdict.ts'
import type { ControlEntry, DeviceEntry, Journal, SendEntry } from './journal.ts'
import { type Lost, withoutLost } from './loss.ts'
import { evidenceOfMembers, judgeStays, refusedOutside } from './member-verdict.ts'
import { evidenceOfRelations, judgeRelations } from './relation-verdict.ts'
import { maySee } from './stays.ts'
import type { Count, Tell, Truth } from './truth.ts'
import { readHistory } from './truth.ts'

const examplesMax = 5

export interface Verdict {
  readonly scenario: string
  readonly seed: number
  readonly sent: number
  readonly acked: number
  /** Revokes, edits and deletions asked for, and not abandoned with their device. */
  readonly controls: number
  readonly controlsAcked: number
  readonly missing: number
  readonly duplicated: number
  readonly gaps: number
  readonly misordered: number
  readonly neverShownLive: number
  readonly leaked: number
  readonly unreadWrong: number
  readonly viewsDiffer: number
  /** Acked, and gone with what was cut off the log. */
  readonly lost: number
  readonly longestOutageMs: number
  readonly outageMsMax: number
  readonly evidence: Record<string, unknown>
}

export const counts = ['missing', 'duplicated', 'gaps', 'misordered', 'neverShownLive', 'leaked', 'unreadWrong', 'viewsDiffer'] as const

export function judge(whole: Journal): Verdict {
  const { journal, lost } = withoutLost(whole)
  const found: Record<Count, number> = { missing: 0, duplicated: 0, gaps: 0, misordered: 0, neverShownLive: 0, leaked: 0, unreadWrong: 0 }
  const examples: Record<string, string[]> = {}
  const tell: Tell = (count, example) => {
    found[count]++
    examples[count] ??= []
    if (examples[count].length < examplesMax) examples[count].push(example)
  }
  const acked = journal.sends.filter((send) => send.ackedAtMs !== null)
  const truths = new Map(journal.conversations.map((entry) => [entry.conversationId, readHistory(entry, tell)]))
  judgeAcked(acked, truths, tell)
  judgeSendOrder(journal.sends, truths, tell)
  judgeControls(journal, truths, tell)
  judgeBlocks(journal, tell)
  judgeRelations(journal, tell)
  judgeStays(journal, truths, tell)
  judgeTellings(journal, tell)
  const controlsAcked = journal.controls.filter((control) => control.ackedAtMs !== null)
  // Of a log that was left whole all that was stored is to be shown, acked or not.
  const shown = journal.loss === null ? [] : [...acked, ...controlsAcked.filter((control) => control.seq! > 0)]
  for (const device of journal.devices) judgeShown(device, shown, truths, tell)
  for (const device of journal.devices) judgeEarlier(device, tell)
  for (const { stays, entry } of truths.values()) {
    for (const { userId, seqs } of entry.readByOthers)
      for (const seq of seqs)
        if (!maySee(stays.get(userId), seq)) tell('leaked', `${entry.conversationId} ${seq} in the history of ${userId}`)
  }
  judgeUnread(journal, truths, tell)
  const notTold = journal.devices.filter(({ earlier }) => (whole.loss === null ? earlier.length > 0 : earlier.length === 0)).length
  const refused = new Set([...rightlyRefused(whole), ...refusedOutside(whole)])
  const toBeAcked = whole.sends.filter((send) => !refused.has(send))
  // What everybody is told is asked for as a request is, which waits longer for a lost answer than a message does.
  const messages = toBeAcked.filter((send) => !isToEverybody(send))
  const outages = messages.map((send) => (send.ackedAtMs ?? journal.endedAtMs) - send.intendedAtMs)
  return {
    scenario: journal.scenario,
    seed: journal.seed,
    sent: toBeAcked.length,
    acked: whole.sends.filter((send) => send.ackedAtMs !== null).length,
    controls: journal.controls.filter((control) => !control.abandoned).length,
    controlsAcked: controlsAcked.length,
    ...found,
    viewsDiffer: journal.viewsDiffer,
    lost: lost?.messages ?? 0,
    longestOutageMs: Math.round(outages.reduce((a, b) => Math.max(a, b), 0)),
    outageMsMax: whole.outageMsMax,
    evidence: {
      injected: journal.injected,
      ...journal.evidence,
      ...(lost === null ? {} : { lost: { ...lost, events: whole.loss!.events } }),
      ...(notTold === 0 ? {} : { devicesWronglyTold: notTold }),
      ...evidenceOfControls(journal.controls),
      ...evidenceOfBlocks(whole),
      ...evidenceOfRelations(whole),
      ...evidenceOfMembers(whole),
      ...evidenceOfTellings(whole),
      ...(Object.keys(examples).length > 0 ? { examples } : {}),
      ...refusalsOf([...journal.sends, ...journal.controls]),
    },
  }
}

/** Why the run fails; empty when it passes. */
export function failures(verdict: Verdict): string[] {
  const reasons: string[] = counts.filter((count) => verdict[count] !== 0).map((count) => `${count} ${verdict[count]}`)
  if (verdict.sent === 0 || verdict.acked < verdict.sent) reasons.push(`acked ${verdict.acked} of ${verdict.sent}`)
  if (verdict.controls === 0 || verdict.controlsAcked < verdict.controls)
    reasons.push(`controls acked ${verdict.controlsAcked} of ${verdict.controls}`)
  if (verdict.longestOutageMs > verdict.outageMsMax) reasons.push(`outage ${verdict.longestOutageMs} ms`)
  const runs = (verdict.evidence.runs ?? [verdict.evidence]) as { readonly devicesWronglyTold?: number; readonly lost?: Lost }[]
  for (const { devicesWronglyTold, lost } of runs) {
    if (devicesWronglyTold) reasons.push(`told of another log, or not told: ${devicesWronglyTold} devices`)
    if (lost && lost.messages !== lost.lacking) reasons.push(`lost ${lost.messages}, the log lacks ${lost.lacking}`)
  }
  if (verdict.evidence.injected !== true) reasons.push('fault not injected')
  return reasons
}

function judgeAcked(acked: readonly SendEntry[], truths: ReadonlyMap<string, Truth>, tell: Tell): void {
  for (const { conversationId, clientMessageId, seq } of acked) {
    const stored = truths.get(conversationId)?.seqOf.get(clientMessageId)
    if (stored === undefined) tell('missing', `${conversationId} ${seq} ${clientMessageId}`)
    else if (stored !== seq) tell('misordered', `${conversationId} ${clientMessageId} acked as ${seq}, stored as ${stored}`)
  }
}

/** seq follows the order in which one device sent in one conversation. */
function judgeSendOrder(sends: readonly SendEntry[], truths: ReadonlyMap<string, Truth>, tell: Tell): void {
  const lastOf = new Map<string, number>()
  const ordered = [...sends].sort((a, b) => a.number - b.number)
  for (const { conversationId, userId, deviceId, clientMessageId, number } of ordered) {
    const seq = truths.get(conversationId)?.seqOf.get(clientMessageId)
    if (seq === undefined) continue
    const lane = `${conversationId} ${userId}/${deviceId}`
    const last = lastOf.get(lane) ?? 0
    if (seq < last) tell('misordered', `${lane} message ${number} has seq ${seq}, one before it has ${last}`)
    lastOf.set(lane, Math.max(last, seq))
  }
}

function judgeShown(
  device: DeviceEntry,
  acked: readonly (SendEntry | ControlEntry)[],
  truths: ReadonlyMap<string, Truth>,
  tell: Tell,
): void {
  const { userId, deviceId, shown } = device
  const who = `${userId}/${deviceId}`
  const seen = new Map<string, Set<number>>()
  const ids = new Set<string>()
  const lasts = new Map<string, number>()
  for (const [conversationId, seq, clientMessageId] of shown) {
    const truth = truths.get(conversationId)
    const known = seen.get(conversationId) ?? new Set()
    seen.set(conversationId, known)
    const last = lasts.get(conversationId)
    const stays = truth?.stays.get(userId)
    const twice = known.has(seq) || (clientMessageId !== '' && ids.has(`${conversationId} ${clientMessageId}`))
    if (twice) tell('duplicated', `${who} shown ${conversationId} ${seq} twice`)
    else if (last !== undefined && seq < last) tell('misordered', `${who} shown ${conversationId} ${seq} after ${last}`)
    else if (last !== undefined) {
      for (let missing = last + 1; missing < seq; missing++)
        if (maySee(stays, missing)) tell('gaps', `${who} ${conversationId} ${missing} passed over`)
    }
    if (!maySee(stays, seq)) tell('leaked', `${conversationId} ${seq} shown to ${who}`)
    const stored = truth?.idAt.get(seq)
    if (stored !== undefined && stored !== clientMessageId)
      tell('misordered', `${who} shown ${clientMessageId} as ${conversationId} ${seq}, stored is ${stored}`)
    known.add(seq)
    if (clientMessageId !== '') ids.add(`${conversationId} ${clientMessageId}`)
    lasts.set(conversationId, Math.max(last ?? 0, seq))
  }
  for (const { conversationId, seq } of acked) {
    if (maySee(truths.get(conversationId)?.stays.get(userId), seq!) && !seen.get(conversationId)?.has(seq!))
      tell('neverShownLive', `${conversationId} ${seq} to ${who}`)
  }
}

/** Before a device was told of another log: what is left of that to compare with may be other than it was. */
function judgeEarlier({ userId, deviceId, earlier }: DeviceEntry, tell: Tell): void {
  for (const shown of earlier) {
    const lasts = new Map<string, number>()
    for (const [conversationId, seq] of shown) {
      const last = lasts.get(conversationId) ?? 0
      if (seq === last) tell('duplicated', `${userId}/${deviceId} shown ${conversationId} ${seq} twice, before it was told`)
      else if (seq < last) tell('misordered', `${userId}/${deviceId} shown ${conversationId} ${seq} after ${last}, before it was told`)
      lasts.set(conversationId, Math.max(last, seq))
    }
  }
}

function judgeUnread(journal: Journal, truths: ReadonlyMap<string, Truth>, tell: Tell): void {
  const sessions = new Map(journal.sessions.map((session) => [`${session.conversationId} ${session.userId}`, session]))
  // Who is never there says nothing of what is unread, and reads nothing back.
  const people = new Set(journal.devices.map(({ userId }) => userId))
  const marks = Map.groupBy(journal.marks, (mark) => `${mark.conversationId} ${mark.userId}`)
  for (const truth of truths.values()) {
    const { entry, stays } = truth
    const messages = entry.history.filter((item) => item.clientMessageId !== '')
    for (const [userId, ranges] of stays) {
      if (!people.has(userId)) continue
      const key = `${entry.conversationId} ${userId}`
      const session = sessions.get(key)
      if (!session) {
        if (entry.history.length > 0) tell('unreadWrong', `${key} has no session`)
        continue
      }
      const { toSeq } = ranges.at(-1)!
      const visible = messages.filter((item) => item.seq < toSeq)
      const own = visible.filter((item) => item.actorId === userId).map((item) => item.ordinal)
      const mine = marks.get(key) ?? []
      const certain = [0, ...own, ...ranges.map((r) => r.fromOrdinal), ...mine.filter((m) => m.acked).map((m) => m.ordinal)]
      const least = certain.reduce((a, b) => Math.max(a, b), 0)
      const most = mine.reduce((a, m) => Math.max(a, m.ordinal), least)
      const uncounted = uncountedFor(userId, truth, journal.controls)
      // Whoever is out has nothing unread.
      const counted = toSeq < Number.POSITIVE_INFINITY ? [] : visible
      const recount = counted.filter((item) => item.ordinal > session.readOrdinal && !uncounted.has(item.seq)).length
      const counts =
        session.unread === recount && session.listed === recount && (session.toSeq === 0) === (toSeq === Number.POSITIVE_INFINITY)
      const right = counts && session.readOrdinal >= least && session.readOrdinal <= most
      if (!right)
        tell(
          'unreadWrong',
          `${key}: read ${session.readOrdinal} (must be ${least} to ${most}), unread ${session.unread}, listed ${session.listed}, recounted ${recount}, out from ${session.toSeq} (${toSeq})`,
        )
      const end = entry.history.at(-1)?.seq ?? 0
      if (toSeq === Number.POSITIVE_INFINITY && session.lastSeq !== end)
        tell('gaps', `${key}: sync says ${session.lastSeq}, history ends at ${end}`)
    }
  }
}

function refusalsOf(sends: readonly (SendEntry | ControlEntry)[]): { refused?: Record<string, number> } {
  const refused: Record<string, number> = {}
  for (const send of sends) if (send.refused !== null) refused[send.refused] = (refused[send.refused] ?? 0) + 1
  return Object.keys(refused).length > 0 ? { refused } : {}
}
