// The load: sends by an open loop at a fixed rate, spread over all conversations, some of them taken back or changed
// afterwards, while members come and go, read marks move, connections break and devices are restarted. What was intended
// when is written down before it is tried.
import type { Audience, Device } from './audience.ts'
import { Blocks } from './blocks.ts'
import type { Chance } from './chance.ts'
import type { Controls } from './control.ts'
import type { ControlKind, Journal, MarkEntry } from './journal.ts'
import type { Place } from './town.ts'
import { firstDevice, namedAtOnce } from './town.ts'

export interface TrafficOptions {
  readonly audience: Audience
  readonly controls: Controls
  readonly places: readonly Place[]
  readonly journal: Journal
  readonly chance: Chance
  readonly rate: number
  readonly seconds: number
  readonly now: () => number
}

const tickMs = 5
/** One of so many messages is revoked, edited or deleted as soon as it is acked. */
const controlEvery = 10
/** One of so many is sent under an id that its application made. */
const ownIdEvery = 4
const controlKinds: readonly ControlKind[] = ['revoke', 'edit', 'deleteForAll', 'deleteForMe']
const memberChangeEveryMs = 400
const growEveryMs = 1_000
/** Of all pairs that do. */
const relateEveryMs = 200
const markEveryMs = 100
const cutEveryMs = 1_000
const restartEveryMs = 4_000

/** An attempt before a restart of the owner's device has done it. */
const unlessDone = (error: { code?: string }) => {
  if (error.code !== 'NOT_A_MEMBER') throw error
}

/** Begins at once. */
export class Traffic {
  /** Resolves when the last send was made and everything else has ended. */
  readonly ended: Promise<void>
  memberChanges = 0
  /** Members whom growing groups have got. */
  grownBy = 0
  restarts = 0
  readonly #options: TrafficOptions
  readonly #startedAt: number
  readonly #background = new Set<Promise<unknown>>()
  /** Groups whose members change, with those of the coming who are in. */
  readonly #changing: ReadonlyMap<Place, Set<string>>
  /** Groups that become large, with those who are still to come. */
  readonly #growing: ReadonlyMap<Place, string[]>
  readonly #blocks: Blocks
  readonly #busy = new Set<Place>()
  #order: Place[] = []

  constructor(options: TrafficOptions) {
    this.#options = options
    this.#blocks = new Blocks(options.journal, options.now)
    this.#startedAt = options.now()
    const changing = options.places.filter((place) => place.coming.length > 0)
    this.#changing = new Map(changing.map((place) => [place, new Set(place.coming)]))
    const growing = options.places.filter((place) => place.growing !== undefined)
    this.#growing = new Map(growing.map((place) => [place, [...place.growing!]]))
    this.ended = this.#run()
  }

  get relationsChanged(): number {
    return this.#blocks.taken
  }

  async #run(): Promise<void> {
    const { audience, chance, rate, seconds, now } = this.#options
    const free = () => audience.devices.filter((device) => !device.away)
    const timers = [
      setInterval(() => this.#changeSomeMember(), memberChangeEveryMs),
      setInterval(() => this.#growSomeGroup(), growEveryMs),
      setInterval(() => this.#relateSomePair(), relateEveryMs),
      setInterval(() => this.#track(this.#mark(chance.pick(free()))), markEveryMs),
      setInterval(() => chance.pick(free()).client.connection?.destroy(), cutEveryMs),
      setInterval(() => this.#restart(chance.pick(free())), restartEveryMs),
    ]
    const total = rate * seconds
    let sent = 0
    while (sent < total) {
      const due = Math.min(total, Math.floor(((now() - this.#startedAt) / 1_000) * rate))
      while (sent < due) this.#sendOne(sent++)
      await new Promise((resolve) => setTimeout(resolve, tickMs))
    }
    for (const timer of timers) clearInterval(timer)
    await Promise.all(this.#background)
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.catch(() => {}).finally(() => this.#background.delete(tracked))
    this.#background.add(tracked)
  }

  #sendOne(number: number): void {
    const { audience, places, chance, rate } = this.#options
    if (this.#order.length === 0) this.#order = chance.shuffled(places)
    const place = this.#order.pop()!
    const users = chance.shuffled(place.steady)
    const device = users.flatMap((userId) => chance.shuffled(audience.devicesOf(userId))).find((candidate) => !candidate.away)
    // As applications do, most leave ids to the SDK; those that name their own have each sending looked up.
    const clientMessageId = chance.below(ownIdEvery) === 0 ? chance.uuid() : device!.client.newClientMessageId()
    // What a block refuses is never acked, and so never changed.
    if (!place.blocking && chance.below(controlEvery) === 0) this.#planControl(clientMessageId, device!, place)
    audience.send(device!, place.conversationId, clientMessageId, this.#startedAt + (number / rate) * 1_000)
  }

  /** By who sends it; deleted for themselves it is by any member, as it is unread for the others only. */
  #planControl(clientMessageId: string, sender: Device, place: Place): void {
    const { audience, chance, controls } = this.#options
    const kind = chance.pick(controlKinds)
    const device = kind === 'deleteForMe' ? chance.pick(audience.devicesOf(chance.pick(place.steady))) : sender
    controls.plan(clientMessageId, { kind, device })
  }

  #changeSomeMember(): void {
    const { audience, chance } = this.#options
    const idle = [...this.#changing.keys()].filter((place) => !this.#busy.has(place) && !firstDevice(audience, place.steady[0]!).away)
    if (idle.length > 0) this.#track(this.#changeMember(chance.pick(idle)))
  }

  async #changeMember(place: Place): Promise<void> {
    const { audience, chance } = this.#options
    const owner = firstDevice(audience, place.steady[0]!)
    const inside = this.#changing.get(place)!
    const userId = chance.pick(place.coming)
    this.#busy.add(place)
    try {
      if (inside.has(userId)) await owner.client.removeMember(place.conversationId, userId).catch(unlessDone)
      else await owner.client.addMembers(place.conversationId, [userId])
      inside.has(userId) ? inside.delete(userId) : inside.add(userId)
      this.memberChanges++
    } finally {
      this.#busy.delete(place)
    }
  }

  /** While members change and messages are on their way. */
  #growSomeGroup(): void {
    for (const [place, still] of this.#growing) {
      const owner = firstDevice(this.#options.audience, place.steady[0]!)
      if (still.length > 0 && !owner.away && !this.#busy.has(place)) this.#track(this.#grow(place, owner, still))
    }
  }

  async #grow(place: Place, owner: Device, still: string[]): Promise<void> {
    this.#busy.add(place)
    try {
      const some = still.slice(0, namedAtOnce / 2)
      await owner.client.addMembers(place.conversationId, some)
      still.splice(0, some.length)
      this.grownBy += some.length
    } finally {
      this.#busy.delete(place)
    }
  }

  #relateSomePair(): void {
    const { audience, chance, places } = this.#options
    const devicesOf = ({ steady: [a, b] }: Place) => [firstDevice(audience, a!), firstDevice(audience, b!)] as const
    const free = places.filter((place) => place.blocking && !this.#busy.has(place) && devicesOf(place).every(({ away }) => !away))
    if (free.length === 0) return
    const place = chance.pick(free)
    this.#busy.add(place)
    this.#track(this.#blocks.step(place, devicesOf(place)).finally(() => this.#busy.delete(place)))
  }

  async #mark(device: Device): Promise<void> {
    const { journal, chance } = this.#options
    const { client, userId } = device
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

  #restart(device: Device): void {
    this.restarts++
    this.#track(this.#options.audience.restart(device))
  }
}
