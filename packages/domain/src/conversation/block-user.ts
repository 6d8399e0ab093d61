// Blocking another. What the two are to one another stays, so that the other sees nothing of it; a request of the other goes from the
// blocker's list alone, and one of the blocker's own is taken back as if they had done no more than that.
import { accept, type EventRule } from '../rule.ts'
import { deletion } from './delete-friend.ts'
import { aboutPair, byActor, onRelation } from './pair.ts'

export const blockUser = aboutPair<'BlockUser'>((command, pair) => {
  if (pair.own.blockedSince > 0) return accept([], {})
  const withdrawn = pair.own.sent === null ? [] : [deletion(command, pair)]
  return accept([...withdrawn, { type: 'UserBlocked', ...byActor(command) }], {})
})

// The cell of the other is left alone: their devices would be told of a change.
export const userBlocked: EventRule<'UserBlocked'> = (event) => [
  onRelation(event, event.userId, (relation) => ({ ...relation, blockedSince: event.meta.occurredAt, received: null })),
]
