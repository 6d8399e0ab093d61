// What today's code makes of a log: the cells of each partition and the rows of the views, folded in memory, event by event.
import { createHash } from 'node:crypto'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { Cell, DomainEvent } from '@skein/domain'
import { skeinDecider } from '@skein/domain'
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import { foldBatch, storedCells, type Table, tables, type ViewCell } from '@skein/projections'
import { foldOnto } from '@skein/testing'
import type { History } from './history.ts'

type AnyRow = Readonly<Record<string, unknown>>

/** A number of things, and what tells whether they are the same. */
export interface Digest {
  readonly count: number
  readonly sha256: string
}

export interface Outcome {
  /** Events by type. */
  readonly events: Readonly<Record<string, number>>
  /** Commands that today's code decides otherwise than was recorded, as `partition/offset type`. */
  readonly decidedOtherwise: readonly string[]
  /** By kind. */
  readonly cells: Readonly<Record<string, Digest>>
  /** Of the views, by table. */
  readonly rows: Readonly<Record<string, Digest>>
}

export class Replay {
  readonly #cells: readonly Map<CellKey, Cell>[]
  readonly #rows = new Map<string, Map<string, AnyRow>>(Object.keys(tables).map((name) => [name, new Map()]))
  readonly #offsets: number[]
  readonly #events: Record<string, number> = {}

  constructor(partitionCount: number) {
    this.#cells = Array.from({ length: partitionCount }, () => new Map())
    this.#offsets = Array.from({ length: partitionCount }, () => 0)
  }

  /** The events that a command leads to: one that is refused for good may leave one too. */
  decide(partition: number, command: SkeinCommand): readonly DomainEvent[] {
    // Facts of other partitions are read from the rows, as the views tell them.
    const readCell: ReadCell<Cell> = (key) =>
      skeinDecider.foreignFact(key) === null ? this.#cells[partition]!.get(key) : (this.#storedCell(key) as Cell | undefined)
    const { intent, decide, refusedForGood } = skeinDecider.ask(command)
    const decision = decide(readCell)
    if (decision.accepted) return decision.events
    return intent !== null && readCell(intent) !== undefined ? [] : refusedForGood(decision)
  }

  /** Takes in the next event of a partition. */
  fold(partition: number, event: SkeinEvent): void {
    const at = { partition, offset: this.#offsets[partition]!++ }
    const { rows } = foldBatch([{ event, position: at }]).from((key) => this.#cells[partition]!.get(key) ?? this.#storedCell(key))
    for (const [name, list] of Object.entries(rows)) for (const row of list) this.#put(tables[name as keyof typeof tables], row)
    foldOnto(this.#cells[partition] as Map<CellKey, Cell>, event)
    this.#events[event.type] = (this.#events[event.type] ?? 0) + 1
  }

  outcome(decidedOtherwise: readonly string[]): Outcome {
    const entries = this.#cells.flatMap((cells) => [...cells])
    const kinds = Map.groupBy(entries, ([, cell]) => cell.kind)
    return {
      events: Object.fromEntries(Object.entries(this.#events).sort()),
      decidedOtherwise,
      cells: Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, list]) => [kind, digestOf(list)])),
      rows: Object.fromEntries([...this.#rows].map(([name, rows]) => [name, digestOf([...rows.values()])])),
    }
  }

  /** As the rows tell it: of cells that the domain does not fold here, these know alone. */
  #storedCell(key: CellKey): ViewCell | undefined {
    const [kind, ...parts] = key.split('|')
    const { reads, cellOf } = storedCells[kind as ViewCell['kind']]
    const rows = reads.map(({ table }) => this.#rows.get(table.name)!.get(parts.join('|')))
    return rows.includes(undefined) ? undefined : cellOf(rows as AnyRow[])
  }

  #put(table: Table, row: object): void {
    const rows = this.#rows.get(table.name)!
    const key = table.key.map((column) => (row as AnyRow)[column]).join('|')
    if (table.keeps === 'last' || !rows.has(key)) rows.set(key, row as AnyRow)
  }
}

/** Decides the commands of a history again and folds its events. */
export function replay({ partitionCount, records }: History): Outcome {
  const played = new Replay(partitionCount)
  const otherwise: string[] = []
  const offsets = Array.from({ length: partitionCount }, () => 0)
  for (const [at, { topic, partition, value }] of records.entries()) {
    if (topic === 'events') played.fold(partition, value)
    else {
      const offset = offsets[partition]!++
      const decided = played.decide(partition, value).map(asRecorded)
      const recorded = eventsOf(records, at + 1, offset).map(asRecorded)
      if (canonical(decided) !== canonical(recorded)) otherwise.push(`${partition}/${offset} ${value.type}`)
    }
  }
  return played.outcome(otherwise)
}

/** The events from here on that the command at this offset led to; those of the partition itself are nobody's. */
function eventsOf(records: History['records'], from: number, commandOffset: number): SkeinEvent[] {
  const events: SkeinEvent[] = []
  for (let i = from; i < records.length; i++) {
    const record = records[i]!
    if (record.topic === 'commands' || record.value.meta.commandOffset !== commandOffset) break
    if (record.value.meta.commandId !== '') events.push(record.value)
  }
  return events
}

const asRecorded = ({ meta, ...event }: DomainEvent): object => ({ ...event, meta: { ...meta, claim: null, commandOffset: null } })

const digestOf = (list: readonly unknown[]): Digest => ({
  count: list.length,
  sha256: createHash('sha256').update(list.map(canonical).sort().join('\n')).digest('hex'),
})

/** The same text for the same value, whatever the order of its fields and the class of its bytes. */
function canonical(value: unknown): string {
  if (value instanceof Uint8Array) return `"${Buffer.from(value).toString('hex')}"`
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join()}}`
}
