// People of a large group whose stays are being read together, and what is announced meanwhile: it is kept for them, and told when it is known who
// of them is in. What is more than a connection is given at once is not: whoever is in has to sync, and only what it does to stays is kept.
import { type Announced, bytesOf } from './announced.ts'
import type { Peer, Person } from './people-here.ts'

const nothing = new Uint8Array(0)

export class Cohort<P extends Peer> {
  readonly people: ReadonlySet<Person<P>>
  /** Of every change of stays from this offset on it is told; those before must be contained in what is read. */
  from: number
  held: Announced[] = []
  heldBytes = 0
  /** Some of what was announced was dropped: whoever turns out to be in has to sync, and is told nothing of what came before. */
  missed = false

  constructor(people: readonly Person<P>[], from: number) {
    this.people = new Set(people)
    this.from = from
  }

  hold(announced: Announced, toldBytesMax: number): void {
    this.#keep(announced)
    if (this.missed || this.heldBytes <= toldBytesMax) return
    this.missed = true
    const { held } = this
    this.letGo()
    for (const one of held) this.#keep(one)
  }

  /** Keeps nothing any more, changes of stays before this offset included. */
  forgetUpTo(offset: number): void {
    this.letGo()
    this.missed = true
    this.from = Math.max(this.from, offset)
  }

  letGo(): void {
    this.held = []
    this.heldBytes = 0
  }

  #keep({ push, group }: Announced): void {
    if (this.missed && group.steps.length === 0) return
    const kept = this.missed ? { push: nothing, group: { ...group, untoldPush: nothing } } : { push, group }
    this.held.push(kept)
    this.heldBytes += bytesOf(kept)
  }
}
