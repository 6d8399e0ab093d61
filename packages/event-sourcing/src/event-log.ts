// The port of the log: two topics of the same partition count (commands in, events out; p maps to p), a fenced single
// writer per events partition, positioned reads, and group membership that says which partitions this process serves.
// Adapters: kafka-log and embedded-log; one contract suite runs on both. Offsets are dense: no offset is ever skipped.

import type { LogClock } from './log-clock.ts'

export type LogTopic = 'commands' | 'events'

/** A record read back. `offset` is dense within a partition; `appendedAt` is the log's own clock, ms since the epoch. */
export interface StoredRecord<T> {
  readonly topic: LogTopic
  readonly partition: number
  readonly offset: number
  readonly key: string
  readonly value: T
  readonly appendedAt: number
  /** Length of the encoded value. */
  readonly bytes: number
}

/** A record that could not be decoded: the runtime dead-letters it and moves on, or stops, as the topic demands. */
export interface UndecodableRecord {
  readonly undecodable: true
  readonly bytes: Uint8Array
  readonly cause: unknown
}

export interface RecordToAppend<T> {
  readonly key: string
  readonly value: T
}

export interface DeadLetter {
  readonly key: string
  readonly bytes: Uint8Array
  readonly from: { readonly topic: LogTopic; readonly partition: number; readonly offset: number }
  readonly why: string
}

/** The first record of every owner of an events partition; its own offset is the claim. */
export interface Claim {
  readonly partition: number
  /** Offset of the PartitionClaimed record. */
  readonly claim: number
  /** Tells this claim from every other that ever stood at its offset. */
  readonly claimId: string
  /** Identity of this incarnation of the log partition; made at its first claim and copied by every later one, until one begins a new one. */
  readonly logEpoch: string
}

export interface ClaimOptions {
  /** An operator says that the log is no longer the one that readers have followed: positions of the epoch before are worth nothing. */
  readonly newEpoch?: boolean
}

/**
 * The right to append to one events partition, until someone else claims it. After any rejected append the writer is
 * spent: drop it with the state that was built on it, and claim again.
 */
export interface PartitionWriter<E> extends Claim {
  /** Offset the next appended record will get. */
  readonly nextOffset: number
  /** Appends all records as one atomic record batch and resolves to the offset of the first. Rejects with LogError. */
  append(records: readonly RecordToAppend<E>[]): Promise<number>
  /** Frees connections; never waits for the network. */
  close(): void
}

export interface Bounds {
  /** First offset still kept. */
  readonly start: number
  /** Offset the next record will get. */
  readonly end: number
}

/** Calls about a member's partitions. A partition kept across a rebalance is not mentioned again. */
export interface MembershipListener {
  assigned(partition: number): void
  /** Stop serving the partition; the group waits (bounded) for the promise, so that it is handed over at once. */
  revoked(partition: number): Promise<void>
  /** The membership is gone without hand-over (it expired): stop serving everything now. */
  lost(partitions: readonly number[]): void
}

/** How far a group has come in a partition of a topic. */
export interface GroupPosition {
  /** Offset of the first record not done with. */
  readonly nextOffset: number
  /** Names the record that stands before it: of events, the id of its claim. Empty where nobody compares it. */
  readonly record: string
}

export interface Membership {
  /**
   * Moment (performance.now() of this process, ms) at which the newest heartbeat KNOWN TO HAVE SUCCEEDED was SENT.
   * Infinity where membership cannot expire (embedded).
   */
  lastHeartbeatSentAt(): number
  /** Past it, without a heartbeat, another process may own these partitions. */
  readonly membershipTimeoutMs: number
  /** Resolves when a heartbeat SENT after this call has succeeded. */
  nextHeartbeat(): Promise<void>
  /**
   * Records the position for whoever is next and for operators' tools; a crash may lose the newest. Of either topic, whichever the group
   * shares: the partitions of both are shared alike.
   */
  commit(topic: LogTopic, partition: number, position: GroupPosition): void
  leave(): Promise<void>
}

export interface TailOptions {
  /** Where to begin: the first record yielded has exactly this offset. */
  readonly from: number
  readonly signal: AbortSignal
  /** Bytes of undelivered records kept in memory before fetching pauses. */
  readonly queueBytesMax?: number
  /**
   * Pause between what was read and the next request for more: what comes meanwhile is read together, which costs less. The
   * first record after a quiet time is not held up by it. None by default.
   */
  readonly lingerMs?: number
}

export interface EventLog<C, E> {
  readonly partitionCount: number
  /** The clock that stamps its records. */
  readonly clock: LogClock
  partitionOf(key: string): number
  /**
   * Appends a command under the key of its aggregate; resolves when it is stored. Bounded queue, and its own deadline: rejects
   * UNAVAILABLE, TOO_LARGE or UNKNOWN_OUTCOME.
   */
  appendCommand(command: C): Promise<void>
  /** Becomes the single writer of an events partition. */
  claim(partition: number, options?: ClaimOptions): Promise<PartitionWriter<E>>
  /** Of those partitions for which it can be told now; rejects UNAVAILABLE when that is none of them. */
  bounds(topic: LogTopic, partitions: readonly number[]): Promise<ReadonlyMap<number, Bounds>>
  /**
   * Records [from, to) in order, all of them: whoever makes a state of them must not take a part for the whole. Rejects OUT_OF_RANGE when
   * one of them is no longer, or not yet, in the log, UNAVAILABLE when the log is closed meanwhile.
   */
  read(topic: 'commands', partition: number, from: number, to: number): AsyncIterable<readonly StoredRecord<C | UndecodableRecord>[]>
  read(topic: 'events', partition: number, from: number, to: number): AsyncIterable<readonly StoredRecord<E | UndecodableRecord>[]>
  /** Follows a partition for ever, batch by batch, every offset exactly once. Ends when the signal aborts; throws OUT_OF_RANGE. */
  tail(topic: 'commands', partition: number, options: TailOptions): AsyncIterable<readonly StoredRecord<C | UndecodableRecord>[]>
  tail(topic: 'events', partition: number, options: TailOptions): AsyncIterable<readonly StoredRecord<E | UndecodableRecord>[]>
  /** Joins the group that shares a topic's partitions among processes. */
  join(group: string, topic: LogTopic, listener: MembershipListener): Promise<Membership>
  /** Positions in a topic that members of a group recorded last, whoever asks; partitions without one are absent. */
  committed(group: string, topic: LogTopic, partitions: readonly number[]): Promise<ReadonlyMap<number, GroupPosition>>
  deadLetter(letters: readonly DeadLetter[]): Promise<void>
  /** A command as the log stores it. */
  encoded(command: C): Uint8Array
  close(): Promise<void>
}
