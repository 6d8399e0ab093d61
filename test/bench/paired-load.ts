// The load itself: people in pairs who write to each other, open loop. One schedule for all: message k is due at start +
// k / rate, whatever happened to those before it, and every latency counts from that moment. Of one sender at most one
// message is unanswered on the wire; what is due meanwhile waits behind it, at the cost of its latency.
import { setTimeout as delay } from 'node:timers/promises'
import { directConversationId, wire } from '@skein/contracts'
import type { LedgerMessage, Verdict } from '../load/ledger.ts'
import { createLedger } from '../load/ledger.ts'
import type { Push } from '../load/load-connection.ts'
import type { Percentiles } from './latencies.ts'
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

export interface PairedLoad {
  /** `phase` is called when the measured time begins and when it ends. */
  run(step: Step, phase?: (name: 'measuring' | 'measured') => void): Promise<StepResult>
  close(): void
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
  const readers = new Map<string, readonly string[]>()
  const ledger = createLedger({ readersOf: (conversationId) => readers.get(conversationId) ?? [] })
  let measured = { from: Infinity, to: -Infinity, ack: createLatencies(), deliver: createLatencies() }
  let count = 0

  const isMeasured = (message: LedgerMessage) => message.intendedAt >= measured.from && message.intendedAt < measured.to

  function shown(userId: string, push: Push): void {
    const at = performance.now()
    for (const bytes of push.items) {
      const { conversationId, seq, messageSent } = wire.ConversationItem.decode(bytes)
      const message = ledger.deliver(userId, conversationId, Number(seq), messageSent?.clientMessageId ?? '')
      if (message && isMeasured(message)) measured.deliver.recordMs(at - message.intendedAt)
    }
  }

  function answered(id: string, seq: number): void {
    const at = performance.now()
    const message = ledger.ack(id, seq, at)
    if (message && isMeasured(message)) measured.ack.recordMs(at - message.intendedAt)
  }

  function laneOf(end: LoadEnd, i: number): Promise<Lane> {
    const peer = ends[i ^ 1]!
    const conversationId = directConversationId(end.userId, peer.userId)
    readers.set(conversationId, [end.userId, peer.userId])
    const text = `${end.userId} to ${peer.userId} `
    const bytes = Buffer.from(text.repeat(Math.ceil(options.messageBytes / text.length)).slice(0, options.messageBytes))
    return openLane({ end, conversationId, bytes, answered, refused: ledger.refuse, shown: (push) => shown(end.userId, push) })
  }

  const lanes: Lane[] = []
  for (let i = 0; i < ends.length; i += openAtOnce) {
    lanes.push(...(await Promise.all(ends.slice(i, i + openAtOnce).map((end, j) => laneOf(end, i + j)))))
  }
  shuffle(lanes)
  const upkeep = setInterval(() => {
    const now = performance.now()
    for (const lane of lanes) lane.upkeep(now)
  }, upkeepMs)

  /** Puts every message on its queue when it is due, until `total` are. */
  async function schedule(startAt: number, intervalMs: number, total: number, each: (lateMs: number, intendedAt: number) => void) {
    for (let k = 0; k < total; ) {
      const now = performance.now()
      for (; k < total && startAt + k * intervalMs <= now; k++) {
        const lane = lanes[count % lanes.length]!
        const intendedAt = startAt + k * intervalMs
        const message = ledger.send(messageId(count++), lane.conversationId, lane.end.userId, intendedAt)
        lane.send(message)
        each(now - intendedAt, intendedAt)
      }
      await new Promise((resolve) => setTimeout(resolve, tickMs))
    }
  }

  return {
    async run(step, phase = noPhase) {
      const startAt = performance.now() + leadMs
      const intervalMs = 1000 / step.rate
      const warm = Math.round(step.warmupMs / intervalMs)
      const total = warm + Math.round(step.durationMs / intervalMs)
      const late = createLatencies()
      measured = {
        from: startAt + (warm - 0.5) * intervalMs,
        to: startAt + (total - 0.5) * intervalMs,
        ack: createLatencies(),
        deliver: createLatencies(),
      }
      let measuring = false
      await schedule(startAt, intervalMs, total, (lateMs, intendedAt) => {
        if (intendedAt < measured.from) return
        if (!measuring) phase('measuring')
        measuring = true
        late.recordMs(lateMs)
      })
      phase('measured')
      const sent = total - warm
      const allThere = () => measured.ack.count === sent && measured.deliver.count === sent
      const graceEnd = performance.now() + step.graceMs
      while (performance.now() < graceEnd && !allThere()) await delay(settlePollMs)
      const inTime = {
        acked: measured.ack.count,
        delivered: measured.deliver.count,
        ackMs: measured.ack.percentiles(),
        deliverMs: measured.deliver.percentiles(),
      }
      const settleEnd = performance.now() + step.settleMs
      while (performance.now() < settleEnd && !(allThere() && ledger.unacked === 0)) await delay(settlePollMs)
      const seconds = (sent * intervalMs) / 1000
      const settled = allThere() && ledger.unacked === 0
      return { rate: step.rate, seconds, sent, ...inTime, lateMs: late.percentiles(), verdict: ledger.check(), settled }
    },
    close() {
      clearInterval(upkeep)
      for (const lane of lanes) lane.close()
    },
  }
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
