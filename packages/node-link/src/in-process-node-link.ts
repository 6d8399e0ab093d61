// The node link inside one process: frames pass as objects, with the same numbers, gaps and beacons as between processes. Tests
// lose, cut off and inject frames through the hub.
import { createLinkInbox, type LinkInbox } from './link-inbox.ts'
import { defaultLinkLimits, type LinkLimits } from './link-limits.ts'
import { LinkOutbox } from './link-outbox.ts'
import type { LinkFrame } from './link-route.ts'
import { createLocalFrames } from './local-frames.ts'
import type { NodeLink } from './node-link.ts'

export interface InProcessNodeLinkHub {
  link(incarnation: string, limits?: Partial<LinkLimits>): NodeLink
  /** Frames for which this answers true vanish on the way. */
  loseFrames(lose: ((node: string, frame: LinkFrame) => boolean) | null): void
  /** While true nothing is taken over: publishing fails, as when the server between processes is down. */
  setDown(down: boolean): void
  /** Hands a frame to a node as if its sender had published it. */
  inject(node: string, frame: LinkFrame): void
  /** Cuts a node's subscription; everything for it is lost until the function returned is called. */
  interrupt(node: string): () => void
}

interface Subscription {
  readonly inbox: LinkInbox
  standing: boolean
}

export function createInProcessNodeLinkHub(): InProcessNodeLinkHub {
  const frames = createLocalFrames()
  const subscriptions = new Map<string, Subscription>()
  let lose: ((node: string, frame: LinkFrame) => boolean) | null = null
  let down = false

  async function publish(node: string, frame: LinkFrame): Promise<void> {
    if (down) throw new Error('the link is down')
    if (lose?.(node, frame)) return
    frames.hand(node, frame)
  }

  return {
    link(incarnation, overrides) {
      const limits = { ...defaultLinkLimits, ...overrides }
      const outbox = new LinkOutbox({ sender: incarnation, publish, limits })
      let endListening = () => {}
      return {
        incarnation,
        reply: (node, reply) => outbox.reply(node, reply),
        deliver: (node, delivery) => outbox.deliver(node, delivery),
        kick: (node, kick) => outbox.kick(node, kick),
        lost: (node, reason) => outbox.lost(node, reason),
        flushed: () => outbox.flushed(),
        async listen(listener) {
          const subscription = { inbox: createLinkInbox(listener, limits), standing: true }
          subscriptions.set(incarnation, subscription)
          endListening = frames.listen(incarnation, {
            frame(frame) {
              if (subscription.standing) subscription.inbox.frame(frame)
            },
          })
        },
        async close() {
          await outbox.close()
          endListening()
          subscriptions.delete(incarnation)
        },
      }
    },
    loseFrames(next) {
      lose = next
    },
    setDown(next) {
      down = next
    },
    inject: (node, frame) => void frames.hand(node, frame),
    interrupt(node) {
      const subscription = subscriptions.get(node)
      if (!subscription) return () => {}
      subscription.standing = false
      return () => {
        subscription.standing = true
        subscription.inbox.interrupted('the subscription was interrupted')
      }
    },
  }
}
