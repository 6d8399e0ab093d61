// Frames of the node link as bytes, one protobuf message each. What an older process does not say is read as whatever shows less.
import { link } from '@skein/contracts'
import type { LinkFrame } from './link-route.ts'
import type { GroupAnnouncement, LinkDelivery, LinkEverybody, LinkKick, LinkReply, RoomSignals } from './node-link.ts'

interface DecodedDelivery extends Omit<LinkDelivery, 'everybody' | 'group' | 'room'> {
  readonly group: GroupAnnouncement | null
  readonly everybody: LinkEverybody | null
  readonly room: RoomSignals | null
}

const announcementOf = (said: GroupAnnouncement): GroupAnnouncement => ({
  appId: said.appId,
  conversationId: said.conversationId,
  partition: said.partition,
  offset: said.offset,
  unchangedFrom: said.unchangedFrom,
  seq: said.seq,
  targetSeq: said.targetSeq,
  untoldPush: said.untoldPush,
  exceptConnection: said.exceptConnection,
  joins: said.joins,
  // A deliverer of before there was a seesFrom shows of a stay what it says itself.
  steps: said.steps.map(({ userId, fromSeq, seesFrom, toSeq }) => ({ userId, fromSeq, seesFrom: seesFrom || fromSeq, toSeq })),
})

function deliveryOf({ push, connectionIds, group, everybody, room }: DecodedDelivery): LinkDelivery {
  if (group !== null) return { push, connectionIds, group: announcementOf(group) }
  if (room !== null) return { push, connectionIds, room: { appId: room.appId, conversationId: room.conversationId, signals: room.signals } }
  if (everybody === null) return { push, connectionIds }
  const { appId, id, perSecond, exceptConnection } = everybody
  return { push, connectionIds, everybody: { appId, id, perSecond, exceptConnection } }
}

export function encodeFrame(frame: LinkFrame): Buffer {
  const bytes = link.Frame.encode(frame as unknown as Parameters<typeof link.Frame.encode>[0]).finish()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Plain objects: a decoded message keeps its defaults on the prototype, where copying an object would lose them. */
export function decodeFrame(payload: Uint8Array): LinkFrame {
  const { sender, number, replies, deliveries, kicks, lost } = link.Frame.decode(payload)
  return {
    sender,
    number,
    replies: (replies as unknown as LinkReply[]).map((r) => ({
      connectionId: r.connectionId,
      commandId: r.commandId,
      code: r.code,
      detail: r.detail,
      body: r.body,
      partition: r.partition,
      offset: r.offset,
    })),
    deliveries: (deliveries as unknown as DecodedDelivery[]).map(deliveryOf),
    kicks: (kicks as unknown as LinkKick[]).map((k) => ({ connectionId: k.connectionId, code: k.code })),
    lost,
  }
}
