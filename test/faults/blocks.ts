// People who block each other now and then, ask each other to be friends, accept and part again, in pairs of which both go on to write. What was
// asked when, and when it was answered, is written down: between an answered block and the question that ends it nothing may come through; and how
// the two stand to each other by all of it, which has to be what is read back.
import type { Device } from './audience.ts'
import type { BlockEntry, Journal, PairEntry } from './journal.ts'
import type { Place } from './town.ts'

type Step = 'block' | 'unblock' | 'askInVain' | 'ask' | 'accept' | 'part'
/** What each pair does, over and over: first with a request of whoever is blocked, which crosses the one that comes later; then as friends. */
const crossing: readonly Step[] = ['block', 'askInVain', 'unblock', 'ask', 'part']
const steps: readonly Step[] = [...crossing, 'block', 'unblock', 'ask', 'accept', 'block', 'unblock', 'part']

export class Blocks {
  /** Steps that were answered. */
  taken = 0
  readonly #journal: Journal
  readonly #now: () => number
  readonly #next = new Map<Place, number>()
  readonly #standing = new Map<Place, BlockEntry>()
  readonly #pairs = new Map<Place, PairEntry>()

  constructor(journal: Journal, now: () => number) {
    this.#journal = journal
    this.#now = now
  }

  /** The next step of a pair, one at a time. A pair of which a question is not answered takes no further one: it may still come to pass. */
  async step(place: Place, pair: readonly [Device, Device]): Promise<void> {
    const number = this.#next.get(place) ?? 0
    if (number < 0) return
    const step = steps[number % steps.length]!
    const entry = this.#pairOf(place)
    try {
      await this.#take(step, place, pair)
      standsAfter(step, entry)
      this.#next.set(place, number + 1)
      this.taken++
    } catch {
      this.#next.set(place, -1)
      entry.unanswered = true
      const standing = this.#standing.get(place)
      if (standing) standing.unanswered = true
    }
  }

  async #take(step: Step, place: Place, [own, other]: readonly [Device, Device]): Promise<void> {
    switch (step) {
      case 'block':
        return this.#block(place, own, other.userId)
      case 'unblock':
        return this.#unblock(place, own, other.userId)
      case 'askInVain':
        return other.client.requestFriend(own.userId, { text: 'hello' })
      case 'ask':
        return own.client.requestFriend(other.userId, { text: 'hello' })
      case 'accept':
        return other.client.acceptFriend(own.userId)
      case 'part':
        return own.client.deleteFriend(other.userId)
    }
  }

  #pairOf(place: Place): PairEntry {
    const known = this.#pairs.get(place)
    if (known) return known
    const { conversationId, steady } = place
    const nothing = { blocked: false, friends: false, asked: false, asksInVain: false, unanswered: false }
    const entry: PairEntry = { conversationId, userId: steady[0]!, peerId: steady[1]!, ...nothing }
    this.#pairs.set(place, entry)
    this.#journal.pairs.push(entry)
    return entry
  }

  async #block(place: Place, own: Device, blockedId: string): Promise<void> {
    const never = { ackedAtMs: null, endAskedAtMs: null, endAckedAtMs: null, unanswered: false }
    const entry: BlockEntry = { conversationId: place.conversationId, blockedId, askedAtMs: this.#now(), ...never }
    this.#standing.set(place, entry)
    this.#journal.blocks.push(entry)
    await own.client.blockUser(blockedId)
    entry.ackedAtMs = this.#now()
  }

  async #unblock(place: Place, own: Device, blockedId: string): Promise<void> {
    const entry = this.#standing.get(place)!
    entry.endAskedAtMs = this.#now()
    await own.client.unblockUser(blockedId)
    entry.endAckedAtMs = this.#now()
    this.#standing.delete(place)
  }
}

/** A request of one's own is taken back by a block; two that cross make friends, also of one that the other was not shown. */
function standsAfter(step: Step, pair: PairEntry): void {
  switch (step) {
    case 'block':
      Object.assign(pair, { blocked: true, asked: false })
      break
    case 'unblock':
      pair.blocked = false
      break
    case 'askInVain':
      pair.asksInVain = !pair.friends
      break
    case 'ask':
      if (pair.asksInVain) Object.assign(pair, { friends: true, asksInVain: false })
      else pair.asked = !pair.friends
      break
    case 'accept':
      Object.assign(pair, { friends: true, asked: false, asksInVain: false })
      break
    case 'part':
      Object.assign(pair, { friends: false, asked: false })
  }
}
