// People who are never there, who come into a group until all of them are in and go again until none is, over and over: how far they came, how long
// that took, and what became of what was sent meanwhile.
import { createLatencies } from '../bench/latencies.ts'
import type { SendEntry } from './journal.ts'
import type { Place } from './town.ts'
import { namedAtOnce } from './town.ts'

/** Announced from more than the first, looked up again from fewer than the second: as delivery has it where nothing else is said. */
const sizes = { largeAbove: 200, smallBelow: 150 }
/** So many steps take a crowd in, or out, */
const steps = 8
/** and more, where as many would come at once, */
const atOnceMax = 2_000
/** of whom one call asks for as many as one request names, beside the others. */
const perCall = 200

/** By the calls that ask for them at the same time. */
export const inParts = (userIds: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(userIds.length / perCall) }, (_, i) => userIds.slice(i * perCall, (i + 1) * perCall))

/** All of them come, or all go. */
export interface Course {
  readonly rises: boolean
  readonly fromMs: number
  toMs: number | null
  /** Of the group, others included. */
  members: number
}

export class Crowd {
  readonly place: Place
  readonly courses: Course[] = []
  /** Who of them were not let in, or not had out. */
  refused = 0
  isMoving = false
  readonly #people: number
  readonly #still: string[]
  readonly #inside: string[] = []
  readonly #now: () => number
  #isLarge = false

  constructor(place: Place, now: () => number) {
    this.place = place
    this.#still = [...(place.tide ?? [])]
    this.#people = this.#still.length
    this.#now = now
  }

  get isEmpty(): boolean {
    return this.#people === 0
  }

  /** Whether all were in once, and are out again. */
  get hasTurned(): boolean {
    return this.isEmpty || this.courses.some(({ rises, toMs }) => !rises && toMs !== null)
  }

  get rises(): boolean {
    return this.#course.rises
  }

  /** Who is next, and whether nobody comes behind them. */
  next(): { readonly some: readonly string[]; readonly areLast: boolean } {
    const from = this.rises ? this.#still : this.#inside
    const some = from.slice(0, Math.max(namedAtOnce, Math.min(Math.ceil(this.#people / steps), atOnceMax)))
    return { some, areLast: some.length === from.length }
  }

  /** Those who were next are in, or out; answers which way that took the group past the sizes at which it is told in another way. */
  moved(some: readonly string[], memberCount: number): 'grewLarge' | 'shrank' | null {
    const course = this.#course
    const [from, to] = course.rises ? [this.#still, this.#inside] : [this.#inside, this.#still]
    to.push(...from.splice(0, some.length))
    course.members = memberCount
    if (from.length === 0) course.toMs = this.#now()
    if (this.#isLarge ? memberCount >= sizes.smallBelow : memberCount <= sizes.largeAbove) return null
    this.#isLarge = !this.#isLarge
    return this.#isLarge ? 'grewLarge' : 'shrank'
  }

  get tale(): string {
    const { rises, members } = this.courses.at(-1) ?? { rises: true, members: 0 }
    return `${members} members, ${rises ? 'growing' : 'shrinking'}`
  }

  get #course(): Course {
    const last = this.courses.at(-1)
    if (last?.toMs === null) return last
    const course: Course = { rises: !last?.rises, fromMs: this.#now(), toMs: null, members: last?.members ?? this.place.steady.length }
    this.courses.push(course)
    return course
  }
}

export interface CourseEvidence {
  /** At its end. */
  readonly members: number
  readonly seconds: number | null
  readonly sent: number
  readonly sentIntoIt: number
  readonly ackP50Ms: number
  readonly ackP99Ms: number
}

export interface CrowdEvidence {
  readonly people: number
  readonly refused: number
  readonly up?: CourseEvidence
  readonly down?: CourseEvidence
}

/** Of the first time that all came, and that all went, with what was sent meanwhile, into the group and elsewhere. */
export function evidenceOfCrowd({ place, courses, refused }: Crowd, sends: readonly SendEntry[]): CrowdEvidence {
  const told = ({ fromMs, toMs, members }: Course): CourseEvidence => {
    const meanwhile = sends.filter(({ intendedAtMs }) => intendedAtMs >= fromMs && intendedAtMs <= (toMs ?? Number.POSITIVE_INFINITY))
    const latencies = createLatencies()
    for (const { ackedAtMs, intendedAtMs } of meanwhile) if (ackedAtMs !== null) latencies.recordMs(ackedAtMs - intendedAtMs)
    const { p50, p99 } = latencies.percentiles()
    const sentIntoIt = meanwhile.filter(({ conversationId }) => conversationId === place.conversationId).length
    const seconds = toMs === null ? null : Math.round((toMs - fromMs) / 100) / 10
    return { members, seconds, sent: meanwhile.length, sentIntoIt, ackP50Ms: p50, ackP99Ms: p99 }
  }
  const [up, down] = courses
  return { people: place.tide?.length ?? 0, refused, ...(up && { up: told(up) }), ...(down && { down: told(down) }) }
}

/** For people who wait. */
export function linesOfCrowd({ up, down }: CrowdEvidence): string[] {
  const line = ({ members, seconds, sent, sentIntoIt, ackP50Ms, ackP99Ms }: CourseEvidence) =>
    `${members} members ${seconds === null ? 'when it ended' : `after ${seconds} s`}; meanwhile ${sent} messages, ${sentIntoIt} of them into it, acked within p50 ${Math.round(ackP50Ms)} ms, p99 ${Math.round(ackP99Ms)} ms`
  return [...(up ? [`grown to ${line(up)}`] : []), ...(down ? [`shrunk to ${line(down)}`] : [])]
}
