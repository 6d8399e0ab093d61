// The load itself: people in pairs who write to each other, open loop. One schedule for all: message k is due at start +
// k / rate, whatever happened to those before it, and every latency counts from that moment. Of one sender at most one
// message is unanswered on the wire; what is due meanwhile waits behind it, at the cost of its latency.
import { setTimeout as delay } from 'node:timers/promises'
import { directConversationId, wire } from '@skein/contracts'
import type { LedgerMessage, Verdict } from '../load/ledger.ts'
import { Ledger } from '../load/ledger.ts'
import type { Push } from '../load/load-connection.ts'
import type { Latencies, Percentiles } from './latencies.ts'
import { createLatencies } from './latencies.ts'
import type { Phase } from './load-process.ts'
import { createMessageIds } from './message-ids.ts'
import type { LoadEnd } from './send-lane.ts'
import { Lane } from './send-lane.ts'

export interface Step {
  /** Messages per second. */
  readonly rate: number
  readonly warmupMs: number
  readonly durationMs: number
  /** How long after the last intended send an answer or delivery still counts. */
  readonly graceMs: number
  /** How long to wait, beyond that, for what is on the way. */
  readonly settleMs: number
  /** How long the load goes on behind the measured time; not at all by default. */
  readonly afterMs?: number
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
  /** Answers that came within the measured time, whenever their message was due, and how long they took from its last write. */
  readonly answered: number
  readonly replyMs: Percentiles
  /** From the end of the measured time until the last answer that came more than a second after its message was due. */
  readonly lateForMs: number
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
/** An answer that takes longer from when its message was due shows that something has not recovered yet. */
const lateAnswerMs = 1_000
const noPhase = () => {}

/** What is counted of the messages intended within a span of time. */
interface Measured {
  readonly from: number
  readonly to: number
  readonly ack: Latencies
  readonly deliver: Latencies
  readonly reply: Latencies
  lateUntil: number
}

const measuredFrom = (from: number, to: number): Measured => ({
  ...{ from, to, lateUntil: to },
  ...{ ack: createLatencies(), deliver: createLatencies(), reply: createLatencies() },
})

export class PairedLoad {
  readonly #ledger = new Ledger({ readersOf: (conversationId) => this.#readers.get(conversationId) ?? [] })
  readonly #readers = new Map<string, readonly string[]>()
  readonly #lanes: Lane[] = []
  readonly #messageId = createMessageIds()
  #measured = measuredFrom(Infinity, -Infinity)
  #count = 0
  #upkeep: NodeJS.Timeout | undefined

  /** Ends 2i and 2i+1 are a pair. Resolves when all of them are logged in. */
  static async open(ends: readonly LoadEnd[], options: { messageBytes: number }): Promise<PairedLoad> {
    const load = new PairedLoad()
    const lanes = load.#lanes
    for (let i = 0; i < ends.length; i += openAtOnce) {
      const some = ends.slice(i, i + openAtOnce).map((end, j) => load.#openLane(end, ends[(i + j) ^ 1]!, options.messageBytes))
      lanes.push(...(await Promise.all(some)))
    }
    shuffle(lanes)
    load.#upkeep = setInterval(() => {
      const now = performance.now()
      for (const lane of lanes) lane.upkeep(now)
    }, upkeepMs)
    return load
  }

  /** `phase` is called when the measured time begins and when it ends. */
  async run(step: Step, phase: (name: Phase) => void = noPhase): Promise<StepResult> {
    const startAt = performance.now() + leadMs
    const intervalMs = 1000 / step.rate
    const warm = Math.round(step.warmupMs / intervalMs)
    const total = warm + Math.round(step.durationMs / intervalMs)
    const after = Math.round((step.afterMs ?? 0) / intervalMs)
    const late = createLatencies()
    const measured = measuredFrom(startAt + (warm - 0.5) * intervalMs, startAt + (total - 0.5) * intervalMs)
    this.#measured = measured
    await this.#schedule({ startAt, intervalMs, total: total + after }, (lateMs, intendedAt, k) => {
      if (k === warm) phase('measuring')
      if (k === total) phase('measured')
      if (this.#isMeasured({ intendedAt })) late.recordMs(lateMs)
    })
    if (after === 0) phase('measured')
    const sent = total - warm
    const allThere = () => measured.ack.count === sent && measured.deliver.count === sent
    const settled = () => allThere() && this.#ledger.unacked === 0
    await waitFor(allThere, step.graceMs)
    const inTime = {
      acked: measured.ack.count,
      delivered: measured.deliver.count,
      ackMs: measured.ack.percentiles(),
      deliverMs: measured.deliver.percentiles(),
    }
    await waitFor(settled, step.settleMs)
    const replies = { answered: measured.reply.count, replyMs: measured.reply.percentiles(), lateForMs: measured.lateUntil - measured.to }
    const seconds = (sent * intervalMs) / 1000
    const [lateMs, verdict] = [late.percentiles(), this.#ledger.check()]
    return { rate: step.rate, seconds, sent, ...inTime, ...replies, lateMs, verdict, settled: settled() }
  }

  close(): void {
    clearInterval(this.#upkeep)
    for (const lane of this.#lanes) lane.close()
  }

  #openLane(end: LoadEnd, peer: LoadEnd, messageBytes: number): Promise<Lane> {
    const conversationId = directConversationId(end.userId, peer.userId)
    this.#readers.set(conversationId, [end.userId, peer.userId])
    const text = `${end.userId} to ${peer.userId} `
    return Lane.open({
      end,
      conversationId,
      bytes: Buffer.from(text.repeat(Math.ceil(messageBytes / text.length)).slice(0, messageBytes)),
      answered: (id, seq, tookMs) => this.#answered(id, seq, tookMs),
      refused: (code) => this.#ledger.refuse(code),
      shown: (push) => this.#shown(end.userId, push),
    })
  }

  #shown(userId: string, push: Push): void {
    const at = performance.now()
    for (const bytes of push.items) {
      const { conversationId, seq, messageSent } = wire.ConversationItem.decode(bytes)
      const message = this.#ledger.deliver(userId, conversationId, Number(seq), messageSent?.clientMessageId ?? '')
      if (message && this.#isMeasured(message)) this.#measured.deliver.recordMs(at - message.intendedAt)
    }
  }

  #answered(id: string, seq: number, tookMs: number): void {
    const at = performance.now()
    const message = this.#ledger.ack(id, seq, at)
    if (!message) return
    const measured = this.#measured
    if (this.#isMeasured(message)) measured.ack.recordMs(at - message.intendedAt)
    if (at >= measured.from && at < measured.to) measured.reply.recordMs(tookMs)
    if (at >= measured.to && at - message.intendedAt > lateAnswerMs) measured.lateUntil = at
  }

  #isMeasured({ intendedAt }: Pick<LedgerMessage, 'intendedAt'>): boolean {
    return intendedAt >= this.#measured.from && intendedAt < this.#measured.to
  }

  /** Puts every message on its queue when it is due, until `total` are. */
  async #schedule(
    { startAt, intervalMs, total }: { readonly startAt: number; readonly intervalMs: number; readonly total: number },
    each: (lateMs: number, intendedAt: number, k: number) => void,
  ): Promise<void> {
    for (let k = 0; k < total; ) {
      const now = performance.now()
      for (; k < total && startAt + k * intervalMs <= now; k++) {
        const lane = this.#lanes[this.#count % this.#lanes.length]!
        const intendedAt = startAt + k * intervalMs
        const message = this.#ledger.send(this.#messageId(this.#count++), lane.conversationId, lane.end.userId, intendedAt)
        lane.send(message)
        each(now - intendedAt, intendedAt, k)
      }
      await new Promise((resolve) => setTimeout(resolve, tickMs))
    }
  }
}

/** Until it is so, or the time is over. */
async function waitFor(isSo: () => boolean, timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs
  while (performance.now() < end && !isSo()) await delay(settlePollMs)
}

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
