// What everybody is told during a run, by one who may: stored and told little by little, so that whatever dies dies while it is told; stored and
// told at once; and for those alone who are online. Listeners hear it on bare connections, which pass over nothing that comes twice, as devices do.
import { setTimeout as delay } from 'node:timers/promises'
import { Connection, type Push, type SkeinError } from '@skein/client'
import { broadcastConversationId } from '@skein/contracts'
import { type Audience, contentOf, type Device } from './audience.ts'
import type { Chance } from './chance.ts'
import type { Installation, Login } from './installation.ts'
import type { Journal, SendEntry, TellingEntry } from './journal.ts'
import type { Place } from './town.ts'
import { firstDevice } from './town.ts'

export interface BroadcastsOptions {
  readonly installation: Installation
  readonly audience: Audience
  readonly journal: Journal
  readonly chance: Chance
  readonly now: () => number
}

/** One that is told little by little takes a gateway with half of all devices so long. */
const slowlyMs = 2_000
const listenersMax = 8
const listenAgainMs = 100

export class Broadcasts {
  /** In which everybody is all along. */
  readonly place: Place
  /** Not restarted during the run: what it asks is asked until it is answered. */
  readonly teller: Device
  /** What was answered. */
  readonly done = { stored: 0, online: 0 }
  readonly #options: BroadcastsOptions
  readonly #closing = new AbortController()
  readonly #listening: readonly Promise<void>[]
  #turn = 0
  #asked = 0
  #open = 0

  constructor(options: BroadcastsOptions) {
    this.#options = options
    const { installation, audience } = options
    this.teller = firstDevice(audience, installation.tellerId)
    const users = [...new Set(audience.devices.map(({ userId }) => userId))]
    this.place = { conversationId: broadcastConversationId(installation.appId), steady: users, coming: [] }
    // They read back when all is over, and are free until then.
    const free = installation.logins.filter(({ reader }) => reader).slice(0, listenersMax)
    this.#listening = free.map((login, i) => this.#listen(login, i))
  }

  /** Asked, and not answered. */
  get open(): number {
    return this.#open
  }

  /** Whether something was told, and heard. */
  get isWhole(): boolean {
    return this.done.stored > 0 && this.#options.journal.tellings.some(({ told }) => told.length > 0)
  }

  /** The next, once the one before is answered. */
  async step(): Promise<void> {
    if (this.#open > 0) return
    const slowPerSecond = Math.ceil((this.#options.audience.devices.length / 2 / slowlyMs) * 1_000)
    this.#open++
    try {
      const turn = this.#turn++ % 3
      if (turn === 1) await this.#notify()
      else await this.#broadcast(turn === 0 ? slowPerSecond : 0)
    } finally {
      this.#open--
    }
  }

  /** Nobody listens any more. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all(this.#listening)
  }

  async #broadcast(perSecond: number): Promise<void> {
    const { journal, chance, now } = this.#options
    const { userId, deviceId, client } = this.teller
    const clientMessageId = chance.uuid()
    const who = { clientMessageId, conversationId: this.place.conversationId, userId, deviceId, number: this.#asked++ }
    const entry: SendEntry = { ...who, intendedAtMs: now(), ackedAtMs: null, seq: null, refused: null, refusedAtMs: null }
    journal.sends.push(entry)
    try {
      const { seq } = await client.broadcast(contentOf(clientMessageId), { perSecond, requestId: clientMessageId })
      Object.assign(entry, { seq, ackedAtMs: now() })
      this.done.stored++
    } catch (error) {
      const { code, retriable } = error as SkeinError
      if (!retriable) Object.assign(entry, { refused: code ?? String(error), refusedAtMs: now() })
    }
  }

  async #notify(): Promise<void> {
    await this.teller.client.broadcastOnline(contentOf(this.#options.chance.uuid()))
    this.done.online++
  }

  /** One connection after the other, at one node after the other. */
  async #listen({ userId, token }: Login, place: number): Promise<void> {
    const { signal } = this.#closing
    const { installation, journal } = this.#options
    for (let attempt = place; !signal.aborted; attempt++) {
      const telling: TellingEntry = { userId, told: [] }
      const ended = Promise.withResolvers<void>()
      const gateways = installation.gateways()
      try {
        const connection = await Connection.open(gateways[attempt % gateways.length]!, {
          ...{ token, appId: installation.appId, signal },
          onPush: (push) => telling.told.push(...toldIn(push)),
          onEnd: () => ended.resolve(),
        })
        journal.tellings.push(telling)
        const end = () => connection.destroy()
        signal.addEventListener('abort', end)
        if (signal.aborted) end()
        await ended.promise
        signal.removeEventListener('abort', end)
      } catch {
        // It was killed, or is not there again yet.
      }
      await delay(listenAgainMs)
    }
  }
}

const toldIn = ({ items, notices }: Push): string[] => [
  ...items.filter(({ conversationId }) => conversationId.startsWith('b:')).map(({ conversationId, seq }) => `${conversationId} ${seq}`),
  ...notices.flatMap(({ onlineNotified }) => (onlineNotified ? [onlineNotified.noticeId] : [])),
]
