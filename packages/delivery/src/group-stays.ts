// Who belongs, or belonged, to one group, and up to which place in the log that is known. Events before `position` are
// contained; a stay covers [fromSeq, toSeq), so that an event is answered by its own seq even when more is known than its place.
import { firstSeqOfStay, type GroupCreated, type MembersAdded, type SkeinEvent } from '@skein/contracts'
import type { UndecodableRecord } from '@skein/event-sourcing'
import type { Stay } from '@skein/projections'

export type MemberEvent = Extract<SkeinEvent, { readonly type: 'GroupCreated' | 'MembersAdded' | 'MemberRemoved' | 'MemberLeft' }>

export const isMemberEvent = (event: SkeinEvent): event is MemberEvent =>
  event.type === 'MembersAdded' || event.type === 'MemberRemoved' || event.type === 'MemberLeft' || event.type === 'GroupCreated'

/** Whether an event brings the first members of the group that was just created. */
export const bringsFirstMembers = (event: SkeinEvent | UndecodableRecord, creation: GroupCreated): event is MembersAdded =>
  'type' in event &&
  event.type === 'MembersAdded' &&
  event.seq === creation.seq + 1 &&
  event.conversationId === creation.conversationId &&
  event.meta.appId === creation.meta.appId

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

  /** Does nothing for an event that is contained already. */
  fold(offset: number, event: MemberEvent): void {
    if (offset < this.position) return
    this.position = offset + 1
    switch (event.type) {
      case 'GroupCreated':
        this.#open.set(event.ownerId, event.seq)
        return
      case 'MembersAdded':
        for (const { userId } of event.members) if (!this.#open.has(userId)) this.#open.set(userId, firstSeqOfStay(event.seq))
        return
      default:
        this.#close(event.userId, event.seq + 1)
    }
  }

  #close(userId: string, toSeq: number): void {
    const fromSeq = this.#open.get(userId)
    if (fromSeq === undefined) return
    this.#open.delete(userId)
    this.#closed.push({ userId, fromSeq, toSeq })
  }

  /** Users who may see the item of this seq. Seqs are asked in ascending order: a stay that ended before is forgotten. */
  membersAt(seq: number): string[] {
    const members: string[] = []
    for (const [userId, fromSeq] of this.#open) if (fromSeq <= seq) members.push(userId)
    let ended = 0
    for (const stay of this.#closed) {
      if (stay.toSeq <= seq) ended += 1
      else if (stay.fromSeq <= seq) members.push(stay.userId)
    }
    if (ended > 0) this.#closed = this.#closed.filter((stay) => stay.toSeq > seq)
    return members
  }
}
