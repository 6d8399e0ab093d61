// Property: whatever the order of settings, moves, cancellations, crashes, frozen and rival owners, views that lag, silent views and a clock that
// goes forth and back, every timer that stands rings when its moment has come and somebody owns the partition, each setting has one effect at most,
// none before its moment, and none at a moment that it was moved from. To see a failure again, put the seed it prints in place of the clock's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertUntilMet, eventually, tooFew } from '@skein/testing'
import fc from 'fast-check'
import type { ProcessorLimits } from '../src/index.ts'
import { type Gate, never, type Point } from './stepped-log.ts'
import { TimedBench, type TimedOwner, timerLimits } from './timed-bench.ts'
import { setTimer } from './timed-domain.ts'

const seed = Date.now() % 2 ** 31
const runs = 120
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const points: readonly Point[] = ['claim', 'claimed', 'read', 'append', 'appended', 'batch']
const horizonMs = timerLimits.timerHorizonMs

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      which: fc.nat(names.length - 1),
      inMs: fc.integer({ min: -50, max: 3 * horizonMs }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(names.length - 1) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('clock' as const), byMs: fc.integer({ min: -100, max: horizonMs }) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('project' as const), events: fc.nat(6), told: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const), at: fc.constantFrom(...points) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('freeze' as const), at: fc.constantFrom(...points) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rival' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('nobody' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('view-silent' as const), silent: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('commands-lost' as const), lost: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('settle' as const), turns: fc.nat(12) }) },
)

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

class Schedule {
  readonly bench = new TimedBench()
  readonly #limits: Partial<ProcessorLimits>
  #lost = false
  #serving: { owner: TimedOwner; stopAt: Point | null; wait: Promise<void> | null } | null = null
  readonly #thaw: (() => void)[] = []
  readonly #owners: TimedOwner[] = []

  constructor(limits: Partial<ProcessorLimits>) {
    this.#limits = limits
    this.#begin()
  }

  #begin(): void {
    const state = { owner: null as unknown as TimedOwner, stopAt: null as Point | null, wait: null as Promise<void> | null }
    const gate: Gate = (point) => (state.stopAt === point || state.stopAt === 'batch' ? (state.wait ?? undefined) : undefined)
    const fire: TimedBench['fire'] = (...fired) =>
      this.#lost ? Promise.reject(new Error('the log takes nothing')) : this.bench.fire(...fired)
    const limits = { ...this.#limits, timerRetryMinMs: 4, timerRetryMaxMs: 8, timerLookMs: 1 }
    state.owner = this.bench.own({ gate, limits, timers: { fire } })
    this.#owners.push(state.owner)
    this.#serving = state
  }

  #stop(at: Point, until: Promise<void>): void {
    if (this.#serving !== null) {
      this.#serving.stopAt = at
      this.#serving.wait = until
    }
    this.#begin()
  }

  async take(next: Step): Promise<void> {
    const { bench } = this
    switch (next.kind) {
      case 'set':
        return bench.log.appendCommand(setTimer(names[next.which]!, bench.log.now + next.inMs))
      case 'cancel':
        return bench.log.appendCommand(setTimer(names[next.which]!, 0))
      case 'clock':
        bench.log.now += next.byMs
        return
      case 'project':
        bench.advance(next.events)
        if (next.told) this.#serving?.owner.sawCheckpoint(bench.view.checkpoint)
        return
      case 'crash':
        return this.#stop(next.at, never)
      case 'freeze':
        return this.#stop(next.at, new Promise((resolve) => this.#thaw.push(resolve)))
      case 'rival':
        return this.#begin()
      case 'nobody':
        await Promise.race([this.#serving?.owner.stop(), new Promise((resolve) => setTimeout(resolve, 5))])
        this.#serving = null
        return
      case 'view-silent':
        bench.view.failing = next.silent
        return
      case 'commands-lost':
        this.#lost = next.lost
        return
      case 'settle':
        for (let i = 0; i < next.turns; i++) await new Promise((resolve) => setTimeout(resolve, i % 4 === 0 ? 1 : 0))
    }
  }

  /** Everything answers, one owner is left, and whatever moment was asked for has come. */
  async finish(): Promise<void> {
    const { bench } = this
    for (const wake of this.#thaw) wake()
    bench.view.failing = false
    this.#lost = false
    if (this.#serving === null) this.#begin()
    const { owner } = this.#serving!
    for (const each of this.#owners) if (each !== owner) void each.stop()
    // Not at once: what was read before must be enough for what is due then, and what is due later be read.
    const last = Math.max(...this.#settings().map(({ dueAt }) => dueAt), bench.log.now)
    while (bench.log.now < last) {
      bench.log.now = Math.min(last, bench.log.now + horizonMs)
      for (let i = 0; i < 4; i++) await new Promise((resolve) => setTimeout(resolve, 1))
      bench.advance(3)
      owner.sawCheckpoint(bench.view.checkpoint)
    }
    await eventually(
      () => {
        bench.advance()
        owner.sawCheckpoint(bench.view.checkpoint)
        return owner.phase === 'active' && this.#allDecided() && [...bench.view.rows.values()].every(({ cell }) => cell.dueAt === 0)
      },
      { timeoutMs: 20_000, intervalMs: 1, what: 'every timer done' },
    )
    assert.equal(owner.timers!.held, 0)
  }

  #settings() {
    return this.bench.log.records.commands.flatMap(({ value }) => (value.type === 'Set' ? [value] : []))
  }

  #allDecided(): boolean {
    const done = new Set(this.bench.log.records.events.map(({ value }) => value.meta.commandId))
    return this.#settings().every(({ meta: { commandId } }) => done.has(commandId) || this.bench.outcomes.get(commandId) === false)
  }

  /** What the log says against what it has to say: a timer rings at the moment that was set last, once, and so does each that stood until then. */
  check(): number {
    const { commands, events } = this.bench.log.records
    const standing = new Map<string, number>()
    let rings = 0
    for (const { offset, value } of events) {
      if (value.type === 'TimerSet') standing.set(value.to, value.dueAt)
      if (value.type !== 'Rang') continue
      rings += 1
      assert.equal(value.dueAt, standing.get(value.to), `${value.to} rang at ${offset} for a moment that it was not set to`)
      assert.ok(value.dueAt > 0)
      standing.set(value.to, 0)
      const command = commands.find(({ value: { meta } }) => meta.commandId === value.meta.commandId)!
      assert.ok(command.appendedAt >= value.dueAt, `${value.to} rang ${value.dueAt - command.appendedAt} ms early`)
    }
    for (const [name, dueAt] of standing) assert.equal(dueAt, 0, `${name} has not rung`)
    for (const { to, dueAt, at } of this.bench.fired) assert.ok(at >= dueAt, `${to} was fired ${dueAt - at} ms early`)
    return rings
  }
}

test('no schedule of faults loses a timer, gives one two effects, or lets one ring early or at a moment it was moved from', {
  timeout: 300_000,
}, async (t) => {
  t.diagnostic(`seed ${seed}`)
  let [rang, fired, fenced] = [0, 0, 0]
  await assertUntilMet(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 60 }),
      fc.record({
        timersPerPageMax: fc.integer({ min: 1, max: 4 }),
        timersMax: fc.integer({ min: 1, max: 6 }),
        timersAwaitedMax: fc.integer({ min: 1, max: 3 }),
      }),
      async (steps, limits) => {
        const schedule = new Schedule(limits)
        try {
          for (const each of steps) await schedule.take(each)
          await schedule.finish()
          rang += schedule.check()
        } finally {
          await Promise.race([schedule.bench.stop(), new Promise((resolve) => setTimeout(resolve, 5))])
        }
        fired += schedule.bench.fired.length
        fenced += schedule.bench.counters.refusedByBroker
      },
    ),
    {
      ...{ seed, numRuns: runs, endOnFailure: false, interruptAfterTimeLimit: 120_000 },
      // Checks the schedules: without faults and repeats they would prove nothing.
      missing: () => tooFew({ 'timers that rang': [rang, 300], repeats: [fired - rang, 1], fenced: [fenced, 5] }),
    },
  )
  t.diagnostic(`${rang} rang, ${fired} commands, ${fenced} appends refused to owners of old claims`)
})
