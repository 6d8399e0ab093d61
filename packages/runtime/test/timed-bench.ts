// Timers as their tests see them: the real owner on a log of objects, with a view in memory that only moves when told to, and a clock that is set
// by hand. The moments at which timers fire again are milliseconds of the real clock, and few.
import type { Checkpoint, ReadTimers, StoredTimer } from '@skein/event-sourcing'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import type { ProcessorLimits } from '../src/index.ts'
import { newCounters, PartitionOwner } from '../src/index.ts'
import type { TimerPorts } from '../src/processor-ports.ts'
import { ObjectLog } from './object-log.ts'
import { HandMembership, quickLimits } from './processor-bench.ts'
import { type Gate, steppedLog } from './stepped-log.ts'
import type { Ring, TimedCell, TimedCommand, TimedEvent, TimerChanged } from './timed-domain.ts'
import { setTimer, stampAt, timedDecider } from './timed-domain.ts'

export type TimedOwner = PartitionOwner<TimedCommand, TimedEvent, TimedCell, string>

export const timerLimits: ProcessorLimits = {
  ...quickLimits,
  timerHorizonMs: 1_000,
  timersPerPageMax: 10,
  timerRetryMinMs: 20,
  timerRetryMaxMs: 80,
  timerReadBackOffMinMs: 1,
  timerReadBackOffMaxMs: 5,
  timerLookMs: 2,
}

interface Row {
  readonly cell: TimedCell
  readonly offset: number
}

/** The fold of the log up to a checkpoint. */
export class TimedView {
  readonly rows = new Map<string, Row>()
  checkpoint: Checkpoint = emptyCheckpoint(0)
  failing = false
  /** Sizes of the pages that were read. */
  readonly pages: number[] = []

  readonly prefetch = async (_partition: number, keys: readonly string[]) => {
    if (this.failing) throw new Error('the view does not answer')
    const cells = new Map(keys.flatMap((key) => (this.rows.has(key) ? [[key, this.rows.get(key)!.cell] as const] : [])))
    return { checkpoint: this.checkpoint, cells }
  }

  /** As of the asking. */
  readonly read: ReadTimers<TimedCell> = async (_partition, after, upTo, limit) => {
    if (this.failing) throw new Error('the view does not answer')
    const isBehind = ({ dueAt, key }: StoredTimer<TimedCell>) =>
      dueAt > after.dueAt || (dueAt === after.dueAt && after.key !== null && key > after.key)
    const all = [...this.rows].map(([key, { cell, offset }]) => ({ key, cell, offset, dueAt: cell.dueAt }))
    const found = all
      .filter((timer) => timer.dueAt > 0 && timer.dueAt <= upTo && isBehind(timer))
      .sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1))
      .slice(0, limit)
    this.pages.push(found.length)
    return { checkpoint: this.checkpoint, found, more: found.length === limit }
  }

  take(offset: number, event: TimedEvent): void {
    for (const { key, to } of timedDecider.folds(event)) this.rows.set(key, { cell: to(this.rows.get(key)?.cell)!, offset })
    const { claimId, logEpoch } = event.type === 'PartitionClaimed' ? (event as Required<typeof event>) : this.checkpoint
    const claim = event.type === 'PartitionClaimed' ? offset : this.checkpoint.claim
    const { commandOffset, commandId } = event.meta.commandOffset >= 0 ? event.meta : this.checkpoint
    this.checkpoint = { partition: 0, nextOffset: offset + 1, claim, claimId, logEpoch, commandOffset, commandId }
  }
}

export interface Fired {
  readonly to: string
  readonly dueAt: number
  /** By the clock of the log. */
  readonly at: number
}

export interface TimedOwnerOptions {
  readonly gate?: Gate
  readonly limits?: Partial<ProcessorLimits>
  readonly owners?: number
  readonly timers?: Partial<TimerPorts<TimedCommand, TimedCell>>
}

export class TimedBench {
  readonly log = new ObjectLog<TimedCommand, TimedEvent>(1_000_000)
  readonly view = new TimedView()
  readonly counters = newCounters()
  readonly fired: Fired[] = []
  /** Whether commands were accepted, by their ids. */
  readonly outcomes = new Map<string, boolean>()
  readonly #owners: TimedOwner[] = []

  constructor() {
    this.log.keyOf = ({ to }) => to
  }

  own({ gate = () => {}, limits, owners = 1, timers }: TimedOwnerOptions = {}): TimedOwner {
    const owner: TimedOwner = new PartitionOwner(
      0,
      new HandMembership(),
      {
        log: steppedLog(this.log.port, gate),
        decider: timedDecider,
        prefetch: this.view.prefetch,
        timers: { read: this.view.read, fire: this.fire, clock: this.log.clock, ...timers },
        checkpoints: async () => new Map([[0, this.view.checkpoint]]),
        commandsDone: (commandId) => ({ type: 'CommandsDone', meta: { commandId } }),
        outcome: ({ meta }, { accepted }) => void this.outcomes.set(meta.commandId, accepted),
        logger: silentLogger,
        limits: { ...timerLimits, ...limits },
        selfFence: false,
        wokeAt: () => Number.NEGATIVE_INFINITY,
        group: { name: '', join: () => Promise.reject(new Error('nobody joins')) },
        counters: this.counters,
      },
      () => new Map(Array.from({ length: owners }, (_, p) => [p, { entryCount: 0 }])),
    )
    this.#owners.push(owner)
    return owner
  }

  /** As a desk does: stamped by the log's clock. */
  readonly fire: TimerPorts<TimedCommand, TimedCell>['fire'] = async (_key, { command }) => {
    const { to, dueAt } = command as Omit<Ring, 'meta'>
    this.fired.push({ to, dueAt, at: this.log.now })
    await this.log.appendCommand({ type: 'Ring', meta: stampAt(this.log.now), to, dueAt })
  }

  async active(owner: TimedOwner): Promise<TimedOwner> {
    await eventually(() => owner.phase === 'active', { intervalMs: 1, what: 'an active owner' })
    return owner
  }

  /** Appends the command; resolves when its outcome has been told. */
  async set(to: string, dueAt: number): Promise<void> {
    const command = setTimer(to, dueAt)
    await this.log.appendCommand(command)
    await eventually(() => this.outcomes.has(command.meta.commandId), { intervalMs: 1 })
  }

  /** The view takes in so many more events, of all that there are. */
  advance(count = Number.POSITIVE_INFINITY): void {
    const { nextOffset } = this.view.checkpoint
    for (const { offset, value } of this.log.records.events.slice(nextOffset, nextOffset + count)) this.view.take(offset, value)
  }

  /** What has rung, as the log says. */
  get rang(): TimerChanged[] {
    return this.log.records.events.flatMap(({ value }) => (value.type === 'Rang' ? [value] : []))
  }

  rings(count: number): Promise<boolean> {
    return eventually(() => this.rang.length >= count, {
      timeoutMs: 20_000,
      intervalMs: 1,
      what: `${count} rings, ${this.rang.length} so far`,
    })
  }

  /** Timers were looked at so often that whatever is due would have rung. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 15 * timerLimits.timerLookMs))
  }

  async stop(): Promise<void> {
    await Promise.all(this.#owners.map((owner) => owner.stop()))
  }
}
