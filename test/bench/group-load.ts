// The load of groups: thousands of members who read, some of whom also write, open loop. One schedule for all: message k of a window is due at
// start + k / rate, goes to the groups of the window in turn, by their writers in turn, and every latency counts from that moment. Writers are
// members too: what they are shown is counted as deliveries, but not judged, as their own messages are no deliveries to them.
import { setTimeout as delay } from 'node:timers/promises'
import { GroupSights, type SightCounts } from './group-sights.ts'
import { createIdleConnections } from './idle-connections.ts'
import { createLatencies, type Percentiles } from './latencies.ts'
import type { Phase } from './load-process.ts'
import { createMessageIds } from './message-ids.ts'
import type { LoadEnd } from './send-lane.ts'
import { Lane } from './send-lane.ts'

/** A conversation with those of its members who are connected, by their places among the ends. */
export interface GroupPlace {
  readonly conversationId: string
  readonly writers: readonly number[]
  readonly readers: readonly number[]
}

export interface GroupStep {
  /** Messages per second, of all these conversations together. */
  readonly rate: number
  readonly conversationIds: readonly string[]
  readonly warmupMs: number
  readonly durationMs: number
  /** How long to wait behind it for what is on its way. */
  readonly settleMs: number
}

export interface GroupStepResult extends SightCounts {
  readonly rate: number
  readonly seconds: number
  /** Intended within the measured time, answered, and delivered to readers. */
  readonly sent: number
  readonly acked: number
  readonly delivered: number
  /** Items that reached anybody within the measured time, whenever they were due. */
  readonly deliveries: number
  readonly ackMs: Percentiles
  readonly deliverMs: Percentiles
  /** Until the last of its readers was shown a message. */
  readonly toLastMs: Percentiles
  /** How late the load itself was: part of all the above. */
  readonly lateMs: Percentiles
  readonly refused: Readonly<Record<string, number>>
  readonly settled: boolean
}

export interface Listening {
  readonly ms: number
  /** How long to wait behind it for what is on its way: the first and the last seq of what is to be shown. */
  readonly settleMs: number
  readonly conversationId: string
  readonly seqs: readonly number[]
}

/** What a window of listening told, with what is wrong of everything shown so far. */
export interface HeardPushes extends SightCounts {
  readonly items: number
  /** Of one connection: on the average, and of the one with most. */
  readonly pushesMean: number
  readonly pushesMax: number
  /** The least time between two pushes to one connection. */
  readonly closestMs: number
}

/** What one reader was pushed while it was listened to. */
interface Heard {
  pushes: number
  lastAt: number
}

const tickMs = 1
const leadMs = 20
const upkeepMs = 1_000
const settlePollMs = 20
const noPhase = () => {}

/** What is counted of the messages intended within a span of time. */
const measuredFrom = (from: number, to: number) => ({
  ...{ from, to, acked: 0, delivered: 0 },
  ...{ ack: createLatencies(), deliver: createLatencies(), toLast: createLatencies() },
})

export class GroupLoad {
  readonly #sights: GroupSights
  readonly #readers = createIdleConnections()
  readonly #lanes = new Map<string, Lane[]>()
  /** When what is on its way was due. */
  readonly #intendedAt = new Map<string, number>()
  readonly #messageId = createMessageIds()
  readonly #refused: Record<string, number> = {}
  #measured = measuredFrom(Infinity, -Infinity)
  #deliveries = 0
  readonly #heard: Heard[] = []
  #closestMs = Number.POSITIVE_INFINITY
  #unacked = 0
  #count = 0
  #upkeep: NodeJS.Timeout | undefined

  /** Resolves when all are logged in. Whoever writes somewhere reads nowhere. */
  static async open(ends: readonly LoadEnd[], places: readonly GroupPlace[], messageBytes: number): Promise<GroupLoad> {
    const load = new GroupLoad()
    for (const { conversationId } of places) load.#sights.watch(conversationId)
    const readingIn = new Map<number, string[]>()
    for (const { conversationId, readers } of places)
      for (const reader of readers) readingIn.set(reader, [...(readingIn.get(reader) ?? []), conversationId])
    const reading = [...readingIn].map(([i, ids]) => {
      const end = ends[i]!
      return {
        ...end,
        onPushBody: load.#hearing(load.#sights.reader(end.userId, ids)),
        onResync: () => load.#refuse('RESYNC'),
        onEnd: (why: string) => load.#lose(why),
      }
    })
    await load.#readers.open(reading)
    for (const { conversationId, writers } of places)
      load.#lanes.set(
        conversationId,
        await Promise.all(writers.map((writer) => load.#openLane(ends[writer]!, conversationId, messageBytes))),
      )
    load.#upkeep = setInterval(() => {
      for (const lane of [...load.#lanes.values()].flat()) lane.upkeep(performance.now())
    }, upkeepMs)
    return load
  }

  private constructor() {
    this.#sights = new GroupSights({
      intendedAt: (id) => this.#intendedAt.get(id) ?? Number.NaN,
      delivered: ({ intendedAt }, last) => this.#delivered(intendedAt, last),
    })
  }

  /** `phase` is called when the measured time begins and when it ends. */
  async run(step: GroupStep, phase: (name: Phase) => void = noPhase): Promise<GroupStepResult> {
    const startAt = performance.now() + leadMs
    const intervalMs = 1_000 / step.rate
    const warm = Math.round(step.warmupMs / intervalMs)
    const total = warm + Math.round(step.durationMs / intervalMs)
    const late = createLatencies()
    const measured = measuredFrom(startAt + (warm - 0.5) * intervalMs, startAt + (total - 0.5) * intervalMs)
    this.#measured = measured
    let deliveredBefore = 0
    await this.#schedule({ startAt, intervalMs, total, conversationIds: step.conversationIds }, (lateMs, k) => {
      if (k === warm) {
        deliveredBefore = this.#deliveries
        phase('measuring')
      }
      if (k >= warm) late.recordMs(lateMs)
    })
    // Of a low rate the last message is due an interval before the end.
    await delay(Math.max(0, measured.to - performance.now()))
    const deliveries = this.#deliveries - deliveredBefore
    phase('measured')
    const settled = () => this.#unacked === 0 && this.#sights.complete
    for (const end = performance.now() + step.settleMs; performance.now() < end && !settled(); ) await delay(settlePollMs)
    this.#intendedAt.clear()
    const { acked, delivered, ack, deliver, toLast } = measured
    return {
      ...{ rate: step.rate, seconds: ((total - warm) * intervalMs) / 1_000, sent: total - warm, acked, delivered, deliveries },
      ...{ ackMs: ack.percentiles(), deliverMs: deliver.percentiles(), toLastMs: toLast.percentiles(), lateMs: late.percentiles() },
      ...{ refused: { ...this.#refused }, settled: settled(), ...this.#sights.counts() },
    }
  }

  /** Sends nothing, and counts what readers are pushed meanwhile. Afterwards all from the first seq to the last must have been shown to each. */
  async listen({ ms, settleMs, conversationId, seqs }: Listening): Promise<HeardPushes> {
    for (const heard of this.#heard) Object.assign(heard, { pushes: 0, lastAt: Number.NEGATIVE_INFINITY })
    this.#closestMs = Number.POSITIVE_INFINITY
    const before = this.#deliveries
    await delay(ms)
    const pushes = this.#heard.map((heard) => heard.pushes)
    const items = this.#deliveries - before
    const closestMs = Math.round(this.#closestMs)
    for (const seq of seqs) this.#sights.acked(conversationId, seq)
    for (const end = performance.now() + settleMs; performance.now() < end && !this.#sights.complete; ) await delay(settlePollMs)
    const pushesMean = pushes.reduce((a, b) => a + b, 0) / pushes.length
    const pushesMax = pushes.reduce((a, b) => Math.max(a, b), 0)
    return { items, pushesMean, pushesMax, closestMs, ...this.#sights.counts() }
  }

  #hearing(read: (body: Uint8Array) => void): (body: Uint8Array) => void {
    const heard: Heard = { pushes: 0, lastAt: Number.NEGATIVE_INFINITY }
    this.#heard.push(heard)
    return (body) => {
      const now = performance.now()
      this.#closestMs = Math.min(this.#closestMs, now - heard.lastAt)
      heard.pushes += 1
      heard.lastAt = now
      read(body)
    }
  }

  close(): void {
    clearInterval(this.#upkeep)
    this.#readers.close()
    for (const lane of [...this.#lanes.values()].flat()) lane.close()
  }

  #openLane(end: LoadEnd, conversationId: string, messageBytes: number): Promise<Lane> {
    return Lane.open({
      ...{ end, conversationId, bytes: Buffer.alloc(messageBytes, `${end.userId} to all `) },
      answered: (id, seq) => this.#answered(id, conversationId, seq),
      refused: (code) => this.#refuse(code),
      shown: (push) => {
        this.#deliveries += push.items.length
      },
    })
  }

  #answered(id: string, conversationId: string, seq: number): void {
    const intendedAt = this.#intendedAt.get(id)
    if (intendedAt === undefined) return
    this.#unacked -= 1
    this.#sights.acked(conversationId, seq)
    if (!this.#isMeasured(intendedAt)) return
    this.#measured.acked += 1
    this.#measured.ack.recordMs(performance.now() - intendedAt)
  }

  #delivered(intendedAt: number, last: boolean): void {
    this.#deliveries += 1
    if (!this.#isMeasured(intendedAt)) return
    const tookMs = performance.now() - intendedAt
    this.#measured.delivered += 1
    this.#measured.deliver.recordMs(tookMs)
    if (last) this.#measured.toLast.recordMs(tookMs)
  }

  #isMeasured(intendedAt: number): boolean {
    return intendedAt >= this.#measured.from && intendedAt < this.#measured.to
  }

  #refuse(code: string): void {
    this.#refused[code] = (this.#refused[code] ?? 0) + 1
  }

  /** A reader is not connected again: what it was not shown is counted as lost. */
  #lose(reason: string): void {
    this.#refuse(/^[A-Z_]+$/.test(reason) ? reason : 'CONNECTION_LOST')
  }

  async #schedule(
    window: { readonly startAt: number; readonly intervalMs: number; readonly total: number; readonly conversationIds: readonly string[] },
    each: (lateMs: number, k: number) => void,
  ): Promise<void> {
    const { startAt, intervalMs, total, conversationIds } = window
    for (let k = 0; k < total; ) {
      const now = performance.now()
      for (; k < total && startAt + k * intervalMs <= now; k++) {
        const intendedAt = startAt + k * intervalMs
        each(now - intendedAt, k)
        this.#sendOne(conversationIds[k % conversationIds.length]!, Math.floor(k / conversationIds.length), intendedAt)
      }
      await new Promise((resolve) => setTimeout(resolve, tickMs))
    }
  }

  #sendOne(conversationId: string, turn: number, intendedAt: number): void {
    const lanes = this.#lanes.get(conversationId)!
    const lane = lanes[turn % lanes.length]!
    const id = this.#messageId(this.#count++)
    this.#intendedAt.set(id, intendedAt)
    this.#unacked += 1
    lane.send({ id, conversationId, senderId: lane.end.userId, intendedAt, seq: 0, ackedAt: -1, shownTo: 0 })
  }
}
