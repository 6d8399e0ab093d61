// The timers of one partition under one owner. In memory are those that are due within the horizon, read from the view, and those that an event
// has changed which the view may lack, whatever their time: so none is missing that is due, and of a row and an event the later one stands.
// One that is due by the clock of the log is fired: its command goes into the log like any other, and its event ends it. Until that event is
// folded it is fired again, which does no harm: its rule does nothing where the cell says another moment, or none.
import type { CellKey, Checkpoint, Command, Decider, Event, StoredTimer, TimerPage } from '@skein/event-sourcing'
import type { ProcessorOptions } from './processor-ports.ts'
import { type Heaped, TimerHeap } from './timer-heap.ts'
import { TimerPages } from './timer-pages.ts'

/** What the timers need of their owner's. */
export type DueTimersOptions<C extends Command, Cell> = Pick<
  ProcessorOptions<C, Event, Cell, unknown>,
  'timers' | 'limits' | 'counters' | 'logger'
> & { readonly decider: Pick<Decider<C, Event, Cell, unknown>, 'dueAt' | 'whenDue'> }

/** Of the state that folds the events. */
export interface FoldedState {
  /** Of the view: whatever is changed from there on is told. */
  readonly checkpoint: Checkpoint
  /** Whether a view with this checkpoint is made of the log that the state is of. */
  isOfHistory(checkpoint: Checkpoint): boolean
}

/** What operators are told of the timers of a partition. */
export interface TimerStatus {
  readonly held: number
  /** Due for longer than it takes to fire one again, and not done. */
  readonly overdue: number
  /** Whether there are more within the horizon than there is room for. */
  readonly beyond: boolean
}

interface Timer<Cell> extends Heaped {
  readonly key: CellKey
  readonly dueAt: number
  cell: Cell
  /** Of the event that left it so, or a later one that did not change it. */
  offset: number
  /** The one that it is in. */
  heap: TimerHeap<Timer<Cell>>
  fires: number
}

export class DueTimers<C extends Command, Cell> {
  readonly #partition: number
  readonly #options: DueTimersOptions<C, Cell>
  /** How many partitions of this process share the room there is. */
  readonly #partitions: () => number
  readonly #pages: TimerPages<Cell>
  /** Those in memory; and those that are done, as long as the view may lack that. */
  readonly #timers = new Map<CellKey, Timer<Cell>>()
  /** Of these, those changed by events that the view may lack, in the order of those events. */
  readonly #folded = new Map<CellKey, Timer<Cell>>()
  /** To be fired, by the clock of the log. */
  readonly #due = new TimerHeap<Timer<Cell>>()
  /** Fired, by the moment of performance.now() at which they are to be fired again. */
  readonly #fired = new TimerHeap<Timer<Cell>>()
  /** Fired a moment ago: until when each keeps others waiting. All for as long, so that the first ends first. */
  readonly #awaited = new Map<Timer<Cell>, number>()
  /** The view has every event before it. */
  #viewHas: number
  #running = false
  #reading = false
  #waking: NodeJS.Timeout | null = null
  #wakesAt = 0

  constructor(partition: number, options: DueTimersOptions<C, Cell>, state: FoldedState, partitions: () => number) {
    const { timers, limits } = options
    this.#partition = partition
    this.#options = options
    this.#partitions = partitions
    this.#viewHas = state.checkpoint.nextOffset
    this.#pages = new TimerPages({ partition, read: timers.read, limits, isOfHistory: (checkpoint) => state.isOfHistory(checkpoint) })
  }

  /** The partition is claimed, and what was appended before that has been folded. */
  start(): void {
    this.#running = true
    this.#schedule()
  }

  /** What it has fired may still come into the log. */
  stop(): void {
    this.#running = false
    if (this.#waking !== null) clearTimeout(this.#waking)
    this.#waking = null
  }

  get status(): TimerStatus {
    const { timers, limits } = this.#options
    const before = timers.clock.now() - limits.timerRetryMinMs
    let [held, overdue] = [0, 0]
    for (const { dueAt } of this.#timers.values()) {
      if (dueAt > 0) held += 1
      if (dueAt > 0 && dueAt <= before) overdue += 1
    }
    return { held, overdue, beyond: this.#mustRead() && !this.#hasRoom() }
  }

  /** Told of every cell that an event has left so, in the order of events. */
  readonly folded = (key: CellKey, cell: Cell, offset: number): void => {
    const dueAt = this.#options.decider.dueAt(key, cell)
    if (dueAt === null) return
    const timer = this.#put(key, cell, dueAt, offset)
    this.#folded.delete(key)
    this.#folded.set(key, timer)
    this.#schedule()
  }

  /** The view has every event before this. */
  sawView(nextOffset: number): void {
    if (nextOffset <= this.#viewHas) return
    this.#viewHas = nextOffset
    // A page that is being read may be as of before: it must not bring back what is done, nor lack what was moved.
    if (!this.#reading) this.#letGo()
  }

  /** What the view contains, and is done or due later than was read, need not be kept. */
  #letGo(): void {
    for (const timer of this.#folded.values()) {
      if (timer.offset >= this.#viewHas) break
      this.#folded.delete(timer.key)
      if (timer.dueAt > 0 && timer.dueAt <= this.#pages.readTo) continue
      this.#takeOut(timer)
      this.#timers.delete(timer.key)
    }
    this.#schedule()
  }

  /** One that is to be at the same moment as before has been fired as often as before. */
  #put(key: CellKey, cell: Cell, dueAt: number, offset: number): Timer<Cell> {
    const known = this.#timers.get(key)
    if (known !== undefined && known.dueAt === dueAt) {
      known.cell = cell
      known.offset = offset
      return known
    }
    if (known !== undefined) this.#takeOut(known)
    const timer: Timer<Cell> = { key, cell, dueAt, offset, fires: 0, at: dueAt, place: -1, heap: this.#due }
    this.#timers.set(key, timer)
    if (dueAt > 0) this.#due.add(timer)
    return timer
  }

  #takeOut(timer: Timer<Cell>): void {
    timer.heap.remove(timer)
    this.#awaited.delete(timer)
  }

  #move(timer: Timer<Cell>, heap: TimerHeap<Timer<Cell>>, at: number): void {
    timer.heap.remove(timer)
    timer.heap = heap
    timer.at = at
    heap.add(timer)
  }

  readonly #look = (): void => {
    this.#waking = null
    const { timers, limits } = this.#options
    const [now, moment] = [timers.clock.now(), performance.now()]
    for (const [timer, until] of this.#awaited) {
      if (until > moment) break
      this.#awaited.delete(timer)
    }
    // Behind those that have been waiting for longer; and not before its time, where the clock was set back.
    for (let timer = this.#fired.first; timer !== undefined && timer.at <= moment; timer = this.#fired.first)
      this.#move(timer, this.#due, Math.max(timer.dueAt, now))
    while (this.#awaited.size < limits.timersAwaitedMax && this.#due.first !== undefined && this.#due.first.at <= now)
      this.#begin(this.#due.first, moment)
    if (this.#readsIn(now, moment) === 0) void this.#read()
    this.#schedule()
  }

  #begin(timer: Timer<Cell>, moment: number): void {
    const { counters, limits } = this.#options
    const againMs = Math.min(limits.timerRetryMinMs * 2 ** timer.fires, limits.timerRetryMaxMs)
    timer.fires += 1
    this.#move(timer, this.#fired, moment + againMs)
    this.#awaited.set(timer, moment + limits.timerRetryMinMs)
    counters.timersFired += 1
    void this.#fire(timer)
  }

  async #fire({ key, cell }: Timer<Cell>): Promise<void> {
    const { decider, timers, counters, logger } = this.#options
    try {
      await timers.fire(key, decider.whenDue(key, cell))
    } catch (error) {
      counters.timersUnfired += 1
      logger.warn(
        { partition: this.#partition, timer: key, error },
        'the command of a timer may not be stored, and is given to the log again',
      )
    }
  }

  #mustRead(): boolean {
    const { timers, limits } = this.#options
    return this.#pages.readTo < timers.clock.now() + limits.timerHorizonMs / 2
  }

  #hasRoom(): boolean {
    const { timersPerPageMax, timersMax } = this.#options.limits
    return this.#timers.size - this.#folded.size + timersPerPageMax <= Math.max(timersPerPageMax, timersMax / this.#partitions())
  }

  /** In how many milliseconds the view is to be read: Infinity while it is, and where there is no room. */
  #readsIn(now: number, moment: number): number {
    if (this.#reading || !this.#hasRoom()) return Number.POSITIVE_INFINITY
    return Math.max(0, this.#pages.pausedUntil - moment, this.#pages.readTo - this.#options.limits.timerHorizonMs / 2 - now)
  }

  /** Page by page, up to the horizon or as far as there is room. */
  async #read(): Promise<void> {
    const { timers, limits, logger } = this.#options
    this.#reading = true
    try {
      let page: TimerPage<Cell>
      do {
        const [upTo, viewHas] = [timers.clock.now() + limits.timerHorizonMs, this.#viewHas]
        page = await this.#pages.read(upTo)
        if (!this.#running) return
        for (const row of this.#pages.take(page, upTo, viewHas)) this.#admit(row)
        this.#letGo()
      } while (page.more && this.#hasRoom())
    } catch (error) {
      this.#pages.failed()
      logger.warn({ partition: this.#partition, error }, 'timers cannot be read from the view: those due later may be late')
    } finally {
      this.#reading = false
      this.#letGo()
    }
  }

  #admit({ key, cell, dueAt, offset }: StoredTimer<Cell>): void {
    const known = this.#timers.get(key)
    if (known === undefined || known.offset < offset) this.#put(key, cell, dueAt, offset)
  }

  /** Wakes when there is something to do next. */
  #schedule(): void {
    if (!this.#running) return
    const [now, moment] = [this.#options.timers.clock.now(), performance.now()]
    const wakesAt = moment + Math.max(0, this.#idleMs(now, moment))
    if (this.#waking !== null && this.#wakesAt <= wakesAt) return
    if (this.#waking !== null) clearTimeout(this.#waking)
    this.#wakesAt = wakesAt
    this.#waking = setTimeout(this.#look, Math.ceil(wakesAt - moment))
  }

  #idleMs(now: number, moment: number): number {
    const { timerLookMs, timersAwaitedMax } = this.#options.limits
    const [next, again] = [this.#due.first, this.#fired.first]
    const [place = moment] = this.#awaited.size < timersAwaitedMax ? [moment] : this.#awaited.values()
    return Math.min(
      timerLookMs,
      next === undefined ? timerLookMs : Math.max(next.at - now, place - moment),
      again === undefined ? timerLookMs : again.at - moment,
      this.#readsIn(now, moment),
    )
  }
}
