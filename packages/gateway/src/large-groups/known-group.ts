// One large group as this node knows it: who of those connected here is in it, and who has not been asked about yet. Those have what is
// announced kept for them, in its order, until their stays have been read.
import type { StayStep } from '@skein/node-link'
import type { GroupId } from '@skein/projections'
import { type Announced, type Member, Telling } from './announced.ts'
import type { Cohort } from './cohort.ts'
import type { Peer, PeopleHere, Person } from './people-here.ts'
import { areOver, type Stay, withStep } from './stays.ts'

export class KnownGroup<P extends Peer> {
  readonly id: GroupId
  readonly #people: PeopleHere<P>
  /** Every change of stays before this offset is contained in those of the members. */
  position = 0
  /** Who came later has not been asked about. */
  askedUpTo = 0
  readonly members = new Map<Person<P>, Member<P>>()
  /** The members as they are, while somebody is being told something; null where they have changed since. */
  #roll: readonly Member<P>[] | null = null
  readonly cohorts = new Set<Cohort<P>>()
  /** What is being told, one after the other. */
  readonly tellings: Telling<P>[] = []
  /** What waits to be told together with what comes next. */
  readonly waiting: Announced[] = []
  waitingBytes = 0
  /** Its time came while something else was being told. */
  due = false
  /** When news of people who came may be told, and when anything may. */
  joinsDueAt = 0
  dueAt = 0
  timer: NodeJS.Timeout | undefined
  timerAt = Number.POSITIVE_INFINITY

  constructor(id: GroupId, people: PeopleHere<P>) {
    this.id = id
    this.#people = people
  }

  /** Takes in what an event does to the stays of those who have been asked about. */
  fold(steps: readonly StayStep[]): void {
    for (const step of steps) {
      const person = this.#people.of(this.id.appId, step.userId)
      if (person === undefined || this.#isAwaited(person)) continue
      const stays = withStep(this.members.get(person)?.stays ?? [], step)
      if (stays.length > 0) this.members.set(person, { person, stays })
    }
    if (steps.length > 0) this.#roll = null
  }

  #isAwaited(person: Person<P>): boolean {
    if (person.arrival > this.askedUpTo) return true
    for (const { people } of this.cohorts) if (people.has(person)) return true
    return false
  }

  /** What is to be told to those who have been asked about by now: whoever is admitted later has it kept for them. */
  telling(list: readonly Announced[]): Telling<P> {
    this.#roll ??= [...this.members.values()]
    const telling = new Telling(this.#roll, list)
    const { seq } = list.at(-1)!.group
    for (const { person, stays } of this.#roll) if (person.connections.length === 0 || areOver(stays, seq + 1)) this.members.delete(person)
    if (this.members.size < this.#roll.length) this.#roll = null
    return telling
  }

  /** Everybody has been told everything. */
  told(): void {
    this.#roll = null
  }

  /** Takes in the stays read of a cohort; answers what is to be told to it of what was kept. */
  admit(cohort: Cohort<P>, read: ReadonlyMap<string, readonly Stay[]>): Telling<P> {
    const found = new Map<Person<P>, readonly Stay[]>()
    for (const person of cohort.people) if (person.connections.length > 0) found.set(person, read.get(person.userId) ?? [])
    const held = cohort.held.toSorted((a, b) => a.group.offset - b.group.offset)
    for (const { group } of held) {
      for (const step of group.steps) {
        const person = this.#people.of(this.id.appId, step.userId)
        const stays = person && found.get(person)
        if (stays) found.set(person, withStep(stays, step))
      }
    }
    const members = [...found].flatMap(([person, stays]) => (stays.length > 0 ? [{ person, stays }] : []))
    for (const member of members) this.members.set(member.person, member)
    this.#roll = null
    this.cohorts.delete(cohort)
    return new Telling(members, cohort.missed ? [] : held)
  }
}
