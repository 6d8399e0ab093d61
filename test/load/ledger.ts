// What was sent, what was acknowledged and what every reader was shown, and the verdict over it: lost, duplicated, gaps,
// misordered. It trusts nothing the system says about itself. One ledger per process of load; conversations must not be
// shared between ledgers. Feed it every delivery as it arrives, repetitions included: dropping them is not its part.

export interface LedgerMessage {
  /** clientMessageId. */
  readonly id: string
  readonly conversationId: string
  /** Who sent it, as in the readers of deliver(). */
  readonly senderId: string
  /** When it should have been sent, in the clock of the caller (milliseconds). */
  readonly intendedAt: number
  /** 0 until acknowledged. */
  seq: number
  /** -1 until acknowledged. */
  ackedAt: number
  /** Distinct readers other than the sender that were shown it. */
  shownTo: number
}

export interface HistoryEntry {
  readonly seq: number
  /** clientMessageId; empty for items that are no messages. */
  readonly id: string
}

export interface Counts {
  readonly sent: number
  readonly acked: number
  /** Deliveries of a message to a reader for the first time. */
  readonly delivered: number
  /** Acknowledged, and not shown to one of the readers it was for: counted once per such reader. */
  readonly lost: number
  /** Shown again to the same reader, or stored under two seqs, or two messages under one seq. */
  readonly duplicated: number
  /** Seqs that a reader has not seen below one that it has; what it sent itself counts as seen by the answer. */
  readonly gaps: number
  /** Shown after a higher seq of the same conversation, or acknowledged with a seq below that of an earlier send of the same sender. */
  readonly misordered: number
  /** Shown to somebody who is not a reader of the conversation. */
  readonly leaked: number
}

export interface Verdict extends Counts {
  readonly refused: Readonly<Record<string, number>>
  /** The first few of each kind, for people. */
  readonly examples: readonly string[]
}

export interface LedgerOptions {
  /** Ids of all who must be shown what is said there, senders included. */
  readonly readersOf: (conversationId: string) => readonly string[]
}

const examplesPerKind = 5

/** What one reader knows of one conversation. */
interface Sight {
  readonly seqs: Set<number>
  highest: number
}

interface Place {
  base: number
  readonly sights: Map<string, Sight>
  /** Message ids in order of sending, by sender. */
  readonly sends: Map<string, LedgerMessage[]>
  /** clientMessageId at each seq, as told by answers and deliveries. */
  readonly idAt: Map<number, string>
}

type Kind = 'delivered' | 'lost' | 'duplicated' | 'gaps' | 'misordered' | 'leaked'

export class Ledger {
  readonly #readersOf: LedgerOptions['readersOf']
  readonly #messages = new Map<string, LedgerMessage>()
  readonly #places = new Map<string, Place>()
  readonly #refused: Record<string, number> = {}
  readonly #examples = new Map<Kind, string[]>()
  readonly #found: Record<Kind, number> = { delivered: 0, lost: 0, duplicated: 0, gaps: 0, misordered: 0, leaked: 0 }
  #acked = 0

  constructor({ readersOf }: LedgerOptions) {
    this.#readersOf = readersOf
  }

  /** Messages sent and not acknowledged. */
  get unacked(): number {
    return this.#messages.size - this.#acked
  }

  message(id: string): LedgerMessage | undefined {
    return this.#messages.get(id)
  }

  messages(): IterableIterator<LedgerMessage> {
    return this.#messages.values()
  }

  /** Items up to this seq existed before: they are no gap. 0 by default. */
  base(conversationId: string, seq: number): void {
    this.#placeOf(conversationId).base = seq
  }

  /** A message to be sent, in the order of sending. Throws when the id is taken. */
  send(id: string, conversationId: string, senderId: string, intendedAt: number): LedgerMessage {
    if (this.#messages.has(id)) throw new Error(`${id} is sent twice`)
    const message: LedgerMessage = { id, conversationId, senderId, intendedAt, seq: 0, ackedAt: -1, shownTo: 0 }
    this.#messages.set(id, message)
    const { sends } = this.#placeOf(conversationId)
    const list = sends.get(senderId)
    if (list) list.push(message)
    else sends.set(senderId, [message])
    return message
  }

  /** An answer with a place. Returns the message the first time, null for a repetition. */
  ack(id: string, seq: number, at: number): LedgerMessage | null {
    const message = this.#messages.get(id)
    if (!message) {
      this.#note('leaked', `an answer for ${id}, which was never sent`)
      return null
    }
    this.#hold(message.conversationId, seq, id)
    if (message.seq > 0) {
      if (message.seq !== seq) this.#note('duplicated', `${id} was acked as seq ${message.seq} and ${seq}`)
      return null
    }
    message.seq = seq
    message.ackedAt = at
    this.#acked += 1
    return message
  }

  refuse(code: string): void {
    this.#refused[code] = (this.#refused[code] ?? 0) + 1
  }

  /** A live item. `id` is empty for items that are no messages. Returns the message the first time this reader is shown it. */
  deliver(readerId: string, conversationId: string, seq: number, id: string): LedgerMessage | null {
    if (!this.#readersOf(conversationId).includes(readerId)) {
      this.#note('leaked', `${conversationId} seq ${seq} was shown to ${readerId}`)
      return null
    }
    const sight = this.#sightOf(conversationId, readerId)
    this.#hold(conversationId, seq, id)
    if (sight.seqs.has(seq)) {
      this.#note('duplicated', `${conversationId} seq ${seq} was shown to ${readerId} again`)
      return null
    }
    sight.seqs.add(seq)
    if (seq < sight.highest) this.#note('misordered', `${conversationId} seq ${seq} was shown to ${readerId} after ${sight.highest}`)
    else sight.highest = seq
    this.#found.delivered += 1
    const message = this.#messages.get(id)
    if (message && message.senderId !== readerId) message.shownTo += 1
    return message ?? null
  }

  /** Compares a whole history, read back ascending from the base, with what was acknowledged. Counts go into the verdict. */
  readBack(conversationId: string, history: readonly HistoryEntry[]): void {
    const place = this.#placeOf(conversationId)
    const seqOf = new Map<string, number>()
    let last = place.base
    for (const { seq, id } of history) {
      if (seq === last) this.#note('duplicated', `history of ${conversationId} has seq ${seq} twice`)
      else if (seq < last) this.#note('misordered', `history of ${conversationId} has seq ${seq} after ${last}`)
      for (let missing = last + 1; missing < seq; missing++) this.#note('gaps', `history of ${conversationId} lacks seq ${missing}`)
      last = Math.max(last, seq)
      if (id === '') continue
      const before = seqOf.get(id)
      if (before !== undefined && before !== seq)
        this.#note('duplicated', `history of ${conversationId} has ${id} as seq ${before} and ${seq}`)
      seqOf.set(id, seq)
    }
    for (const { id, seq: acked } of [...place.sends.values()].flat()) {
      if (acked === 0) continue
      const seq = seqOf.get(id)
      if (seq === undefined) this.#note('lost', `${id} of ${conversationId}, acked as seq ${acked}, is not in its history`)
      else if (seq !== acked) this.#note('duplicated', `${id} was acked as seq ${acked} and is seq ${seq} in its history`)
    }
  }

  /** The verdict by now. A check can be repeated: what it counts is not kept. */
  check(): Verdict {
    const before = { ...this.#found }
    const noted = new Map(this.#examples)
    for (const [conversationId, place] of this.#places) {
      this.#noteLosses(conversationId, place)
      this.#noteGaps(conversationId, place)
      this.#noteSendOrder(conversationId, place)
    }
    const examples = [...this.#examples.values()].flat()
    const verdict: Verdict = { sent: this.#messages.size, acked: this.#acked, ...this.#found, refused: { ...this.#refused }, examples }
    Object.assign(this.#found, before)
    this.#examples.clear()
    for (const [kind, list] of noted) this.#examples.set(kind, list)
    return verdict
  }

  #note(kind: Kind, text: string): void {
    this.#found[kind] += 1
    const list = this.#examples.get(kind) ?? []
    if (list.length < examplesPerKind) this.#examples.set(kind, [...list, `${kind}: ${text}`])
  }

  #placeOf(conversationId: string): Place {
    let place = this.#places.get(conversationId)
    if (!place) {
      place = { base: 0, sights: new Map(), sends: new Map(), idAt: new Map() }
      this.#places.set(conversationId, place)
    }
    return place
  }

  #sightOf(conversationId: string, readerId: string): Sight {
    const { sights } = this.#placeOf(conversationId)
    let sight = sights.get(readerId)
    if (!sight) {
      sight = { seqs: new Set(), highest: 0 }
      sights.set(readerId, sight)
    }
    return sight
  }

  /** One seq holds one message for ever, and one message has one seq. */
  #hold(conversationId: string, seq: number, id: string): void {
    const { idAt } = this.#placeOf(conversationId)
    const there = idAt.get(seq)
    if (there === undefined) idAt.set(seq, id)
    else if (there !== id) this.#note('duplicated', `${conversationId} seq ${seq} is ${there} and ${id || 'no message'}`)
  }

  #noteGaps(conversationId: string, place: Place): void {
    for (const readerId of this.#readersOf(conversationId)) {
      const seen = new Set(place.sights.get(readerId)?.seqs)
      for (const message of place.sends.get(readerId) ?? []) if (message.seq > 0) seen.add(message.seq)
      const highest = [...seen].reduce((a, b) => Math.max(a, b), 0)
      for (let seq = place.base + 1; seq < highest; seq++) {
        if (!seen.has(seq)) this.#note('gaps', `${conversationId} seq ${seq} was never seen by ${readerId}, seq ${highest} was`)
      }
    }
  }

  #noteLosses(conversationId: string, place: Place): void {
    const readers = this.#readersOf(conversationId)
    for (const [senderId, list] of place.sends) {
      for (const message of list) {
        if (message.seq === 0) continue
        for (const readerId of readers) {
          if (readerId === senderId || place.sights.get(readerId)?.seqs.has(message.seq)) continue
          this.#note('lost', `${message.id} of ${conversationId}, acked as seq ${message.seq}, never shown to ${readerId}`)
        }
      }
    }
  }

  #noteSendOrder(conversationId: string, place: Place): void {
    for (const [senderId, list] of place.sends) {
      let highest = 0
      for (const message of list) {
        if (message.seq === 0) continue
        if (message.seq < highest)
          this.#note('misordered', `${message.id} by ${senderId} in ${conversationId} has seq ${message.seq} < ${highest}`)
        highest = Math.max(highest, message.seq)
      }
    }
  }
}
