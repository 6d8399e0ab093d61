// The last messages of each conversation as this chat knows them, so that people can point at one: from what was shown live, what this
// device has sent, and a page of history that is read when somebody first points. Bounded; the oldest go first, and are still found by seq.
import { type Client, type Item, type Message, SkeinError } from '@skein/client'
import { mistyped } from './mistyped.ts'

export interface RecentMessage {
  readonly conversationId: string
  readonly seq: number
  readonly ordinal: number
  readonly messageId: string
  readonly actorId: string
  /** Null for what is no text. */
  readonly text: string | null
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

export class Recent {
  readonly #client: Pick<Client, 'on' | 'history' | 'userId'>
  readonly #conversations = new Map<string, Known>()

  constructor(client: Pick<Client, 'on' | 'history' | 'userId'>) {
    this.#client = client
    client.on('item', (item) => this.#take(item))
    // About a message that was shown: it may be long until what lies between is.
    client.on('ahead', (item) => this.#take(item))
    client.on('hidden', (hidden) => this.forget(hidden))
  }

  /** Oldest first, without those that were taken away. */
  async of(conversationId: string): Promise<readonly RecentMessage[]> {
    const known = this.#knownOf(conversationId)
    known.reading ??= this.#read(conversationId, known).catch(() => {
      // Whoever points next asks again; what came live is known.
      known.reading = null
    })
    await known.reading
    return [...known.messages.values()].sort((a, b) => a.seq - b.seq)
  }

  /** The message that `#12`, `12` or `last` (the newest of one's own) means; throws a SkeinError when there is none. */
  async find(conversationId: string, word: string): Promise<RecentMessage> {
    if (word === 'last') {
      const own = (await this.of(conversationId)).filter(({ actorId }) => actorId === this.#client.userId)
      if (own.length === 0) throw new SkeinError('MESSAGE_NOT_FOUND', 'no recent message of yours')
      return own.at(-1)!
    }
    const seq = Number(/^#?([1-9]\d*)$/.exec(word)?.[1])
    if (!seq) throw mistyped(`${word || 'nothing'}: say last, or a message by its number, such as #12`)
    const known = this.#knownOf(conversationId).messages.get(seq)
    if (known) return known
    const { items } = await this.#client.history(conversationId, { afterSeq: seq - 1, beforeSeq: seq + 1 })
    const [item] = items
    if (item?.type !== 'MessageSent') throw new SkeinError('MESSAGE_NOT_FOUND', `seq ${seq}`)
    return messageIn(item)
  }

  /** It was taken away; the item that tells of it may be shown later. */
  forget({ conversationId, seq }: Pick<RecentMessage, 'conversationId' | 'seq'>): void {
    const known = this.#knownOf(conversationId)
    known.messages.delete(seq)
    known.gone.add(seq)
    if (known.gone.size > messagesMax) known.gone.delete(known.gone.values().next().value!)
  }

  #knownOf(conversationId: string): Known {
    const conversations = this.#conversations
    const known = conversations.get(conversationId) ?? { messages: new Map(), gone: new Set(), reading: null }
    conversations.set(conversationId, known)
    if (conversations.size > conversationsMax) conversations.delete(conversations.keys().next().value!)
    return known
  }

  #take(item: Item): void {
    const { conversationId } = item
    const known = this.#knownOf(conversationId)
    if (item.type === 'MessageSent' && !item.removed) keep(known, messageIn(item))
    if (item.type === 'MessageEdited') {
      const before = known.messages.get(item.targetSeq)
      // An edit that another has followed says nothing any more.
      if (before && item.text !== null) known.messages.set(item.targetSeq, { ...before, text: item.text })
    }
    if (item.type === 'MessageRevoked' || item.type === 'MessageDeleted') this.forget({ conversationId, seq: item.targetSeq })
  }

  async #read(conversationId: string, known: Known): Promise<void> {
    const { items } = await this.#client.history(conversationId, { limit: messagesMax })
    for (const item of items) {
      if (item.type === 'MessageSent' && !item.removed && !known.messages.has(item.seq)) keep(known, messageIn(item))
    }
  }
}

function keep(known: Known, message: RecentMessage): void {
  if (known.gone.has(message.seq)) return
  known.messages.set(message.seq, message)
  if (known.messages.size > messagesMax) known.messages.delete(Math.min(...known.messages.keys()))
}
