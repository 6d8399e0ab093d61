// Judges what was done to messages after they were sent: one event for each acked control and none for anything else, and every reader
// reads every message as the controls left it. Counts as of messages: a lost one is missing, a second one duplicated.
import type { ControlEntry, ControlKind, HideEntry, Journal, Standing } from './journal.ts'
import { changesOf } from './journal.ts'
import type { Tell, Truth } from './truth.ts'

/** Those that become an item of their conversation. */
const itemTypes: Readonly<Record<ControlKind, string>> = {
  revoke: 'MessageRevoked',
  edit: 'MessageEdited',
  deleteForAll: 'MessageDeleted',
  deleteForMe: '',
}

const standings = { revoke: 'revoked', deleteForAll: 'deleted' } as const satisfies Partial<Record<ControlKind, Standing>>

export function judgeControls(journal: Journal, truths: ReadonlyMap<string, Truth>, tell: Tell): void {
  const byPlace = Map.groupBy(journal.controls, (control) => control.conversationId)
  for (const control of journal.controls) {
    const { kind, refused, ackedAtMs, conversationId } = control
    if (refused !== null) tell('missing', `${nameOf(control)} was refused: ${refused}`)
    if (ackedAtMs !== null && kind !== 'deleteForMe' && !truths.has(conversationId)) tell('missing', nameOf(control))
  }
  for (const [conversationId, truth] of truths) {
    const controls = byPlace.get(conversationId) ?? []
    judgeItems(truth, controls, tell)
    judgeStandings(truth, controls, tell)
  }
  if (journal.hides !== null) judgeHides(journal.controls, journal.hides, tell)
}

/** seq of the messages of a conversation that do not count as unread for a user. */
export function uncountedFor(userId: string, { entry }: Truth, controls: readonly ControlEntry[]): Set<number> {
  const taken = entry.history.filter(({ type }) => type === itemTypes.revoke || type === itemTypes.deleteForAll)
  const hidden = controls.filter(
    (control) =>
      control.kind === 'deleteForMe' &&
      control.userId === userId &&
      control.conversationId === entry.conversationId &&
      control.ackedAtMs !== null,
  )
  const read = readingsOf(entry).filter((reading) => reading.userId === userId)
  return new Set([
    ...taken.map((item) => item.targetSeq),
    ...hidden.map((control) => control.targetSeq),
    ...read.flatMap(({ changed }) => changed.filter(([, stands]) => stands === 'hidden').map(([seq]) => seq)),
  ])
}

/** How many of each kind were acked, how long the slowest took, and how many were left with their device. */
export function evidenceOfControls(controls: readonly ControlEntry[]) {
  const acked = controls.filter((control) => control.ackedAtMs !== null)
  const took = acked.map((control) => control.ackedAtMs! - control.askedAtMs)
  return {
    controlsAcked: Object.fromEntries(
      Object.keys(itemTypes).map((kind) => [kind, acked.filter((control) => control.kind === kind).length]),
    ),
    controlsAbandoned: controls.filter((control) => control.abandoned).length,
    longestControlMs: Math.round(took.reduce((a, b) => Math.max(a, b), 0)),
  }
}

const nameOf = ({ kind, userId, conversationId, targetSeq, seq }: ControlEntry): string =>
  `${kind} of ${conversationId} ${targetSeq} by ${userId}${seq ? `, acked as ${seq}` : ''}`

function judgeItems({ entry }: Truth, controls: readonly ControlEntry[], tell: Tell): void {
  const found = Map.groupBy(
    entry.history.filter((item) => item.targetSeq > 0),
    (item) => `${item.type} ${item.targetSeq}`,
  )
  for (const control of controls) {
    if (control.kind === 'deleteForMe') continue
    const key = `${itemTypes[control.kind]} ${control.targetSeq}`
    const seqs = (found.get(key) ?? []).map((item) => item.seq)
    found.delete(key)
    judgeTimes(control, seqs.length, tell)
    if (control.ackedAtMs !== null && seqs.length === 1 && seqs[0] !== control.seq)
      tell('misordered', `${nameOf(control)}, stored as ${seqs[0]}`)
  }
  for (const key of found.keys()) tell('duplicated', `${entry.conversationId} ${key}, which nobody asked for`)
}

/** Deletions for oneself stand in the log alone. */
function judgeHides(controls: readonly ControlEntry[], hides: readonly HideEntry[], tell: Tell): void {
  const found = Map.groupBy(hides, ({ userId, conversationId, seq }) => `${userId} ${conversationId} ${seq}`)
  for (const control of controls) {
    if (control.kind !== 'deleteForMe') continue
    const key = `${control.userId} ${control.conversationId} ${control.targetSeq}`
    judgeTimes(control, found.get(key)?.length ?? 0, tell)
    found.delete(key)
  }
  for (const key of found.keys()) tell('duplicated', `${key} hidden, which nobody asked for`)
}

/** One event when it was acked, and at most one when not. */
function judgeTimes(control: ControlEntry, times: number, tell: Tell): void {
  if (times > 1) tell('duplicated', `${nameOf(control)} happened ${times} times`)
  if (times === 0 && control.ackedAtMs !== null) tell('missing', nameOf(control))
}

interface Reading {
  readonly userId: string
  readonly seqs: readonly number[]
  readonly changed: readonly (readonly [seq: number, stands: Standing])[]
}

const readingsOf = ({ readBy, history, readByOthers }: Truth['entry']): readonly Reading[] => [
  { userId: readBy, seqs: history.map((item) => item.seq), changed: changesOf(history) },
  ...readByOthers,
]

/** As it must stand for a reader: what others hid from themselves, and what was edited after their stay, is as it was sent. */
function standingFor({ kind, userId, targetSeq }: ControlEntry, readerId: string, { entry, stays }: Truth): Standing {
  if (kind === 'deleteForMe') return userId === readerId ? 'hidden' : 'asSent'
  if (kind !== 'edit') return standings[kind]
  const edit = entry.history.find((item) => item.type === itemTypes.edit && item.targetSeq === targetSeq)
  const stay = stays.get(readerId)?.find(({ fromSeq, toSeq }) => fromSeq <= targetSeq && targetSeq < toSeq)
  return edit !== undefined && stay !== undefined && edit.seq >= stay.toSeq ? 'asSent' : 'edited'
}

function judgeStandings(truth: Truth, controls: readonly ControlEntry[], tell: Tell): void {
  const { entry } = truth
  for (const { userId, seqs, changed } of readingsOf(entry)) {
    const read = new Set(seqs)
    const left = new Map(changed)
    for (const control of controls) {
      if (!read.has(control.targetSeq)) continue
      const stands = left.get(control.targetSeq) ?? 'asSent'
      left.delete(control.targetSeq)
      const right = stands === standingFor(control, userId, truth) || (control.ackedAtMs === null && stands === 'asSent')
      if (!right) tell('missing', `${nameOf(control)}: ${userId} reads it ${stands}`)
    }
    for (const [seq, stands] of left) tell('missing', `${entry.conversationId} ${seq} has other content: ${userId} reads it ${stands}`)
  }
}
