// The vocabulary of a decision: commands go in, events or a refusal come out, state is the fold of events.
// State is kept in cells: small values under string keys ("this conversation's head", "this member"), so that
// a decision loads only what it reads, never a whole aggregate. Everything here is pure: no I/O, no clock.
// The shape follows emmett's Decider and Kafka's GroupCoordinatorShard (handlers return records, only replay mutates).

/** What the runtime needs to know of any command. Times are milliseconds since the epoch. */
export interface CommandMeta {
  /** UUID; names this attempt, not the intent (an idempotency key names the intent). */
  readonly commandId: string
  /** When the command entered the system, by the clock of the edge that stamped it. */
  readonly enteredAt: number
  /** A command appended to the log after this moment is refused, so that an abandoned send never lands late. */
  readonly deadlineAt: number
  /** The sender says that it may have sent this intent before. */
  readonly retry: boolean
  /** Node incarnation that waits for the reply; empty when nobody waits. */
  readonly replyNode: string
  /** Connection on that node that the reply belongs to; empty for an HTTP request. */
  readonly replyConnection: string
}

export interface Command {
  readonly type: string
  readonly meta: CommandMeta
}

/** What the runtime stamps on any event: who was allowed to write it and what caused it. */
export interface EventMeta {
  /** Offset of the PartitionClaimed record of the owner that wrote this event: never goes back within a partition. */
  readonly claim: number
  /** Offset of the command that caused it; the tail of the log thereby says the last command done. */
  readonly commandOffset: number
}

export interface Event {
  readonly type: string
  readonly meta: EventMeta
}

/** Names one cell of state; unique within a partition. */
export type CellKey = string

/** Reads a cell; undefined means that it does not exist. Asking for a key that `reads` did not name is a bug. */
export type ReadCell<Cell> = (key: CellKey) => Cell | undefined

export type Decision<Event, Reply> =
  | { readonly accepted: true; readonly events: readonly Event[]; readonly reply: Reply }
  | {
      readonly accepted: false
      readonly code: string
      /** Which field, which limit and its value, for whoever has to mend the command; never content, never a secret. Empty for none. */
      readonly detail: string
    }

/** An event as decided: the runtime adds `claim` and `commandOffset` when it appends it. */
export type Undecorated<E extends Event> = E extends Event
  ? Omit<E, 'meta'> & { readonly meta: Omit<E['meta'], 'claim' | 'commandOffset'> }
  : never

/**
 * One domain, as the runtime sees it.
 * `reads` may look at cells already in memory to ask for fewer; it is called again until it names nothing new.
 */
export interface Decider<C extends Command, E extends Event, Cell, Reply> {
  /** The aggregate (log key) a command or event belongs to, `<appId>/<aggregateId>`. */
  keyOf(message: C | E): string
  reads(command: C, cached: ReadCell<Cell>): readonly CellKey[]
  /**
   * The aggregate (log key) that a cell is a fact of, for cells that other partitions own: read from the view at some earlier
   * moment, never folded here. One that exists may be kept; one that does not is asked for again every time. Null for own cells.
   */
  foreignOwner(key: CellKey): string | null
  /**
   * The cell that remembers this intent, or null for commands that are naturally idempotent. It is looked up in the
   * view only when the command is a retry or entered before the window of remembered intents begins.
   */
  remembers(command: C): CellKey | null
  decide(command: C, read: ReadCell<Cell>): Decision<Undecorated<E>, Reply>
  /** Cells an event changes by folding it onto their earlier value. */
  writes(event: E | Undecorated<E>): readonly CellKey[]
  evolve(key: CellKey, cell: Cell | undefined, event: E | Undecorated<E>): Cell | undefined
  /** The remembered intent an event answers, and its cell; null for none. Complete in itself: nothing is folded. */
  remembered(event: E | Undecorated<E>): { readonly key: CellKey; readonly cell: Cell } | null
}
