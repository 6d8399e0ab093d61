// The node link between processes over Redis pub/sub: channel `skein:node:<incarnation>`, one protobuf Frame per publication,
// one connection that publishes and one that subscribes. Redis keeps nothing: a subscription that was interrupted is reported
// once it stands again, whatever was published meanwhile. To a node of this process frames are handed over without Redis.
import type { Logger } from '@skein/telemetry'
import { decodeFrame, encodeFrame } from './link-frames.ts'
import { createLinkInbox, type LinkInbox } from './link-inbox.ts'
import { defaultLinkLimits, type LinkLimits } from './link-limits.ts'
import { LinkOutbox, type OutboxCounters } from './link-outbox.ts'
import type { LinkFrame } from './link-route.ts'
import type { LocalFrames } from './local-frames.ts'
import type { LinkListener, NodeLink } from './node-link.ts'
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
      await publisher.redis.publish(nodeChannel(prefix, node), encodeFrame(frame))
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
