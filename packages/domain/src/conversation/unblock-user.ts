// Unblocking another: they may reach the user again from now on. Nothing of what they tried meanwhile comes back.
import { accept, type EventRule } from '../rule.ts'
import { aboutPair, byActor, onRelation } from './pair.ts'

export const unblockUser = aboutPair<'UnblockUser'>((command, { own }) =>
  accept(own.blockedSince === 0 ? [] : [{ type: 'UserUnblocked', ...byActor(command) }], {}),
)

export const userUnblocked: EventRule<'UserUnblocked'> = (event) => [
  onRelation(event, event.userId, (relation) => ({ ...relation, blockedSince: 0 })),
]
