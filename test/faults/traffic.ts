// The load: sends by an open loop at a fixed rate, spread over all conversations, some of them taken back or changed
// afterwards, while members come and go, read marks move, connections break and devices are restarted. What was intended
// when is written down before it is tried.
import type { Audience, Device } from './audience.ts'
import { Blocks } from './blocks.ts'
import type { Broadcasts } from './broadcasts.ts'
import type { Chance } from './chance.ts'
import type { Controls } from './control.ts'
import type { ControlKind, Journal, MarkEntry } from './journal.ts'
import { MemberLife } from './member-life.ts'
import type { Place } from './town.ts'
import { firstDevice, namedAtOnce } from './town.ts'

export interface TrafficOptions {
  readonly audience: Audience
  readonly controls: Controls
  readonly broadcasts: Broadcasts
  readonly places: readonly Place[]
  readonly journal: Journal
  readonly chance: Chance
  readonly rate: number
  readonly seconds: number
  readonly now: () => number
  readonly progress: (line: string) => void
}

const tickMs = 5
/** One of so many messages is revoked, edited or deleted as soon as it is acked. */
const controlEvery = 10
/** One of so many is sent under an id that its application made. */
const ownIdEvery = 4
const controlKinds: readonly ControlKind[] = ['revoke', 'edit', 'deleteForAll', 'deleteForMe']
const memberChangeEveryMs = 400
const tideEveryMs = 600
/** Of all pairs that do. */
const relateEveryMs = 200
const memberStepEveryMs = 60
const crowdEveryMs = 300
/** One of so many messages into a lively group is of somebody who may be out. */
const outsiderEvery = 8
/** When one of the lively groups is dismissed, as a part of the whole. */
const dismissAt = 0.8
const markEveryMs = 100
const tellEveryMs = 1_500
const cutEveryMs = 1_000
const restartEveryMs = 4_000
const tellProgressEveryMs = 10_000
/** Until a crowd has been in as a whole, and out again, the load goes on, but no longer. */
const turnMsMax = 420_000

/** Those who are still to come into a group, and those of them who are in. */
interface Tide {
  readonly still: string[]
  readonly inside: string[]
  rises: boolean
}

/** An attempt before a restart of the owner's device has done it. */
const unlessDone = (error: { code?: string }) => {
  if (error.code !== 'NOT_A_MEMBER') throw error
}

/** Begins at once. */
export class Traffic {
  /** Resolves when the last send was made and everything else has ended. */
  readonly ended: Promise<void>
  memberChanges = 0
  /** Members whom groups have got that grow and shrink, and whom they have lost. */
  readonly tide = { came: 0, went: 0 }
  restarts = 0
  /** Of lively groups; null where there are none. */
  readonly life: MemberLife | null
  readonly #options: TrafficOptions
  readonly #startedAt: number
  readonly #background = new Set<Promise<unknown>>()
  /** Groups whose members change, with those of the coming who are in. */
  readonly #changing: ReadonlyMap<Place, Set<string>>
  /** Groups that become large, and small again. */
  readonly #tides: ReadonlyMap<Place, Tide>
  readonly #blocks: Blocks
  readonly #lively: readonly Place[]
  readonly #busy = new Set<Place>()
  #order: Place[] = []

  constructor(options: TrafficOptions) {
    this.#options = options
    this.#blocks = new Blocks(options.journal, options.now)
    this.#startedAt = options.now()
    this.#lively = options.places.filter((place) => place.lively)
    this.life = this.#lively.length > 0 ? new MemberLife({ ...options, places: this.#lively }) : null
    const changing = options.places.filter((place) => place.coming.length > 0 && !place.lively)
    this.#changing = new Map(changing.map((place) => [place, new Set(place.coming)]))
    const growing = options.places.filter((place) => place.tide !== undefined && !place.lively)
    this.#tides = new Map(growing.map((place) => [place, { still: [...place.tide!], inside: [], rises: true }]))
    this.ended = this.#run()
  }

  /** Whether something was done of all that a run is to have besides its messages: members changed, groups grew, people blocked and befriended. */
  get hasEverything(): boolean {
    const done: readonly (readonly [wanted: number, count: number])[] = [
      [this.#changing.size, this.memberChanges],
      [this.#tides.size, this.tide.came],
      [this.#options.places.filter(({ blocking }) => blocking).length, this.relationsChanged],
    ]
    return done.every(([wanted, count]) => wanted === 0 || count > 0)
  }

  get relationsChanged(): number {
    return this.#blocks.taken
  }

  async #run(): Promise<void> {
    const { audience, broadcasts, chance, rate, seconds, progress } = this.#options
    const { life } = this
    const free = () => audience.devices.filter((device) => !device.away)
    const others = () => free().filter((device) => device !== broadcasts.teller)
    const timers = [
      setInterval(() => this.#changeSomeMember(), memberChangeEveryMs),
      setInterval(() => this.#moveTides(), tideEveryMs),
      setInterval(() => this.#relateSomePair(), relateEveryMs),
      setInterval(() => life && this.#track(life.step()), memberStepEveryMs),
      setInterval(() => life && this.#track(life.moveCrowds()), crowdEveryMs),
      setTimeout(() => life && this.#track(life.dismiss(this.#lively.at(-1)!)), seconds * 1_000 * dismissAt),
      setInterval(() => this.#track(this.#mark(chance.pick(free()))), markEveryMs),
      setInterval(() => chance.pick(free()).client.connection?.destroy(), cutEveryMs),
      setInterval(() => this.#restart(chance.pick(others())), restartEveryMs),
      setInterval(() => this.#track(broadcasts.step()), tellEveryMs),
      setInterval(() => life && progress(life.tale), tellProgressEveryMs),
    ]
    let sent = 0
    const due = () => Math.floor((this.#passedMs / 1_000) * rate)
    const lasts = () => sent < rate * seconds || (life !== null && !life.hasTurned && this.#passedMs < turnMsMax)
    while (lasts()) {
      while (sent < due() && lasts()) this.#sendOne(sent++)
      await new Promise((resolve) => setTimeout(resolve, tickMs))
    }
    for (const timer of timers) clearInterval(timer)
    await Promise.all(this.#background)
  }

  get #passedMs(): number {
    return this.#options.now() - this.#startedAt
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.catch(() => {}).finally(() => this.#background.delete(tracked))
    this.#background.add(tracked)
  }

  #sendOne(number: number): void {
    const { audience, places, chance, rate } = this.#options
    if (this.#order.length === 0) this.#order = chance.shuffled(places)
    const place = this.#order.pop()!
    const device = (place.lively ? this.#livelySender(place) : undefined) ?? this.#deviceOfSome(place.steady)
    // As applications do, most leave ids to the SDK; those that name their own have each sending looked up.
    const clientMessageId = chance.below(ownIdEvery) === 0 ? chance.uuid() : device!.client.newClientMessageId()
    // What a block refuses, or whose sender is out, is never acked, and so never changed.
    if (!place.blocking && !place.lively && chance.below(controlEvery) === 0) this.#planControl(clientMessageId, device!, place)
    audience.send(device!, place.conversationId, clientMessageId, this.#startedAt + (number / rate) * 1_000)
  }

  #deviceOfSome(userIds: readonly string[]): Device | undefined {
    const { audience, chance } = this.#options
    const devices = chance.shuffled(userIds).flatMap((userId) => chance.shuffled(audience.devicesOf(userId)))
    return devices.find((device) => !device.away)
  }

  /** Most believe that they are in. */
  #livelySender({ conversationId, steady, coming }: Place): Device | undefined {
    const { audience, chance } = this.#options
    const anybody = chance.below(outsiderEvery) === 0
    const isIn = (userId: string) => firstDevice(audience, userId).client.session(conversationId)?.toSeq === 0
    return this.#deviceOfSome([...steady, ...coming].filter((userId) => anybody || isIn(userId)))
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
  #moveTides(): void {
    for (const [place, tide] of this.#tides) {
      const owner = firstDevice(this.#options.audience, place.steady[0]!)
      if (!owner.away && !this.#busy.has(place)) this.#track(this.#moveTide(place, owner, tide))
    }
  }

  /** Up to the last of them, down to the first, and up again. */
  async #moveTide(place: Place, owner: Device, tide: Tide): Promise<void> {
    const { still, inside, rises } = tide
    const [from, to] = rises ? [still, inside] : [inside, still]
    const some = from.slice(0, namedAtOnce)
    this.#busy.add(place)
    try {
      if (rises) await owner.client.addMembers(place.conversationId, some)
      else await owner.client.removeMembers(place.conversationId, some)
      to.push(...from.splice(0, some.length))
      this.tide[rises ? 'came' : 'went'] += some.length
      if (from.length === 0) tide.rises = !rises
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
