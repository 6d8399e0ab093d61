// How many messages are unread, counted one by one from the events alone, with no marker, head or counter of anybody's.
import { parseConversationId, type SkeinEvent } from '@skein/contracts'

interface Sent {
  readonly conversationId: string
  readonly seq: number
  readonly ordinal: number
  /** Why it is unread for nobody any more, as the event says; empty while it counts. */
  removed: string
}

interface Entry {
  readonly conversationId: string
  readonly userId: string
  /** The newest stay; to is infinite while they are in. */
  from: number
  to: number
  readOrdinal: number
  /** Seqs. */
  readonly hidden: Set<number>
}

export interface Counted {
  readonly userId: string
  readonly conversationId: string
  readonly unread: number
  /** What happened to messages that would count otherwise; `out` where the reader has gone since. */
  readonly away: readonly string[]
}

/** The books that are kept while the events go by. */
function books() {
  const sent: Sent[] = []
  const entries = new Map<string, Entry>()
  const hidden = new Map<string, Set<number>>()
  const nameOf = (conversationId: string, userId: string) => `${conversationId}|${userId}`
  const hiddenOf = (name: string) => hidden.get(name) ?? hidden.set(name, new Set()).get(name)!
  const comesIn = (conversationId: string, userId: string, from: number) => {
    const name = nameOf(conversationId, userId)
    const readOrdinal = entries.get(name)?.readOrdinal ?? 0
    entries.set(name, { conversationId, userId, from, to: Number.POSITIVE_INFINITY, readOrdinal, hidden: hiddenOf(name) })
  }
  const admit = ({ conversationId, seq, members }: { conversationId: string; seq: number; members: readonly { userId: string }[] }) => {
    for (const { userId } of members) comesIn(conversationId, userId, seq)
  }
  const goes = ({ conversationId, userId, seq }: { conversationId: string; userId: string; seq: number }) => {
    entries.get(nameOf(conversationId, userId))!.to = seq
  }
  const reads = ({ conversationId, userId, ordinal }: { conversationId: string; userId: string; ordinal: number }) => {
    entries.get(nameOf(conversationId, userId))!.readOrdinal = ordinal
  }
  const remove = ({ type, conversationId, targetSeq }: { type: string; conversationId: string; targetSeq: number }) => {
    for (const message of sent) if (message.conversationId === conversationId && message.seq === targetSeq) message.removed = type
  }
  const rules: { readonly [T in SkeinEvent['type']]?: (event: Extract<SkeinEvent, { readonly type: T }>) => void } = {
    MessageSent({ conversationId, seq, ordinal, senderId }) {
      const conversation = parseConversationId(conversationId)
      if (seq === 1 && conversation?.kind === 'direct') for (const userId of conversation.userIds) comesIn(conversationId, userId, 1)
      if (ordinal > 0) sent.push({ conversationId, seq, ordinal, removed: '' })
      reads({ conversationId, userId: senderId, ordinal })
    },
    GroupCreated: admit,
    MembersAdded: admit,
    MemberJoined: ({ conversationId, seq, userId }) => comesIn(conversationId, userId, seq),
    MembersRemoved: ({ userIds, ...event }) => {
      for (const userId of userIds) goes({ ...event, userId })
    },
    MemberLeft: goes,
    MessageRevoked: remove,
    MessageDeleted: remove,
    MessageHidden: ({ conversationId, userId, seq }) => void hiddenOf(nameOf(conversationId, userId)).add(seq),
    ReadMarked: reads,
  }
  return { sent, entries, see: (event: SkeinEvent) => rules[event.type]?.(event as never) }
}

/** Of everyone who ever belonged to a conversation, what is unread in it: nothing for who is out. */
export function recount(events: readonly SkeinEvent[]): readonly Counted[] {
  const { sent, entries, see } = books()
  for (const event of events) see(event)
  return [...entries.values()].map(({ conversationId, userId, from, to, readOrdinal, hidden }) => {
    const ofStay = sent.filter((message) => message.conversationId === conversationId && message.seq >= from && message.seq < to)
    const above = ofStay.filter(({ ordinal }) => ordinal > readOrdinal)
    const away = above.flatMap(({ seq, removed }) => (removed ? [removed] : hidden.has(seq) ? ['MessageHidden'] : []))
    if (to < Number.POSITIVE_INFINITY) return { userId, conversationId, unread: 0, away: [...away, 'out'] }
    return { userId, conversationId, unread: above.length - away.length, away }
  })
}
