// A view in memory, stepped by hand: the real domain's fold of events up to a checkpoint, read like the database's. It lags
// as far behind the log as a test leaves it, can refuse to answer, and can be put back to an earlier state.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Cell } from '@skein/domain'
import { skeinDecider } from '@skein/domain'
import type { Checkpoint, EventLog, Prefetch } from '@skein/event-sourcing'

type Log = EventLog<SkeinCommand, SkeinEvent>

const nothingSeen = (partition: number): Checkpoint => ({
  partition,
  nextOffset: 0,
  logEpoch: '',
  claim: -1,
  claimId: '',
  commandOffset: -1,
  commandId: '',
})

export interface ViewSnapshot {
  readonly cells: ReadonlyMap<string, Cell>
  readonly checkpoints: ReadonlyMap<number, Checkpoint>
}

export class MemoryView {
  cells = new Map<string, Cell>()
  #checkpoints = new Map<number, Checkpoint>()
  readonly users = new Set<string>()
  /** While true, nothing can be read. */
  failing = false
  /** Keys of every prefetch, in order. */
  readonly asked: (readonly string[])[] = []

  checkpoint(partition: number): Checkpoint {
    return this.#checkpoints.get(partition) ?? nothingSeen(partition)
  }

  readonly checkpoints = async (): Promise<ReadonlyMap<number, Checkpoint>> => {
    if (this.failing) throw new Error('the view does not answer')
    return new Map(this.#checkpoints)
  }

  readonly prefetch: Prefetch<Cell> = async (partition, keys) => {
    this.asked.push(keys)
    if (this.failing) throw new Error('the view does not answer')
    const cells = new Map<string, Cell>()
    for (const key of keys) {
      const cell: Cell | undefined = key.startsWith('known-user|')
        ? this.users.has(key.slice(key.lastIndexOf('|') + 1))
          ? { kind: 'known-user' }
          : undefined
        : this.cells.get(key)
      if (cell) cells.set(key, cell)
    }
    return { checkpoint: this.checkpoint(partition), cells }
  }

  /** Takes in up to `count` more events. */
  async advance(log: Log, partition: number, count = Number.POSITIVE_INFINITY): Promise<void> {
    const from = this.checkpoint(partition).nextOffset
    const { end } = (await log.bounds('events', [partition])).get(partition)!
    for await (const records of log.read('events', partition, from, Math.min(end, from + count))) {
      for (const { offset, value } of records) {
        if ('undecodable' in value) throw new Error('an event cannot be decoded')
        this.#take(partition, offset, value)
      }
    }
  }

  #take(partition: number, offset: number, event: SkeinEvent): void {
    for (const { key, to } of skeinDecider.folds(event)) {
      const after = to(this.cells.get(key))
      if (after) this.cells.set(key, after)
      else this.cells.delete(key)
    }
    const remembered = skeinDecider.remembered(event)
    if (remembered && !this.cells.has(remembered.key)) this.cells.set(remembered.key, remembered.cell)
    const before = this.checkpoint(partition)
    const claimed = event.type === 'PartitionClaimed' ? { claim: offset, claimId: event.claimId, logEpoch: event.logEpoch } : {}
    const { commandOffset, commandId } = event.meta.commandOffset >= 0 ? event.meta : before
    this.#checkpoints.set(partition, { ...before, ...claimed, nextOffset: offset + 1, commandOffset, commandId })
  }

  snapshot(): ViewSnapshot {
    return { cells: new Map(this.cells), checkpoints: new Map(this.#checkpoints) }
  }

  restore({ cells, checkpoints }: ViewSnapshot): void {
    this.cells = new Map(cells)
    this.#checkpoints = new Map(checkpoints)
  }
}
