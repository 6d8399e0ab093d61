// Property: two people ask about one another, both at once, and again where no answer came, while processors are cut off at random points and
// others begin. Each request is done once, all in one order, and comes to what a plain account says of that order; whoever is answered is
// told just that. To see a failure again, put the seed it prints in place of the clock's.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { noRelation, relationKey } from '@skein/domain'
import {
  arbitraryPairStep,
  assertUntilMet,
  eventually,
  foldOnto,
  type PairStep,
  pairCommand,
  pairConversation,
  pairUsers,
  RelationAccount,
  sampleAppId,
  sampleCommandMeta,
  tooFew,
} from '@skein/testing'
import fc from 'fast-check'
import type { Bench, Owner } from './processor-bench.ts'
import { startBench } from './processor-bench.ts'
import type { Gate, Point } from './stepped-log.ts'
import { never } from './stepped-log.ts'

const seed = Date.now() % 2 ** 31
const points: readonly Point[] = ['claim', 'claimed', 'read', 'prefetch', 'prefetched', 'append', 'appended']

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('ask' as const), asks: arbitraryPairStep, stands: fc.nat(1), late: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask-again' as const), which: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('late-copy' as const), which: fc.nat(40) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('project' as const), events: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart' as const), at: fc.constantFrom(...points) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle' as const), turns: fc.nat(12) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Asked {
  readonly asks: PairStep
  readonly expiresAt: number
  readonly command: SkeinCommand
}

class Run {
  readonly asked = new Map<string, Asked>()
  restarts = 0
  readonly #bench: Bench
  readonly #beganAt = Date.now()
  /** First copies that are under way while what repeats them arrives. */
  readonly #late: SkeinCommand[] = []
  readonly #cut: Owner[] = []
  #serving: { readonly owner: Owner; cutAt: Point | null }

  constructor(bench: Bench) {
    this.#bench = bench
    this.#serving = this.#begin()
  }

  #begin() {
    const serving = { owner: null as unknown as Owner, cutAt: null as Point | null }
    const gate: Gate = (point) => (serving.cutAt === point ? never : undefined)
    serving.owner = this.#bench.own({ gate, selfFence: false })
    return serving
  }

  async take(next: Step): Promise<void> {
    const bench = this.#bench
    switch (next.kind) {
      case 'ask': {
        const intent = { id: randomUUID(), contentHash: createHash('sha256').update(String(this.asked.size)).digest() }
        const expiresAt = this.#beganAt + 600_000 * (1 + next.stands)
        const command = pairCommand(next.asks, expiresAt, sampleCommandMeta({ actorId: next.asks.by, intent }))
        this.asked.set(intent.id, { asks: next.asks, expiresAt, command })
        if (next.late) this.#late.push(command)
        else await bench.send(command)
        break
      }
      case 'ask-again': {
        const asked = [...this.asked.values()][next.which % Math.max(1, this.asked.size)]
        if (asked) await bench.send(again(asked.command))
        break
      }
      case 'late-copy': {
        const [late] = this.#late.splice(next.which % Math.max(1, this.#late.length), 1)
        if (late) await bench.send(late)
        break
      }
      case 'project':
        await bench.advance(next.events)
        this.#serving.owner.sawCheckpoint(bench.view.checkpoint(0))
        break
      case 'restart':
        this.restarts += 1
        this.#serving.cutAt = next.at
        this.#cut.push(this.#serving.owner)
        this.#serving = this.#begin()
        break
      case 'settle':
        for (let i = 0; i < next.turns; i++) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** One processor is left, every copy lands, and each request is asked until it is answered. */
  async finish(): Promise<void> {
    // Not waited for: one that was cut off never ends.
    for (const owner of this.#cut) void owner.stop()
    await this.#bench.send(...this.#late)
    for (const { command } of this.asked.values())
      await eventually(
        async () => {
          await this.#bench.advance()
          this.#serving.owner.sawCheckpoint(this.#bench.view.checkpoint(0))
          const outcome = await this.#bench.outcomeOf(await this.#bench.send(again(command)), 500)
          return outcome.accepted || outcome.code !== 'UNAVAILABLE'
        },
        { timeoutMs: 10_000, intervalMs: 1, what: `an answer to ${command.type}` },
      )
  }
}

const again = (first: SkeinCommand): SkeinCommand => ({
  ...first,
  meta: { ...sampleCommandMeta({ actorId: first.meta.actorId, intent: first.meta.intent }), retry: true },
})

/** In the order of the log: what became of each request, against the account. */
async function check(bench: Bench, asked: ReadonlyMap<string, Asked>): Promise<void> {
  const account = new RelationAccount()
  const cells = new Map()
  const became = new Map<string, string>()
  const events: SkeinEvent[] = (await bench.events()).map(({ value }) => value)
  const changing = new Set<string>()
  for (const event of events) {
    foldOnto(cells, event)
    const { answers, commandId, occurredAt } = event.meta
    if (event.type !== 'CommandAnswered' && event.type !== 'CommandRefused') changing.add(commandId)
    if (answers === null) continue
    assert.ok(!became.has(answers.id), `${event.type} is done twice`)
    const { asks, expiresAt } = asked.get(answers.id)!
    const came = event.type === 'CommandRefused' ? event.code : changing.has(commandId)
    assert.deepEqual(came, account.take(asks, occurredAt, expiresAt), `${asks.by} wants to ${asks.what}`)
    became.set(answers.id, event.type === 'CommandRefused' ? event.code : 'accepted')
  }
  assert.equal(became.size, asked.size, 'each is done')
  for (const { command, outcome } of bench.told) {
    const told = outcome.accepted ? 'accepted' : outcome.code
    assert.ok(told === 'UNAVAILABLE' || told === became.get(command.meta.intent!.id), `${command.type} is answered by ${told}`)
  }
  for (const user of pairUsers) {
    const cell = cells.get(relationKey(sampleAppId, pairConversation, user)) ?? noRelation
    const { friendsSince, blockedSince, remark, sent, received } = cell
    const until = { sentUntil: sent?.expiresAt ?? 0, receivedUntil: received?.expiresAt ?? 0 }
    assert.deepEqual({ friends: friendsSince > 0, blocks: blockedSince > 0, remark, ...until }, account.shownTo(user), `as ${user} sees it`)
  }
}

for (const log of ['embedded', 'memory'] as const)
  test(`what two ask about one another, on the ${log} log, is done once and in one order, whenever processors are cut off`, async (t) => {
    t.diagnostic(`seed ${seed}`)
    let [restarts, done] = [0, 0]
    await assertUntilMet(
      fc.asyncProperty(
        fc.array(step, { minLength: 10, maxLength: 60 }),
        fc.record({ intentsMax: fc.nat(2), cellsMax: fc.integer({ min: 2, max: 5 }), commandsPerBatchMax: fc.integer({ min: 1, max: 4 }) }),
        async (steps, limits) => {
          const ends: (() => Promise<void> | void)[] = []
          const after = { after: (end: () => Promise<void> | void) => ends.push(end) } as unknown as Pick<typeof t, 'after'>
          const bench = await startBench(after, {
            log,
            limits: { ...limits, intentAgeMaxMs: 0, clockSkewMaxMs: 3, prefetchPauseMs: 0, silentCommandsMax: 5, claimAgeMaxMs: 15 },
          })
          try {
            const run = new Run(bench)
            for (const each of steps) await run.take(each)
            await run.finish()
            await check(bench, run.asked)
            restarts += run.restarts
            done += run.asked.size
          } finally {
            for (const end of ends) await end()
          }
        },
      ),
      {
        ...{ seed, numRuns: log === 'embedded' ? 25 : 60, endOnFailure: false, interruptAfterTimeLimit: 120_000 },
        // Checks the schedules: without restarts they would prove nothing.
        missing: () => tooFew({ restarts: [restarts, 10], requests: [done, 100] }),
      },
    )
    t.diagnostic(`${done} requests, ${restarts} processors cut off`)
  })
