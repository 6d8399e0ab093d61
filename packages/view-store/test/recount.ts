// How many messages are unread, counted one by one from the events alone, with no marker, head or counter of anybody's.
import { broadcastConversationId, isBroadcastConversation, parseConversationId, type SkeinEvent } from '@skein/contracts'

interface Sent {
  readonly conversationId: string
  readonly seq: number
  readonly ordinal: number
  /** Why it is unread for nobody any more, as the event says; empty while it counts. */
  removed: string
}

interface Told {
  readonly conversationId: string
  readonly seq: number
  readonly ordinal: number
  readonly at: number
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

/** Everybody is in what is told to all; what was told before they were there is read. */
function readersOfAll() {
  const registered: { readonly userId: string; readonly conversationId: string; readonly at: number }[] = []
  const told: Told[] = []
  const marked = new Map<string, number>()
  const entries = (nameOf: (conversationId: string, userId: string) => string, hiddenOf: (name: string) => Set<number>): Entry[] =>
    registered.flatMap(({ userId, conversationId, at }) => {
      const there = told.filter((one) => one.conversationId === conversationId)
      if (there.length === 0) return []
      const before = there.filter((one) => one.at < at).sort((a, b) => a.at - b.at || a.seq - b.seq)
      const name = nameOf(conversationId, userId)
      const readOrdinal = Math.max(before.at(-1)?.ordinal ?? 0, marked.get(name) ?? 0)
      return [{ conversationId, userId, from: 1, to: Number.POSITIVE_INFINITY, readOrdinal, hidden: hiddenOf(name) }]
    })
  return { registered, told, marked, entries }
}

/** The books that are kept while the events go by. */
function books() {
  const sent: Sent[] = []
  const entries = new Map<string, Entry>()
  const hidden = new Map<string, Set<number>>()
  const nameOf = (conversationId: string, userId: string) => `${conversationId}|${userId}`
  const hiddenOf = (name: string) => hidden.get(name) ?? hidden.set(name, new Set()).get(name)!
  const everybody = readersOfAll()
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
    if (isBroadcastConversation(conversationId)) everybody.marked.set(nameOf(conversationId, userId), ordinal)
    else entries.get(nameOf(conversationId, userId))!.readOrdinal = ordinal
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
    UserRegistered({ userId, meta: { appId, occurredAt } }) {
      everybody.registered.push({ userId, conversationId: broadcastConversationId(appId), at: occurredAt })
    },
    BroadcastSent({ conversationId, seq, ordinal, meta: { actorId } }) {
      sent.push({ conversationId, seq, ordinal, removed: '' })
      if (actorId !== '') reads({ conversationId, userId: actorId, ordinal })
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
  const see = (event: SkeinEvent) => {
    rules[event.type]?.(event as never)
    if (!('seq' in event && 'ordinal' in event) || event.type === 'MessageHidden') return
    const { conversationId, seq, ordinal, meta } = event
    if (isBroadcastConversation(conversationId)) everybody.told.push({ conversationId, seq, ordinal, at: meta.occurredAt })
  }
  return { sent, all: () => [...entries.values(), ...everybody.entries(nameOf, hiddenOf)], see }
}

/** Of everyone who ever belonged to a conversation, or whom it tells as one of all, what is unread in it: nothing for who is out. */
export function recount(events: readonly SkeinEvent[]): readonly Counted[] {
  const { sent, all, see } = books()
  for (const event of events) see(event)
  return all().map(({ conversationId, userId, from, to, readOrdinal, hidden }) => {
    const ofStay = sent.filter((message) => message.conversationId === conversationId && message.seq >= from && message.seq < to)
    const above = ofStay.filter(({ ordinal }) => ordinal > readOrdinal)
    const away = above.flatMap(({ seq, removed }) => (removed ? [removed] : hidden.has(seq) ? ['MessageHidden'] : []))
    if (to < Number.POSITIVE_INFINITY) return { userId, conversationId, unread: 0, away: [...away, 'out'] }
    return { userId, conversationId, unread: above.length - away.length, away }
  })
}
