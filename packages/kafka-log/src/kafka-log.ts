// The event log on Kafka: composes the fenced writer, the positioned readers, the command producer and the group
// membership of this package into the port, each over connections of its own.
import type { RecordCodec, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { createCommandCodec, createEventCodec, logKeyOf, partitionForKey } from '@skein/contracts'
import type {
  Bounds,
  ClaimOptions,
  DeadLetter,
  EventLog,
  GroupPosition,
  LogTopic,
  Membership,
  MembershipListener,
  PartitionWriter,
  StoredRecord,
  TailOptions,
  UndecodableRecord,
} from '@skein/event-sourcing'
import { LogError } from '@skein/event-sourcing'
import { createBrokerClock } from './broker-clock.ts'
import { CommandProducer } from './command-producer.ts'
import { claimPartition } from './fenced-writer.ts'
import { GroupMembership } from './group-membership.ts'
import { groupPositions } from './group-positions.ts'
import { KafkaConnection, leaderFaults } from './kafka-connection.ts'
import type { KafkaLogLimits, KafkaLogOptions } from './kafka-options.ts'
import { defaultLimits } from './kafka-options.ts'
import { LeaderSender } from './leader-sender.ts'
import { LocalTail } from './local-tail.ts'
import { BoundsAsker } from './log-bounds.ts'
import type { LogCounters } from './log-counters.ts'
import { OwnCommands } from './own-commands.ts'
import { noProducer, produce } from './produce-request.ts'
import { TopicFollower } from './topic-follower.ts'

const closedError = () => new LogError('UNAVAILABLE', 'the log is closed')

type Records<T> = readonly StoredRecord<T | UndecodableRecord>[]
type Followers = Map<LogTopic, readonly TopicFollower<SkeinCommand | SkeinEvent>[]>

/** Connects. Rejects MISCONFIGURED when the broker's partition counts differ, UNAVAILABLE when nothing answers. */
export async function openKafkaLog(options: KafkaLogOptions): Promise<KafkaLog> {
  const limits = { ...defaultLimits, ...options.limits }
  const [commandCodec, eventCodec] = await Promise.all([createCommandCodec(options.schemas), createEventCodec(options.schemas)])
  const log = new KafkaLog(options, limits, commandCodec, eventCodec)
  try {
    await log.checkPartitionCounts()
    return log
  } catch (error) {
    await log.close()
    throw error
  }
}

export class KafkaLog implements EventLog<SkeinCommand, SkeinEvent> {
  readonly partitionCount: number
  readonly clock = createBrokerClock()
  readonly #options: KafkaLogOptions
  readonly #limits: KafkaLogLimits
  readonly #codecs: { readonly commands: RecordCodec<SkeinCommand>; readonly events: RecordCodec<SkeinEvent> }
  readonly #producer: CommandProducer
  readonly #appends: LeaderSender
  /** From the writers of this process to its tails; null where all is fetched. A read asks the log. */
  readonly #local: { readonly commands: LocalTail<SkeinCommand> | null; readonly events: LocalTail<SkeinEvent> }
  readonly #tails: Followers = new Map()
  /** Apart from the tails, which are held at the broker while nothing comes. */
  readonly #readers: Followers = new Map()
  readonly #memberships = new Set<Membership>()
  /** By topic and broker. */
  readonly #askers = new Map<string, BoundsAsker>()
  #closed = false
  readonly #metadata = new Map<LogTopic | 'deadLetters', Promise<KafkaConnection>>()

  constructor(options: KafkaLogOptions, limits: KafkaLogLimits, commands: RecordCodec<SkeinCommand>, events: RecordCodec<SkeinEvent>) {
    this.partitionCount = options.partitionCount
    this.#options = options
    this.#limits = limits
    this.#codecs = { commands, events }
    this.#local = { commands: options.soleProducer ? new LocalTail() : null, events: new LocalTail() }
    this.#appends = new LeaderSender({
      endpoint: options.endpoint,
      topic: options.topics.events,
      limits,
      logger: options.logger,
      clock: this.clock,
    })
    this.#producer = new CommandProducer({
      endpoint: options.endpoint,
      topic: options.topics.commands,
      codec: commands,
      limits,
      logger: options.logger,
      clock: this.clock,
      own: this.#local.commands && new OwnCommands(this.#local.commands, commands, limits.foreignCommandsMs),
    })
  }

  readonly partitionOf = (key: string): number => partitionForKey(key, this.partitionCount)

  async checkPartitionCounts(): Promise<void> {
    for (const topic of ['commands', 'events'] as const) {
      const count = await this.#with(topic, async (connection) => connection.leaders(this.#options.topics[topic]).size)
      if (count !== this.partitionCount) {
        throw new LogError(
          'MISCONFIGURED',
          `${this.#options.topics[topic]} has ${count} partitions, configured ${this.partitionCount}: keys would move`,
        )
      }
    }
  }

  appendCommand(command: SkeinCommand): Promise<void> {
    const key = logKeyOf(command)
    return this.#producer.append(this.partitionOf(key), key, command)
  }

  claim(partition: number, claim: ClaimOptions = {}): Promise<PartitionWriter<SkeinEvent>> {
    const parts = {
      options: this.#options,
      limits: this.#limits,
      codec: this.#codecs.events,
      sender: this.#appends,
      local: this.#local.events,
    }
    return claimPartition(parts, partition, claim)
  }

  async bounds(topic: LogTopic, partitions: readonly number[]): Promise<ReadonlyMap<number, Bounds>> {
    const found = new Map<number, Bounds>()
    await this.#with(topic, async (connection) => {
      for (let looks = 0; looks < 2; looks++) {
        const missing = partitions.filter((p) => !found.has(p))
        if (missing.length === 0) break
        // Who led may lead no longer.
        if (looks > 0) await connection.refresh()
        const byLeader = Map.groupBy(missing, (p) => connection.leader(this.#options.topics[topic], p).node)
        const asked = [...byLeader].map(([node, list]) => this.#boundsAt(connection, topic, { node, partitions: list }))
        for (const told of await Promise.all(asked)) for (const [partition, bounds] of told) found.set(partition, bounds)
      }
    })
    // No fault of the connection, which others are asking about other partitions.
    if (found.size === 0 && partitions.length > 0) throw new LogError('UNAVAILABLE', `${topic}/${partitions.join()}: no leader answers`)
    return found
  }

  /** Of those partitions that the broker answers for. */
  async #boundsAt(connection: KafkaConnection, topic: LogTopic, at: { readonly node: number; readonly partitions: readonly number[] }) {
    const found = new Map<number, Bounds>()
    if (at.node < 0) return found
    const name = this.#options.topics[topic]
    try {
      const led = at.partitions.map((partition) => ({ partition, leaderEpoch: connection.leader(name, partition).epoch }))
      const answers = await this.#askerAt(name, at.node).ask(led, () => connection.broker(at.node))
      for (const partition of at.partitions) {
        const { fault, bounds } = answers.get(partition)!
        if (fault === '') found.set(partition, bounds)
        else if (!leaderFaults.has(fault)) this.#options.logger.warn({ topic, partition, fault }, 'bounds of a partition cannot be told')
      }
    } catch (error) {
      this.#options.logger.debug({ topic, node: at.node, error }, 'a broker does not tell bounds')
      connection.discard(at.node)
    }
    return found
  }

  #askerAt(topic: string, node: number): BoundsAsker {
    const key = `${topic}/${node}`
    const asker = this.#askers.get(key) ?? new BoundsAsker(topic)
    this.#askers.set(key, asker)
    return asker
  }

  read(topic: 'commands', partition: number, from: number, to: number): AsyncIterable<Records<SkeinCommand>>
  read(topic: 'events', partition: number, from: number, to: number): AsyncIterable<Records<SkeinEvent>>
  async *read(topic: LogTopic, partition: number, from: number, to: number): AsyncGenerator<Records<never>> {
    if (from >= to) return
    const { end } = (await this.bounds(topic, [partition])).get(partition)!
    if (to > end) throw new LogError('OUT_OF_RANGE', `${topic}/${partition} ends at ${end}, asked for what stands before ${to}`)
    if (this.#closed) throw closedError()
    const { signal } = new AbortController()
    let next = from
    for await (const batch of this.#followerOf(this.#readers, topic, partition, 0).tail(partition, { from, signal }, to)) {
      next += batch.length
      yield batch as Records<never>
    }
    if (next < to) throw closedError()
  }

  tail(topic: 'commands', partition: number, options: TailOptions): AsyncIterable<Records<SkeinCommand>>
  tail(topic: 'events', partition: number, options: TailOptions): AsyncIterable<Records<SkeinEvent>>
  tail(topic: LogTopic, partition: number, options: TailOptions): AsyncIterable<Records<never>> {
    return this.#followerOf(this.#tails, topic, partition, options.lingerMs ?? 0).tail(partition, options) as AsyncIterable<Records<never>>
  }

  async join(group: string, topic: LogTopic, listener: MembershipListener): Promise<Membership> {
    const membership = new GroupMembership(
      {
        endpoint: this.#options.endpoint,
        group,
        topics: this.#options.topics,
        topic,
        partitionCount: this.partitionCount,
        limits: this.#limits,
        logger: this.#options.logger,
        selfFence: this.#options.selfFence ?? true,
      },
      listener,
    )
    this.#memberships.add(membership)
    membership.start()
    return membership
  }

  committed(group: string, topic: LogTopic, partitions: readonly number[]): Promise<ReadonlyMap<number, GroupPosition>> {
    const { endpoint, topics } = this.#options
    return groupPositions(endpoint, this.#limits.requestTimeoutMs, { group, topic: topics[topic], partitions })
  }

  /** What this handle has done so far. */
  get counters(): LogCounters {
    const sum = (count: keyof TopicFollower<never>['counts']) => {
      const ofTopic = (topic: LogTopic) =>
        [this.#tails, this.#readers].flatMap((all) => all.get(topic) ?? []).reduce((total, { counts }) => total + counts[count], 0)
      return { commands: ofTopic('commands'), events: ofTopic('events') }
    }
    const produces = { commands: this.#producer.requests, events: this.#appends.requests }
    return { produces, fetches: sum('fetches'), looks: sum('looks'), handedOver: sum('handedOver') }
  }

  encoded(command: SkeinCommand): Uint8Array {
    return this.#codecs.commands.encode(command)
  }

  async deadLetter(letters: readonly DeadLetter[]): Promise<void> {
    const topic = this.#options.topics.deadLetters
    await this.#with('deadLetters', async (connection) => {
      for (const { key, bytes, from, why } of letters) {
        const partition = from.partition % connection.leaders(topic).size
        const broker = await connection.leaderOf(topic, partition)
        const headers = {
          'skein-topic': from.topic,
          'skein-partition': String(from.partition),
          'skein-offset': String(from.offset),
          'skein-why': why,
        }
        const messages = [{ key, value: Buffer.from(bytes), headers }]
        const answers = await produce(broker, topic, [{ ...noProducer, partition, messages }], this.#limits.requestTimeoutMs)
        const fault = answers.get(partition)?.fault
        if (fault !== '') throw new LogError('UNAVAILABLE', `dead letter not stored: ${fault}`)
      }
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#memberships].map((m) => m.leave()))
    this.#producer.close()
    this.#appends.close()
    for (const follower of [...this.#tails.values(), ...this.#readers.values()].flat()) follower.close()
    for (const connection of this.#metadata.values()) void connection.then((c) => c.destroy()).catch(() => {})
  }

  /**
   * One over whose connection all partitions are followed together, by readers that linger alike; the same one from different positions,
   * each over its own.
   */
  #followerOf(followers: Followers, topic: LogTopic, partition: number, lingerMs: number): TopicFollower<SkeinCommand | SkeinEvent> {
    const open = followers.get(topic) ?? []
    const free = open.find((f) => f.lingerMs === lingerMs && !f.follows(partition))
    if (free) return free
    const follower = new TopicFollower<SkeinCommand | SkeinEvent>({
      endpoint: this.#options.endpoint,
      name: this.#options.topics[topic],
      topic,
      codec: this.#codecs[topic] as RecordCodec<SkeinCommand | SkeinEvent>,
      limits: this.#limits,
      logger: this.#options.logger,
      lingerMs,
      local: followers === this.#tails ? (this.#local[topic] as LocalTail<SkeinCommand | SkeinEvent> | null) : null,
      lookMs: topic === 'commands' ? this.#limits.localCommandLookMs : this.#limits.localLookMs,
    })
    followers.set(topic, [...open, follower])
    return follower
  }

  /** Uses the connection kept for questions about a topic; a fault discards it. */
  async #with<R>(topic: LogTopic | 'deadLetters', ask: (connection: KafkaConnection) => Promise<R>): Promise<R> {
    if (this.#closed) throw closedError()
    let opening = this.#metadata.get(topic)
    if (!opening) {
      const connection = new KafkaConnection(this.#options.endpoint, this.#limits)
      opening = connection.connect(this.#options.topics[topic]).then(
        () => connection,
        (error) => {
          connection.destroy()
          throw error
        },
      )
      this.#metadata.set(topic, opening)
    }
    try {
      const connection = await opening
      if (connection.isOld) await connection.refresh()
      return await ask(connection)
    } catch (cause) {
      if (this.#metadata.get(topic) === opening) this.#metadata.delete(topic)
      void opening.then((c) => c.destroy()).catch(() => {})
      if (cause instanceof LogError) throw cause
      throw new LogError('UNAVAILABLE', `the log does not answer about ${this.#options.topics[topic]}`, { cause })
    }
  }
}
