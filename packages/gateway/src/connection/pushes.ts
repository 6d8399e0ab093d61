// Live pushes. The client acknowledges cumulatively, so a window is two counters. A connection that does not read or
// does not acknowledge gets no more of them, and a Resync when it does again: nothing is kept for it here.
import type { Packet } from '@skein/contracts'
import { packets, wire } from '@skein/contracts'
import type { LinkDelivery } from '@skein/node-link'
import type { GatewayContext } from '../context.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import type { Connection } from './connection.ts'

const sequenceMask = 0xffff

export function sendResync(context: GatewayContext, connection: Connection, reason: string): void {
  if (connection.state !== 'active') return
  connection.missed = false
  connection.resyncAt = 0
  context.counters.resyncs += 1
  context.outbox.packet(connection, packets.resync, { sequence: 0, flags: 0 }, wire.Resync.encode({ reason }).finish())
}

/** Pushes to the connections named; those not here any more, or not logged in yet, will sync. */
export function deliver(context: GatewayContext, { push: bytes, connectionIds, group, room }: LinkDelivery): void {
  if (room !== undefined) context.liveRooms.take(room, { push: bytes, count: room.signals })
  if (group !== undefined) context.largeGroups.take({ push: bytes, group })
  for (const id of connectionIds) {
    const connection = context.table.get(id)
    if (connection !== undefined) push(context, connection, bytes)
  }
}

export function push(context: Pick<GatewayContext, 'outbox' | 'counters' | 'limits'>, connection: Connection, bytes: Uint8Array): void {
  const { outbox, counters, limits } = context
  if (connection.state !== 'active') return
  const unacked = connection.pushed - connection.acked
  if (connection.missed || connection.congestedAt !== 0 || unacked >= limits.unackedPushesMax) {
    connection.missed = true
    counters.pushesWithheld += 1
    return
  }
  if (unacked === 0) connection.ackWaitFrom = monotonicMs()
  connection.pushed += 1
  counters.pushes += 1
  outbox.packet(connection, packets.push, { sequence: connection.pushed & sequenceMask, flags: 0 }, bytes)
}

/**
 * Pushes what may be lost; false when it is, and nothing is owed for it then. Half of the window is left to what is not, so that signals of a
 * live room that nobody acknowledges cost no resync.
 */
export function pushUnlessSlow(context: Parameters<typeof push>[0], connection: Connection, bytes: Uint8Array): boolean {
  if (connection.state !== 'active') return false
  const unacked = connection.pushed - connection.acked
  if (connection.missed || connection.congestedAt !== 0 || unacked >= context.limits.unackedPushesMax / 2) {
    context.counters.signalsWithheld += 1
    return false
  }
  push(context, connection, bytes)
  return true
}

/** Has it sync, some time within a while, so that not all do at once. */
export function resyncSoon(context: Pick<GatewayContext, 'limits' | 'pace'>, connection: Connection): void {
  connection.resyncAt = monotonicMs() + Math.random() * context.limits.resyncSpreadMs
  context.pace.hurry()
}

/** A message/push packet with the ack flag: everything up to its sequence was received. False when that says nothing new. */
export function receivePushAck(context: GatewayContext, connection: Connection, packet: Packet): boolean {
  const step = (packet.sequence - connection.acked) & sequenceMask
  if (step === 0 || step > connection.pushed - connection.acked) return false
  connection.acked += step
  connection.ackWaitFrom = monotonicMs()
  connection.ackOverdue = false
  resyncWhenReady(context, connection)
  return true
}

/** Sends the Resync owed once the connection reads again and half of its window is free. */
export function resyncWhenReady(context: GatewayContext, connection: Connection): void {
  if (!connection.missed || connection.congestedAt !== 0) return
  if (connection.pushed - connection.acked <= context.limits.unackedPushesMax / 2) sendResync(context, connection, 'pushes were withheld')
}
