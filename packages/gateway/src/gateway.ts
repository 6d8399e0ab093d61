// The connection node: holds clients' connections, turns their packets into commands and reads, and pushes to them what
// is delivered to this node. Holds nothing durable: what it loses, clients send again and sync.
import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LinkKick, LinkListener } from '@skein/node-link'
import { createSharedCall } from '@skein/timing'
import { createCommandDesk } from './command-desk.ts'
import { Connection, monotonicMs } from './connection.ts'
import { addressKeyOf, ConnectionTable } from './connection-table.ts'
import type { GatewayContext, GatewayPorts } from './context.ts'
import { dismiss, forgetConnection, isErrorCode, refuse } from './farewell.ts'
import { createHandOver } from './hand-over.ts'
import { defaultLimits, type GatewayLimits } from './limits.ts'
import { createCounters, type GatewayMetrics } from './metrics.ts'
import { openTransport } from './open-transport.ts'
import { createOutbox } from './outbox.ts'
import { deliver, resyncWhenReady } from './pushes.ts'
import { createReceiver } from './receive.ts'
import { createSessionCheck } from './session-check.ts'
import { createSessionRecheck } from './session-recheck.ts'
import { type Sweep, startSweep } from './sweep.ts'
import type { ListenOptions, Transport, TransportConnection, TransportListener } from './transport.ts'
import { answerWithin, createViewGate } from './view-gate.ts'

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
/** Sockets in handshake beyond the limit of connections, which are told why they are refused. */
const handshakesMax = 5_000
const drainPollMs = 20

export function createGateway(options: GatewayOptions): Gateway {
  const limits: GatewayLimits = { ...defaultLimits, ...options.limits }
  const counters = createCounters()
  const ready = Promise.withResolvers<void>()
  const ports: GatewayPorts = {
    ...options,
    // Syncs and both checks of sessions share what the log is asked.
    endOffsets: createSharedCall(() => answerWithin(limits.viewReadMs, options.endOffsets)),
    now: options.now ?? Date.now,
    newId: options.newId ?? randomUUIDv7,
  }
  const context: GatewayContext = {
    ...ports,
    limits,
    counters,
    table: new ConnectionTable(limits, monotonicMs()),
    outbox: createOutbox(limits, counters, (connection) => dismiss(context, connection, 'SLOW_READER', 'queuedBytesMax')),
    desk: createCommandDesk(ports, limits, counters),
    sessions: createSessionCheck(ports, limits),
    rechecks: createSessionRecheck(ports, limits, (connection) => dismiss(context, connection, 'LOGGED_OUT', 'device session')),
    gate: createViewGate(limits),
    handOver: createHandOver(ports.endOffsets, ports.views, limits),
    ready: ready.promise,
  }
  const { table, desk, gate, link, presence, logger } = context
  const receiver = createReceiver(context)
  let transports: Transport[] = []
  let sweep: Sweep | null = null
  let draining = false

  const transportListener: TransportListener = {
    opened(transport: TransportConnection) {
      const connection = new Connection(transport, addressKeyOf(transport.remoteAddress), monotonicMs(), limits.packetBurst)
      transport.owner = connection
      const beyond = table.add(connection, monotonicMs())
      if (draining) return dismiss(context, connection, 'GOING_AWAY', 'the node is shutting down')
      if (beyond === '') counters.accepted += 1
      else dismiss(context, connection, 'TOO_MANY_CONNECTIONS', beyond)
    },
    received: (transport, bytes) => receiver.bytes(transport.owner as Connection, bytes),
    garbled(transport, why) {
      const connection = transport.owner as Connection
      if (!connection.open) return
      refuse(context, connection, { service: 0, command: 0 }, 0, 'MALFORMED_PACKET', why)
      dismiss(context, connection, 'MALFORMED_PACKET', why)
    },
    drained(transport) {
      const connection = transport.owner as Connection
      if (connection.congestedAt === 0 || !connection.open || transport.bufferedBytes() > limits.queuedBytesSoft / 2) return
      connection.congestedAt = 0
      connection.heardAt = monotonicMs()
      transport.resume()
      resyncWhenReady(context, connection)
    },
    closed(transport) {
      const connection = transport.owner as Connection
      forgetConnection(context, connection)
      table.remove(connection)
    },
  }

  const linkListener: LinkListener = {
    reply: (reply) => desk.reply(reply),
    delivery: (delivery) => deliver(context, delivery),
    kick({ connectionId, code }: LinkKick) {
      const connection = table.get(connectionId)
      if (connection !== undefined) dismiss(context, connection, isErrorCode(code) ? code : 'INTERNAL', 'by the server')
    },
    lost(reason) {
      resyncAll(reason)
      desk.repliesLost()
    },
  }

  function resyncAll(reason: string): void {
    logger.warn({ reason, connections: table.authenticated }, 'deliveries may have been missed, connections are told to resync')
    const nowMs = monotonicMs()
    for (const connection of table.values()) {
      if (connection.state !== 'active') continue
      connection.resyncAt = nowMs + Math.random() * limits.resyncSpreadMs
      // A kick may have been among them.
      context.rechecks.due(connection)
    }
  }

  async function openTransports(): Promise<void> {
    const transportLimits = {
      messageBytesMax: limits.packetBytesMax * packetsPerMessageMax,
      handshakeMs: limits.authenticateMs,
      socketsMax: limits.connectionsMax + handshakesMax,
    }
    for (const listen of options.transports) transports.push(await openTransport(listen, transportListener, transportLimits, logger))
  }

  async function closeTransports(): Promise<void> {
    const closing = transports
    transports = []
    await Promise.all(closing.map((transport) => transport.close()))
  }

  async function start(): Promise<readonly string[]> {
    await link.listen(linkListener)
    sweep = startSweep(context)
    try {
      await openTransports()
      const addresses = transports.map(({ address }) => address)
      const load = () => ({ connections: table.authenticated, draining })
      await presence.enter({ incarnation: link.incarnation, role: 'gateway', addresses }, load, resyncAll)
      ready.resolve()
      return addresses
    } catch (error) {
      await close()
      throw error
    }
  }

  async function drain(): Promise<void> {
    draining = true
    for (const transport of transports) transport.refuse()
    const nowMs = monotonicMs()
    for (const connection of table.values()) connection.goodbyeAt = nowMs + Math.random() * limits.drainMs
    const until = nowMs + limits.drainMs + 2 * limits.sweepMs + limits.commandDeadlineMs + limits.replyTimeoutMs
    while (table.size > 0 && monotonicMs() < until) await sleep(drainPollMs)
    await close()
  }

  async function close(): Promise<void> {
    draining = true
    sweep?.stop()
    sweep = null
    for (const connection of [...table.values()]) dismiss(context, connection, 'GOING_AWAY', 'the node is shutting down')
    for (const connection of [...table.values()]) connection.transport.terminate()
    await closeTransports()
    await presence.leave()
  }

  return {
    start,
    drain,
    close,
    metrics: () => ({
      ...counters,
      connections: table.size,
      authenticated: table.authenticated,
      commandsPending: desk.pending,
      viewReads: gate.running,
      viewReadsWaiting: gate.waiting,
      transports: transports.map(({ address, library }) => ({ address, library })),
    }),
  }
}
