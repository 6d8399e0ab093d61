// The receiving side of the node link: checks the numbers of every sender and hands the records on. A number beyond the next
// one, or a first number beyond 1, says that frames were missed; a number already seen is a repetition and is ignored. After
// an interrupted subscription the numbers start anew, because the interruption itself was reported.
import type { LinkFrame } from './link-route.ts'
import type { LinkListener } from './node-link.ts'

export interface LinkInbox {
  frame(frame: LinkFrame): void
  /** The subscription stands again after an interruption. */
  interrupted(reason: string): void
}

/** Any number is accepted next. */
const unknownNumber = -1

export function createLinkInbox(listener: LinkListener, limits: { readonly sendersMax: number }): LinkInbox {
  const newest = new Map<string, number>()

  function remember(sender: string, number: number): void {
    if (newest.size >= limits.sendersMax && !newest.has(sender)) newest.delete(newest.keys().next().value!)
    newest.set(sender, number)
  }

  return {
    frame(frame) {
      const { sender, number } = frame
      const isBeacon = frame.replies.length + frame.deliveries.length + frame.kicks.length + frame.lost.length === 0
      const last = newest.get(sender) ?? 0
      if (last !== unknownNumber && number <= last) return
      const missed = last === unknownNumber ? 0 : number - last - (isBeacon ? 0 : 1)
      remember(sender, number)
      try {
        for (const reply of frame.replies) listener.reply(reply)
        for (const delivery of frame.deliveries) listener.delivery(delivery)
        for (const kick of frame.kicks) listener.kick(kick)
        for (const reason of frame.lost) listener.lost(reason)
      } finally {
        // Last, for what did come is not lost.
        if (missed > 0) listener.lost(`${missed} frames of ${sender} are missing before ${number}`)
      }
    },
    interrupted(reason) {
      for (const sender of newest.keys()) newest.set(sender, unknownNumber)
      listener.lost(reason)
    },
  }
}
