// People who block each other now and then, ask each other to be friends, accept and part again, in pairs of which both go on to write. What was
// asked when, and when it was answered, is written down: between an answered block and the question that ends it nothing may come through.
import type { Device } from './audience.ts'
import type { BlockEntry, Journal } from './journal.ts'
import type { Place } from './town.ts'

type Step = 'block' | 'unblock' | 'ask' | 'accept' | 'part'
/** What each pair does, over and over: whoever is blocked cannot ask. */
const steps: readonly Step[] = ['block', 'unblock', 'ask', 'accept', 'block', 'unblock', 'part']

export class Blocks {
  /** Steps that were answered. */
  taken = 0
  readonly #journal: Journal
  readonly #now: () => number
  readonly #next = new Map<Place, number>()
  readonly #standing = new Map<Place, BlockEntry>()

  constructor(journal: Journal, now: () => number) {
    this.#journal = journal
    this.#now = now
  }

  /** The next step of a pair, one at a time. A pair of which a question is not answered takes no further one: it may still come to pass. */
  async step(place: Place, pair: readonly [Device, Device]): Promise<void> {
    const number = this.#next.get(place) ?? 0
    if (number < 0) return
    try {
      await this.#take(steps[number % steps.length]!, place, pair)
      this.#next.set(place, number + 1)
      this.taken++
    } catch {
      this.#next.set(place, -1)
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
      case 'ask':
        return own.client.requestFriend(other.userId, { text: 'hello' })
      case 'accept':
        return other.client.acceptFriend(own.userId)
      case 'part':
        return own.client.deleteFriend(other.userId)
    }
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
