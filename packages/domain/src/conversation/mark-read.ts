// Moving one's read marker. It never goes back, and a mark beyond the last message stops there: a repeat of a mark finds it done. Whoever
// is blocked by the reader is not told of it: it would tell them that the reader is here.
import { isCount } from '@skein/contracts'
import { readKind, untouchedDirectMember } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { onMember } from './folds.ts'
import { blocksPeer, ownRelationKeys } from './pair.ts'
import { headOf, isIn, notAMember, notBegun, targetOf } from './target.ts'

export const markRead: CommandRule<'MarkRead'> = (command) => {
  const target = targetOf(command)
  if (isRefusal(target)) return target
  if (!isCount(command.ordinal)) return reject('INVALID_ARGUMENT', 'ordinal')
  const { actorId: userId, conversation, actorKey, headKey } = target
  return {
    reads: () => [headKey, actorKey, ...ownRelationKeys(target, command.conversationId)],
    decide(read) {
      const head = headOf(target, read)
      if (head === undefined) return notBegun(target)
      const member = readKind(read, 'member', actorKey)
      if (conversation.kind === 'group' && !isIn(member)) {
        // A mark that was passed before its reader went is done, and a repeat of it finds it so.
        if (member === undefined || command.ordinal > member.readOrdinal) return notAMember(userId)
      }
      const before = (member ?? untouchedDirectMember).readOrdinal
      const ordinal = Math.min(command.ordinal, head.lastOrdinal)
      if (ordinal <= before) return accept([], { ordinal: before })
      const { conversationId } = command
      const shown = !blocksPeer(target, conversationId, read)
      return accept([{ type: 'ReadMarked', meta: eventMeta(command), conversationId, userId, ordinal, shown }], { ordinal })
    },
  }
}

export const readMarked: EventRule<'ReadMarked'> = (event) => [
  onMember(event, event.userId, (member) => ({ ...member, readOrdinal: event.ordinal })),
]
