// The members of some groups, who come, leave, are removed and come back all the time, several at once, get roles and lose them, are muted and
// named, hand the group over, and at last have one dismissed; while a crowd of people who are never there has each group become large, and small
// again. What was asked when, and when it was answered, is written down: of a refused message it says whether it may have been refused.
import type { MemberChange } from '@skein/client'
import { eventually } from '@skein/testing'
import type { Audience, Device } from './audience.ts'
import type { Chance } from './chance.ts'
import { Crowd, type CrowdEvidence, evidenceOfCrowd, inParts } from './crowds.ts'
import type { Journal, MemberAsk } from './journal.ts'
import { firstDevice, type Place } from './town.ts'

export interface MemberLifeOptions {
  readonly places: readonly Place[]
  readonly audience: Audience
  readonly journal: Journal
  readonly chance: Chance
  readonly now: () => number
}

const atOnceMax = 3
const muteMs = 300

const steps = ['add', 'remove', 'leave', 'promote', 'handOver', 'mute', 'name'] as const
type Step = (typeof steps)[number]
/** As often as each is asked for. */
const often: readonly Step[] = ['add', 'add', 'add', 'remove', 'remove', 'leave', 'promote', 'handOver', 'mute', 'mute', 'name']

export class MemberLife {
  /** Steps that were answered; of crowds, how often one made its group large, and small. */
  readonly done: Record<Step | 'dismiss' | 'grewLarge' | 'shrank', number>
  readonly #options: MemberLifeOptions
  readonly #crowds: readonly Crowd[]
  readonly #asking = new Map<Place, number>()

  constructor(options: MemberLifeOptions) {
    this.#options = options
    const none = steps.map((step) => [step, 0] as const)
    this.done = { ...(Object.fromEntries(none) as Record<Step, number>), dismiss: 0, grewLarge: 0, shrank: 0 }
    const always = { askedAtMs: 0, answeredAtMs: 0, happened: true }
    for (const { conversationId, steady } of options.places)
      options.journal.memberAsks.push(...steady.map((userId): MemberAsk => ({ conversationId, userId, to: 'in', ...always })))
    this.#crowds = options.places.map((place) => new Crowd(place, options.now))
  }

  /** Whether everything that happens to members has happened. */
  get isWhole(): boolean {
    return Object.values(this.done).every((count) => count > 0)
  }

  /** Whether the crowd of the first, which is the largest, has been in as a whole and out again. */
  get hasTurned(): boolean {
    return this.#crowds[0]!.hasTurned
  }

  /** Of that group. */
  get tale(): string {
    return this.#crowds[0]!.tale
  }

  get largest(): CrowdEvidence {
    return evidenceOfCrowd(this.#crowds[0]!, this.#options.journal.sends)
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
    await Promise.all(this.#crowds.map((crowd) => this.#moveCrowd(crowd)))
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

  /** Some of those who are there come with them: among the last, whom the item does not name; and all come, or go, with the last of a crowd. */
  async #moveCrowd(crowd: Crowd): Promise<void> {
    const { place } = crowd
    const owner = this.#ownerOf(place)
    if (crowd.isMoving || crowd.isEmpty || owner === undefined) return
    const { rises } = crowd
    const { some, areLast } = crowd.next()
    const others = place.coming.filter((userId) => this.#isIn(place, userId) !== rises).slice(0, areLast ? undefined : rises ? 2 : 0)
    const { conversationId } = place
    const ask = (named: readonly string[], present: readonly string[]) =>
      this.#ask(place, present, rises ? 'in' : 'out', () =>
        rises
          ? owner.client.addMembers(conversationId, [...named, ...present])
          : owner.client.removeMembers(conversationId, [...named, ...present]),
      )
    crowd.isMoving = true
    try {
      const parts = inParts(some)
      const answers = await Promise.all(parts.map((named, i) => ask(named, i === parts.length - 1 ? others : [])))
      const refused = answers.flatMap((answer) => answer.refused)
      // The group was handed over meanwhile: its owner asks again.
      if (refused.some(({ code }) => code === 'FORBIDDEN')) return
      const memberCounts = answers.map(({ memberCount }) => memberCount)
      const passed = crowd.moved(some, rises ? Math.max(...memberCounts) : Math.min(...memberCounts))
      if (passed !== null) this.done[passed]++
      crowd.refused += refused.length
    } finally {
      crowd.isMoving = false
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
