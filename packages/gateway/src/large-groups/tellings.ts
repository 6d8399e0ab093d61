// What is being told to members of large groups: to so many in a turn of the event loop, so that whatever else came in is served between two turns, and
// groups take turns. Each member is told what is told in a group in its order.
import type { Telling } from './announced.ts'
import type { KnownGroup } from './known-group.ts'
import type { Peer } from './people-here.ts'

export interface TellingsOptions<P extends Peer> {
  readonly push: (connection: P, bytes: Uint8Array) => void
  /** Members that are told something in one turn. */
  readonly toldPerTurn: number
  /** All that was being told in the group has been told. */
  readonly told: (group: KnownGroup<P>) => void
}

export class Tellings<P extends Peer> {
  readonly #options: TellingsOptions<P>
  /** Those that something is being told in, the next first. */
  readonly #groups = new Set<KnownGroup<P>>()
  /** Of all that is being told. */
  bytes = 0
  /** How many may still be told something in this turn. */
  #room: number
  #turn: NodeJS.Immediate | undefined
  #busy = false

  constructor(options: TellingsOptions<P>) {
    this.#options = options
    this.#room = options.toldPerTurn
  }

  /** At once, as far as there is room in this turn. */
  begin(group: KnownGroup<P>, telling: Telling<P>): void {
    group.tellings.push(telling)
    this.bytes += telling.bytes
    this.#groups.add(group)
    if (!this.#busy) this.#tellSome()
  }

  /** Tells all that is being told in it now. */
  end(group: KnownGroup<P>): void {
    this.#groups.delete(group)
    for (const telling of group.tellings.splice(0)) {
      telling.tell(telling.left, this.#options.push)
      this.bytes -= telling.bytes
    }
    this.#options.told(group)
  }

  close(): void {
    clearImmediate(this.#turn)
    this.#groups.clear()
  }

  #tellSome(): void {
    this.#busy = true
    while (this.#room > 0) {
      const [group] = this.#groups
      if (group === undefined) break
      this.#tellSomeOf(group)
    }
    this.#busy = false
    if (this.#room < this.#options.toldPerTurn) this.#turn ??= setImmediate(() => this.#nextTurn())
  }

  #tellSomeOf(group: KnownGroup<P>): void {
    const telling = group.tellings[0]!
    const count = Math.min(telling.left, this.#room)
    this.#room -= count
    telling.tell(count, this.#options.push)
    if (telling.left === 0) {
      group.tellings.shift()
      this.bytes -= telling.bytes
    }
    this.#groups.delete(group)
    if (group.tellings.length > 0) this.#groups.add(group)
    else this.#options.told(group)
  }

  #nextTurn(): void {
    this.#turn = undefined
    this.#room = this.#options.toldPerTurn
    this.#tellSome()
  }
}
