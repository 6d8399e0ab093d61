// What a rule is. The rule of a command understands it and says, from the cells it reads, what happens; the rule of an event
// says what it does to the cells of its aggregate. Each stands in one file, and the generated table collects them: one that is
// missing does not compile.
import type { Replies, SkeinCommand, SkeinEvent } from '@skein/contracts'
import type { CellKey, Fold, ReadCell } from '@skein/event-sourcing'
import type { Cell } from './cells.ts'
import type { DomainEvent } from './event.ts'
import type { Refusal } from './refusal.ts'

/** A command that is valid whatever the state: what to read, and what follows from it. */
export interface Case<T extends SkeinCommand['type']> {
  /** Why the content is refused whatever the state, unless this is a repeat of what was done before limits shrank; null or absent when it is fine. */
  readonly fault?: Refusal | null
  /** May look at cells in memory to ask for fewer; every cell that an event of the decision changes is among them, but for fresh ones. */
  reads(cached: ReadCell<Cell>): readonly CellKey[]
  decide(read: ReadCell<Cell>): Ruling<T> | Refusal
}

/** What happens, and what the client is told; a command that changes nothing is accepted without events. */
export interface Ruling<T extends SkeinCommand['type']> {
  readonly accepted: true
  readonly events: readonly DomainEvent[]
  readonly reply: Replies[T]
}

export type CommandRule<T extends SkeinCommand['type']> = (command: Extract<SkeinCommand, { readonly type: T }>) => Case<T> | Refusal

export type EventRule<T extends SkeinEvent['type']> = (event: Extract<DomainEvent, { readonly type: T }>) => readonly Fold<Cell>[]

export type CommandRules = { readonly [T in SkeinCommand['type']]: CommandRule<T> }

/** Null for events that change no cell. */
export type EventRules = { readonly [T in SkeinEvent['type']]: EventRule<T> | null }

export const accept = <T extends SkeinCommand['type']>(events: readonly DomainEvent[], reply: Replies[T]): Ruling<T> => ({
  accepted: true,
  events,
  reply,
})

/** Folds a cell from what it was. */
export const change = (key: CellKey, to: (before: Cell | undefined) => Cell | undefined): Fold<Cell> => ({ key, fresh: false, to })

/** Makes a cell that was not there before. */
export const make = (key: CellKey, cell: Cell): Fold<Cell> => ({ key, fresh: true, to: () => cell })
