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

type Kind = 'lost' | 'duplicated' | 'misordered' | 'leaked' | 'gaps'

/** What was found wrong, with the first few of each kind. */
class Findings {
  readonly counts: Record<Kind, number>
  readonly #examples: Map<Kind, string[]>

  constructor(from?: Findings) {
    this.counts = from ? { ...from.counts } : { lost: 0, duplicated: 0, misordered: 0, leaked: 0, gaps: 0 }
    this.#examples = new Map(from === undefined ? [] : from.#examples)
  }

  note(kind: Kind, text: string): void {
    this.counts[kind] += 1
    const list = this.#examples.get(kind) ?? []
    if (list.length < examplesPerKind) this.#examples.set(kind, [...list, `${kind}: ${text}`])
  }

  get examples(): string[] {
    return [...this.#examples.values()].flat()
  }
}

/** What one reader knows of one conversation. */
interface Sight {
  readonly seqs: Set<number>
  highest: number
}

interface Place {
  readonly conversationId: string
  base: number
  readonly sights: Map<string, Sight>
  /** Message ids in order of sending, by sender. */
  readonly sends: Map<string, LedgerMessage[]>
  /** clientMessageId at each seq, as told by answers and deliveries. */
  readonly idAt: Map<number, string>
}

export class Ledger {
  readonly #readersOf: LedgerOptions['readersOf']
  readonly #messages = new Map<string, LedgerMessage>()
  readonly #places = new Map<string, Place>()
  readonly #refused: Record<string, number> = {}
  readonly #findings = new Findings()
  #delivered = 0
  #acked = 0

  constructor({ readersOf }: LedgerOptions) {
    this.#readersOf = readersOf
  }

  /** Messages sent and not acknowledged. */
  get unacked(): number {
    return this.#messages.size - this.#acked
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
      this.#findings.note('leaked', `an answer for ${id}, which was never sent`)
      return null
    }
    this.#hold(this.#placeOf(message.conversationId), seq, id)
    if (message.seq > 0) {
      if (message.seq !== seq) this.#findings.note('duplicated', `${id} was acked as seq ${message.seq} and ${seq}`)
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
      this.#findings.note('leaked', `${conversationId} seq ${seq} was shown to ${readerId}`)
      return null
    }
    const place = this.#placeOf(conversationId)
    const sight = sightOf(place, readerId)
    this.#hold(place, seq, id)
    if (sight.seqs.has(seq)) {
      this.#findings.note('duplicated', `${conversationId} seq ${seq} was shown to ${readerId} again`)
      return null
    }
    sight.seqs.add(seq)
    if (seq < sight.highest)
      this.#findings.note('misordered', `${conversationId} seq ${seq} was shown to ${readerId} after ${sight.highest}`)
    else sight.highest = seq
    this.#delivered += 1
    const message = this.#messages.get(id)
    if (message && message.senderId !== readerId) message.shownTo += 1
    return message ?? null
  }

  /** Compares a whole history, read back ascending from the base, with what was acknowledged. Counts go into the verdict. */
  readBack(conversationId: string, history: readonly HistoryEntry[]): void {
    judgeHistory(this.#placeOf(conversationId), history, this.#findings)
  }

  /** Can be repeated: what it finds is not kept. */
  check(): Verdict {
    const findings = new Findings(this.#findings)
    for (const place of this.#places.values()) {
      const readers = this.#readersOf(place.conversationId)
      judgeLosses(place, readers, findings)
      judgeGaps(place, readers, findings)
      judgeSendOrder(place, findings)
    }
    const { counts, examples } = findings
    return { sent: this.#messages.size, acked: this.#acked, delivered: this.#delivered, ...counts, refused: { ...this.#refused }, examples }
  }

  #placeOf(conversationId: string): Place {
    let place = this.#places.get(conversationId)
    if (!place) {
      place = { conversationId, base: 0, sights: new Map(), sends: new Map(), idAt: new Map() }
      this.#places.set(conversationId, place)
    }
    return place
  }

  /** One seq holds one message for ever, and one message has one seq. */
  #hold({ conversationId, idAt }: Place, seq: number, id: string): void {
    const there = idAt.get(seq)
    if (there === undefined) idAt.set(seq, id)
    else if (there !== id) this.#findings.note('duplicated', `${conversationId} seq ${seq} is ${there} and ${id || 'no message'}`)
  }
}

function sightOf(place: Place, readerId: string): Sight {
  let sight = place.sights.get(readerId)
  if (!sight) {
    sight = { seqs: new Set(), highest: 0 }
    place.sights.set(readerId, sight)
  }
  return sight
}

function judgeGaps({ conversationId, base, sights, sends }: Place, readers: readonly string[], findings: Findings): void {
  for (const readerId of readers) {
    const seen = new Set(sights.get(readerId)?.seqs)
    for (const message of sends.get(readerId) ?? []) if (message.seq > 0) seen.add(message.seq)
    const highest = [...seen].reduce((a, b) => Math.max(a, b), 0)
    for (let seq = base + 1; seq < highest; seq++) {
      if (!seen.has(seq)) findings.note('gaps', `${conversationId} seq ${seq} was never seen by ${readerId}, seq ${highest} was`)
    }
  }
}

function judgeLosses({ conversationId, sights, sends }: Place, readers: readonly string[], findings: Findings): void {
  for (const [senderId, list] of sends) {
    for (const message of list) {
      if (message.seq === 0) continue
      for (const readerId of readers) {
        if (readerId === senderId || sights.get(readerId)?.seqs.has(message.seq)) continue
        findings.note('lost', `${message.id} of ${conversationId}, acked as seq ${message.seq}, never shown to ${readerId}`)
      }
    }
  }
}

function judgeSendOrder({ conversationId, sends }: Place, findings: Findings): void {
  for (const [senderId, list] of sends) {
    let highest = 0
    for (const { id, seq } of list) {
      if (seq === 0) continue
      if (seq < highest) findings.note('misordered', `${id} by ${senderId} in ${conversationId} has seq ${seq} < ${highest}`)
      highest = Math.max(highest, seq)
    }
  }
}

function judgeHistory({ conversationId, base, sends }: Place, history: readonly HistoryEntry[], findings: Findings): void {
  const seqOf = new Map<string, number>()
  let last = base
  for (const { seq, id } of history) {
    if (seq === last) findings.note('duplicated', `history of ${conversationId} has seq ${seq} twice`)
    else if (seq < last) findings.note('misordered', `history of ${conversationId} has seq ${seq} after ${last}`)
    for (let missing = last + 1; missing < seq; missing++) findings.note('gaps', `history of ${conversationId} lacks seq ${missing}`)
    last = Math.max(last, seq)
    if (id === '') continue
    const before = seqOf.get(id)
    if (before !== undefined && before !== seq)
      findings.note('duplicated', `history of ${conversationId} has ${id} as seq ${before} and ${seq}`)
    seqOf.set(id, seq)
  }
  for (const message of [...sends.values()].flat()) {
    if (message.seq === 0) continue
    const seq = seqOf.get(message.id)
    if (seq === undefined) findings.note('lost', `${message.id} of ${conversationId}, acked as seq ${message.seq}, is not in its history`)
    else if (seq !== message.seq)
      findings.note('duplicated', `${message.id} was acked as seq ${message.seq} and is seq ${seq} in its history`)
  }
}
