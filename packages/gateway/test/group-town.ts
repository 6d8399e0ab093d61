// Delivery and gateways as far as groups of any size are concerned, in one process: a log and a view of members that lags and fails, presence, a link
// that loses frames, and connections that note what they are shown. Beside it, plainly: who may see what.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { wire } from '@skein/contracts'
import { createDelivery } from '@skein/delivery'
import { createInProcessNodeLinkHub, InProcessPresenceHub, type LinkDelivery, type NodeLink, type Presence } from '@skein/node-link'
import { placeOf } from '@skein/projections'
import { silentLogger } from '@skein/telemetry'
import { LargeGroups } from '../src/large-groups/large-groups.ts'
import { defaultLimits, type GatewayLimits } from '../src/limits.ts'
import { conversationId, GroupLog } from './group-log.ts'

export interface TownOptions {
  /** The first gateway is in the process of delivery. */
  readonly hot: boolean
  readonly limits?: Partial<GatewayLimits>
  /** Gateways of a release that does not know what is announced, by their places. */
  readonly unknowing?: readonly number[]
  /** Another way between processes than the one within this. */
  readonly linkOf?: (incarnation: string) => NodeLink
}

export interface Client {
  readonly id: string
  readonly appId: string
  readonly userId: string
  /** It has synced what stands before this offset. */
  synced: number
  /** Seqs of each push. */
  readonly shown: number[][]
}

/** How gateways were told of a seq: announced to all, or with whom to tell. */
type Ways = Map<number, 'announced' | 'named'>

const pauseMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface GatewayOptions {
  readonly ways: Ways
  readonly limits?: Partial<GatewayLimits> | undefined
  readonly unknowing?: boolean
}

const seqsOf = (push: Uint8Array): number[] => wire.Push.decode(push).items.map((item) => wire.ConversationItem.decode(item).seq)

/** A gateway as far as pushes go. */
class TownGateway {
  readonly incarnation: string
  readonly presence: Presence
  readonly clients = new Map<string, Client>()
  /** How often all were told to resync. */
  resyncs = 0
  readonly #link: NodeLink
  readonly #log: GroupLog
  readonly #ways: Ways
  readonly #unknowing: boolean
  readonly #largeGroups: LargeGroups<Client>

  constructor(log: GroupLog, link: NodeLink, presence: Presence, { ways, limits = {}, unknowing = false }: GatewayOptions) {
    this.incarnation = link.incarnation
    this.presence = presence
    this.#unknowing = unknowing
    this.#link = link
    this.#log = log
    this.#ways = ways
    this.#largeGroups = new LargeGroups<Client>({
      membership: log.membership,
      limits: { ...defaultLimits, groupRetryMsMin: 1, groupRetryMsMax: 2, joinsEveryMs: 0, ...limits },
      logger: silentLogger,
      push: (client, bytes) => this.#push(client, bytes),
      resync: (client) => this.#resync(client),
    })
  }

  async start(): Promise<void> {
    await this.#link.listen({
      reply: () => {},
      kick: () => {},
      lost: () => this.#resyncAll(),
      delivery: (delivery) => this.#delivered(delivery),
    })
    const known = this.#unknowing ? {} : { announced: true }
    const node = { incarnation: this.incarnation, role: 'gateway', addresses: [], ...known } as const
    await this.presence.enter(
      node,
      () => ({ connections: 0, draining: false }),
      () => this.#resyncAll(),
    )
  }

  async login(userId: string): Promise<Client> {
    const client: Client = { id: randomUUID(), userId, appId: 'app', synced: 0, shown: [] }
    await this.presence.add(this.#infoOf(client))
    this.clients.set(client.id, client)
    this.#largeGroups.came(client, client)
    this.#resync(client)
    return client
  }

  async logout(client: Client): Promise<void> {
    this.clients.delete(client.id)
    this.#largeGroups.went(client, client)
    await this.presence.remove(this.#infoOf(client))
  }

  async end(): Promise<void> {
    this.#largeGroups.close()
    await this.presence.leave()
    await this.#link.close()
  }

  #delivered({ push, connectionIds, group }: LinkDelivery): void {
    for (const seq of seqsOf(push)) this.#ways.set(seq, group === undefined ? 'named' : 'announced')
    if (group !== undefined) {
      assert.equal(this.#unknowing, false, 'nothing is announced to who does not know what that is')
      this.#largeGroups.take({ push, group })
    }
    for (const id of connectionIds) {
      const client = this.clients.get(id)
      if (client !== undefined) this.#push(client, push)
    }
  }

  #push(client: Client, bytes: Uint8Array): void {
    client.shown.push(seqsOf(bytes))
  }

  #resync(client: Client): void {
    client.synced = this.#log.end
  }

  #resyncAll(): void {
    this.resyncs += 1
    for (const client of this.clients.values()) this.#resync(client)
  }

  #infoOf({ id, userId }: Client) {
    const who = { connectionId: id, node: this.incarnation, appId: 'app', userId, deviceId: id }
    return { ...who, sessionId: '', platform: '', connectedAtMs: 0 }
  }
}

export class Town {
  readonly log = new GroupLog()
  readonly hub = createInProcessNodeLinkHub()
  readonly gateways: TownGateway[] = []
  readonly #options: TownOptions
  readonly #presence = new InProcessPresenceHub()
  readonly #link: NodeLink
  readonly #deliveries: ReturnType<typeof createDelivery>[] = []
  readonly #ways: Ways = new Map()
  /** Seqs that may be told again, by a delivery that began anew. */
  readonly #again = new Set<number>()
  #abort = new AbortController()
  #served: Promise<void> = Promise.resolve()
  #position = 0

  constructor(options: TownOptions) {
    this.#options = options
    this.#link = options.linkOf?.('delivery') ?? this.hub.link('delivery', { beaconIntervalMs: 2, beaconForMs: 60_000 })
  }

  /** Records that announced an event to a gateway. */
  get announced(): number {
    return this.#deliveries.reduce((sum, { counters }) => sum + counters.announcements, 0)
  }

  async restartGateway(at: number): Promise<void> {
    await this.gateways[at]?.end()
    const incarnation = randomUUID()
    const link = this.#options.linkOf?.(incarnation) ?? this.hub.link(incarnation)
    const { limits, unknowing = [] } = this.#options
    const options = { ways: this.#ways, limits, unknowing: unknowing.includes(at) }
    const gateway = new TownGateway(this.log, link, this.#presence.presence(), options)
    this.gateways[at] = gateway
    await gateway.start()
  }

  /** Where it stood, or some events before. */
  async restartDelivery(back = 0): Promise<void> {
    await this.#stop()
    const presence = this.#options.hot ? this.gateways[0]!.presence : this.#presence.presence()
    const limits = { retryDelayMsMin: 1, retryDelayMsMax: 2, largeAboveMembers: 4, smallBelowMembers: 4, recentChangesMax: 3 }
    const { log } = this
    const delivery = createDelivery({
      ...{ log: log as never, presence, link: this.#link, membership: log.membership, logger: silentLogger, limits },
    })
    this.#deliveries.push(delivery)
    this.#abort = new AbortController()
    const from = { nextOffset: Math.max(0, this.#position - back), record: '' }
    for (const event of log.events.slice(from.nextOffset)) this.#again.add(placeOf(event)?.seq ?? 0)
    const reached = ({ nextOffset }: { readonly nextOffset: number }): void => {
      this.#position = nextOffset
    }
    this.#served = delivery.serve(0, from, { signal: this.#abort.signal, reached })
    this.#served.catch(() => {})
  }

  /** All is delivered; beacons have told of what was lost last, and reads of stays have ended. */
  async settled(): Promise<void> {
    const deadline = performance.now() + 20_000
    while (this.#position < this.log.end) {
      assert.ok(performance.now() < deadline, `delivery stands at ${this.#position} of ${this.log.end}`)
      await pauseMs(1)
    }
    for (let i = 0; i < 4; i++) await pauseMs(3)
  }

  /** Everything works again, and has done what it can. */
  async well(): Promise<void> {
    this.log.view.down = false
    this.log.view.checkpoint = Number.POSITIVE_INFINITY
    this.hub.loseFrames(null)
    await this.settled()
  }

  /** Everybody connected was shown all that they may see since they synced last, in its order, and nobody was ever shown anything else. */
  check(): void {
    const { log } = this
    for (const client of this.gateways.flatMap(({ clients }) => [...clients.values()])) {
      const { userId, synced, shown } = client
      this.#checkOrder(client)
      const seqs = new Set(shown.flat())
      for (const seq of seqs) assert.ok(log.maySee(userId, seq), `${userId} was shown ${seq}`)
      for (const [offset, event] of log.events.entries()) {
        const place = placeOf(event)
        if (place?.conversationId !== conversationId || offset < synced || !log.maySee(userId, place.seq)) continue
        assert.ok(seqs.has(place.seq), `${userId} was not shown ${place.seq}, at ${offset}; synced ${synced}`)
      }
    }
  }

  /** Once, and one behind the other, but for what is told again, and for what still waited when its group became small. */
  #checkOrder({ userId, shown }: Client): void {
    const seqs = shown.flat().filter((seq) => !this.#again.has(seq))
    for (const [i, seq] of seqs.entries()) {
      for (const later of seqs.slice(i + 1)) {
        const isOvertaken = later < seq && this.#ways.get(later) === 'announced' && this.#ways.get(seq) === 'named'
        assert.ok(later > seq || isOvertaken, `${userId} was shown ${later} behind ${seq}, of ${seqs}`)
      }
    }
  }

  async close(): Promise<void> {
    await this.#stop()
    for (const gateway of this.gateways) await gateway.end()
    await this.#link.close()
  }

  async #stop(): Promise<void> {
    this.#abort.abort()
    await this.#served.catch(() => {})
  }
}
