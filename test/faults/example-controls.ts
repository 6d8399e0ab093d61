// The conversation of the example in which one message of each kind of control is acted upon, and one is left alone.
import type { ControlEntry, ControlKind, HistoryEntry, Journal, SendEntry, Standing } from './journal.ts'
import { changesOf } from './journal.ts'

const conversationId = 'd:ann:cat'
const sentAtMs = 500
const ackedAtMs = 520

/** What stands at seq 1 to 5, for its sender and for the other. */
const standings: readonly (readonly [forAnn: Standing, forCat: Standing])[] = [
  ['revoked', 'revoked'],
  ['edited', 'edited'],
  ['deleted', 'deleted'],
  ['asSent', 'hidden'],
  ['asSent', 'asSent'],
]

const nobody = { actorId: 'ann', userIds: [] }

const message = (at: number, stands: Standing): HistoryEntry => {
  return { ...nobody, seq: at, ordinal: at, type: 'MessageSent', clientMessageId: `cat-${at}`, stands, targetSeq: 0 }
}
const change = (seq: number, type: string, targetSeq: number): HistoryEntry => {
  return { ...nobody, seq, ordinal: standings.length, type, clientMessageId: '', stands: 'asSent', targetSeq }
}
const changes = [change(6, 'MessageRevoked', 1), change(7, 'MessageEdited', 2), change(8, 'MessageDeleted', 3)]
const historyFor = (reader: 0 | 1): HistoryEntry[] => [...standings.map((stands, i) => message(i + 1, stands[reader])), ...changes]

function control(kind: ControlKind, targetSeq: number, seq: number): ControlEntry {
  const target = { conversationId, clientMessageId: `cat-${targetSeq}`, targetSeq }
  const who = { userId: kind === 'deleteForMe' ? 'cat' : 'ann', deviceId: 'phone' }
  return { kind, ...target, ...who, askedAtMs: sentAtMs, ackedAtMs, seq, refused: null, abandoned: false }
}

const controls = () => [control('revoke', 1, 6), control('edit', 2, 7), control('deleteForAll', 3, 8), control('deleteForMe', 4, 0)]

const sends = (): SendEntry[] =>
  standings.map((_, number) => {
    const who = { clientMessageId: `cat-${number + 1}`, conversationId, userId: 'ann', deviceId: 'phone' }
    return { ...who, number, intendedAtMs: sentAtMs, ackedAtMs, seq: number + 1, refused: null, refusedAtMs: null }
  })

/** The journal with that conversation behind all others. */
export function withControls(journal: Journal): Journal {
  const [forAnn, forCat] = [historyFor(0), historyFor(1)]
  const shown = forAnn.map((item) => [conversationId, item.seq, item.clientMessageId] as const)
  const session = { conversationId, lastSeq: forAnn.length, toSeq: 0 }
  const reading = { userId: 'cat', seqs: forCat.map((item) => item.seq), changed: changesOf(forCat) }
  return {
    ...journal,
    sends: [...journal.sends, ...sends()],
    controls: controls(),
    hides: [{ userId: 'cat', conversationId, seq: 4 }],
    devices: [
      ...journal.devices.map((device) =>
        device.userId === 'ann' ? { ...device, shown: [...device.shown, ...shown], earlier: [] } : device,
      ),
      { userId: 'cat', deviceId: 'phone', shown: [...shown], earlier: [] },
    ],
    conversations: [...journal.conversations, { conversationId, readBy: 'ann', history: forAnn, readByOthers: [reading] }],
    sessions: [
      ...journal.sessions,
      { ...session, userId: 'ann', readOrdinal: standings.length, unread: 0, listed: 0 },
      // The edited one, and the one left alone.
      { ...session, userId: 'cat', readOrdinal: 0, unread: 2, listed: 2 },
    ],
  }
}
