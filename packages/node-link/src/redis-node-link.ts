// The node link between processes over Redis pub/sub: channel `skein:node:<incarnation>`, one protobuf Frame per publication,
// one connection that publishes and one that subscribes. Redis keeps nothing: a subscription that was interrupted is reported
// once it stands again, whatever was published meanwhile. To a node of this process frames are handed over without Redis.
import { link } from '@skein/contracts'
import type { Logger } from '@skein/telemetry'
import { createLinkInbox, type LinkInbox } from './link-inbox.ts'
import { defaultLinkLimits, type LinkLimits } from './link-limits.ts'
import { LinkOutbox, type OutboxCounters } from './link-outbox.ts'
import type { LinkFrame } from './link-route.ts'
import type { LocalFrames } from './local-frames.ts'
import type {
  GroupAnnouncement,
  LinkDelivery,
  LinkEverybody,
  LinkKick,
  LinkListener,
  LinkReply,
  NodeLink,
  RoomSignals,
} from './node-link.ts'
import { openRedis, type RedisAddress, type RedisConnection } from './redis-connection.ts'

export interface RedisNodeLinkOptions {
  readonly redis: RedisAddress
  readonly incarnation: string
  readonly logger: Logger
  readonly limits?: Partial<LinkLimits>
  /** First part of every channel name; `skein` by default. */
  readonly prefix?: string
  /** What the links of this process share. */
  readonly local?: LocalFrames
}

export interface RedisNodeLink extends NodeLink {
  readonly counters: Readonly<OutboxCounters>
}

export const nodeChannel = (prefix: string, incarnation: string): string => `${prefix}:node:${incarnation}`

export function createRedisNodeLink(options: RedisNodeLinkOptions): RedisNodeLink {
  const { incarnation, logger, local } = options
  const prefix = options.prefix ?? 'skein'
  const limits = { ...defaultLinkLimits, ...options.limits }
  const publisher = openRedis(options.redis, `link-publish-${incarnation}`, logger)
  let subscriber: RedisConnection | undefined
  let endListening = () => {}

  const outbox = new LinkOutbox({
    sender: incarnation,
    limits,
    async publish(node, frame) {
      if (local?.hand(node, frame)) return
      const bytes = link.Frame.encode(frame as unknown as Parameters<typeof link.Frame.encode>[0]).finish()
      const payload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      await publisher.redis.publish(nodeChannel(prefix, node), payload)
    },
  })
  publisher.onReady(() => outbox.wake())

  function listen(listener: LinkListener): Promise<void> {
    const inbox = createLinkInbox(listener, limits)
    // With numbers of their own: an interruption of the subscription is none for who sends from here.
    if (local) endListening = local.listen(incarnation, createLinkInbox(listener, limits))
    const connection = openRedis(options.redis, `link-subscribe-${incarnation}`, logger)
    subscriber = connection
    const { redis } = connection
    redis.on('messageBuffer', (_channel: Buffer, payload: Buffer) => {
      let frame: LinkFrame
      try {
        frame = decodeFrame(payload)
      } catch (cause) {
        logger.error({ error: cause, bytes: payload.length }, 'a link frame does not decode')
        listener.lost('a frame does not decode')
        return
      }
      inbox.frame(frame)
    })
    return subscribe(connection, nodeChannel(prefix, incarnation), { inbox, logger })
  }

  return {
    incarnation,
    counters: outbox.counters,
    reply: (node, reply) => outbox.reply(node, reply),
    deliver: (node, delivery) => outbox.deliver(node, delivery),
    kick: (node, kick) => outbox.kick(node, kick),
    lost: (node, reason) => outbox.lost(node, reason),
    flushed: () => outbox.flushed(),
    listen,
    async close() {
      await outbox.close()
      endListening()
      publisher.close()
      subscriber?.close()
    },
  }
}

/** Subscribes whenever the connection stands; resolves when it has for the first time. */
function subscribe(
  { redis, onReady }: RedisConnection,
  channel: string,
  { inbox, logger }: { readonly inbox: LinkInbox; readonly logger: Logger },
): Promise<void> {
  return new Promise((resolve) => {
    let stoodBefore = false
    onReady(() => {
      redis.subscribe(channel).then(
        () => {
          if (stoodBefore) inbox.interrupted('the subscription was interrupted')
          stoodBefore = true
          resolve()
        },
        (cause: Error) => {
          logger.warn({ error: cause }, 'subscribing to the node link failed; connecting anew')
          redis.disconnect(true)
        },
      )
    })
  })
}

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
  steps: said.steps.map(({ userId, fromSeq, seesFrom, toSeq }) => ({ userId, fromSeq, seesFrom, toSeq })),
})

function deliveryOf({ push, connectionIds, group, everybody, room }: DecodedDelivery): LinkDelivery {
  if (group !== null) return { push, connectionIds, group: announcementOf(group) }
  if (room !== null) return { push, connectionIds, room: { appId: room.appId, conversationId: room.conversationId, signals: room.signals } }
  if (everybody === null) return { push, connectionIds }
  const { appId, id, perSecond, exceptConnection } = everybody
  return { push, connectionIds, everybody: { appId, id, perSecond, exceptConnection } }
}

/** Plain objects: a decoded message keeps its defaults on the prototype, where copying an object would lose them. */
function decodeFrame(payload: Buffer): LinkFrame {
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
