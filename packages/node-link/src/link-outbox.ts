// The sending side of the node link, whatever carries the frames: a queue per node, one frame at a time in flight to each.
// Records queued in one turn of the event loop, or while a frame is in flight, leave together in the next frame, in order.
// A frame keeps its number until the transport has taken it, so a frame sent twice is seen once. Nothing here grows beyond the limits.
import { within } from '@skein/timing'
import type { LinkLimits } from './link-limits.ts'
import { type BuiltFrame, type LinkFrame, type LinkRecord, LinkRoute } from './link-route.ts'
import type { LinkDelivery, LinkKick, LinkReply } from './node-link.ts'

/** Hands a frame to a node's channel; rejects when it may not have arrived there. */
export type PublishFrame = (node: string, frame: LinkFrame) => Promise<void>

export interface OutboxCounters {
  frames: number
  records: number
  dropped: number
  retries: number
  beacons: number
}

export interface OutboxOptions {
  readonly sender: string
  readonly publish: PublishFrame
  readonly limits: LinkLimits
}

const replyBytes = 160
const recordBytes = 64
const connectionIdBytes = 40
const groupBytes = 160
const stepBytes = 48
const roomBytes = 160

function addressBytes({ group, room }: LinkDelivery): number {
  if (room !== undefined) return roomBytes
  return group === undefined ? 0 : groupBytes + group.untoldPush.length + group.steps.length * stepBytes
}

export class LinkOutbox {
  readonly counters: OutboxCounters = { frames: 0, records: 0, dropped: 0, retries: 0, beacons: 0 }
  readonly #sender: string
  readonly #publish: PublishFrame
  readonly #limits: LinkLimits
  readonly #routes = new Map<string, LinkRoute>()
  readonly #retrying = new Map<LinkRoute, { readonly built: BuiltFrame; readonly timer: NodeJS.Timeout }>()
  readonly #beacons: NodeJS.Timeout
  /** Routes with records since the last turn. */
  #touched: LinkRoute[] = []
  #turn: NodeJS.Immediate | undefined
  #totalBytes = 0
  /** No numbering that was forgotten had come further. */
  #forgottenUpTo = 0
  #closed = false

  constructor({ sender, publish, limits }: OutboxOptions) {
    this.#sender = sender
    this.#publish = publish
    this.#limits = limits
    this.#beacons = setInterval(() => this.#beacon(), limits.beaconIntervalMs).unref()
  }

  reply(node: string, record: LinkReply): void {
    this.#enqueue(node, { kind: 'reply', record, bytes: replyBytes + record.body.length })
  }

  deliver(node: string, record: LinkDelivery): void {
    const bytes = recordBytes + record.push.length + record.connectionIds.length * connectionIdBytes + addressBytes(record)
    this.#enqueue(node, { kind: 'delivery', record, bytes })
  }

  kick(node: string, record: LinkKick): void {
    this.#enqueue(node, { kind: 'kick', record, bytes: recordBytes })
  }

  lost(node: string, reason: string): void {
    this.#enqueue(node, { kind: 'lost', record: reason, bytes: recordBytes + reason.length })
  }

  /** Resolves when the transport has taken everything queued up to now; rejects when some of it was dropped. */
  async flushed(): Promise<void> {
    const waited = [...this.#routes.values()].filter((route) => !route.idle)
    if (this.#closed && waited.length > 0) throw new Error('the node link is closed')
    // All, not the first rejection alone: every promise is waited for, none is left to reject unheard.
    const outcomes = await Promise.allSettled(waited.map((route) => route.flushed()))
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  }

  /** Tries at once what waits for the transport. */
  wake(): void {
    for (const route of [...this.#retrying.keys()]) this.#retry(route)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await within(this.#limits.closeTimeoutMs, 'the other nodes', this.flushed()).catch(() => {})
    this.#closed = true
    clearInterval(this.#beacons)
    if (this.#turn) clearImmediate(this.#turn)
    for (const { timer } of this.#retrying.values()) clearTimeout(timer)
    this.#retrying.clear()
    for (const route of this.#routes.values()) route.fail('the node link is closed')
  }

  #routeTo(node: string): LinkRoute {
    const known = this.#routes.get(node)
    if (known) return known
    if (this.#routes.size >= this.#limits.nodesMax) this.#forgetOldest()
    // A node whose numbering was forgotten may be met again: a number above any earlier one makes it see a gap, not a repetition.
    const route = new LinkRoute(node, this.#forgottenUpTo)
    this.#routes.set(node, route)
    return route
  }

  #forgetOldest(): void {
    let oldest: LinkRoute | undefined
    for (const route of this.#routes.values()) {
      if (route.idle && (!oldest || route.writtenAt < oldest.writtenAt)) oldest = route
    }
    if (!oldest) return
    this.#routes.delete(oldest.node)
    // One more: behind dropped records, too, the next number shows a gap.
    this.#forgottenUpTo = Math.max(this.#forgottenUpTo, oldest.taken + 1)
  }

  #enqueue(node: string, record: LinkRecord): void {
    if (this.#closed) return
    const { nodeRecordsMax, nodeBytesMax, totalBytesMax } = this.#limits
    const route = this.#routeTo(node)
    route.push(record)
    this.#totalBytes += record.bytes
    if (route.waiting > nodeRecordsMax || route.queueBytes > nodeBytesMax) this.#dropOldest(route)
    while (this.#totalBytes > totalBytesMax) {
      const fullest = this.#fullestRoute()
      if (!fullest) break
      this.#dropOldest(fullest)
    }
    if (route.inFlight || route.scheduled) return
    route.scheduled = true
    this.#touched.push(route)
    this.#turn ??= setImmediate(() => this.#sendTouched())
  }

  #fullestRoute(): LinkRoute | undefined {
    let fullest: LinkRoute | undefined
    for (const route of this.#routes.values()) if (route.queueBytes > (fullest?.queueBytes ?? 0)) fullest = route
    return fullest
  }

  #dropOldest(route: LinkRoute): void {
    const { records, bytes } = route.dropOldest()
    this.#totalBytes -= bytes
    this.counters.dropped += records
  }

  #sendTouched(): void {
    this.#turn = undefined
    const list = this.#touched
    this.#touched = []
    for (const route of list) {
      route.scheduled = false
      if (!route.inFlight) this.#sendNext(route)
    }
  }

  #sendNext(route: LinkRoute): void {
    const built = route.nextFrame(this.#sender, this.#limits)
    if (!built) return
    this.#totalBytes -= built.bytes
    this.#hand(route, built)
  }

  #hand(route: LinkRoute, built: BuiltFrame): void {
    route.inFlight = true
    route.writtenAt = performance.now()
    this.#publish(route.node, built.frame).then(
      () => {
        this.counters.frames += 1
        this.counters.records += built.records
        route.handedOver(built)
        this.#sendNext(route)
      },
      () => {
        this.counters.retries += 1
        if (this.#closed) return
        const timer = setTimeout(() => this.#retry(route), this.#limits.retryDelayMs)
        this.#retrying.set(route, { built, timer })
      },
    )
  }

  #retry(route: LinkRoute): void {
    const waiting = this.#retrying.get(route)
    if (!waiting) return
    clearTimeout(waiting.timer)
    this.#retrying.delete(route)
    this.#hand(route, waiting.built)
  }

  /** Repeats the newest number to nodes written to lately, so that one that missed the last frame learns of it. */
  #beacon(): void {
    const since = performance.now() - this.#limits.beaconForMs
    for (const route of this.#routes.values()) {
      if (route.taken === 0 || route.writtenAt < since || this.#retrying.has(route)) continue
      this.counters.beacons += 1
      const beacon = { sender: this.#sender, number: route.taken, replies: [], deliveries: [], kicks: [], lost: [] }
      this.#publish(route.node, beacon).catch(() => {})
    }
  }
}
