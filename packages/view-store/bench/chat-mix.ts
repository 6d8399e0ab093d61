// The events of one partition of a chat, as the domain would write them: many conversations, few of them busy. First everything is
// founded, then people chat: 95 of 100 events are messages.
import { randomUUID } from 'node:crypto'
import { type EventMeta, encodeReply, type SkeinEvent } from '@skein/contracts'

type Unstamped<E extends SkeinEvent = SkeinEvent> = E extends SkeinEvent ? Omit<E, 'meta'> : never

const directCount = 2_500
const groupCount = 75
const groupMembersMax = 100
const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: new TextEncoder().encode('x'.repeat(200)) }
const contentHash = new Uint8Array(32).fill(7)

/** Milliseconds since the epoch. */
const chatBeganAt = 1_700_000_000_000

interface Conversation {
  readonly id: string
  readonly members: string[]
  seq: number
  ordinal: number
}

export class ChatMix {
  readonly partition: number
  readonly events: SkeinEvent[] = []
  readonly #conversations: Conversation[] = []
  #random: number
  #now = chatBeganAt
  #joined = 0

  constructor(partition: number) {
    this.partition = partition
    this.#random = partition + 1
  }

  found(): void {
    for (let i = 0; i < directCount; i++) {
      const members = [`p${this.partition}-ann-${i}`, `p${this.partition}-bob-${i}`]
      const direct = { id: `d:${members.join(':')}`, members, seq: 0, ordinal: 0 }
      this.#conversations.push(direct)
      this.#send(direct, members[0]!)
    }
    for (let i = 0; i < groupCount; i++) {
      const size = 3 + (i % groupMembersMax)
      const members = Array.from({ length: size }, (_, m) => `p${this.partition}-user-${(i * 37 + m * 11) % 5_000}`)
      const group = { id: `g:p${this.partition}-${i}`, members: [...new Set(members)], seq: 1, ordinal: 0 }
      this.#conversations.push(group)
      const entries = group.members.map((userId, m) => ({ userId, role: m === 0 ? 'owner' : 'member' }))
      this.#append({ type: 'GroupCreated', conversationId: group.id, seq: 1, name: group.id, members: entries }, members[0]!)
    }
  }

  chat(count: number): void {
    for (let i = 0; i < count; i++) {
      // Four of five in the busiest fifth, groups among them.
      const busy = this.#below(5) > 0
      const all = this.#conversations.length
      const conversation = this.#conversations[busy ? all - 1 - this.#below(all / 5) : this.#below(all)]!
      const member = conversation.members[this.#below(conversation.members.length)]!
      const kind = this.#below(100)
      if (kind < 95) this.#send(conversation, member)
      else if (kind < 98 || !conversation.id.startsWith('g:')) this.#mark(conversation, member)
      else this.#join(conversation)
    }
  }

  #send(conversation: Conversation, senderId: string): void {
    const [seq, ordinal] = [++conversation.seq, ++conversation.ordinal]
    const messageId = randomUUID()
    const reply = encodeReply('SendMessage', { messageId, seq, ordinal, sentAtMs: this.#now })
    const message = { conversationId: conversation.id, seq, ordinal, senderId, body, replyTo: 0, mentionAll: false, attachments: [] }
    this.#append({ type: 'MessageSent', ...message }, senderId, messageId, { id: randomUUID(), contentHash, reply })
  }

  #mark({ id, ordinal }: Conversation, userId: string): void {
    this.#append({ type: 'ReadMarked', conversationId: id, userId, ordinal, shown: true }, userId)
  }

  #join(conversation: Conversation): void {
    const userId = `p${this.partition}-new-${this.#joined++}`
    const { id: conversationId, ordinal } = conversation
    const members = [{ userId, role: 'member' }]
    this.#append(
      { type: 'MembersAdded', conversationId, seq: ++conversation.seq, ordinal, members, returning: [], fromStart: false },
      conversation.members[0]!,
    )
    conversation.members.push(userId)
  }

  #append(event: Unstamped, actorId: string, commandId: string = randomUUID(), answers: EventMeta['answers'] = null): void {
    const meta: EventMeta = {
      appId: 'app',
      claim: 0,
      commandOffset: this.events.length,
      commandId,
      actorId,
      deviceId: 'phone',
      connectionId: '',
      occurredAt: ++this.#now,
      answers,
      traceparent: null,
    }
    this.events.push({ ...event, meta } as SkeinEvent)
  }

  /** The same in every run. */
  #below(limit: number): number {
    this.#random = (this.#random * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((this.#random / 2_147_483_648) * limit)
  }
}
