// The last messages of each conversation as this chat knows them, so that people can point at one: from what was shown live, what this
// device has sent, and a page of history that is read when somebody first points. Bounded; the oldest go first, and are still found by seq.
import { type Client, type Item, type Message, SkeinError } from '@skein/client'

export interface RecentMessage {
  readonly conversationId: string
  readonly seq: number
  readonly ordinal: number
  readonly messageId: string
  readonly actorId: string
  /** Null for what is no text. */
  readonly text: string | null
}

export interface Recent {
  /** Oldest first, without those that were taken away. */
  of(conversationId: string): Promise<readonly RecentMessage[]>
  /** The message that `#12`, `12` or `last` (the newest of one's own) means; throws a SkeinError when there is none. */
  find(conversationId: string, word: string): Promise<RecentMessage>
  /** It was taken away by this chat; the item that tells of it may be shown later. */
  forget(message: RecentMessage): void
}

const messagesMax = 50
/** Conversations met live; one more forgets the one met first, and history is read again. */
const conversationsMax = 200

interface Known {
  readonly messages: Map<number, RecentMessage>
  /** Seqs of those taken away: history may be a moment behind. */
  readonly gone: Set<number>
  reading: Promise<void> | null
}

const messageIn = ({ conversationId, seq, ordinal, messageId, actorId, text }: Message): RecentMessage => ({
  ...{ conversationId, seq, ordinal, messageId, actorId, text },
})

export function createRecent(client: Pick<Client, 'on' | 'history' | 'userId'>): Recent {
  const conversations = new Map<string, Known>()

  function knownOf(conversationId: string): Known {
    const known = conversations.get(conversationId) ?? { messages: new Map(), gone: new Set(), reading: null }
    conversations.set(conversationId, known)
    if (conversations.size > conversationsMax) conversations.delete(conversations.keys().next().value!)
    return known
  }

  function keep(known: Known, message: RecentMessage): void {
    if (known.gone.has(message.seq)) return
    known.messages.set(message.seq, message)
    if (known.messages.size > messagesMax) known.messages.delete(Math.min(...known.messages.keys()))
  }

  function take(item: Item): void {
    const known = knownOf(item.conversationId)
    if (item.type === 'MessageSent' && !item.removed) keep(known, messageIn(item))
    if (item.type === 'MessageEdited') {
      const before = known.messages.get(item.targetSeq)
      // An edit that another has followed says nothing any more.
      if (before && item.text !== null) known.messages.set(item.targetSeq, { ...before, text: item.text })
    }
    if (item.type === 'MessageRevoked' || item.type === 'MessageDeleted') drop(known, item.targetSeq)
  }

  function drop(known: Known, seq: number): void {
    known.messages.delete(seq)
    known.gone.add(seq)
  }

  async function read(conversationId: string, known: Known): Promise<void> {
    const { items } = await client.history(conversationId, { limit: messagesMax })
    for (const item of items) {
      if (item.type === 'MessageSent' && !item.removed && !known.messages.has(item.seq)) keep(known, messageIn(item))
    }
  }

  client.on('item', take)
  client.on('hidden', ({ conversationId, seq }) => drop(knownOf(conversationId), seq))

  return {
    forget: ({ conversationId, seq }) => drop(knownOf(conversationId), seq),

    async of(conversationId) {
      const known = knownOf(conversationId)
      known.reading ??= read(conversationId, known).catch(() => {
        // Whoever points next asks again; what came live is known.
        known.reading = null
      })
      await known.reading
      return [...known.messages.values()].sort((a, b) => a.seq - b.seq)
    },

    async find(conversationId, word) {
      if (word === 'last') {
        const own = (await this.of(conversationId)).filter(({ actorId }) => actorId === client.userId)
        if (own.length === 0) throw new SkeinError('MESSAGE_NOT_FOUND', 'no recent message of yours')
        return own.at(-1)!
      }
      const seq = Number(/^#?([1-9]\d*)$/.exec(word)?.[1])
      if (!seq) throw new SkeinError('INVALID_ARGUMENT', `${word || 'nothing'}: say last, or a message by its number, such as #12`)
      const known = knownOf(conversationId).messages.get(seq)
      if (known) return known
      const { items } = await client.history(conversationId, { afterSeq: seq - 1, beforeSeq: seq + 1 })
      const [item] = items
      if (item?.type !== 'MessageSent') throw new SkeinError('MESSAGE_NOT_FOUND', `seq ${seq}`)
      return messageIn(item)
    },
  }
}
