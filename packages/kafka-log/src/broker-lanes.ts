// The sockets to one broker, opened when something is asked: one for fetches that it holds for long while it finds nothing, and with them
// whatever is asked behind them; one for other fetches, whose answers may be large; one for all else. A socket that has ended is replaced by
// the next who asks, and one whose session is nearly over before it is. After destroy() nothing is sent or opened any more.
import { setTimeout as delay } from 'node:timers/promises'
import { unlessAborted } from '@skein/timing'
import type { BrokerRequest, BrokerSocket, RequestKind } from './broker-socket.ts'

export interface OpeningSocket {
  readonly socket: BrokerSocket
  /** Once it may be asked: until when, by performance.now(), the broker takes requests on it. */
  readonly ready: Promise<number>
}

const fetchKey = 1
/** Who has connected asks at once: that what was connected is replaced first, and the request leaves late, is not to come between. */
const askedWithinMs = 100

export class BrokerLanes {
  readonly #held: Lane
  readonly #fetches: Lane
  readonly #others: Lane

  constructor(open: () => OpeningSocket) {
    this.#held = new Lane(open)
    this.#fetches = new Lane(open)
    this.#others = new Lane(open)
  }

  /** Opens what all but fetches are asked over, where it is not. */
  connect(): Promise<unknown> {
    return this.#others.reach()
  }

  /** Sends it once, in the same turn where its socket is open. Resolves to the body of the answer. */
  ask(request: BrokerRequest): Promise<Buffer> {
    return this.#laneOf(request).ask(request)
  }

  /** Asks for nothing of this kind for so long, as the broker wishes. */
  holdBack(kind: Pick<RequestKind, 'apiKey'>, forMs: number): void {
    const lanes = kind.apiKey === fetchKey ? [this.#held, this.#fetches] : [this.#others]
    for (const lane of lanes) lane.holdBack(forMs)
  }

  /** What is under way rejects, and what is asked from now on. */
  destroy(): void {
    for (const lane of [this.#held, this.#fetches, this.#others]) lane.destroy()
  }

  #laneOf({ apiKey, held }: BrokerRequest): Lane {
    if (held) return this.#held
    return apiKey === fetchKey ? this.#fetches : this.#others
  }
}

class Lane {
  readonly #open: () => OpeningSocket
  #socket: BrokerSocket | null = null
  #goodUntil = Number.NEGATIVE_INFINITY
  #opening: OpeningSocket | null = null
  #opened: Promise<BrokerSocket> | null = null
  #heldBackUntil = Number.NEGATIVE_INFINITY
  /** Replaced, and answering what is under way. */
  readonly #retired = new Set<BrokerSocket>()
  readonly #destroyed = new AbortController()

  constructor(open: () => OpeningSocket) {
    this.#open = open
  }

  ask(request: BrokerRequest): Promise<Buffer> {
    const now = performance.now()
    return this.#isGood(now) && this.#heldBackUntil <= now ? this.#socket!.ask(request) : this.#askLater(request)
  }

  /** A socket that may be asked at once, also as the broker wishes. */
  async reach(): Promise<BrokerSocket> {
    const leftMs = this.#heldBackUntil - performance.now()
    if (leftMs > 0) await delay(leftMs, undefined, { signal: this.#destroyed.signal }).catch(() => {})
    if (this.#isGood(performance.now() + askedWithinMs)) return this.#socket!
    if (this.#destroyed.signal.aborted) throw destroyedError()
    this.#opened ??= this.#replace().finally(() => {
      this.#opened = null
      this.#opening = null
    })
    return await this.#opened
  }

  holdBack(forMs: number): void {
    this.#heldBackUntil = Math.max(this.#heldBackUntil, performance.now() + forMs)
  }

  destroy(): void {
    this.#destroyed.abort(destroyedError())
    for (const socket of [this.#opening?.socket, this.#socket, ...this.#retired]) socket?.destroy(destroyedError())
  }

  #isGood(now: number): boolean {
    return this.#socket?.isOpen === true && now < this.#goodUntil
  }

  async #askLater(request: BrokerRequest): Promise<Buffer> {
    return (await this.reach()).ask(request)
  }

  async #replace(): Promise<BrokerSocket> {
    this.#opening = this.#open()
    const { socket, ready } = this.#opening
    try {
      this.#goodUntil = await unlessAborted(ready, this.#destroyed.signal)
    } catch (error) {
      socket.destroy(error as Error)
      throw error
    }
    for (const before of this.#retired) if (!before.isOpen) this.#retired.delete(before)
    if (this.#socket) this.#retired.add(this.#socket)
    this.#socket?.retire()
    this.#socket = socket
    return socket
  }
}

const destroyedError = () => new Error('connection destroyed')
