// What readers of groups are shown, as cheaply as fifty thousand deliveries a second ask for: of a conversation each reader keeps the first and the
// last seq it saw, which must follow each other without a hole, so that everything between the two was shown once. When a message was due is found
// by its seq, and its id is decoded for the first reader alone.
import { wire } from '@skein/contracts'
import { createItemReader, type PushedItem } from './pushed-items.ts'

export interface SightCounts {
  /** Of the messages that were acknowledged: not shown to a reader, each time. */
  readonly lost: number
  /** Seqs passed over by a reader. */
  readonly gaps: number
  /** Shown to a reader at or below the last that it was shown: again, or out of order. */
  readonly repeated: number
  /** Shown to somebody who is not a member. */
  readonly leaked: number
  readonly examples: readonly string[]
}

export interface SeenMessage {
  /** NaN for what this load has not sent. */
  readonly intendedAt: number
  /** How many readers have been shown it. */
  shown: number
}

export interface SightEvents {
  /** clientMessageId of an item; empty for what is no message. NaN where it is none of this load's. */
  intendedAt(clientMessageId: string): number
  /** `last` where no reader is left who was not shown it. */
  delivered(message: SeenMessage, last: boolean): void
}

const examplesMax = 10

/** One reader's place in a conversation; seqs are 0 until the first item. */
interface Sight {
  readonly of: Watched
  readonly userId: string
  first: number
  last: number
}

interface Watched {
  readonly conversationId: string
  readonly idBytes: Uint8Array
  readonly sights: Sight[]
  /** By seq, until all have been shown it. */
  readonly messages: Map<number, SeenMessage>
  firstAcked: number
  lastAcked: number
}

export class GroupSights {
  readonly #watched = new Map<string, Watched>()
  readonly #events: SightEvents
  readonly #readItems = createItemReader()
  #gaps = 0
  #repeated = 0
  #leaked = 0
  readonly #examples: string[] = []

  constructor(events: SightEvents) {
    this.#events = events
  }

  watch(conversationId: string): void {
    const idBytes = Buffer.from(conversationId)
    const watched = { conversationId, idBytes, sights: [], messages: new Map(), firstAcked: 0, lastAcked: 0 }
    this.#watched.set(conversationId, watched)
  }

  /** Takes the pushes of a member of these conversations. */
  reader(userId: string, conversationIds: readonly string[]): (body: Uint8Array) => void {
    const sights = conversationIds.map((id): Sight => ({ of: this.#watched.get(id)!, userId, first: 0, last: 0 }))
    for (const sight of sights) sight.of.sights.push(sight)
    let body: Uint8Array
    const take = (item: PushedItem) => {
      const sight = sights.find(({ of }) => isAt(body, item, of.idBytes))
      if (sight) this.#see(sight, body, item)
      else this.#note('leaked', { userId, last: 0 }, body, item)
    }
    return (pushed) => {
      body = pushed
      this.#readItems(pushed, take)
    }
  }

  acked(conversationId: string, seq: number): void {
    const watched = this.#watched.get(conversationId)!
    watched.firstAcked = watched.firstAcked === 0 ? seq : Math.min(watched.firstAcked, seq)
    watched.lastAcked = Math.max(watched.lastAcked, seq)
  }

  /** Whether every reader has been shown all that is acknowledged. */
  get complete(): boolean {
    return [...this.#watched.values()].every(({ sights, lastAcked }) => sights.every(({ last }) => last >= lastAcked))
  }

  counts(): SightCounts {
    let lost = 0
    const examples = [...this.#examples]
    for (const { conversationId, sights, firstAcked, lastAcked } of this.#watched.values()) {
      if (lastAcked === 0) continue
      for (const { userId, first, last } of sights) {
        const lacking = first === 0 ? lastAcked - firstAcked + 1 : Math.max(0, first - firstAcked) + Math.max(0, lastAcked - last)
        if (lacking > 0 && examples.length < examplesMax)
          examples.push(`lost: ${userId} was shown ${first} to ${last} of ${conversationId}, acked are ${firstAcked} to ${lastAcked}`)
        lost += lacking
      }
    }
    return { lost, gaps: this.#gaps, repeated: this.#repeated, leaked: this.#leaked, examples }
  }

  #see(sight: Sight, body: Uint8Array, item: PushedItem): void {
    const { seq } = item
    if (sight.last > 0 && seq !== sight.last + 1) this.#note(seq <= sight.last ? 'repeated' : 'gaps', sight, body, item)
    if (sight.first === 0) sight.first = seq
    if (seq <= sight.last) return
    sight.last = seq
    const { messages, sights } = sight.of
    let message = messages.get(seq)
    if (message === undefined) {
      const { messageSent } = wire.ConversationItem.decode(body.subarray(item.from, item.to))
      message = { intendedAt: this.#events.intendedAt(messageSent?.clientMessageId ?? ''), shown: 0 }
      messages.set(seq, message)
    }
    message.shown += 1
    const all = message.shown === sights.length
    if (all) messages.delete(seq)
    this.#events.delivered(message, all)
  }

  #note(what: 'gaps' | 'repeated' | 'leaked', of: Pick<Sight, 'userId' | 'last'>, body: Uint8Array, item: PushedItem): void {
    const { userId, last } = of
    const { idFrom, idTo, seq } = item
    if (what === 'gaps') this.#gaps += seq - last - 1
    else if (what === 'repeated') this.#repeated += 1
    else this.#leaked += 1
    if (this.#examples.length >= examplesMax) return
    const id = Buffer.from(body.subarray(idFrom, idTo)).toString()
    this.#examples.push(`${what}: ${userId} was shown ${id} ${seq}${last > 0 ? ` after ${last}` : ''}`)
  }
}

function isAt(body: Uint8Array, { idFrom, idTo }: PushedItem, id: Uint8Array): boolean {
  if (idTo - idFrom !== id.length) return false
  for (let i = 0; i < id.length; i++) if (body[idFrom + i] !== id[i]) return false
  return true
}
