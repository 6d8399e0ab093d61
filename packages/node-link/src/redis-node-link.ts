// The node link between processes over Redis pub/sub: channel `skein:node:<incarnation>`, one protobuf Frame per publication,
// one connection that publishes and one that subscribes. Redis keeps nothing: a subscription that was interrupted is reported
// once it stands again, whatever was published meanwhile.
import { link } from '@skein/contracts'
import type { Logger } from '@skein/telemetry'
import { createLinkInbox } from './link-inbox.ts'
import { defaultLinkLimits, type LinkLimits } from './link-limits.ts'
import { LinkOutbox, type OutboxCounters } from './link-outbox.ts'
import type { LinkFrame } from './link-route.ts'
import type { LinkDelivery, LinkKick, LinkListener, LinkReply, NodeLink } from './node-link.ts'
import { openRedis, type RedisAddress, type RedisConnection } from './redis-connection.ts'

export interface RedisNodeLinkOptions {
  readonly redis: RedisAddress
  readonly incarnation: string
  readonly logger: Logger
  readonly limits?: Partial<LinkLimits>
  /** First part of every channel name; `skein` by default. */
  readonly prefix?: string
}

export interface RedisNodeLink extends NodeLink {
  readonly counters: Readonly<OutboxCounters>
}

export const nodeChannel = (prefix: string, incarnation: string): string => `${prefix}:node:${incarnation}`

export function createRedisNodeLink(options: RedisNodeLinkOptions): RedisNodeLink {
  const { incarnation, logger } = options
  const prefix = options.prefix ?? 'skein'
  const limits = { ...defaultLinkLimits, ...options.limits }
  const publisher = openRedis(options.redis, `link-publish-${incarnation}`, logger)
  let subscriber: RedisConnection | undefined

  const outbox = new LinkOutbox({
    sender: incarnation,
    limits,
    async publish(node, frame) {
      const bytes = link.Frame.encode(frame as unknown as Parameters<typeof link.Frame.encode>[0]).finish()
      const payload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      await publisher.redis.publish(nodeChannel(prefix, node), payload)
    },
  })
  publisher.onReady(() => outbox.wake())

  function listen(listener: LinkListener): Promise<void> {
    const inbox = createLinkInbox(listener, limits)
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
    return new Promise((resolve) => {
      let stoodBefore = false
      connection.onReady(() => {
        redis.subscribe(nodeChannel(prefix, incarnation)).then(
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
      publisher.close()
      subscriber?.close()
    },
  }
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
    deliveries: (deliveries as unknown as LinkDelivery[]).map((d) => ({ push: d.push, connectionIds: d.connectionIds })),
    kicks: (kicks as unknown as LinkKick[]).map((k) => ({ connectionId: k.connectionId, code: k.code })),
    lost,
  }
}
