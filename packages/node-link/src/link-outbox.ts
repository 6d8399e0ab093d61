// The sending side of the node link, whatever carries the frames: a queue per node, one frame at a time in flight to each.
// Records queued in one turn of the event loop, or while a frame is in flight, leave together in the next frame, in order.
// A frame keeps its number until the transport has taken it, so a frame sent twice is seen once. Records dropped for want of
// room use up a number: the receiver sees the gap. Nothing here grows beyond the limits.
import { within } from '@skein/timing'
import type { LinkLimits } from './link-limits.ts'
import type { LinkDelivery, LinkKick, LinkReply } from './node-link.ts'

export interface LinkFrame {
  readonly sender: string
  readonly number: number
  readonly replies: readonly LinkReply[]
  readonly deliveries: readonly LinkDelivery[]
  readonly kicks: readonly LinkKick[]
}

/** Hands a frame to a node's channel; rejects when it may not have arrived there. */
export type PublishFrame = (node: string, frame: LinkFrame) => Promise<void>

type LinkRecord =
  | { readonly kind: 'reply'; readonly record: LinkReply; readonly bytes: number }
  | { readonly kind: 'delivery'; readonly record: LinkDelivery; readonly bytes: number }
  | { readonly kind: 'kick'; readonly record: LinkKick; readonly bytes: number }

interface Waiter {
  readonly target: number
  resolve(): void
  reject(cause: Error): void
}

interface Route {
  readonly node: string
  queue: LinkRecord[]
  /** Index of the oldest record still in `queue`. */
  head: number
  queueBytes: number
  /** Records ever queued, and those among them that were handed over or dropped. */
  queued: number
  done: number
  /** Number of the newest frame built, and of the newest one the transport has taken. */
  number: number
  taken: number
  /** Records were dropped since the newest frame was built. */
  gap: boolean
  inFlight: boolean
  scheduled: boolean
  writtenAt: number
  waiters: Waiter[]
}

export interface OutboxCounters {
  frames: number
  records: number
  dropped: number
  retries: number
  beacons: number
}

export interface LinkOutbox {
  readonly counters: Readonly<OutboxCounters>
  reply(node: string, reply: LinkReply): void
  deliver(node: string, delivery: LinkDelivery): void
  kick(node: string, kick: LinkKick): void
  flushed(): Promise<void>
  /** Tries at once what waits for the transport. */
  wake(): void
  close(): Promise<void>
}

const replyBytes = 160
const recordBytes = 64
const connectionIdBytes = 40

export function createLinkOutbox(options: { sender: string; publish: PublishFrame; limits: LinkLimits }): LinkOutbox {
  const { sender, publish, limits } = options
  const routes = new Map<string, Route>()
  const counters: OutboxCounters = { frames: 0, records: 0, dropped: 0, retries: 0, beacons: 0 }
  const retrying = new Map<Route, { readonly frame: LinkFrame; readonly count: number; readonly timer: NodeJS.Timeout }>()
  let touched: Route[] = []
  let turn: NodeJS.Immediate | undefined
  let totalBytes = 0
  let forgot = false
  let closed = false

  const beaconTimer = setInterval(beacon, limits.beaconIntervalMs)
  beaconTimer.unref()

  function routeTo(node: string): Route {
    const known = routes.get(node)
    if (known) return known
    if (routes.size >= limits.nodesMax) forgetOldest()
    // Once a numbering was forgotten a node may be met again: a number above any earlier one makes it see a gap, not a repetition.
    const start = forgot ? Date.now() : 0
    const route: Route = {
      node,
      queue: [],
      head: 0,
      queueBytes: 0,
      queued: 0,
      done: 0,
      number: start,
      taken: start,
      gap: false,
      inFlight: false,
      scheduled: false,
      writtenAt: 0,
      waiters: [],
    }
    routes.set(node, route)
    return route
  }

  function forgetOldest(): void {
    let oldest: Route | undefined
    for (const route of routes.values()) {
      if (route.done === route.queued && (!oldest || route.writtenAt < oldest.writtenAt)) oldest = route
    }
    if (!oldest) return
    routes.delete(oldest.node)
    forgot = true
  }

  function enqueue(node: string, record: LinkRecord): void {
    if (closed) return
    const route = routeTo(node)
    route.queue.push(record)
    route.queueBytes += record.bytes
    route.queued += 1
    totalBytes += record.bytes
    if (route.queue.length - route.head > limits.nodeRecordsMax || route.queueBytes > limits.nodeBytesMax) dropOldest(route)
    while (totalBytes > limits.totalBytesMax) {
      const fullest = fullestRoute()
      if (!fullest) break
      dropOldest(fullest)
    }
    if (route.inFlight || route.scheduled) return
    route.scheduled = true
    touched.push(route)
    turn ??= setImmediate(sendTouched)
  }

  function fullestRoute(): Route | undefined {
    let fullest: Route | undefined
    for (const route of routes.values()) if (route.queueBytes > (fullest?.queueBytes ?? 0)) fullest = route
    return fullest
  }

  /** Drops a sixteenth of the queue, one record at least: dropping is rare, but comes in floods. */
  function dropOldest(route: Route): void {
    const waiting = route.queue.length - route.head
    const count = Math.max(1, Math.floor(waiting / 16))
    take(route, count)
    route.gap = true
    route.done += count
    counters.dropped += count
    const waiters = route.waiters
    route.waiters = []
    for (const waiter of waiters) waiter.reject(new Error(`records for node ${route.node} were dropped: its queue is full`))
  }

  function take(route: Route, count: number): LinkRecord[] {
    const records = route.queue.slice(route.head, route.head + count)
    route.head += count
    if (route.head === route.queue.length) {
      route.queue = []
      route.head = 0
    } else if (route.head > 1024 && route.head * 2 > route.queue.length) {
      route.queue = route.queue.slice(route.head)
      route.head = 0
    }
    for (const record of records) {
      route.queueBytes -= record.bytes
      totalBytes -= record.bytes
    }
    return records
  }

  function sendTouched(): void {
    turn = undefined
    const list = touched
    touched = []
    for (const route of list) {
      route.scheduled = false
      if (!route.inFlight) sendNext(route)
    }
  }

  function sendNext(route: Route): void {
    let count = 0
    let bytes = 0
    for (let i = route.head; i < route.queue.length && count < limits.frameRecordsMax; i++) {
      bytes += route.queue[i]!.bytes
      if (count > 0 && bytes > limits.frameBytesMax) break
      count += 1
    }
    if (count === 0) return
    route.number += route.gap ? 2 : 1
    route.gap = false
    const replies: LinkReply[] = []
    const deliveries: LinkDelivery[] = []
    const kicks: LinkKick[] = []
    for (const item of take(route, count)) {
      if (item.kind === 'reply') replies.push(item.record)
      else if (item.kind === 'delivery') deliveries.push(item.record)
      else kicks.push(item.record)
    }
    hand(route, { sender, number: route.number, replies, deliveries, kicks }, count)
  }

  function hand(route: Route, frame: LinkFrame, count: number): void {
    route.inFlight = true
    route.writtenAt = Date.now()
    publish(route.node, frame).then(
      () => {
        route.inFlight = false
        route.taken = frame.number
        route.done += count
        counters.frames += 1
        counters.records += count
        settle(route)
        if (route.queue.length > route.head) sendNext(route)
      },
      () => {
        counters.retries += 1
        if (closed) return
        const timer = setTimeout(() => retry(route), limits.retryDelayMs)
        retrying.set(route, { frame, count, timer })
      },
    )
  }

  function retry(route: Route): void {
    const waiting = retrying.get(route)
    if (!waiting) return
    clearTimeout(waiting.timer)
    retrying.delete(route)
    hand(route, waiting.frame, waiting.count)
  }

  function settle(route: Route): void {
    if (route.waiters.length === 0) return
    const due = route.waiters.filter((w) => w.target <= route.done)
    if (due.length === 0) return
    route.waiters = route.waiters.filter((w) => w.target > route.done)
    for (const waiter of due) waiter.resolve()
  }

  function beacon(): void {
    const since = Date.now() - limits.beaconForMs
    for (const route of routes.values()) {
      if (route.taken === 0 || route.writtenAt < since || retrying.has(route)) continue
      counters.beacons += 1
      publish(route.node, { sender, number: route.taken, replies: [], deliveries: [], kicks: [] }).catch(() => {})
    }
  }

  async function flushed(): Promise<void> {
    const waits: Promise<void>[] = []
    for (const route of routes.values()) {
      if (route.done >= route.queued) continue
      if (closed) throw new Error('the node link is closed')
      waits.push(new Promise((resolve, reject) => route.waiters.push({ target: route.queued, resolve, reject })))
    }
    // All, not the first rejection alone: every promise is waited for, none is left to reject unheard.
    const outcomes = await Promise.allSettled(waits)
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  }

  return {
    counters,
    reply: (node, record) => enqueue(node, { kind: 'reply', record, bytes: replyBytes + record.body.length }),
    deliver: (node, record) =>
      enqueue(node, {
        kind: 'delivery',
        record,
        bytes: recordBytes + record.push.length + record.connectionIds.length * connectionIdBytes,
      }),
    kick: (node, record) => enqueue(node, { kind: 'kick', record, bytes: recordBytes }),
    flushed,
    wake() {
      for (const route of [...retrying.keys()]) retry(route)
    },
    async close() {
      if (closed) return
      await within(limits.closeTimeoutMs, 'the other nodes', flushed()).catch(() => {})
      closed = true
      clearInterval(beaconTimer)
      if (turn) clearImmediate(turn)
      for (const { timer: retryTimer } of retrying.values()) clearTimeout(retryTimer)
      retrying.clear()
      for (const route of routes.values()) {
        for (const waiter of route.waiters) waiter.reject(new Error('the node link is closed'))
        route.waiters = []
      }
    },
  }
}
