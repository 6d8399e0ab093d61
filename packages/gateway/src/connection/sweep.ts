// Time for all connections by one timer: each tick looks at a slice of them, each connection once per sweep. Closes those out of time, and
// sends the notices that are spread over a while.
import type { GatewayContext } from '../context.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import type { Connection } from './connection.ts'
import { dismiss, part, sayGoodbye } from './parting.ts'
import { sendResync } from './pushes.ts'

function checkAcks(context: GatewayContext, connection: Connection, nowMs: number): void {
  if (connection.pushed === connection.acked || nowMs - connection.ackWaitFrom < context.limits.ackTimeoutMs) return
  if (connection.ackOverdue) {
    dismiss(context, connection, { code: 'SLOW_READER', detail: 'ackTimeoutMs' })
    return
  }
  connection.ackOverdue = true
  connection.ackWaitFrom = nowMs
  sendResync(context, connection, 'pushes were not acknowledged')
}

function checkActive(context: GatewayContext, connection: Connection, nowMs: number, epochMs: number): void {
  const { limits } = context
  if (connection.congestedAt > 0 && nowMs - connection.congestedAt > limits.slowReaderMs) {
    dismiss(context, connection, { code: 'SLOW_READER', detail: 'slowReaderMs' })
    return
  }
  // A connection that is not read from cannot be heard.
  if (!connection.unread && nowMs - connection.heardAt > limits.heartbeatIntervalMs + limits.heartbeatGraceMs) {
    dismiss(context, connection, { code: 'HEARTBEAT_TIMEOUT', detail: 'heartbeatIntervalMs' })
    return
  }
  if (epochMs >= connection.identity!.expiresAt) {
    dismiss(context, connection, { code: 'TOKEN_EXPIRED', detail: 'while connected' })
    return
  }
  if (connection.resyncAt !== 0 && nowMs >= connection.resyncAt) sendResync(context, connection, 'something may have been missed')
  checkAcks(context, connection, nowMs)
}

function check(context: GatewayContext, connection: Connection, nowMs: number, epochMs: number): void {
  const { limits } = context
  if (connection.goodbyeAt !== 0 && nowMs >= connection.goodbyeAt && connection.open && connection.state !== 'draining') {
    sayGoodbye(context, connection, { code: 'GOING_AWAY', detail: 'the node is shutting down' })
    connection.to('draining')
    connection.since = nowMs
  }
  switch (connection.state) {
    case 'accepted':
    case 'authenticating':
      if (nowMs - connection.since > limits.authenticateMs)
        dismiss(context, connection, { code: 'AUTHENTICATION_TIMEOUT', detail: 'authenticateMs' })
      return
    case 'active':
      checkActive(context, connection, nowMs, epochMs)
      return
    case 'draining':
      if (connection.inFlight === 0) part(context, connection, 'GOING_AWAY')
      return
    case 'closed':
      if (nowMs - connection.since > limits.lingerMs) connection.transport.terminate()
  }
}

/** When something of this connection is due next; Infinity for never. */
function dueAt(context: GatewayContext, connection: Connection, nowMs: number, epochMs: number): number {
  const { authenticateMs, slowReaderMs, heartbeatIntervalMs, heartbeatGraceMs, ackTimeoutMs, lingerMs } = context.limits
  switch (connection.state) {
    case 'accepted':
    case 'authenticating':
      return connection.goodbyeAt || connection.since + authenticateMs
    case 'active':
      return Math.min(
        connection.goodbyeAt || Number.POSITIVE_INFINITY,
        connection.resyncAt || Number.POSITIVE_INFINITY,
        connection.congestedAt > 0 ? connection.congestedAt + slowReaderMs : connection.heardAt + heartbeatIntervalMs + heartbeatGraceMs,
        nowMs + connection.identity!.expiresAt - epochMs,
        connection.pushed === connection.acked ? Number.POSITIVE_INFINITY : connection.ackWaitFrom + ackTimeoutMs,
      )
    case 'draining':
      return nowMs
    case 'closed':
      return connection.since + lingerMs
  }
}

/** Sweeps until the pace stops. */
export function startSweep(context: GatewayContext): void {
  const { table, rechecks, owedSyncs, pace } = context
  pace.start({
    size: () => table.size,
    look(count) {
      const nowMs = monotonicMs()
      const epochMs = context.now()
      let due = false
      table.walk(count, (connection) => {
        check(context, connection, nowMs, epochMs)
        due ||= dueAt(context, connection, nowMs, epochMs) <= nowMs + pace.idleSweepMs
      })
      return due
    },
    over() {
      table.forget(monotonicMs())
      rechecks.tick()
      owedSyncs.tick()
      return rechecks.pending > 0 || owedSyncs.pending > 0
    },
  })
}
