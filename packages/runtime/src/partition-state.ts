// The state of one partition under one claim: cells and remembered intents, the view's checkpoint as last seen, and the
// fold that changes them. A cell read from the view is as of that checkpoint; only events at or past it are folded on.
import type {
  Asked,
  CellKey,
  Checkpoint,
  ClaimRecord,
  Command,
  Decider,
  Event,
  Prefetched,
  ReadCell,
  Undecorated,
} from '@skein/event-sourcing'
import { claimRecordOf } from '@skein/event-sourcing'
import { CellCache } from './cell-cache.ts'
import { IntentWindow } from './intent-window.ts'
import type { ProcessorLimits } from './processor-limits.ts'
import { isOverdue, isSoonDue, noteUse, type StaleCopies } from './stale-copies.ts'

/** The view went backwards (restored, failed over, rebuilt in place) or belongs to another log: state built on it is void. */
export class ViewReplaced extends Error {
  readonly code = 'VIEW_REPLACED'
}

/** A decision asked for a cell that is not in memory: it has to be read first. */
export class CellNotRead extends Error {
  readonly code = 'CELL_NOT_READ'
}

export interface FoldedEvent<E> {
  readonly offset: number
  readonly event: E
  readonly appendedAt: number
}

export class PartitionState<C extends Command, E extends Event, Cell, Reply> {
  readonly #decider: Decider<C, E, Cell, Reply>
  readonly #limits: ProcessorLimits
  readonly #cells = new CellCache<Cell>()
  readonly #intents: IntentWindow<Cell>
  /** Facts of other partitions that were absent when asked, for the batch at hand only. */
  #absentFacts = new Set<CellKey>()
  #checkpoint: Checkpoint
  /** Claims that the view may have come to, by their offsets, with their ids; and the epochs of the log that they named. */
  readonly #claims = new Map<number, string>()
  readonly #logEpochs = new Set<string>()
  #newestClaim = -1
  /** Of the commands at hand: they are gone with their batch. */
  readonly #asked = new WeakMap<C, Asked<E, Cell, Reply>>()
  /** Told of each cell as an event has left it, or a later one, in the order of events. */
  onFold: ((key: CellKey, cell: Cell, offset: number) => void) | null = null

  constructor(options: {
    decider: Decider<C, E, Cell, Reply>
    limits: ProcessorLimits
    checkpoint: Checkpoint
  }) {
    this.#decider = options.decider
    this.#limits = options.limits
    this.#checkpoint = options.checkpoint
    const { claim, claimId, logEpoch } = options.checkpoint
    if (claim >= 0) this.claimed(claim, { claimId, logEpoch })
    this.#intents = new IntentWindow({ ageMaxMs: options.limits.intentAgeMaxMs })
  }

  get checkpoint(): Checkpoint {
    return this.#checkpoint
  }

  get cellCount(): number {
    return this.#cells.size
  }

  get intentCount(): number {
    return this.#intents.size
  }

  /** From this moment on (ms since the epoch, by the log's clock) every intent is in memory. Before it is told, none is taken for new. */
  beginWindow(at: number): void {
    this.#intents.begin(at)
  }

  has(key: CellKey): boolean {
    return this.#cells.has(key)
  }

  /** Takes note of a newer checkpoint. Throws ViewReplaced when it is an older one. */
  sawCheckpoint(checkpoint: Checkpoint): void {
    if (!this.isOfHistory(checkpoint) || checkpoint.nextOffset < this.#checkpoint.nextOffset) {
      const named = ({ nextOffset, claim, claimId, logEpoch }: Checkpoint) =>
        `${nextOffset} under claim ${claim} (${claimId}) of log ${logEpoch}`
      throw new ViewReplaced(`view at ${named(checkpoint)}, was at ${named(this.#checkpoint)}`)
    }
    this.#checkpoint = checkpoint
    for (const claim of this.#claims.keys()) if (claim < checkpoint.claim) this.#claims.delete(claim)
  }

  /** Takes note of a claim in the log; the own one and its renewals too. */
  claimed(claim: number, { claimId, logEpoch }: ClaimRecord): void {
    this.#claims.set(claim, claimId)
    this.#newestClaim = Math.max(this.#newestClaim, claim)
    if (logEpoch !== null) this.#logEpochs.add(logEpoch)
  }

  /** Whether a view with this checkpoint is made of the log that this state is of. A claim newer than all known is somebody else's: the log refuses. */
  isOfHistory({ nextOffset, claim, claimId, logEpoch }: Checkpoint): boolean {
    if (nextOffset === 0) return true
    const known = this.#claims.get(claim)
    if (known !== undefined) return known === claimId
    return claim > this.#newestClaim && this.#logEpochs.has(logEpoch)
  }

  /** Lets go of what the view contains and memory, shared by so many partitions, has no room for. */
  makeRoom(now: number, partitions = 1): void {
    const { nextOffset } = this.#checkpoint
    this.#intents.trim(nextOffset, now, this.#limits.intentsMax / partitions)
    this.#cells.evict(nextOffset, this.#limits.cellsMax / partitions)
  }

  /** What a command asks for, understood once however often it is looked at. */
  asked(command: C): Asked<E, Cell, Reply> {
    let asked = this.#asked.get(command)
    if (asked === undefined) {
      asked = this.#decider.ask(command)
      this.#asked.set(command, asked)
    }
    return asked
  }

  /** Cells a command needs that are not in memory. Of those that are, it notes in `stale` which have to be read anew. */
  missing(command: C, stale: StaleCopies | null = null): CellKey[] {
    const { reads, intent } = this.asked(command)
    const missing: CellKey[] = []
    for (const key of reads(this.#cached)) {
      const known = this.#cells.find(key)
      if (known === undefined) {
        if (!this.#absentFacts.has(key)) missing.push(key)
      } else if (stale !== null && known.copy !== null) noteUse(stale, key, known.copy)
    }
    if (intent !== null && this.#mustLookUp(command) && this.#intents.get(intent) === undefined && !this.#isKnown(intent))
      missing.push(intent)
    return missing
  }

  /** Takes in cells as the view has them; the reading began at `readAt`, ms of the monotonic clock. */
  admit(keys: readonly CellKey[], found: Prefetched<Cell>, readAt = performance.now()): void {
    this.sawCheckpoint(found.checkpoint)
    for (const key of keys) {
      const cell = found.cells.get(key)
      const fact = this.#decider.foreignFact(key)
      const changes = fact !== null && fact.keepMs !== Number.POSITIVE_INFINITY
      if (cell === undefined && fact !== null && !changes) this.#absentFacts.add(key)
      else {
        // Of one that is there already, the command at hand noted whether it asks for it: it may be read with another.
        const usedAt = this.#cells.find(key)?.copy?.usedAt ?? readAt
        this.#cells.admit(key, cell ?? null, found.checkpoint.nextOffset - 1, changes ? { readAt, keepMs: fact.keepMs, usedAt } : null)
      }
    }
  }

  /** So many copies at most that are read anew with those that are due; whether the batch at hand waits for the reading. */
  soonDue({ now, keys }: StaleCopies, copiesMax: number, isWaitedFor: boolean): CellKey[] {
    const soon: CellKey[] = []
    for (const [key, copy] of this.#cells.copies()) {
      if (soon.length >= copiesMax) break
      if (!keys.has(key) && isSoonDue(now, copy, isWaitedFor)) soon.push(key)
    }
    return soon
  }

  /** Whether the copy in memory is one that is waited for. */
  isOverdue(key: CellKey, now: number): boolean {
    const copy = this.#cells.find(key)?.copy ?? null
    return copy !== null && isOverdue(now, copy)
  }

  /** Takes in newer copies of facts, as long as they are in memory. Read beside the batches, they may come after a later checkpoint. */
  renew(keys: readonly CellKey[], cells: ReadonlyMap<CellKey, Cell>, readAt: number): void {
    for (const key of keys) {
      const known = this.#cells.find(key)
      if (known === undefined || known.copy === null || known.copy.readAt >= readAt) continue
      this.#cells.renew(key, cells.get(key) ?? null, readAt)
    }
  }

  /** While loading: folds an event of the log onto those of its cells that are as of before it. All of them were admitted. */
  catchUp({ offset, event, appendedAt }: FoldedEvent<E>): void {
    for (const { key, fresh, to } of this.#decider.folds(event)) {
      if (fresh) {
        if ((this.#cells.lastOffset(key) ?? -1) < offset) this.#cells.set(key, to(undefined) ?? null, offset)
      } else {
        const before = this.read(key)
        if (this.#cells.lastOffset(key)! < offset) this.#cells.set(key, to(before) ?? null, offset)
      }
      this.#tell(key, this.#cells.peek(key)!, this.#cells.lastOffset(key)!)
    }
    const claim = claimRecordOf(event, offset)
    if (claim !== null) this.claimed(offset, claim)
    this.remember(event, offset, appendedAt)
  }

  /** Forgets which foreign facts were absent: the next batch asks again. */
  beginBatch(): void {
    if (this.#absentFacts.size > 0) this.#absentFacts = new Set()
  }

  readonly read: ReadCell<Cell> = (key) => {
    const cell = this.#cells.get(key)
    if (cell !== undefined) return cell ?? undefined
    if (this.#absentFacts.has(key)) return undefined
    throw new CellNotRead(key)
  }

  /** What decide may read for this command: its cells, and its intent where memory alone can tell. */
  readerFor(command: C): ReadCell<Cell> {
    const { intent } = this.asked(command)
    if (intent === null) return this.read
    return (key) => {
      if (key !== intent) return this.read(key)
      const remembered = this.#intents.get(key)
      if (remembered !== undefined) return remembered
      return this.#mustLookUp(command) ? this.read(key) : (this.#cells.get(key) ?? undefined)
    }
  }

  /** Whether the intent of a command that was just decided has an outcome: it is a repeat, or another content under its id. */
  hasOutcome(command: C): boolean {
    const { intent } = this.asked(command)
    return intent !== null && (this.#intents.get(intent) ?? this.#cells.peek(intent) ?? null) !== null
  }

  /**
   * Folds the events of one command, all or nothing: when evolve throws, nothing is changed.
   * `appendedAt` is an estimate before the append: the log's clock says it exactly only afterwards.
   */
  fold(events: readonly Undecorated<E>[], firstOffset: number, appendedAt: number): void {
    const changed = new Map<CellKey, { cell: Cell | undefined; offset: number }>()
    events.forEach((event, i) => {
      for (const { key, fresh, to } of this.#decider.folds(event)) {
        const before = fresh ? undefined : changed.has(key) ? changed.get(key)!.cell : this.read(key)
        changed.set(key, { cell: to(before), offset: firstOffset + i })
      }
    })
    for (const [key, { cell, offset }] of changed) {
      this.#cells.set(key, cell ?? null, offset)
      this.#tell(key, cell ?? null, offset)
    }
    for (const [i, event] of events.entries()) this.remember(event, firstOffset + i, appendedAt)
  }

  remember(event: E | Undecorated<E>, offset: number, appendedAt: number): void {
    const remembered = this.#decider.remembered(event)
    if (!remembered) return
    this.#intents.put(remembered.key, remembered.cell, offset, appendedAt)
    // An earlier look-up may have found nothing, which would outlive the window.
    this.#cells.delete(remembered.key)
  }

  #tell(key: CellKey, cell: Cell | null, offset: number): void {
    if (cell !== null) this.onFold?.(key, cell, offset)
  }

  readonly #cached: ReadCell<Cell> = (key) => this.#cells.get(key) ?? undefined

  #isKnown(key: CellKey): boolean {
    return this.#cells.has(key) || this.#absentFacts.has(key)
  }

  #mustLookUp(command: C): boolean {
    return command.meta.retry || command.meta.enteredAt < this.#intents.start + this.#limits.clockSkewMaxMs
  }
}
