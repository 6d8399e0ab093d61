// Membership of a consumer group, spoken directly: join, sync, heartbeat, leave. It says which partitions this process
// serves and, exactly, when the newest successful heartbeat was sent, by which an owner fences itself. It reads no
// records. Rebalances are cooperative: what stays is never interrupted, what moves is handed over first.
import { setTimeout as delay } from 'node:timers/promises'
import type { GroupPosition, LogTopic, Membership, MembershipListener } from '@skein/event-sourcing'
import type { Logger } from '@skein/telemetry'
import { assign } from './cooperative-assigner.ts'
import { KafkaConnection } from './kafka-connection.ts'
import type { KafkaLogLimits } from './kafka-options.ts'
import type { Broker, JoinedMember, KafkaEndpoint } from './kafkajs-parts.ts'
import { memberAssignment, memberMetadata, protocolErrorOf } from './kafkajs-parts.ts'

const protocolName = 'skein-cooperative-1'
const reconnectDelayMs = 100

type State = 'idle' | 'joining' | 'member' | 'left'

/** Nothing leads out of `left`: what was under way when a member left is dropped where it next comes to itself. */
const legal: Readonly<Record<State, readonly State[]>> = {
  idle: ['joining', 'left'],
  joining: ['joining', 'member', 'left'],
  member: ['joining', 'left'],
  left: [],
}

export interface GroupOptions {
  readonly endpoint: KafkaEndpoint
  readonly group: string
  /** Names of the topics, whose partitions are shared alike. */
  readonly topics: Readonly<Record<LogTopic, string>>
  /** That by which the group shares them: assignments name it. */
  readonly topic: LogTopic
  readonly partitionCount: number
  readonly limits: KafkaLogLimits
  readonly logger: Logger
  readonly selfFence: boolean
}

interface Reached {
  readonly topic: LogTopic
  readonly partition: number
  readonly position: GroupPosition
}

interface Coordinator {
  readonly connection: KafkaConnection
  readonly broker: Broker
}

export class GroupMembership implements Membership {
  readonly membershipTimeoutMs: number
  readonly #options: GroupOptions
  readonly #listener: MembershipListener
  #state: State = 'idle'
  /** Joins wait on their connection until a rebalance is over; heartbeats go on meanwhile, on one of their own. */
  #joins: Coordinator | null = null
  #beats: Coordinator | null = null
  #memberId = ''
  /** Told of already; until it is a member again. */
  #interrupted = false
  #generation = -1
  #owned = new Set<number>()
  /** No longer owned, and not given to the next until it is handed over. */
  #handingOver: ReadonlySet<number> = new Set()
  #lastHeartbeatSentAt = Number.NEGATIVE_INFINITY
  #waiters: { since: number; resolve: () => void }[] = []
  /** What the broker has not been told yet, by topic and partition. */
  readonly #reached = new Map<string, Reached>()
  #committedAt = 0
  readonly #stop = new AbortController()
  #running: Promise<void> = Promise.resolve()
  #leaving: Promise<void> | null = null

  constructor(options: GroupOptions, listener: MembershipListener) {
    this.#options = options
    this.#listener = listener
    this.membershipTimeoutMs = options.limits.sessionTimeoutMs
  }

  /** Begins; the listener hears of partitions from now on, through every fault of the broker, until leave(). */
  start(): void {
    this.#enter('joining')
    this.#running = this.#run()
  }

  lastHeartbeatSentAt(): number {
    return this.#lastHeartbeatSentAt
  }

  nextHeartbeat(): Promise<void> {
    return new Promise((resolve) => this.#waiters.push({ since: performance.now(), resolve }))
  }

  commit(topic: LogTopic, partition: number, position: GroupPosition): void {
    // Of what another has by now, an own position would go back behind theirs.
    if (!this.#owned.has(partition) && !this.#handingOver.has(partition)) return
    this.#reached.set(`${topic}/${partition}`, { topic, partition, position })
  }

  leave(): Promise<void> {
    this.#leaving ??= this.#leave()
    return this.#leaving
  }

  async #leave(): Promise<void> {
    this.#enter('left')
    this.#stop.abort()
    this.#joins?.connection.destroy()
    await this.#running
    await this.#beatingWhile(() => this.#handOver([...this.#owned]))
    await this.#commitPositions()
    await this.#beats?.broker.leaveGroup({ groupId: this.#options.group, memberId: this.#memberId }).catch(() => {})
    this.#disconnect()
    for (const waiter of this.#waiters.splice(0)) waiter.resolve()
  }

  /** Throws on a transition that is not in the table: a bug. */
  #enter(state: State): void {
    if (!legal[this.#state].includes(state)) throw new Error(`a member of a group cannot go from ${this.#state} to ${state}`)
    this.#state = state
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop
    while (!signal.aborted) {
      try {
        if (this.#state === 'joining') await this.#join()
        await this.#heartbeat()
        if (performance.now() - this.#committedAt > this.#options.limits.commitIntervalMs) await this.#commitPositions()
        await this.#pause(this.#options.limits.heartbeatIntervalMs)
      } catch (error) {
        if (!signal.aborted) await this.#recover(error)
      }
    }
  }

  async #heartbeat(): Promise<void> {
    const sentAt = performance.now()
    try {
      await this.#beats!.broker.heartbeat({ groupId: this.#options.group, groupGenerationId: this.#generation, memberId: this.#memberId })
    } catch (error) {
      // The coordinator has heard us, and says that the group is being shared anew.
      if (protocolErrorOf(error) === 'REBALANCE_IN_PROGRESS') this.#heard(sentAt)
      throw error
    }
    this.#heard(sentAt)
  }

  #heard(sentAt: number): void {
    this.#lastHeartbeatSentAt = sentAt
    const done = this.#waiters.filter((w) => w.since <= sentAt)
    this.#waiters = this.#waiters.filter((w) => w.since > sentAt)
    for (const waiter of done) waiter.resolve()
  }

  async #recover(error: unknown): Promise<void> {
    const fault = protocolErrorOf(error)
    this.#enter('joining')
    if (fault === 'REBALANCE_IN_PROGRESS') return
    // Once per interruption: a broker that is away is asked ten times a second.
    const level = this.#interrupted ? 'debug' : 'info'
    this.#interrupted = true
    this.#options.logger[level]({ group: this.#options.group, fault, error }, 'membership interrupted, joining again')
    if (fault === 'UNKNOWN_MEMBER_ID' || fault === 'ILLEGAL_GENERATION' || fault === 'FENCED_INSTANCE_ID') {
      if (fault === 'UNKNOWN_MEMBER_ID') this.#memberId = ''
      this.#lose()
    } else {
      this.#disconnect()
      await this.#pause(reconnectDelayMs)
    }
    if (!this.#stop.signal.aborted) this.#loseIfExpired()
  }

  #loseIfExpired(): void {
    if (!this.#options.selfFence) return
    if (this.#owned.size > 0 && performance.now() - this.#lastHeartbeatSentAt > this.membershipTimeoutMs) this.#lose()
  }

  #lose(): void {
    const lost = [...this.#owned]
    this.#owned = new Set()
    this.#reached.clear()
    if (lost.length > 0) this.#listener.lost(lost)
  }

  async #join(): Promise<void> {
    const { group, topics, limits, partitionCount } = this.#options
    const topic = topics[this.#options.topic]
    const { signal } = this.#stop
    this.#joins ??= await this.#connect(limits.rebalanceTimeoutMs + limits.requestTimeoutMs)
    this.#beats ??= await this.#connect(limits.sessionTimeoutMs)
    const coordinator = this.#joins.broker
    this.#loseIfExpired()
    const ownership = { owned: [...this.#owned], generation: this.#generation }
    const joined = await this.#beatingWhile(() =>
      coordinator.joinGroup({
        groupId: group,
        sessionTimeout: limits.sessionTimeoutMs,
        rebalanceTimeout: limits.rebalanceTimeoutMs,
        memberId: this.#memberId,
        groupProtocols: [
          {
            name: protocolName,
            // Of topics that no member names, the broker forgets positions that have not moved for a week.
            metadata: memberMetadata.encode({
              version: 0,
              topics: [topics.commands, topics.events],
              userData: Buffer.from(JSON.stringify(ownership)),
            }),
          },
        ],
      }),
    )
    // By this it leaves, should it have been told to meanwhile.
    this.#memberId = joined.memberId
    signal.throwIfAborted()
    const sentAt = performance.now()
    const synced = await coordinator.syncGroup({
      groupId: group,
      generationId: joined.generationId,
      memberId: joined.memberId,
      groupAssignment: joined.leaderId === joined.memberId ? shareOut(joined.members, topic, partitionCount) : [],
    })
    signal.throwIfAborted()
    this.#generation = joined.generationId
    this.#heard(sentAt)
    this.#interrupted = false
    this.#enter('member')
    await this.#take(memberAssignment.decode(synced.memberAssignment)?.assignment[topic] ?? [])
  }

  async #connect(requestTimeoutMs: number): Promise<Coordinator> {
    const { signal } = this.#stop
    signal.throwIfAborted()
    const connection = new KafkaConnection(this.#options.endpoint, { requestTimeoutMs })
    const giveUp = () => connection.destroy()
    signal.addEventListener('abort', giveUp)
    try {
      await connection.connect(this.#options.topics[this.#options.topic])
      const broker = await connection.groupCoordinator(this.#options.group)
      signal.throwIfAborted()
      return { connection, broker }
    } catch (error) {
      connection.destroy()
      throw error
    } finally {
      signal.removeEventListener('abort', giveUp)
    }
  }

  #disconnect(): void {
    this.#joins?.connection.destroy()
    this.#beats?.connection.destroy()
    this.#joins = null
    this.#beats = null
  }

  /**
   * Until the rebalance is over the members before it still have their partitions, and the coordinator says so to every
   * heartbeat: an owner that waits for a stuck member must not fence itself.
   */
  async #beatingWhile<R>(join: () => Promise<R>): Promise<R> {
    const over = new AbortController()
    const beating = async () => {
      while (this.#owned.size > 0 && !over.signal.aborted) {
        await this.#heartbeat().catch(() => {})
        await delay(this.#options.limits.heartbeatIntervalMs, undefined, { signal: over.signal }).catch(() => {})
      }
    }
    void beating()
    try {
      return await join()
    } finally {
      over.abort()
    }
  }

  async #take(partitions: readonly number[]): Promise<void> {
    const given = new Set(partitions)
    const gone = [...this.#owned].filter((p) => !given.has(p))
    const fresh = partitions.filter((p) => !this.#owned.has(p))
    this.#owned = given
    this.#handingOver = new Set(gone)
    for (const partition of fresh) this.#listener.assigned(partition)
    if (gone.length > 0) {
      await this.#beatingWhile(() => this.#handOver(gone))
      await this.#commitPositions()
      this.#handingOver = new Set()
      for (const [name, { partition }] of this.#reached) if (gone.includes(partition)) this.#reached.delete(name)
      this.#stop.signal.throwIfAborted()
      // What was handed over is given to its next owner in another round, which this join asks for.
      this.#enter('joining')
      await this.#join()
    }
  }

  /** Bounded, and with heartbeats going on, so that a slow hand-over of one partition costs no other. */
  async #handOver(partitions: readonly number[]): Promise<void> {
    if (partitions.length === 0) return
    const timeout = new AbortController()
    await Promise.race([
      Promise.all(partitions.map((p) => this.#listener.revoked(p).catch(() => {}))),
      delay(this.#options.limits.handOverTimeoutMs, undefined, { signal: timeout.signal }).catch(() => {}),
    ])
    timeout.abort()
  }

  async #commitPositions(): Promise<void> {
    this.#committedAt = performance.now()
    const told = [...this.#reached]
    if (told.length === 0 || !this.#beats) return
    const { group, topics } = this.#options
    const byTopic = Map.groupBy(
      told.map(([, reached]) => reached),
      ({ topic }) => topic,
    )
    try {
      await this.#beats.broker.offsetCommit({
        groupId: group,
        groupGenerationId: this.#generation,
        memberId: this.#memberId,
        topics: [...byTopic].map(([topic, list]) => ({
          topic: topics[topic],
          partitions: list.map(({ partition, position: { nextOffset, record } }) => ({
            partition,
            offset: String(nextOffset),
            metadata: record,
          })),
        })),
      })
      for (const [name, reached] of told) if (this.#reached.get(name) === reached) this.#reached.delete(name)
    } catch (error) {
      this.#options.logger.debug({ group, error }, 'positions not committed')
    }
  }

  async #pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#stop.signal }).catch(() => {})
  }
}

function shareOut(
  members: readonly JoinedMember[],
  topic: string,
  partitionCount: number,
): { memberId: string; memberAssignment: Buffer }[] {
  const ownerships = members.map(({ memberId, memberMetadata: bytes }) => {
    const { owned, generation } = JSON.parse(memberMetadata.decode(bytes).userData.toString()) as { owned: number[]; generation: number }
    return { memberId, owned, generation }
  })
  const { byMember } = assign(ownerships, partitionCount)
  return [...byMember].map(([memberId, partitions]) => ({
    memberId,
    memberAssignment: memberAssignment.encode({ version: 0, assignment: { [topic]: partitions } }),
  }))
}
