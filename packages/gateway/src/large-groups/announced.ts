// What was announced of a large group, told to its members: to each connection once, in one push, whatever there is to tell. A push that is the
// same for all is made once: encoded pushes one behind the other are the push with all that is in them.
import type { GroupAnnouncement } from '@skein/node-link'
import type { Peer, Person } from './people-here.ts'
import { type Stay, stayAt } from './stays.ts'

export interface Announced {
  /** An encoded Push. */
  readonly push: Uint8Array
  readonly group: GroupAnnouncement
}

export interface Member<P extends Peer> {
  readonly person: Person<P>
  readonly stays: readonly Stay[]
}

export const bytesOf = ({ push, group }: Announced): number => 200 + push.length + group.untoldPush.length + group.steps.length * 100

/** The push of what one with these stays may see; null for nothing. */
function seenWith(stays: readonly Stay[], { push, group }: Announced): Uint8Array | null {
  const stay = stayAt(stays, group.seq)
  if (stay === undefined) return null
  return stay.seesFrom <= group.targetSeq || group.targetSeq === 0 ? push : group.untoldPush
}

function together(pushes: readonly Uint8Array[]): Uint8Array {
  return pushes.length === 1 ? pushes[0]! : Buffer.concat(pushes)
}

/** A list on its way to members: to some of them after the others. */
export class Telling<P extends Peer> {
  readonly #members: readonly Member<P>[]
  readonly #list: readonly Announced[]
  readonly #all: Uint8Array
  readonly #excepted: ReadonlySet<string>
  readonly bytes: number
  #next = 0

  constructor(members: readonly Member<P>[], list: readonly Announced[]) {
    this.bytes = list.reduce((sum, announced) => sum + bytesOf(announced), 0)
    this.#members = list.length === 0 ? [] : members
    this.#list = list
    this.#all = together(list.map(({ push }) => push))
    this.#excepted = new Set(list.map(({ group }) => group.exceptConnection).filter((id) => id !== ''))
  }

  /** Members who have not been told. */
  get left(): number {
    return this.#members.length - this.#next
  }

  /** Tells so many members more; `push` is called once for each connection that there is something for. */
  tell(count: number, push: (connection: P, bytes: Uint8Array) => void): void {
    const end = this.#next + Math.min(this.left, count)
    while (this.#next < end) {
      const { person, stays } = this.#members[this.#next++]!
      if (person.connections.length > 0) this.#tellOne(person, stays, push)
    }
  }

  #tellOne({ connections }: Person<P>, stays: readonly Stay[], push: (connection: P, bytes: Uint8Array) => void): void {
    const list = this.#list
    const seen = list.map((announced) => seenWith(stays, announced))
    const shared = seen.every((bytes, i) => bytes === list[i]!.push) ? this.#all : null
    // One that is too slow is ended at once, and is not among them any more.
    for (const connection of [...connections]) {
      if (shared !== null && !this.#excepted.has(connection.id)) {
        push(connection, shared)
        continue
      }
      const own = seen.filter((bytes, i) => bytes !== null && list[i]!.group.exceptConnection !== connection.id) as Uint8Array[]
      if (own.length > 0) push(connection, together(own))
    }
  }
}
