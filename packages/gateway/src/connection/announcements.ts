// What is told to everybody of an app who is connected here: little by little, so that a push for all is no burst, and one after the other, so that
// what is done to a broadcast does not come before it. Whoever logs in later syncs, and so does everybody of an app that is told too much.
import type { Announced, LinkDelivery, LinkEverybody } from '@skein/node-link'
import type { GatewayContext } from '../context.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import type { Connection } from './connection.ts'
import { push, resyncSoon } from './pushes.ts'

const tickMs = 50
/** How long it is said of what everybody was told that it is done, and of how many at most something is said: each lease carries it. */
const saidMs = 60_000
const saidMax = 20

interface Telling extends LinkEverybody {
  readonly push: Uint8Array
  /** Those who were here when it came; none once all are told. */
  connections: readonly Connection[]
  readonly of: number
  told: number
  /** How many may be told now, and until when that is counted. */
  credit: number
  creditedAt: number
  /** By the monotonic clock; 0 while it is not done. */
  endedAt: number
}

export class Announcements {
  readonly #context: GatewayContext
  /** By id, under way or done, the oldest first. */
  readonly #tellings = new Map<string, Telling>()
  #timer: NodeJS.Timeout | undefined

  constructor(context: GatewayContext) {
    this.#context = context
  }

  /** Begins it, unless it was begun already: it may come again. */
  take({ push }: Pick<LinkDelivery, 'push'>, everybody: LinkEverybody): void {
    if (this.#tellings.has(everybody.id)) return
    const { appId, exceptConnection } = everybody
    const connections = this.#context.table
      .values()
      .filter(({ id, state, identity }) => state === 'active' && identity?.appId === appId && id !== exceptConnection)
    if (!this.#hasRoom()) {
      for (const connection of connections) resyncSoon(this.#context, connection)
      return
    }
    const begun = { told: 0, credit: 0, creditedAt: 0, endedAt: 0 }
    this.#tellings.set(everybody.id, { ...everybody, push, connections, of: connections.length, ...begun })
    if (this.#timer === undefined) this.#tick()
  }

  /** How far each has come, for as long as somebody may be watching. */
  report(): readonly Announced[] {
    const since = monotonicMs() - saidMs
    const said = [...this.#tellings.values()].filter(({ endedAt }) => endedAt === 0 || endedAt >= since)
    return said.slice(-saidMax).map(({ appId, id, told, of }) => ({ appId, id, told, of }))
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#tellings.clear()
  }

  /** What is done is forgotten for what is new, and not before: it may come again. */
  #hasRoom(): boolean {
    if (this.#tellings.size < this.#context.limits.announcementsMax) return true
    const done = [...this.#tellings.values()].find(({ endedAt }) => endedAt > 0)
    return done !== undefined && this.#tellings.delete(done.id)
  }

  #tick(): void {
    this.#timer = undefined
    const busy = new Set<string>()
    for (const telling of this.#tellings.values()) {
      if (telling.endedAt > 0 || busy.has(telling.appId)) continue
      this.#tell(telling, monotonicMs())
      busy.add(telling.appId)
    }
    if (busy.size > 0) this.#timer = setTimeout(() => this.#tick(), tickMs)
  }

  #tell(telling: Telling, nowMs: number): void {
    const { announcedPerSecondMax } = this.#context.limits
    const perSecond = Math.min(telling.perSecond || announcedPerSecondMax, announcedPerSecondMax)
    const earned = telling.creditedAt === 0 ? 1 : ((nowMs - telling.creditedAt) * perSecond) / 1_000
    // After a pause of the process no more are told at once than after a late tick.
    const credit = Math.min(telling.credit + earned, Math.max(1, (2 * tickMs * perSecond) / 1_000))
    const upTo = Math.min(telling.told + Math.floor(credit), telling.of)
    for (const connection of telling.connections.slice(telling.told, upTo)) push(this.#context, connection, telling.push)
    telling.credit = credit - Math.floor(credit)
    telling.creditedAt = nowMs
    telling.told = upTo
    if (upTo < telling.of) return
    telling.endedAt = nowMs
    telling.connections = []
  }
}
