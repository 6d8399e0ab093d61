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

type Content<C extends Command> = C extends Command ? Omit<C, 'meta'> : never

/** A command that nobody has stamped yet, and the app that it is about. */
export interface Unstamped<C extends Command> {
  readonly appId: string
  readonly command: Content<C>
}

/** What the runtime stamps on any event: who was allowed to write it and what caused it. */
export interface EventMeta {
  /** Offset of the PartitionClaimed record of the owner that wrote this event: never goes back within a partition. */
  readonly claim: number
  /** Offset of the command that caused it; the tail of the log thereby says the last command done. */
  readonly commandOffset: number
  /** Id of that command; empty for none, and for one that could not be decoded. */
  readonly commandId: string
}

export interface Event {
  readonly type: string
  readonly meta: EventMeta
}

/** Names one cell of state; unique within a partition. */
export type CellKey = string

/** Reads a cell; undefined means that it does not exist. Asking for a key that `reads` did not name is a bug. */
export type ReadCell<Cell> = (key: CellKey) => Cell | undefined

/** A refusal for whoever asked. */
export interface Refused {
  readonly accepted: false
  readonly code: string
  /** Which field, which limit and its value, for whoever has to mend the command; never content, never a secret. Empty for none. */
  readonly detail: string
}

export type Decision<Event, Reply> = { readonly accepted: true; readonly events: readonly Event[]; readonly reply: Reply } | Refused

/** An event as decided: the runtime adds `claim` and `commandOffset` when it appends it. */
export type Undecorated<E extends Event> = E extends Event
  ? Omit<E, 'meta'> & { readonly meta: Omit<E['meta'], 'claim' | 'commandOffset'> }
  : never

/** A command that was understood: its ids are valid, or `decide` refuses whatever the state. */
export interface Asked<E extends Event, Cell, Reply> {
  /** The cell that remembers its intent; null for commands that may be done again without harm. It is looked up in the view
   * only when the command is a retry or entered before the window of remembered intents begins. */
  readonly intent: CellKey | null
  /** Cells to read; may look at those already in memory to ask for fewer, and is called again until it names nothing new. */
  reads(cached: ReadCell<Cell>): readonly CellKey[]
  decide(read: ReadCell<Cell>): Decision<Undecorated<E>, Reply>
  /** Events that make a refusal stand for every copy that lands later; none where nothing would tell a copy, or whose refusal no state can change. */
  refusedForGood(refused: Refused): readonly Undecorated<E>[]
}

/** What an event does to one cell. */
export interface Fold<Cell> {
  readonly key: CellKey
  /** What the cell was does not matter: it is not read. */
  readonly fresh: boolean
  readonly to: (before: Cell | undefined) => Cell | undefined
}

/** A fact that belongs to another aggregate, read from the view at some earlier moment and never folded here. */
export interface ForeignFact {
  /** Log key of the aggregate that it is a fact of. */
  readonly owner: string
  /**
   * After how long a copy is read anew, in ms. The first batch that meets an older one begins to read it beside the batches, which go on
   * with the copy they have: nothing waits, and a partition that is busy notices a change after that time, one read and the lag of the
   * views. Others that are in use are read with it, and such as were not used for a while and would come to be waited for. Waited for is a fact
   * that is not in memory, and a copy ten times as old, which only a partition that seldom asks can have, or one that nobody asked for in over a
   * hundred times as long; that one not while the views fail to answer, and not for ten seconds after: then every copy goes on being used.
   * Infinity for what, once true, stays true: it is kept for ever, and its absence is believed only once the views have passed where its
   * partition ended when it was asked for.
   */
  readonly keepMs: number
}

/** One domain, as the runtime sees it. */
export interface Decider<C extends Command, E extends Event, Cell, Reply> {
  /** The aggregate (log key) a command or event belongs to, `<appId>/<aggregateId>`. */
  keyOf(message: C | E): string
  /** Understands a command; everything that does not depend on state is done here, once. */
  ask(command: C): Asked<E, Cell, Reply>
  /** Null for cells that this partition's own events make. */
  foreignFact(key: CellKey): ForeignFact | null
  /** What an event does to the cells of its partition: the one fold, for processors and projectors alike. */
  folds(event: E | Undecorated<E>): readonly Fold<Cell>[]
  /** The remembered intent an event answers, and its cell; null for none. Complete in itself: nothing is folded. */
  remembered(event: E | Undecorated<E>): { readonly key: CellKey; readonly cell: Cell } | null
  /** When a command is due, ms since the epoch: 0 for a timer that is done, which no fold ends; null for cells that are no timers. */
  dueAt(key: CellKey, cell: Cell): number | null
  /**
   * The command that is due at that moment, about the same aggregate. It comes at least once and may come again, late, or after the timer was
   * moved: its rule does nothing unless the cell says the moment that the command names, and nothing before that.
   */
  whenDue(key: CellKey, cell: Cell): Unstamped<C>
}
