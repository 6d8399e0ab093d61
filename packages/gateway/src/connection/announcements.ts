// What is told to everybody of an app who is connected here: little by little, so that a push for all is no burst, and one after the other, so that
// what is done to a broadcast does not come before it. Whoever logs in later syncs, and so does everybody of an app that is told too much.
import type { Announced, LinkDelivery, LinkEverybody } from '@skein/node-link'
import type { GatewayContext } from '../context.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import type { Connection } from './connection.ts'
import { deliver } from './pushes.ts'

const tickMs = 50
/** How long it is said of what everybody was told that it is done. */
const keptMs = 60_000

interface Telling extends LinkEverybody {
  readonly push: Uint8Array
  readonly connections: readonly Connection[]
  told: number
  /** By the monotonic clock; 0 while it is not done. */
  endedAt: number
}

export class Announcements {
  readonly #context: GatewayContext
  readonly #tellings = new Map<string, Telling>()
  #timer: NodeJS.Timeout | undefined

  constructor(context: GatewayContext) {
    this.#context = context
  }

  /** Begins it, unless it was begun already: it may come again. */
  take({ push }: LinkDelivery, everybody: LinkEverybody): void {
    const { table, limits, pace } = this.#context
    this.#forgetDone()
    if (this.#tellings.has(everybody.id)) return
    const { appId, exceptConnection } = everybody
    const connections = table
      .values()
      .filter(({ id, state, identity }) => state === 'active' && identity?.appId === appId && id !== exceptConnection)
    if (this.#tellings.size >= limits.announcementsMax) {
      const nowMs = monotonicMs()
      for (const connection of connections) connection.resyncAt = nowMs + Math.random() * limits.resyncSpreadMs
      pace.hurry()
      return
    }
    this.#tellings.set(everybody.id, { ...everybody, push, connections, told: 0, endedAt: 0 })
    if (this.#timer === undefined) this.#tick()
  }

  report(): readonly Announced[] {
    this.#forgetDone()
    return [...this.#tellings.values()].map(({ appId, id, told, connections }) => ({ appId, id, told, of: connections.length }))
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#tellings.clear()
  }

  #tick(): void {
    this.#timer = undefined
    const busy = new Set<string>()
    for (const telling of this.#tellings.values()) {
      if (telling.endedAt > 0 || busy.has(telling.appId)) continue
      this.#tell(telling)
      busy.add(telling.appId)
    }
    if (busy.size > 0) this.#timer = setTimeout(() => this.#tick(), tickMs)
  }

  #tell(telling: Telling): void {
    const { announcedPerSecondMax } = this.#context.limits
    const perSecond = Math.min(telling.perSecond || announcedPerSecondMax, announcedPerSecondMax)
    const count = Math.max(1, Math.floor((perSecond * tickMs) / 1_000))
    const some = telling.connections.slice(telling.told, telling.told + count)
    deliver(this.#context, { push: telling.push, connectionIds: some.map(({ id }) => id) })
    telling.told += some.length
    if (telling.told === telling.connections.length) telling.endedAt = monotonicMs()
  }

  #forgetDone(): void {
    const before = monotonicMs() - keptMs
    for (const [id, { endedAt }] of this.#tellings) if (endedAt > 0 && endedAt < before) this.#tellings.delete(id)
  }
}
