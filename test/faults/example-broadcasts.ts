// What everybody is told in the small run in which nothing went wrong: two broadcasts of one user, and a notice for those online, on two
// connections of another, one after the other.
import type { HistoryEntry, Journal, SendEntry } from './journal.ts'

const conversationId = 'b:app'
const ids = ['told-1', 'told-2']

const history = ids.map((clientMessageId, i): HistoryEntry => {
  const place = { seq: i + 1, ordinal: i + 1, type: 'MessageSent', actorId: 'ann' }
  return { ...place, clientMessageId, userIds: [], stands: 'asSent', targetSeq: 0 }
})

const sends = (): SendEntry[] =>
  ids.map((clientMessageId, number) => {
    const who = { clientMessageId, conversationId, userId: 'ann', deviceId: 'phone', number, intendedAtMs: number * 100 }
    return { ...who, ackedAtMs: number * 100 + 10, seq: number + 1, refused: null, refusedAtMs: null }
  })

/** The journal with that conversation behind all others. */
export function withBroadcasts(journal: Journal): Journal {
  const shown = history.map(({ seq, clientMessageId }) => [conversationId, seq, clientMessageId] as const)
  const session = { conversationId, lastSeq: history.length, toSeq: 0 }
  const readByOthers = [{ userId: 'bob', seqs: history.map(({ seq }) => seq), changed: [] }]
  return {
    ...journal,
    sends: [...journal.sends, ...sends()],
    devices: journal.devices.map((device) => ({ ...device, shown: [...device.shown, ...shown] })),
    conversations: [
      ...journal.conversations,
      { conversationId, readBy: 'ann', history: history.map((item) => ({ ...item })), readByOthers },
    ],
    sessions: [
      ...journal.sessions,
      { ...session, userId: 'ann', readOrdinal: history.length, unread: 0, listed: 0 },
      { ...session, userId: 'bob', readOrdinal: 0, unread: history.length, listed: history.length },
    ],
    tellings: [
      { userId: 'bob', told: ['b:app 1', 'notice-1', 'b:app 2'] },
      // On another connection everything may come once more.
      { userId: 'bob', told: ['b:app 2', 'notice-1'] },
    ],
  }
}
