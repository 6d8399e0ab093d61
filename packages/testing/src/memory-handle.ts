// A handle on the log in memory, as a process would have it: what it began ends with it, what it stored stays.
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { logKeyOf, partitionForKey } from '@skein/contracts'
import type {
  Bounds,
  ClaimOptions,
  DeadLetter,
  GroupPosition,
  LogClock,
  LogTopic,
  Membership,
  MembershipListener,
  PartitionWriter,
  TailOptions,
} from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import type { MemoryBroker } from './memory-broker.ts'
import { claimInMemory } from './memory-writer.ts'
import { turn } from './turn.ts'

export class MemoryHandle {
  readonly partitionCount: number
  readonly clock: LogClock
  readonly #broker: MemoryBroker
  readonly #closing = new AbortController()
  readonly #appending: Promise<void>[] = []

  constructor(broker: MemoryBroker) {
    this.partitionCount = broker.partitionCount
    this.clock = { now: () => broker.now(), aheadMs: () => 0 }
    this.#broker = broker
  }

  // Passed on without its handle, like a function.
  readonly partitionOf = (key: string): number => partitionForKey(key, this.partitionCount)

  async appendCommand(command: SkeinCommand): Promise<void> {
    const key = logKeyOf(command)
    const { codecs, topics, recordBatchBytesMax, answersLost } = this.#broker
    const bytes = codecs.commands.encode(command)
    if (bytes.length + key.length > recordBatchBytesMax) throw new LogError('TOO_LARGE', `command of ${bytes.length} bytes`)
    if (this.#closing.signal.aborted || command.meta.deadlineAt <= Date.now()) throw new LogError('UNAVAILABLE', 'too late')
    topics.commands[this.partitionOf(key)]!.push({ key, bytes, appendedAt: this.#broker.now() })
    const answered = turn()
    this.#appending.push(answered)
    await answered
    if (answersLost) throw new LogError('UNKNOWN_OUTCOME', 'the answer was lost')
  }

  async claim(partition: number, claim: ClaimOptions = {}): Promise<PartitionWriter<SkeinEvent>> {
    await turn()
    return claimInMemory(this.#broker, partition, claim)
  }

  async bounds(topic: LogTopic, partitions: readonly number[]): Promise<ReadonlyMap<number, Bounds>> {
    const all = this.#broker.topics[topic]
    return new Map(partitions.map((p) => [p, { start: all[p]!.start, end: all[p]!.end }]))
  }

  async *read(topic: LogTopic, partition: number, from: number, to: number) {
    if (from >= to) return
    const { end } = this.#broker.topics[topic][partition]!
    if (to > end) throw new LogError('OUT_OF_RANGE', `${topic}/${partition} ends at ${end}, asked for what stands before ${to}`)
    let next = from
    for await (const batch of this.#broker.follow(topic, partition, { from, signal: this.#closing.signal }, to)) {
      next += batch.length
      yield batch
    }
    if (next < to) throw new LogError('UNAVAILABLE', 'the log is closed')
  }

  tail(topic: LogTopic, partition: number, options: TailOptions) {
    const signal = AbortSignal.any([options.signal, this.#closing.signal])
    return this.#broker.follow(topic, partition, { ...options, signal })
  }

  async join(group: string, _topic: LogTopic, listener: MembershipListener): Promise<Membership> {
    const all = Array.from({ length: this.partitionCount }, (_, p) => p)
    let member = true
    const assigning = setImmediate(() => {
      for (const p of all) listener.assigned(p)
    })
    return {
      membershipTimeoutMs: Number.POSITIVE_INFINITY,
      lastHeartbeatSentAt: () => Number.POSITIVE_INFINITY,
      nextHeartbeat: turn,
      commit: (topic, partition, position) => void this.#broker.positions.set(`${group}/${topic}/${partition}`, position),
      async leave() {
        if (!member) return
        member = false
        clearImmediate(assigning)
        await Promise.allSettled(all.map((p) => listener.revoked(p)))
      },
    }
  }

  async committed(group: string, topic: LogTopic, partitions: readonly number[]): Promise<ReadonlyMap<number, GroupPosition>> {
    const found = partitions.map((partition) => [partition, this.#broker.positions.get(`${group}/${topic}/${partition}`)] as const)
    return new Map(found.filter((entry): entry is readonly [number, GroupPosition] => entry[1] !== undefined))
  }

  encoded(command: SkeinCommand): Uint8Array {
    return this.#broker.codecs.commands.encode(command)
  }

  async deadLetter(letters: readonly DeadLetter[]): Promise<void> {
    this.#broker.deadLetters.push(...letters)
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all(this.#appending)
  }
}
