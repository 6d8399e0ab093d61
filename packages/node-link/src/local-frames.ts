// Frames between the links of one process, handed over as they are: to whoever listens in it a frame need not go over Redis. They have
// the same numbers, and a listener is called in the turn in which the frame leaves, which is never that in which it was queued.
import type { LinkInbox } from './link-inbox.ts'
import type { LinkFrame } from './link-route.ts'

type Taker = Pick<LinkInbox, 'frame'>

export interface LocalFrames {
  /** From now on frames for this incarnation are taken, until the function returned is called. */
  listen(incarnation: string, taker: Taker): () => void
  /** Hands a frame to whoever listens as this node; false when nobody in this process does. */
  hand(node: string, frame: LinkFrame): boolean
}

export function createLocalFrames(): LocalFrames {
  const takers = new Map<string, Taker>()
  return {
    listen(incarnation, taker) {
      takers.set(incarnation, taker)
      return () => {
        if (takers.get(incarnation) === taker) takers.delete(incarnation)
      }
    },
    hand(node, frame) {
      const taker = takers.get(node)
      if (taker === undefined) return false
      try {
        taker.frame(frame)
      } catch (error) {
        // A bug of the listener ends the process, as where the frame came from another. It is no reason to hand the frame over again.
        setImmediate(() => {
          throw error
        })
      }
      return true
    },
  }
}
