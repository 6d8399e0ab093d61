// Who belongs, or belonged, to one group, and up to which place in the log that is known. Events before `position` are
// contained; a stay covers [fromSeq, toSeq), so that an event is answered by its own seq even when more is known than its place.
import type { Stay } from '@skein/projections'
import { foldStay, type StayChange } from './stay-change.ts'

export class GroupStays {
  /** Offset of the first event not contained. */
  position: number
  /** Seq from which on a user is a member. */
  readonly #open = new Map<string, number>()
  /** Of those, whoever may read what was before. */
  readonly #seeAll = new Set<string>()
  #closed: Stay[] = []

  constructor(position: number, stays: readonly Stay[]) {
    this.position = position
    for (const stay of stays) this.#keep(stay)
  }

  get size(): number {
    return this.#open.size + this.#closed.length
  }

  get members(): number {
    return this.#open.size
  }

  /** Does nothing for an event that is contained already. */
  fold(offset: number, { folds }: Pick<StayChange, 'folds'>): void {
    if (offset < this.position) return
    this.position = offset + 1
    for (const { userId, fold } of folds) {
      const before = fold.fresh ? null : this.#lastOf(userId)
      const after = foldStay(fold, before)
      if (before !== null) this.#forget(userId, before)
      if (after !== null) this.#keep({ userId, fromSeq: after.fromSeq, seesFrom: after.seesFrom, toSeq: after.toSeq })
    }
  }

  #keep(stay: Stay): void {
    const { userId, fromSeq, seesFrom, toSeq } = stay
    if (toSeq > 0) this.#closed.push(stay)
    else {
      this.#open.set(userId, fromSeq)
      if (seesFrom < fromSeq) this.#seeAll.add(userId)
    }
  }

  #lastOf(userId: string): Omit<Stay, 'userId'> | null {
    const fromSeq = this.#open.get(userId)
    if (fromSeq !== undefined) return { fromSeq, seesFrom: this.#seeAll.has(userId) ? 1 : fromSeq, toSeq: 0 }
    return this.#closed.findLast((stay) => stay.userId === userId) ?? null
  }

  #forget(userId: string, { fromSeq, toSeq }: Omit<Stay, 'userId'>): void {
    if (toSeq === 0) {
      this.#open.delete(userId)
      this.#seeAll.delete(userId)
    } else this.#closed = this.#closed.filter((stay) => stay.userId !== userId || stay.fromSeq !== fromSeq)
  }

  /**
   * Users who are there at this seq, of these who may read what stands at `since`. Seqs are asked in ascending order: a stay that ended before is
   * forgotten.
   */
  membersAt(seq: number, since = seq): string[] {
    const members: string[] = []
    for (const [userId, fromSeq] of this.#open) {
      if (fromSeq <= since || (fromSeq <= seq && this.#seeAll.has(userId))) members.push(userId)
    }
    let ended = 0
    for (const stay of this.#closed) {
      if (stay.toSeq <= seq) ended += 1
      else if (stay.fromSeq <= seq && stay.seesFrom <= since) members.push(stay.userId)
    }
    if (ended > 0) this.#closed = this.#closed.filter((stay) => stay.toSeq > seq)
    return members
  }
}
