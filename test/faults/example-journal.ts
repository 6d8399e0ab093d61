// A small run in which nothing went wrong, for planting mistakes in: two users talk directly, and a group has a member who
// is removed and comes back.
import type { HistoryEntry, Journal, SendEntry, Shown } from './journal.ts'

const direct = 'd:ann:bob'
const group = 'g:one'
const messagesPerConversation = 6

export function exampleJournal(): Journal {
  const sends: SendEntry[] = []
  const send = (conversationId: string, number: number, seq: number): HistoryEntry => {
    const clientMessageId = `${conversationId}-${number}`
    const intendedAtMs = number * 100
    sends.push({
      clientMessageId,
      conversationId,
      userId: 'ann',
      deviceId: 'phone',
      number,
      intendedAtMs,
      ackedAtMs: intendedAtMs + 10,
      seq,
      refused: null,
    })
    return { seq, ordinal: number + 1, type: 'message', actorId: 'ann', clientMessageId, userIds: [], intact: true }
  }
  const change = (seq: number, ordinal: number, type: string, ...userIds: string[]): HistoryEntry => {
    return { seq, ordinal, type, actorId: 'ann', clientMessageId: '', userIds, intact: true }
  }
  const directHistory = Array.from({ length: messagesPerConversation }, (_, i) => send(direct, i, i + 1))
  const groupHistory = [
    change(1, 0, 'groupCreated'),
    change(2, 0, 'membersAdded', 'ann', 'bob'),
    send(group, 0, 3),
    send(group, 1, 4),
    change(5, 2, 'memberRemoved', 'bob'),
    send(group, 2, 6),
    change(7, 3, 'membersAdded', 'bob'),
    send(group, 3, 8),
  ]
  const shownOf = (id: string, history: readonly HistoryEntry[]) => history.map((item): Shown => [id, item.seq, item.clientMessageId])
  const bobsGroup = groupHistory.filter((item) => item.seq <= 5 || item.seq >= 7)
  const session = (userId: string, conversationId: string, lastSeq: number, read: { readOrdinal: number; unread: number }) => {
    return { userId, conversationId, lastSeq, ...read, listed: read.unread, toSeq: 0 }
  }
  return {
    scenario: 'example',
    seed: 1,
    sends,
    devices: [
      { userId: 'ann', deviceId: 'phone', shown: [...shownOf(direct, directHistory), ...shownOf(group, groupHistory)] },
      { userId: 'bob', deviceId: 'phone', shown: [...shownOf(direct, directHistory), ...shownOf(group, bobsGroup)] },
    ],
    conversations: [
      { conversationId: direct, history: directHistory, readByOthers: [] },
      { conversationId: group, history: groupHistory, readByOthers: [{ userId: 'bob', seqs: bobsGroup.map((item) => item.seq) }] },
    ],
    sessions: [
      session('ann', direct, 6, { readOrdinal: 6, unread: 0 }),
      session('bob', direct, 6, { readOrdinal: 2, unread: 4 }),
      session('ann', group, 8, { readOrdinal: 4, unread: 0 }),
      session('bob', group, 8, { readOrdinal: 3, unread: 1 }),
    ],
    marks: [{ userId: 'bob', conversationId: direct, ordinal: 2, acked: true }],
    endedAtMs: 2_000,
    viewsDiffer: 0,
    injected: true,
    evidence: {},
  }
}
