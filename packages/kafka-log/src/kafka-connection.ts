// Connections to the brokers of a cluster for one purpose, one to each that is asked, and what is known of who leads the topics in use.
// A fault of one broker discards its connection alone. Brokers are asked in turn who leads, each time another: one that is cut off from the
// others goes on to say that it leads, and shows no fault. What is older than what is known is not believed unless all that answer say
// so, and they are half of all.
import { TookTooLong, within } from '@skein/timing'
import type { Broker, BrokerAddress, KafkaEndpoint, OpenBroker } from './kafkajs-parts.ts'
import { openBroker, protocolErrorOf } from './kafkajs-parts.ts'
import type { PartitionLeader, TopicMetadata } from './metadata-request.ts'
import { topicMetadata } from './metadata-request.ts'

const transactionCoordinator = 1
const groupCoordinator = 0
/** A broker that does not say within this time who leads is passed over for the next. */
const metadataTimeoutMs = 1_500
/** A broker that did not answer is asked only where no other does, for so long: one whose host is off costs whoever asks it their time. */
const askedLastMs = 60_000
/** So long after it did not answer a broker counts as one that does not. */
const silentMs = 5_000
/** More than there are brokers. */
const turns = 1_000
const noLeader: PartitionLeader = { node: -1, epoch: -1 }

/** Faults of a partition that another look at who leads it may mend. */
export const leaderFaults: ReadonlySet<string> = new Set([
  'KAFKA_STORAGE_ERROR',
  'NOT_LEADER_FOR_PARTITION',
  'NOT_LEADER_OR_FOLLOWER',
  'LEADER_NOT_AVAILABLE',
  'REPLICA_NOT_AVAILABLE',
  'UNKNOWN_TOPIC_OR_PARTITION',
  'FENCED_LEADER_EPOCH',
  'UNKNOWN_LEADER_EPOCH',
  'OFFSET_NOT_AVAILABLE',
  // Of appends to a leader whose followers follow another.
  'REQUEST_TIMED_OUT',
  'NOT_ENOUGH_REPLICAS',
  'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
])

const keyOf = ({ host, port }: BrokerAddress): string => `${host}:${port}`

function addressOf(broker: string): BrokerAddress {
  const at = broker.lastIndexOf(':')
  return { host: broker.slice(0, at), port: Number(broker.slice(at + 1)) }
}

export class KafkaConnection {
  readonly #endpoint: KafkaEndpoint
  readonly #requestTimeoutMs: number
  readonly #leadersMaxAgeMs: number
  readonly #open = new Map<string, Promise<OpenBroker>>()
  readonly #topics = new Map<string, ReadonlyMap<number, PartitionLeader>>()
  #nodes: ReadonlyMap<number, BrokerAddress> = new Map()
  /** Where each node was asked last: since then it may have moved, or be told no more. */
  readonly #askedAt = new Map<number, BrokerAddress>()
  /** Counts up to pass the turn to another broker; who begins anew after a fault does not begin with the same. */
  #turn = Math.floor(Math.random() * turns)
  /** Brokers that told less than is known, since one told as much. */
  readonly #behind = new Set<string>()
  /** When a broker was asked last and did not answer. */
  readonly #silentSince = new Map<string, number>()
  #refreshing: Promise<void> | null = null
  #lookedAt = Number.NEGATIVE_INFINITY
  #destroyed = false

  /** A connection that is soon over needs no age: it asks once. */
  constructor(endpoint: KafkaEndpoint, options: { readonly requestTimeoutMs: number; readonly leadersMaxAgeMs?: number }) {
    this.#endpoint = endpoint
    this.#requestTimeoutMs = options.requestTimeoutMs
    this.#leadersMaxAgeMs = options.leadersMaxAgeMs ?? Number.POSITIVE_INFINITY
  }

  /** Learns who leads the topic. Rejects when no broker answers. */
  async connect(topic: string): Promise<void> {
    if (!this.#topics.has(topic)) this.#topics.set(topic, new Map())
    await this.refresh()
  }

  /** Every partition of the topic, -1 for one that nobody leads. */
  leaders(topic: string): ReadonlyMap<number, number> {
    return new Map([...(this.#topics.get(topic) ?? [])].map(([partition, { node }]) => [partition, node]))
  }

  leader(topic: string, partition: number): PartitionLeader {
    return this.#topics.get(topic)?.get(partition) ?? noLeader
  }

  /** So long after the last look who leads is to be asked again, though nothing shows that another does. */
  get isOld(): boolean {
    return performance.now() - this.#lookedAt > this.#leadersMaxAgeMs
  }

  /** Asks who leads by now; whoever asks meanwhile gets the same answer. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  /** The brokers that are there, as of the last look. */
  get nodes(): readonly number[] {
    return [...this.#nodes.keys()]
  }

  /** Asks one broker, the next where that one does not answer. */
  ask<R>(question: (broker: Broker) => Promise<R>): Promise<R> {
    return this.#askAny(question, this.#requestTimeoutMs)
  }

  async broker(node: number): Promise<Broker> {
    const address = this.#nodes.get(node)
    if (!address) throw new Error(`broker ${node} is not known`)
    this.#askedAt.set(node, address)
    return (await this.#openAt(address)).broker
  }

  leaderOf(topic: string, partition: number): Promise<Broker> {
    const { node } = this.leader(topic, partition)
    return node < 0 ? Promise.reject(new Error(`${topic}/${partition} has no leader`)) : this.broker(node)
  }

  groupCoordinator(groupId: string): Promise<Broker> {
    return this.#coordinator(groupId, groupCoordinator)
  }

  transactionCoordinator(transactionalId: string): Promise<Broker> {
    return this.#coordinator(transactionalId, transactionCoordinator)
  }

  /** Closes the sockets to one broker now; its requests under way reject, and nothing abandoned is sent later. */
  discard(node: number): void {
    const address = this.#askedAt.get(node)
    if (address) this.#close(address)
  }

  /** Closes every socket now; requests under way reject. */
  destroy(): void {
    this.#destroyed = true
    for (const opening of this.#open.values()) void opening.then((open) => open.destroy()).catch(() => {})
    this.#open.clear()
  }

  async #coordinator(groupId: string, coordinatorType: number): Promise<Broker> {
    const { coordinator } = await this.#askAny((broker) => broker.findGroupCoordinator({ groupId, coordinatorType }))
    return (await this.#openAt(coordinator)).broker
  }

  async #refresh(): Promise<void> {
    if (Number.isFinite(this.#lookedAt)) this.#turn += 1
    this.#lookedAt = performance.now()
    for (const topic of this.#topics.keys())
      await this.#askAny(async (broker, key) => this.#learn(topic, await topicMetadata(broker, topic), key))
  }

  #learn(topic: string, told: TopicMetadata, by: string): void {
    const known = this.#topics.get(topic)!
    const isBehind = [...told.leaders].some(([partition, { epoch }]) => epoch < (known.get(partition)?.epoch ?? -1))
    if (!isBehind) this.#behind.clear()
    else if (!this.#isBelieved(this.#behind.add(by))) return
    this.#nodes = told.brokers
    this.#topics.set(topic, told.leaders)
  }

  /** Whether there is nobody who may know more: few that are cut off together with this process are not to be believed. */
  #isBelieved(behind: ReadonlySet<string>): boolean {
    const others = this.#addresses().filter((address) => !behind.has(keyOf(address)))
    return others.length * 2 <= this.#addresses().length && others.every((address) => this.#isSilent(address))
  }

  #isSilent(address: BrokerAddress, forMs = silentMs): boolean {
    return performance.now() - (this.#silentSince.get(keyOf(address)) ?? Number.NEGATIVE_INFINITY) < forMs
  }

  /** As they are asked, beginning with the one whose turn it is; those that did not answer come last for a while. */
  #inTurn(): BrokerAddress[] {
    const addresses = this.#addresses()
    // Where some tell less than is known, it counts whether those asked last still do not answer.
    const forMs = this.#behind.size > 0 ? silentMs : askedLastMs
    const first = this.#turn % addresses.length
    const inTurn = [...addresses.slice(first), ...addresses.slice(0, first)]
    return inTurn.sort((a, b) => Number(this.#isSilent(a, forMs)) - Number(this.#isSilent(b, forMs)))
  }

  #addresses(): BrokerAddress[] {
    const known = new Map([...this.#endpoint.brokers.map(addressOf), ...this.#nodes.values()].map((address) => [keyOf(address), address]))
    return [...known.values()]
  }

  /** One broker after the other, until one answers; a fault that a broker tells is an answer. */
  async #askAny<R>(ask: (broker: Broker, key: string) => Promise<R>, timeoutMs = metadataTimeoutMs): Promise<R> {
    let failure: unknown
    for (const address of this.#inTurn()) {
      const key = keyOf(address)
      try {
        const answer = this.#openAt(address).then(({ broker }) => ask(broker, key))
        const told = await within(timeoutMs, 'a broker', answer)
        this.#silentSince.delete(key)
        return told
      } catch (error) {
        if (this.#destroyed || protocolErrorOf(error) !== '') throw error
        failure = error
        this.#turn += 1
        this.#silentSince.set(key, performance.now())
        // It may be asked for something else at the same time, and answer that.
        if (error instanceof TookTooLong === false) this.#close(address)
      }
    }
    throw failure
  }

  #openAt(address: BrokerAddress): Promise<OpenBroker> {
    if (this.#destroyed) return Promise.reject(new Error('connection destroyed'))
    const key = keyOf(address)
    const known = this.#open.get(key)
    if (known) return known
    const opening = openBroker(this.#endpoint, address, this.#requestTimeoutMs)
    this.#open.set(key, opening)
    opening.then(
      (open) => {
        if (this.#open.get(key) !== opening) open.destroy()
      },
      () => {
        if (this.#open.get(key) === opening) this.#open.delete(key)
      },
    )
    return opening
  }

  #close(address: BrokerAddress): void {
    const key = keyOf(address)
    const opening = this.#open.get(key)
    this.#open.delete(key)
    void opening?.then((open) => open.destroy()).catch(() => {})
  }
}
