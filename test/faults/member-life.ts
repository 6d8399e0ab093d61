// The members of some groups, who come, leave, are removed and come back all the time, several at once, get roles and lose them, are muted and
// named, hand the group over, and at last have one dismissed; while a crowd of people who are never there has each group become large, and small
// again. What was asked when, and when it was answered, is written down: of a refused message it says whether it may have been refused.
import type { MemberChange } from '@skein/client'
import { eventually } from '@skein/testing'
import type { Audience, Device } from './audience.ts'
import type { Chance } from './chance.ts'
import type { Journal, MemberAsk } from './journal.ts'
import { firstDevice, namedAtOnce, type Place } from './town.ts'

export interface MemberLifeOptions {
  readonly places: readonly Place[]
  readonly audience: Audience
  readonly journal: Journal
  readonly chance: Chance
  readonly now: () => number
}

/** Announced from more than the first, looked up again from fewer than the second: as delivery has it where nothing else is said. */
const sizes = { largeAbove: 200, smallBelow: 150 }
/** So many steps take a crowd in, or out. */
const tideSteps = 8
const atOnceMax = 3
const muteMs = 300

const steps = ['add', 'remove', 'leave', 'promote', 'handOver', 'mute', 'name'] as const
type Step = (typeof steps)[number]
/** As often as each is asked for. */
const often: readonly Step[] = ['add', 'add', 'add', 'remove', 'remove', 'leave', 'promote', 'handOver', 'mute', 'mute', 'name']

interface Crowd {
  readonly still: string[]
  readonly inside: string[]
  rises: boolean
  moving: boolean
  isLarge: boolean
}

export class MemberLife {
  /** Steps that were answered; of crowds, how often one made its group large, and small. */
  readonly done: Record<Step | 'dismiss' | 'grewLarge' | 'shrank', number>
  readonly #options: MemberLifeOptions
  readonly #crowds: ReadonlyMap<Place, Crowd>
  readonly #asking = new Map<Place, number>()

  constructor(options: MemberLifeOptions) {
    this.#options = options
    const none = steps.map((step) => [step, 0] as const)
    this.done = { ...(Object.fromEntries(none) as Record<Step, number>), dismiss: 0, grewLarge: 0, shrank: 0 }
    const crowdOf = ({ tide = [] }: Place): Crowd => ({ still: [...tide], inside: [], rises: true, moving: false, isLarge: false })
    const always = { askedAtMs: 0, answeredAtMs: 0, happened: true }
    for (const { conversationId, steady } of options.places)
      options.journal.memberAsks.push(...steady.map((userId): MemberAsk => ({ conversationId, userId, to: 'in', ...always })))
    this.#crowds = new Map(options.places.map((place) => [place, crowdOf(place)]))
  }

  /** Whether everything that happens to members has happened. */
  get isWhole(): boolean {
    return Object.values(this.done).every((count) => count > 0)
  }

  /** One of them does something. */
  async step(): Promise<void> {
    const { places, chance } = this.#options
    const free = places.filter((place) => (this.#asking.get(place) ?? 0) < atOnceMax)
    if (free.length === 0) return
    const [place, step] = [chance.pick(free), chance.pick(often)]
    this.#asking.set(place, (this.#asking.get(place) ?? 0) + 1)
    try {
      if (await this.#take(step, place)) this.done[step]++
    } finally {
      this.#asking.set(place, this.#asking.get(place)! - 1)
    }
  }

  /** The crowd of each group comes, up to the last, or goes, down to the first. */
  async moveCrowds(): Promise<void> {
    await Promise.all([...this.#crowds].map(([place, crowd]) => this.#moveCrowd(place, crowd)))
  }

  /** Whoever owns it may be away just then, or be handing it over: it is asked until somebody has done it. */
  async dismiss(place: Place): Promise<void> {
    const isDone = ({ code }: { readonly code?: string }) => code === 'GROUP_DISMISSED' || Promise.reject(new Error(code))
    const dismissed = async () => {
      const owner = this.#ownerOf(place)
      if (owner === undefined) return false
      const ask = () => owner.client.dismissGroup(place.conversationId)
      return this.#ask(place, [''], 'dismissed', ask).then(() => true, isDone)
    }
    await eventually(dismissed, { intervalMs: 50, what: 'an owner who dismisses' })
    this.done.dismiss++
  }

  /** False where there is nobody for it. */
  async #take(step: Step, place: Place): Promise<boolean> {
    const { chance } = this.#options
    const { conversationId, coming } = place
    const owner = this.#ownerOf(place)
    const isIn = (userId: string) => this.#isIn(place, userId)
    const here = coming.filter((userId) => !this.#deviceOf(userId).away)
    const [inside, outside] = [here.filter(isIn), here.filter((userId) => !isIn(userId))]
    if (owner === undefined || (step === 'add' ? outside : inside).length === 0) return false
    const one = inside.length > 0 ? chance.pick(inside) : ''
    const admin = chance.pick([owner, ...this.#adminsOf(place)])
    switch (step) {
      case 'add': {
        const some = chance.shuffled(outside).slice(0, 1 + chance.below(3))
        await this.#ask(place, some, 'in', () => admin.client.addMembers(conversationId, some))
        return true
      }
      case 'remove': {
        const some = chance.shuffled(inside).slice(0, 1 + chance.below(2))
        await this.#ask(place, some, 'out', () => admin.client.removeMembers(conversationId, some))
        return true
      }
      case 'leave':
        await this.#ask(place, [one], 'out', () => this.#deviceOf(one).client.leaveGroup(conversationId))
        return true
      case 'promote':
        await owner.client.changeRole(conversationId, one, chance.pick(['admin', 'admin', 'member']))
        return true
      case 'handOver': {
        const heir = place.steady.find((userId) => userId !== owner.userId)!
        await owner.client.changeRole(conversationId, heir, 'owner')
        return true
      }
      case 'mute':
        await this.#ask(place, [one], 'muted', () => admin.client.muteMember(conversationId, one, chance.pick([0, muteMs])))
        return true
      case 'name':
        await this.#deviceOf(one).client.setNickname(conversationId, `called ${chance.below(100)}`)
        return true
    }
  }

  async #moveCrowd(place: Place, crowd: Crowd): Promise<void> {
    const owner = this.#ownerOf(place)
    if (crowd.moving || owner === undefined) return
    const { still, inside, rises } = crowd
    const [from, to] = rises ? [still, inside] : [inside, still]
    const some = from.slice(0, Math.max(namedAtOnce, Math.ceil((still.length + inside.length) / tideSteps)))
    crowd.moving = true
    try {
      const { conversationId } = place
      // Some of those who are there are among the last, whom the item does not name.
      const others = place.coming.filter((userId) => this.#isIn(place, userId) !== rises).slice(0, 2)
      const ask = () =>
        rises ? owner.client.addMembers(conversationId, [...some, ...others]) : owner.client.removeMembers(conversationId, some)
      this.#count(crowd, await this.#ask(place, rises ? others : [], 'in', ask))
      to.push(...from.splice(0, some.length))
      if (from.length === 0) crowd.rises = !rises
    } finally {
      crowd.moving = false
    }
  }

  #count(crowd: Crowd, { memberCount }: MemberChange): void {
    if (!crowd.isLarge && memberCount > sizes.largeAbove) {
      crowd.isLarge = true
      this.done.grewLarge++
    } else if (crowd.isLarge && memberCount < sizes.smallBelow) {
      crowd.isLarge = false
      this.done.shrank++
    }
  }

  /** Of whoever turns out to be refused nothing has happened. */
  async #ask<T>(place: Place, userIds: readonly string[], to: MemberAsk['to'], action: () => Promise<T>): Promise<T> {
    const { journal, now } = this.#options
    const { conversationId } = place
    const asks = userIds.map((userId): MemberAsk => ({ conversationId, userId, to, askedAtMs: now(), answeredAtMs: null, happened: null }))
    journal.memberAsks.push(...asks)
    const answer = await action().catch((error: { readonly code?: string; readonly retriable?: boolean }) => {
      // A client that was closed asks no more, and nobody knows what became of it.
      if (error.code !== 'CLOSED' && error.retriable === false)
        for (const ask of asks) Object.assign(ask, { answeredAtMs: now(), happened: false })
      throw error
    })
    const refused = new Set(refusedIn(answer))
    for (const ask of asks) Object.assign(ask, { answeredAtMs: now(), happened: !refused.has(ask.userId) })
    return answer
  }

  #isIn(place: Place, userId: string): boolean {
    return this.#deviceOf(userId).client.session(place.conversationId)?.toSeq === 0
  }

  #deviceOf(userId: string): Device {
    return firstDevice(this.#options.audience, userId)
  }

  #ownerOf(place: Place): Device | undefined {
    return this.#withRole(place, place.steady, 'owner')[0]
  }

  #adminsOf(place: Place): Device[] {
    return this.#withRole(place, place.coming, 'admin')
  }

  /** As they know it themselves. */
  #withRole({ conversationId }: Place, userIds: readonly string[], role: string): Device[] {
    const devices = userIds.map((userId) => this.#deviceOf(userId))
    return devices.filter(({ away, client }) => !away && client.session(conversationId)?.role === role)
  }
}

const refusedIn = (answer: unknown): string[] => ((answer as Partial<MemberChange> | undefined)?.refused ?? []).map(({ userId }) => userId)
