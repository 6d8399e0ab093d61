// Who belongs, or belonged, to one group, and up to which place in the log that is known. Events before `position` are
// contained; a stay covers [fromSeq, toSeq), so that an event is answered by its own seq even when more is known than its place.
import type { Stay } from '@skein/projections'
import { foldStay, type StayChange } from './stay-change.ts'

export class GroupStays {
  /** Offset of the first event not contained. */
  position: number
  /** Seq from which on a user is a member. */
  readonly #open = new Map<string, number>()
  #closed: Stay[] = []

  constructor(position: number, stays: readonly Stay[]) {
    this.position = position
    for (const stay of stays) {
      if (stay.toSeq === 0) this.#open.set(stay.userId, stay.fromSeq)
      else this.#closed.push(stay)
    }
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
      if (after === null) continue
      const { fromSeq, toSeq } = after
      if (toSeq === 0) this.#open.set(userId, fromSeq)
      else this.#closed.push({ userId, fromSeq, toSeq })
    }
  }

  #lastOf(userId: string): Omit<Stay, 'userId'> | null {
    const fromSeq = this.#open.get(userId)
    if (fromSeq !== undefined) return { fromSeq, toSeq: 0 }
    return this.#closed.findLast((stay) => stay.userId === userId) ?? null
  }

  #forget(userId: string, { fromSeq, toSeq }: Omit<Stay, 'userId'>): void {
    if (toSeq === 0) this.#open.delete(userId)
    else this.#closed = this.#closed.filter((stay) => stay.userId !== userId || stay.fromSeq !== fromSeq)
  }

  /**
   * Users who may see the item of this seq, of these who have been there since `since`. Seqs are asked in ascending order: a stay that ended
   * before is forgotten.
   */
  membersAt(seq: number, since = seq): string[] {
    const members: string[] = []
    for (const [userId, fromSeq] of this.#open) if (fromSeq <= since) members.push(userId)
    let ended = 0
    for (const stay of this.#closed) {
      if (stay.toSeq <= seq) ended += 1
      else if (stay.fromSeq <= since) members.push(stay.userId)
    }
    if (ended > 0) this.#closed = this.#closed.filter((stay) => stay.toSeq > seq)
    return members
  }
}
