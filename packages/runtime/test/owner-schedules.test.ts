// Property: whatever the order of sends, resends, late copies, crashes, freezes, rival claims, projection and eviction, every
// message that was accepted is stored exactly once, its sender was told the truth, and seq is dense. Runs on the log in
// memory with limits so small that every batch evicts. To see a failure again, put the seed it prints in place of the clock's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeReply, type SendMessage } from '@skein/contracts'
import { assertUntilMet, eventually, tooFew } from '@skein/testing'
import fc from 'fast-check'
import type { Bench, Owner } from './processor-bench.ts'
import { again, message, startBench } from './processor-bench.ts'
import type { Gate, Point } from './stepped-log.ts'
import { never } from './stepped-log.ts'

const seed = Date.now() % 2 ** 31
const runs = 120
const conversations = ['d:ann:bob', 'd:ann:cid', 'd:ann:ann']
const points: readonly Point[] = [
  'claim',
  'claimed',
  'read',
  'prefetch',
  'prefetched',
  'append',
  'appended',
  'dead-letter',
  'dead-lettered',
  'batch',
]

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('send' as const), to: fc.nat(2), late: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('resend' as const), which: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('late-copy' as const), which: fc.nat(30) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('project' as const), events: fc.nat(6), told: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const), at: fc.constantFrom(...points) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('freeze' as const), at: fc.constantFrom(...points) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('thaw' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rival' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('view-silent' as const), silent: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('settle' as const), turns: fc.nat(12) }) },
)

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One run: owners come and go as the steps say; the newest that was neither crashed nor frozen serves. */
class Schedule {
  readonly #bench: Bench
  readonly intents: SendMessage[] = []
  /** First copies that are still under way while their resends arrive. */
  readonly #late: SendMessage[] = []
  #owner: { owner: Owner; stopAt: Point | null; wait: Promise<void> | null }
  readonly #thaw: (() => void)[] = []
  readonly #owners: Owner[] = []

  constructor(bench: Bench) {
    this.#bench = bench
    this.#owner = this.#begin()
  }

  #begin() {
    const state = { owner: null as unknown as Owner, stopAt: null as Point | null, wait: null as Promise<void> | null }
    const gate: Gate = (point) => (state.stopAt === point || state.stopAt === 'batch' ? (state.wait ?? undefined) : undefined)
    state.owner = this.#bench.own({ gate, selfFence: false })
    this.#owners.push(state.owner)
    return state
  }

  async take(next: Step): Promise<void> {
    const bench = this.#bench
    switch (next.kind) {
      case 'send': {
        const intent = message(`message ${this.intents.length}`, { enteredAt: Date.now() }, conversations[next.to])
        this.intents.push(intent)
        if (next.late) this.#late.push(intent)
        else await bench.send(intent)
        break
      }
      case 'resend': {
        const intent = this.intents[next.which % Math.max(1, this.intents.length)]
        if (intent) await bench.send(again(intent))
        break
      }
      case 'late-copy': {
        const [intent] = this.#late.splice(next.which % Math.max(1, this.#late.length), 1)
        if (intent) await bench.send(intent)
        break
      }
      case 'project':
        await bench.advance(next.events)
        if (next.told) this.#owner.owner.sawCheckpoint(bench.view.checkpoint(0))
        break
      case 'crash':
        this.#stop(next.at, never)
        break
      case 'freeze':
        this.#stop(next.at, new Promise((resolve) => this.#thaw.push(resolve)))
        break
      case 'thaw':
        this.#thaw.shift()?.()
        break
      case 'rival':
        this.#owner = this.#begin()
        break
      case 'view-silent':
        bench.view.failing = next.silent
        break
      case 'settle':
        for (let i = 0; i < next.turns; i++) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #stop(at: Point, until: Promise<void>): void {
    this.#owner.stopAt = at
    this.#owner.wait = until
    this.#owner = this.#begin()
  }

  /** Everybody frozen wakes up, one owner is left, every copy lands: then each message is sent until it is acked. */
  async finish(): Promise<void> {
    const bench = this.#bench
    for (const wake of this.#thaw) wake()
    // Not waited for: the crashed never end.
    for (const owner of this.#owners) if (owner !== this.#owner.owner) void owner.stop()
    bench.view.failing = false
    await bench.send(...this.#late)
    for (const intent of this.intents) {
      await eventually(
        async () => {
          await bench.advance()
          this.#owner.owner.sawCheckpoint(bench.view.checkpoint(0))
          const copy = await bench.send(again(intent))
          return (await bench.outcomeOf(copy, 500)).accepted
        },
        { timeoutMs: 20_000, intervalMs: 1, what: `an ack of ${Buffer.from(intent.body.bytes)}` },
      )
    }
  }
}

async function check(bench: Bench, intents: readonly SendMessage[]): Promise<void> {
  const seqs = new Map<string, number>()
  const heads = new Map<string, number>()
  let claim = -1
  for (const { offset, value } of await bench.events()) {
    const under = value.type === 'PartitionClaimed' ? offset : value.meta.claim
    assert.ok(under >= claim, `the claim goes back at ${offset}`)
    claim = under
    if (value.type !== 'MessageSent') continue
    const due = (heads.get(value.conversationId) ?? 0) + 1
    assert.equal(value.seq, due, `seq of ${value.conversationId} at ${offset}`)
    heads.set(value.conversationId, due)
    const id = value.meta.answers!.id
    assert.ok(!seqs.has(id), `stored twice: ${Buffer.from(value.body.bytes)} at ${offset}`)
    seqs.set(id, value.seq)
  }
  for (const { meta, body } of intents) assert.ok(seqs.has(meta.intent!.id), `never stored: ${Buffer.from(body.bytes)}`)
  for (const { command, outcome } of bench.told) {
    if (!outcome.accepted) assert.equal(outcome.code, 'UNAVAILABLE')
    else assert.equal(decodeReply('SendMessage', outcome.reply).seq, seqs.get(command.meta.intent!.id), 'the sender was told the truth')
  }
}

test('no schedule of faults loses, repeats or reorders an acknowledged message', { timeout: 300_000 }, async (t) => {
  t.diagnostic(`seed ${seed}`)
  let [fenced, accepted, resent] = [0, 0, 0]
  await assertUntilMet(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 60 }),
      fc.record({ intentsMax: fc.nat(2), cellsMax: fc.integer({ min: 2, max: 5 }), commandsPerBatchMax: fc.integer({ min: 1, max: 4 }) }),
      async (steps, limits) => {
        const ends: (() => Promise<void> | void)[] = []
        const after = { after: (end: () => Promise<void> | void) => ends.push(end) } as unknown as Pick<typeof t, 'after'>
        const bench = await startBench(after, {
          log: 'memory',
          limits: { ...limits, intentAgeMaxMs: 0, clockSkewMaxMs: 3, prefetchPauseMs: 0, silentCommandsMax: 5, claimAgeMaxMs: 15 },
        })
        try {
          const schedule = new Schedule(bench)
          for (const each of steps) await schedule.take(each)
          await schedule.finish()
          await check(bench, schedule.intents)
        } finally {
          for (const end of ends) await end()
        }
        fenced += bench.counters.refusedByBroker
        accepted += bench.told.filter(({ outcome }) => outcome.accepted).length
        resent += bench.view.asked.flat().filter((key) => key.startsWith('intent|')).length
      },
    ),
    {
      ...{ seed, numRuns: runs, endOnFailure: false, interruptAfterTimeLimit: 120_000 },
      // Checks the schedules: without faults and look-ups they would prove nothing.
      missing: () => tooFew({ fenced: [fenced, 10], accepted: [accepted, 500], 'looked up': [resent, 500] }),
    },
  )
  t.diagnostic(`${accepted} acks, ${fenced} appends refused to owners of old claims, ${resent} intents looked up in the view`)
})
