// The load itself: people in pairs who write to each other, open loop. One schedule for all: message k is due at start +
// k / rate, whatever happened to those before it, and every latency counts from that moment. Of one sender at most one
// message is unanswered on the wire; what is due meanwhile waits behind it, at the cost of its latency.
import { setTimeout as delay } from 'node:timers/promises'
import { directConversationId } from '@skein/contracts'
import type { LedgerMessage, Verdict } from '../load/ledger.ts'
import { Ledger } from '../load/ledger.ts'
import type { Push } from '../load/load-connection.ts'
import type { Latencies, Percentiles } from './latencies.ts'
import { createLatencies } from './latencies.ts'
import type { Lane, LoadEnd } from './send-lane.ts'
import { openLane } from './send-lane.ts'

export interface Step {
  /** Messages per second. */
  readonly rate: number
  readonly warmupMs: number
  readonly durationMs: number
  /** How long after the last intended send an answer or delivery still counts. */
  readonly graceMs: number
  /** How long to wait, beyond that, for what is on the way. */
  readonly settleMs: number
}

export interface StepResult {
  readonly rate: number
  readonly seconds: number
  /** Intended within the measured time. */
  readonly sent: number
  /** Of these, answered and delivered by the end of the grace. */
  readonly acked: number
  readonly delivered: number
  readonly ackMs: Percentiles
  readonly deliverMs: Percentiles
  /** How late the generator itself was: part of all latencies. */
  readonly lateMs: Percentiles
  /** Everything since the load was opened, warm-ups included. */
  readonly verdict: Verdict
  readonly settled: boolean
}

const openAtOnce = 50
const tickMs = 1
const upkeepMs = 1000
const settlePollMs = 20
/** Between the call and the first send. */
const leadMs = 20
const noPhase = () => {}

/** Ends 2i and 2i+1 are a pair. Resolves when all of them are logged in. */
export async function openPairedLoad(ends: readonly LoadEnd[], options: { messageBytes: number }): Promise<PairedLoad> {
  const load = new PairedLoad(ends, options.messageBytes)
  await load.open()
  return load
}

/** The messages of a step that count, by when they were intended, and what was measured of them. */
interface Measured {
  readonly from: number
  readonly to: number
  readonly ack: Latencies
  readonly deliver: Latencies
}

interface Schedule {
  readonly startAt: number
  readonly intervalMs: number
  readonly total: number
}

export class PairedLoad {
  readonly #ends: readonly LoadEnd[]
  readonly #messageBytes: number
  readonly #readers = new Map<string, readonly string[]>()
  readonly #ledger = new Ledger({ readersOf: (conversationId) => this.#readers.get(conversationId) ?? [] })
  readonly #lanes: Lane[] = []
  #measured: Measured = { from: Infinity, to: -Infinity, ack: createLatencies(), deliver: createLatencies() }
  /** Messages sent by now. */
  #count = 0
  #upkeep: NodeJS.Timeout | undefined

  constructor(ends: readonly LoadEnd[], messageBytes: number) {
    this.#ends = ends
    this.#messageBytes = messageBytes
  }

  async open(): Promise<void> {
    for (let i = 0; i < this.#ends.length; i += openAtOnce) {
      const some = this.#ends.slice(i, i + openAtOnce)
      this.#lanes.push(...(await Promise.all(some.map((end, j) => this.#laneOf(end, i + j)))))
    }
    shuffle(this.#lanes)
    this.#upkeep = setInterval(() => {
      const now = performance.now()
      for (const lane of this.#lanes) lane.upkeep(now)
    }, upkeepMs)
  }

  /** `phase` is called when the measured time begins and when it ends. */
  async run(step: Step, phase: (name: 'measuring' | 'measured') => void = noPhase): Promise<StepResult> {
    const startAt = performance.now() + leadMs
    const intervalMs = 1000 / step.rate
    const warm = Math.round(step.warmupMs / intervalMs)
    const total = warm + Math.round(step.durationMs / intervalMs)
    const late = createLatencies()
    const measured: Measured = {
      from: startAt + (warm - 0.5) * intervalMs,
      to: startAt + (total - 0.5) * intervalMs,
      ack: createLatencies(),
      deliver: createLatencies(),
    }
    this.#measured = measured
    let measuring = false
    await this.#send({ startAt, intervalMs, total }, (lateMs, intendedAt) => {
      if (intendedAt < measured.from) return
      if (!measuring) phase('measuring')
      measuring = true
      late.recordMs(lateMs)
    })
    phase('measured')
    const sent = total - warm
    const allThere = () => measured.ack.count === sent && measured.deliver.count === sent
    await until(allThere, step.graceMs)
    const inTime = {
      acked: measured.ack.count,
      delivered: measured.deliver.count,
      ackMs: measured.ack.percentiles(),
      deliverMs: measured.deliver.percentiles(),
    }
    const settled = await until(() => allThere() && this.#ledger.unacked === 0, step.settleMs)
    const seconds = (sent * intervalMs) / 1000
    return { rate: step.rate, seconds, sent, ...inTime, lateMs: late.percentiles(), verdict: this.#ledger.check(), settled }
  }

  close(): void {
    clearInterval(this.#upkeep)
    for (const lane of this.#lanes) lane.close()
  }

  /** Puts every message on its queue when it is due, until all are. */
  async #send({ startAt, intervalMs, total }: Schedule, each: (lateMs: number, intendedAt: number) => void): Promise<void> {
    for (let k = 0; k < total; ) {
      const now = performance.now()
      for (; k < total && startAt + k * intervalMs <= now; k++) {
        const lane = this.#lanes[this.#count % this.#lanes.length]!
        const intendedAt = startAt + k * intervalMs
        const message = this.#ledger.send(messageId(this.#count++), lane.conversationId, lane.end.userId, intendedAt)
        lane.send(message)
        each(now - intendedAt, intendedAt)
      }
      await delay(tickMs)
    }
  }

  #laneOf(end: LoadEnd, i: number): Promise<Lane> {
    const peer = this.#ends[i ^ 1]!
    const conversationId = directConversationId(end.userId, peer.userId)
    this.#readers.set(conversationId, [end.userId, peer.userId])
    const text = `${end.userId} to ${peer.userId} `
    const bytes = Buffer.from(text.repeat(Math.ceil(this.#messageBytes / text.length)).slice(0, this.#messageBytes))
    return openLane({
      end,
      conversationId,
      bytes,
      answered: (id, seq) => this.#answered(id, seq),
      refused: (code) => this.#ledger.refuse(code),
      shown: (push) => this.#shown(end.userId, push),
    })
  }

  #shown(userId: string, push: Push): void {
    const at = performance.now()
    for (const item of push.items) {
      const message = this.#ledger.deliver(userId, item.conversationId!, Number(item.seq), item.message?.clientMessageId ?? '')
      if (message && this.#isMeasured(message)) this.#measured.deliver.recordMs(at - message.intendedAt)
    }
  }

  #answered(id: string, seq: number): void {
    const at = performance.now()
    const message = this.#ledger.ack(id, seq, at)
    if (message && this.#isMeasured(message)) this.#measured.ack.recordMs(at - message.intendedAt)
  }

  #isMeasured({ intendedAt }: LedgerMessage): boolean {
    return intendedAt >= this.#measured.from && intendedAt < this.#measured.to
  }
}

/** Whether it came true in time. */
async function until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs
  while (performance.now() < end && !condition()) await delay(settlePollMs)
  return condition()
}

/** A UUID that names its message. */
const messageId = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

function shuffle<T>(list: T[]): void {
  let seed = 1
  for (let i = list.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    const j = seed % (i + 1)
    const moved = list[i]!
    list[i] = list[j]!
    list[j] = moved
  }
}
