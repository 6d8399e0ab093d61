// A small run in which nothing went wrong, for planting mistakes in: two users talk directly, a group has a member who is
// removed and comes back and one who is never there, everybody is told something, and in one more conversation messages are taken back and changed.
import { withBroadcasts } from './example-broadcasts.ts'
import { withControls } from './example-controls.ts'
import type { HistoryEntry, Journal, SendEntry, Shown } from './journal.ts'

const direct = 'd:ann:bob'
const group = 'g:one'
const messagesPerConversation = 6

export function exampleJournal(): Journal {
  const sends: SendEntry[] = []
  const send = (conversationId: string, number: number, seq: number): HistoryEntry => {
    const clientMessageId = `${conversationId}-${number}`
    const intendedAtMs = number * 100
    const who = { clientMessageId, conversationId, userId: 'ann', deviceId: 'phone', number }
    sends.push({ ...who, intendedAtMs, ackedAtMs: intendedAtMs + 10, seq, refused: null, refusedAtMs: null })
    return { seq, ordinal: number + 1, type: 'MessageSent', actorId: 'ann', clientMessageId, userIds: [], stands: 'asSent', targetSeq: 0 }
  }
  const change = (seq: number, ordinal: number, type: string, ...userIds: string[]): HistoryEntry => {
    return { seq, ordinal, type, actorId: 'ann', clientMessageId: '', userIds, stands: 'asSent', targetSeq: 0 }
  }
  const directHistory = Array.from({ length: messagesPerConversation }, (_, i) => send(direct, i, i + 1))
  const groupHistory = [
    change(1, 0, 'GroupCreated', 'ann', 'bob', 'zoe'),
    send(group, 0, 2),
    send(group, 1, 3),
    change(4, 2, 'MembersRemoved', 'bob'),
    send(group, 2, 5),
    change(6, 3, 'MembersAdded', 'bob'),
    send(group, 3, 7),
  ]
  const shownOf = (id: string, history: readonly HistoryEntry[]) => history.map((item): Shown => [id, item.seq, item.clientMessageId])
  const bobsGroup = groupHistory.filter((item) => item.seq <= 4 || item.seq >= 6)
  const session = (userId: string, conversationId: string, counts: { lastSeq: number; readOrdinal: number; unread: number }) => {
    return { userId, conversationId, ...counts, listed: counts.unread, toSeq: 0 }
  }
  return withControls(
    withBroadcasts({
      scenario: 'example',
      seed: 1,
      sends,
      devices: [
        { userId: 'ann', deviceId: 'phone', shown: [...shownOf(direct, directHistory), ...shownOf(group, groupHistory)], earlier: [] },
        { userId: 'bob', deviceId: 'phone', shown: [...shownOf(direct, directHistory), ...shownOf(group, bobsGroup)], earlier: [] },
      ],
      conversations: [
        { conversationId: direct, readBy: 'ann', history: directHistory, readByOthers: [] },
        {
          conversationId: group,
          readBy: 'ann',
          history: groupHistory,
          readByOthers: [{ userId: 'bob', seqs: bobsGroup.map((item) => item.seq), changed: [] }],
        },
      ],
      sessions: [
        session('ann', direct, { lastSeq: 6, readOrdinal: 6, unread: 0 }),
        session('bob', direct, { lastSeq: 6, readOrdinal: 2, unread: 4 }),
        session('ann', group, { lastSeq: 7, readOrdinal: 4, unread: 0 }),
        session('bob', group, { lastSeq: 7, readOrdinal: 3, unread: 1 }),
      ],
      ...{ controls: [], hides: [], blocks: [], pairs: [], relations: [], requestsShown: [], memberAsks: [], tellings: [] },
      marks: [{ userId: 'bob', conversationId: direct, ordinal: 2, acked: true }],
      loss: null,
      endedAtMs: 2_000,
      outageMsMax: 10_000,
      viewsDiffer: 0,
      injected: true,
      evidence: {},
    }),
  )
}
