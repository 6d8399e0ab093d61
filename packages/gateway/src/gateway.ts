// The connection node: holds clients' connections, turns their packets into commands and reads, and pushes to them what
// is delivered to this node. Holds nothing durable: what it loses, clients send again and sync.
import { randomUUIDv7 } from 'node:crypto'
import { CommandDesk } from '@skein/command-desk'
import { isErrorCode } from '@skein/contracts'
import type { LinkDelivery, LinkKick, LinkListener, LinkReply } from '@skein/node-link'
import { createSharedCall, pause } from '@skein/timing'
import { Announcements } from './connection/announcements.ts'
import { Connection } from './connection/connection.ts'
import { ConnectionTable } from './connection/connection-table.ts'
import type { ErrorAnswer } from './connection/error-answer.ts'
import { createOutbox } from './connection/outbox.ts'
import { dismiss, forgetConnection } from './connection/parting.ts'
import { deliver, push, pushUnlessSlow, resyncSoon, resyncWhenReady } from './connection/pushes.ts'
import { resumeReading } from './connection/reading.ts'
import { startSweep } from './connection/sweep.ts'
import { SweepPace } from './connection/sweep-pace.ts'
import type { GatewayContext } from './context.ts'
import { createDeviceSessionCheck } from './device-sessions/device-session-check.ts'
import { createDeviceSessionRecheck } from './device-sessions/device-session-recheck.ts'
import { LargeGroups } from './large-groups/large-groups.ts'
import { defaultLimits, type GatewayLimits } from './limits.ts'
import { LiveRooms } from './live-rooms/live-rooms.ts'
import { createSpeakers } from './live-rooms/speakers.ts'
import { createCounters, type GatewayMetrics } from './metrics.ts'
import { monotonicMs } from './monotonic-clock.ts'
import type { GatewayPorts } from './ports.ts'
import { createAppPolicies } from './requests/app-policies.ts'
import { createHandOver } from './requests/reads/hand-over.ts'
import { createOwedSyncs } from './requests/reads/owed-syncs.ts'
import { answerWithin, createViewGate } from './requests/reads/view-gate.ts'
import { Receiver } from './requests/receiver.ts'
import { addressKeyOf } from './transport/address-key.ts'
import { openTransport } from './transport/open-transport.ts'
import type { ListenOptions, Transport, TransportConnection, TransportListener } from './transport/transport.ts'

export interface GatewayOptions extends Omit<GatewayPorts, 'now' | 'newId'> {
  readonly transports: readonly ListenOptions[]
  readonly limits?: Partial<GatewayLimits>
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** UUIDv7. */
  readonly newId?: () => string
}

export interface Gateway {
  /** Takes the node's channel and lease and opens the listeners; answers the addresses for clients, in order of the listeners. */
  start(): Promise<readonly string[]>
  /** Stops accepting, sends clients elsewhere, answers what is in flight, gives the lease back. */
  drain(): Promise<void>
  /** Ends everything now. */
  close(): Promise<void>
  metrics(): GatewayMetrics
}

/** A WebSocket message may hold several packets. */
const packetsPerMessageMax = 2
const drainPollMs = 20

const goingAway: ErrorAnswer = { code: 'GOING_AWAY', detail: 'the node is shutting down' }

/** What the parts of a gateway share, made of what it was given. */
function contextOf(options: GatewayOptions, ready: Promise<void>): GatewayContext {
  const limits: GatewayLimits = { ...defaultLimits, ...options.limits }
  const counters = createCounters()
  const ports: GatewayPorts = {
    ...options,
    // Syncs and both checks of device sessions share what the log is asked.
    endOffsets: createSharedCall(() => answerWithin(limits.viewReadMs, options.endOffsets)),
    now: options.now ?? Date.now,
    newId: options.newId ?? randomUUIDv7,
  }
  const endFor = (code: 'SLOW_READER' | 'LOGGED_OUT', detail: string) => (connection: Connection) =>
    dismiss(context, connection, { code, detail })
  const handOver = createHandOver(ports.endOffsets, ports.views, limits)
  const pace = new SweepPace(limits)
  const hurry = () => pace.hurry()
  const speakers = createSpeakers(ports.views, limits)
  const context: GatewayContext = {
    ...ports,
    limits,
    counters,
    table: new ConnectionTable(limits, monotonicMs()),
    outbox: createOutbox(limits, counters, endFor('SLOW_READER', 'queuedBytesMax')),
    pace,
    desk: new CommandDesk({ ...ports, node: ports.link.incarnation, limits }),
    deviceSessions: createDeviceSessionCheck(ports, limits),
    rechecks: createDeviceSessionRecheck(ports, limits, { end: endFor('LOGGED_OUT', 'device session'), hurry }),
    gate: createViewGate(limits),
    policies: createAppPolicies(ports.views, limits),
    addedByAll: new Map(),
    largeGroups: new LargeGroups({
      ...ports,
      limits,
      push: (connection: Connection, bytes) => push(context, connection, bytes),
      resync: (connection) => resyncSoon(context, connection),
    }),
    speakers,
    liveRooms: new LiveRooms({
      ...ports,
      limits,
      push: (connection: Connection, bytes) => pushUnlessSlow(context, connection, bytes),
      ended: (room, followers) => speakers.ended(room, followers),
    }),
    handOver,
    owedSyncs: createOwedSyncs(handOver, limits, hurry),
    ready,
  }
  return context
}

export const createGateway = (options: GatewayOptions): Gateway => new ConnectionNode(options)

class ConnectionNode implements Gateway, TransportListener, LinkListener {
  readonly #listens: readonly ListenOptions[]
  readonly #ready = Promise.withResolvers<void>()
  readonly #context: GatewayContext
  readonly #receiver: Receiver
  readonly #announcements: Announcements
  #transports: Transport[] = []
  #draining = false

  constructor(options: GatewayOptions) {
    this.#listens = options.transports
    this.#context = contextOf(options, this.#ready.promise)
    this.#receiver = new Receiver(this.#context)
    this.#announcements = new Announcements(this.#context)
  }

  // From the transports.

  opened(transport: TransportConnection): void {
    const { table, limits, counters, pace } = this.#context
    const connection = new Connection(transport, addressKeyOf(transport.remoteAddress), monotonicMs(), limits.packetBurst)
    transport.owner = connection
    const beyond = table.add(connection, monotonicMs())
    pace.hurry()
    if (this.#draining) dismiss(this.#context, connection, goingAway)
    else if (beyond !== '') dismiss(this.#context, connection, { code: 'TOO_MANY_CONNECTIONS', detail: beyond })
    else counters.accepted += 1
  }

  received(transport: TransportConnection, bytes: Uint8Array): void {
    this.#receiver.bytes(transport.owner as Connection, bytes)
  }

  garbled(transport: TransportConnection, why: string): void {
    this.#receiver.garbled(transport.owner as Connection, { code: 'MALFORMED_PACKET', detail: why })
  }

  drained(transport: TransportConnection): void {
    const connection = transport.owner as Connection
    const stillMuch = transport.bufferedBytes() > this.#context.limits.queuedBytesSoft / 2
    if (connection.congestedAt === 0 || !connection.open || stillMuch) return
    connection.congestedAt = 0
    resumeReading(connection)
    resyncWhenReady(this.#context, connection)
  }

  closed(transport: TransportConnection): void {
    const connection = transport.owner as Connection
    forgetConnection(this.#context, connection)
    this.#context.table.remove(connection)
    this.#context.pace.hurry()
  }

  // From the node link.

  reply(reply: LinkReply): void {
    this.#context.desk.reply(reply)
  }

  delivery(delivery: LinkDelivery): void {
    if (delivery.everybody) this.#announcements.take(delivery, delivery.everybody)
    else deliver(this.#context, delivery)
  }

  kick({ connectionId, code }: LinkKick): void {
    const connection = this.#context.table.get(connectionId)
    if (connection === undefined) return
    dismiss(this.#context, connection, { code: isErrorCode(code) ? code : 'INTERNAL', detail: 'by the server' })
  }

  lost(reason: string): void {
    this.#resyncAll(reason)
    this.#context.desk.repliesLost()
  }

  #resyncAll(reason: string): void {
    const { logger, table, limits, rechecks, pace, liveRooms } = this.#context
    logger.warn({ reason, connections: table.authenticated }, 'deliveries may have been missed, connections are told to resync')
    const nowMs = monotonicMs()
    for (const connection of table.values()) {
      if (connection.state !== 'active') continue
      connection.resyncAt = nowMs + Math.random() * limits.resyncSpreadMs
      // A kick may have been among them.
      rechecks.due(connection)
    }
    liveRooms.sayAgain()
    pace.hurry()
  }

  async start(): Promise<readonly string[]> {
    const { link, presence, table } = this.#context
    await link.listen(this)
    startSweep(this.#context)
    try {
      await this.#openTransports()
      const addresses = this.#transports.map(({ address }) => address)
      const load = () => ({
        connections: table.authenticated,
        draining: this.#draining,
        announcements: this.#announcements.report(),
      })
      await presence.enter({ incarnation: link.incarnation, role: 'gateway', addresses, announced: true }, load, (reason) =>
        this.#resyncAll(reason),
      )
      this.#ready.resolve()
      return addresses
    } catch (error) {
      await this.close()
      throw error
    }
  }

  async drain(): Promise<void> {
    const { limits, table, pace } = this.#context
    this.#draining = true
    for (const transport of this.#transports) transport.refuse()
    // Spread for the sake of those who take them over. Where nobody does, all wait for the next process, and the sooner this one is gone the better.
    const spreadMs = (await this.#isAlone()) ? 0 : limits.drainMs
    const nowMs = monotonicMs()
    for (const connection of table.values()) connection.goodbyeAt = nowMs + Math.random() * spreadMs
    pace.hasten(limits.drainSweepMs)
    const until = nowMs + limits.drainMs + 2 * limits.sweepMs + limits.commandDeadlineMs + limits.replyTimeoutMs
    while (table.size > 0 && monotonicMs() < until) await pause(drainPollMs)
    await this.close()
  }

  /** Where presence does not answer there may be others. */
  async #isAlone(): Promise<boolean> {
    const { presence, link } = this.#context
    const nodes = await presence.liveNodes().catch(() => null)
    return nodes?.every((node) => node.role !== 'gateway' || node.incarnation === link.incarnation || node.draining) ?? false
  }

  async close(): Promise<void> {
    const { table, desk, presence, pace, largeGroups, liveRooms } = this.#context
    this.#draining = true
    pace.stop()
    largeGroups.close()
    this.#announcements.stop()
    liveRooms.close()
    for (const connection of [...table.values()]) dismiss(this.#context, connection, goingAway)
    for (const connection of [...table.values()]) connection.transport.terminate()
    desk.close()
    await this.#closeTransports()
    await presence.leave()
  }

  metrics(): GatewayMetrics {
    const { counters, table, desk, gate, largeGroups, liveRooms } = this.#context
    return {
      ...counters,
      ...desk.counters,
      connections: table.size,
      authenticated: table.authenticated,
      commandsPending: desk.pending,
      commandsWaiting: desk.waiting,
      groupReads: largeGroups.reads,
      signalsUnpublished: liveRooms.unpublished,
      viewReads: gate.running,
      viewReadsWaiting: gate.waiting,
      transports: this.#transports.map(({ address, library }) => ({ address, library })),
    }
  }

  async #openTransports(): Promise<void> {
    const { limits, counters, logger } = this.#context
    const transportLimits = {
      messageBytesMax: limits.packetBytesMax * packetsPerMessageMax,
      handshakeMs: limits.authenticateMs,
      handshakesMax: limits.handshakesMax,
      handshakesPerAddressMax: limits.handshakesPerAddressMax,
      // Those beyond the limit of connections are told why they are refused.
      socketsMax: limits.connectionsMax + limits.handshakesMax,
    }
    const node = { listener: this, limits: transportLimits, counters, logger }
    for (const listen of this.#listens) this.#transports.push(await openTransport(listen, node))
  }

  async #closeTransports(): Promise<void> {
    const closing = this.#transports
    this.#transports = []
    await Promise.all(closing.map((transport) => transport.close()))
  }
}
