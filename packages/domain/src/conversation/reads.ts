// Which cells a conversation command is decided from: the head, the actor, those it names; never a whole group. Every
// cell that a decision may change is among them. An answer depends on cells only in one direction (what exists goes on
// existing), so that asking again, with more in memory, never names something new that matters.
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import type { Cell } from '../cells.ts'
import { limits } from '../limits.ts'
import { unhandled } from '../unhandled.ts'
import type { ConversationCommand, Place } from './place.ts'
import { admits, placeOf, targetsOf } from './place.ts'

export function conversationReads(command: ConversationCommand, cached: ReadCell<Cell>): readonly CellKey[] {
  const place = placeOf(command)
  if (place === null || !admits(place)) return []
  const { headKey, memberKeyOf, actorId } = place
  switch (command.type) {
    case 'SendMessage':
      return [headKey, memberKeyOf(actorId), ...peersToKnow(place, cached)]
    case 'MarkRead':
    case 'LeaveGroup':
      return [headKey, memberKeyOf(actorId)]
    case 'RemoveMember':
    case 'ChangeMemberRole': {
      const targets = targetsOf([command.userId], actorId) ?? []
      return [headKey, memberKeyOf(actorId), ...targets.map(memberKeyOf)]
    }
    case 'CreateGroup':
      return cached(headKey) === undefined ? [headKey, memberKeyOf(actorId), ...joining(place, command.memberIds, cached)] : [headKey]
    case 'AddMembers':
      return [headKey, memberKeyOf(actorId), ...joining(place, command.userIds, cached)]
    default:
      return unhandled(command)
  }
}

/** The two of a direct conversation must exist when it begins; afterwards nobody asks. */
function peersToKnow({ conversation, headKey, knownUserKeyOf }: Place, cached: ReadCell<Cell>): CellKey[] {
  if (conversation.kind === 'group' || cached(headKey) !== undefined) return []
  return [...new Set(conversation.userIds)].map(knownUserKeyOf)
}

/** Who was a member before is known to exist. */
function joining({ actorId, memberKeyOf, knownUserKeyOf }: Place, userIds: readonly string[], cached: ReadCell<Cell>): CellKey[] {
  if (userIds.length > limits.membersPerCommandMax) return []
  return (targetsOf(userIds, actorId) ?? []).flatMap((userId) => {
    const key = memberKeyOf(userId)
    return cached(key) === undefined ? [key, knownUserKeyOf(userId)] : [key]
  })
}
