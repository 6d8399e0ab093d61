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

export interface Ledger {
  /** A message to be sent, in the order of sending. Throws when the id is taken. */
  send(id: string, conversationId: string, senderId: string, intendedAt: number): LedgerMessage
  /** An answer with a place. Returns the message the first time, null for a repetition. */
  ack(id: string, seq: number, at: number): LedgerMessage | null
  refuse(code: string): void
  /** A live item. `id` is empty for items that are no messages. Returns the message the first time this reader is shown it. */
  deliver(readerId: string, conversationId: string, seq: number, id: string): LedgerMessage | null
  /** Compares a whole history, read back ascending from the base, with what was acknowledged. Counts go into the verdict. */
  readBack(conversationId: string, history: readonly HistoryEntry[]): void
  /** Items up to this seq existed before: they are no gap. 0 by default. */
  base(conversationId: string, seq: number): void
  message(id: string): LedgerMessage | undefined
  messages(): IterableIterator<LedgerMessage>
  /** Messages sent and not acknowledged. */
  readonly unacked: number
  check(): Verdict
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

export function createLedger(options: LedgerOptions): Ledger {
  const messages = new Map<string, LedgerMessage>()
  const places = new Map<string, Place>()
  const refused: Record<string, number> = {}
  const examples = new Map<string, string[]>()
  const found = { delivered: 0, lost: 0, duplicated: 0, misordered: 0, leaked: 0, gaps: 0 }
  let acked = 0

  function note(kind: keyof typeof found, text: string): void {
    found[kind] += 1
    const list = examples.get(kind) ?? []
    if (list.length < examplesPerKind) examples.set(kind, [...list, `${kind}: ${text}`])
  }

  function placeOf(conversationId: string): Place {
    let place = places.get(conversationId)
    if (!place) {
      place = { base: 0, sights: new Map(), sends: new Map(), idAt: new Map() }
      places.set(conversationId, place)
    }
    return place
  }

  function sightOf(place: Place, readerId: string): Sight {
    let sight = place.sights.get(readerId)
    if (!sight) {
      sight = { seqs: new Set(), highest: 0 }
      place.sights.set(readerId, sight)
    }
    return sight
  }

  /** One seq holds one message for ever, and one message has one seq. */
  function hold(place: Place, conversationId: string, seq: number, id: string): void {
    const there = place.idAt.get(seq)
    if (there === undefined) place.idAt.set(seq, id)
    else if (there !== id) note('duplicated', `${conversationId} seq ${seq} is ${there} and ${id || 'no message'}`)
  }

  function gapsOf(conversationId: string, place: Place): void {
    for (const readerId of options.readersOf(conversationId)) {
      const seen = new Set(place.sights.get(readerId)?.seqs)
      for (const message of place.sends.get(readerId) ?? []) if (message.seq > 0) seen.add(message.seq)
      const highest = [...seen].reduce((a, b) => Math.max(a, b), 0)
      for (let seq = place.base + 1; seq < highest; seq++) {
        if (!seen.has(seq)) note('gaps', `${conversationId} seq ${seq} was never seen by ${readerId}, seq ${highest} was`)
      }
    }
  }

  function lossesOf(conversationId: string, place: Place): void {
    const readers = options.readersOf(conversationId)
    for (const [senderId, list] of place.sends) {
      for (const message of list) {
        if (message.seq === 0) continue
        for (const readerId of readers) {
          if (readerId === senderId || place.sights.get(readerId)?.seqs.has(message.seq)) continue
          note('lost', `${message.id} of ${conversationId}, acked as seq ${message.seq}, never shown to ${readerId}`)
        }
      }
    }
  }

  function sendOrderOf(conversationId: string, place: Place): void {
    for (const [senderId, list] of place.sends) {
      let highest = 0
      for (const message of list) {
        if (message.seq === 0) continue
        if (message.seq < highest)
          note('misordered', `${message.id} by ${senderId} in ${conversationId} has seq ${message.seq} < ${highest}`)
        highest = Math.max(highest, message.seq)
      }
    }
  }

  return {
    send(id, conversationId, senderId, intendedAt) {
      if (messages.has(id)) throw new Error(`${id} is sent twice`)
      const message: LedgerMessage = { id, conversationId, senderId, intendedAt, seq: 0, ackedAt: -1, shownTo: 0 }
      messages.set(id, message)
      const { sends } = placeOf(conversationId)
      const list = sends.get(senderId)
      if (list) list.push(message)
      else sends.set(senderId, [message])
      return message
    },
    ack(id, seq, at) {
      const message = messages.get(id)
      if (!message) {
        note('leaked', `an answer for ${id}, which was never sent`)
        return null
      }
      hold(placeOf(message.conversationId), message.conversationId, seq, id)
      if (message.seq > 0) {
        if (message.seq !== seq) note('duplicated', `${id} was acked as seq ${message.seq} and ${seq}`)
        return null
      }
      message.seq = seq
      message.ackedAt = at
      acked += 1
      return message
    },
    refuse(code) {
      refused[code] = (refused[code] ?? 0) + 1
    },
    deliver(readerId, conversationId, seq, id) {
      if (!options.readersOf(conversationId).includes(readerId)) {
        note('leaked', `${conversationId} seq ${seq} was shown to ${readerId}`)
        return null
      }
      const place = placeOf(conversationId)
      const sight = sightOf(place, readerId)
      hold(place, conversationId, seq, id)
      if (sight.seqs.has(seq)) {
        note('duplicated', `${conversationId} seq ${seq} was shown to ${readerId} again`)
        return null
      }
      sight.seqs.add(seq)
      if (seq < sight.highest) note('misordered', `${conversationId} seq ${seq} was shown to ${readerId} after ${sight.highest}`)
      else sight.highest = seq
      found.delivered += 1
      const message = messages.get(id)
      if (message && message.senderId !== readerId) message.shownTo += 1
      return message ?? null
    },
    readBack(conversationId, history) {
      const place = placeOf(conversationId)
      const seqOf = new Map<string, number>()
      let last = place.base
      for (const { seq, id } of history) {
        if (seq === last) note('duplicated', `history of ${conversationId} has seq ${seq} twice`)
        else if (seq < last) note('misordered', `history of ${conversationId} has seq ${seq} after ${last}`)
        for (let missing = last + 1; missing < seq; missing++) note('gaps', `history of ${conversationId} lacks seq ${missing}`)
        last = Math.max(last, seq)
        if (id === '') continue
        const before = seqOf.get(id)
        if (before !== undefined && before !== seq) note('duplicated', `history of ${conversationId} has ${id} as seq ${before} and ${seq}`)
        seqOf.set(id, seq)
      }
      for (const message of [...place.sends.values()].flat()) {
        if (message.seq === 0) continue
        const seq = seqOf.get(message.id)
        if (seq === undefined) note('lost', `${message.id} of ${conversationId}, acked as seq ${message.seq}, is not in its history`)
        else if (seq !== message.seq) note('duplicated', `${message.id} was acked as seq ${message.seq} and is seq ${seq} in its history`)
      }
    },
    base(conversationId, seq) {
      placeOf(conversationId).base = seq
    },
    message: (id) => messages.get(id),
    messages: () => messages.values(),
    get unacked() {
      return messages.size - acked
    },
    check() {
      const before = { ...found }
      const noted = new Map(examples)
      for (const [conversationId, place] of places) {
        lossesOf(conversationId, place)
        gapsOf(conversationId, place)
        sendOrderOf(conversationId, place)
      }
      const verdict: Verdict = { sent: messages.size, acked, ...found, refused: { ...refused }, examples: [...examples.values()].flat() }
      // A check can be repeated: what it counts is not kept.
      Object.assign(found, before)
      examples.clear()
      for (const [kind, list] of noted) examples.set(kind, list)
      return verdict
    },
  }
}
