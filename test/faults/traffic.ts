// The load: sends by an open loop at a fixed rate, spread over all conversations, while members come and go, read marks
// move, connections break and devices are restarted. What was intended when is written down before it is tried.
import type { Audience, Device } from './audience.ts'
import type { Chance } from './chance.ts'
import type { Journal, MarkEntry } from './journal.ts'
import type { Place } from './town.ts'
import { firstDevice } from './town.ts'

export interface TrafficOptions {
  readonly audience: Audience
  readonly places: readonly Place[]
  readonly journal: Journal
  readonly chance: Chance
  readonly rate: number
  readonly seconds: number
  readonly now: () => number
}

const tickMs = 5
const memberChangeEveryMs = 400
const markEveryMs = 100
const cutEveryMs = 1_000
const restartEveryMs = 4_000

/** An attempt before a restart of the owner's device has done it. */
const unlessDone = (error: { code?: string }) => {
  if (error.code !== 'NOT_A_MEMBER') throw error
}

export class Traffic {
  /** Resolves when the last send was made and everything else has ended. */
  readonly ended: Promise<void>
  memberChanges = 0
  restarts = 0
  readonly #options: TrafficOptions
  readonly #startedAt: number
  readonly #background = new Set<Promise<unknown>>()
  /** Groups whose members come and go, those that are being changed now, and who is in. */
  readonly #changing: readonly Place[]
  readonly #busy = new Set<string>()
  readonly #inside: ReadonlyMap<string, Set<string>>
  #order: Place[] = []

  constructor(options: TrafficOptions) {
    this.#options = options
    this.#startedAt = options.now()
    this.#changing = options.places.filter((place) => place.coming.length > 0)
    this.#inside = new Map(this.#changing.map((place) => [place.conversationId, new Set(place.coming)]))
    this.ended = this.#run()
  }

  async #run(): Promise<void> {
    const timers = [
      setInterval(() => this.#changeSomeGroup(), memberChangeEveryMs),
      setInterval(() => this.#track(this.#mark(this.#someDevice())), markEveryMs),
      setInterval(() => this.#someDevice().client.connection?.destroy(), cutEveryMs),
      setInterval(() => this.#restart(), restartEveryMs),
    ]
    await this.#sendAll()
    for (const timer of timers) clearInterval(timer)
    await Promise.all(this.#background)
  }

  async #sendAll(): Promise<void> {
    const { rate, seconds, now } = this.#options
    const total = rate * seconds
    let sent = 0
    while (sent < total) {
      const due = Math.min(total, Math.floor(((now() - this.#startedAt) / 1_000) * rate))
      while (sent < due) this.#send(sent++)
      await new Promise((resolve) => setTimeout(resolve, tickMs))
    }
  }

  #send(number: number): void {
    const { audience, places, chance, rate } = this.#options
    if (this.#order.length === 0) this.#order = chance.shuffled(places)
    const place = this.#order.pop()!
    const users = chance.shuffled(place.steady)
    const device = users.flatMap((userId) => chance.shuffled(audience.devicesOf(userId))).find((candidate) => !candidate.away)
    audience.send(device!, place.conversationId, chance.uuid(), this.#startedAt + (number / rate) * 1_000)
  }

  #changeSomeGroup(): void {
    const { audience, chance } = this.#options
    const idle = this.#changing.filter((place) => !this.#busy.has(place.conversationId) && !firstDevice(audience, place.steady[0]!).away)
    if (idle.length > 0) this.#track(this.#changeMember(chance.pick(idle)))
  }

  async #changeMember({ conversationId, steady, coming }: Place): Promise<void> {
    const { audience, chance } = this.#options
    const owner = firstDevice(audience, steady[0]!)
    const members = this.#inside.get(conversationId)!
    const userId = chance.pick(coming)
    this.#busy.add(conversationId)
    try {
      if (members.has(userId)) await owner.client.removeMember(conversationId, userId).catch(unlessDone)
      else await owner.client.addMembers(conversationId, [userId])
      members.has(userId) ? members.delete(userId) : members.add(userId)
      this.memberChanges++
    } finally {
      this.#busy.delete(conversationId)
    }
  }

  async #mark({ client, userId }: Device): Promise<void> {
    const { chance, journal } = this.#options
    const unread = client.sessions().filter((session) => session.unread > 0 && session.toSeq === 0)
    if (unread.length === 0) return
    const { conversationId, lastOrdinal, readOrdinal } = chance.pick(unread)
    // Not always to the end, so that something is left to count.
    const ordinal = readOrdinal + 1 + chance.below(lastOrdinal - readOrdinal)
    const entry: MarkEntry = { userId, conversationId, ordinal, acked: false }
    journal.marks.push(entry)
    await client.markRead(conversationId, ordinal)
    entry.acked = true
  }

  #restart(): void {
    this.restarts++
    this.#track(this.#options.audience.restart(this.#someDevice()))
  }

  #someDevice(): Device {
    const { audience, chance } = this.#options
    return chance.pick(audience.devices.filter((device) => !device.away))
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.catch(() => {}).finally(() => this.#background.delete(tracked))
    this.#background.add(tracked)
  }
}
