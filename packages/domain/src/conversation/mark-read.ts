// Moving one's read marker. It never goes back, and a mark beyond the last message stops there: a repeat of a mark finds it done. Whoever
// is blocked by the reader is not told of it: it would tell them that the reader is here.
import { isBroadcastConversation, isCount } from '@skein/contracts'
import { readerKey, readKind, untouchedDirectMember } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { isRefusal, reject } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { onMember } from './folds.ts'
import { blocksPeer, ownRelationKeys } from './pair.ts'
import { headOf, isIn, notAMember, notBegun, targetOf } from './target.ts'

export const markRead: CommandRule<'MarkRead'> = (command) => {
  const target = targetOf(command)
  if (isRefusal(target)) return target
  if (!isCount(command.ordinal)) return reject('INVALID_ARGUMENT', 'ordinal')
  const { appId, actorId: userId, conversation, headKey } = target
  // Of broadcasts, which nobody joins, a marker is all that one has.
  const isReader = conversation.kind === 'broadcasts'
  const actorKey = isReader ? readerKey(appId, command.conversationId, userId) : target.actorKey
  return {
    reads: () => [headKey, actorKey, ...ownRelationKeys(target, command.conversationId)],
    decide(read) {
      const head = headOf(target, read)
      if (head === undefined) return notBegun(target)
      const member = isReader ? undefined : readKind(read, 'member', actorKey)
      const reader = isReader ? readKind(read, 'reader', actorKey) : undefined
      if (conversation.kind === 'group' && !isIn(member)) {
        // A mark that was passed before its reader went is done, and a repeat of it finds it so.
        if (member === undefined || command.ordinal > member.readOrdinal) return notAMember(userId)
      }
      const before = (reader ?? member ?? untouchedDirectMember).readOrdinal
      const ordinal = Math.min(command.ordinal, head.lastOrdinal)
      if (ordinal <= before) return accept([], { ordinal: before })
      const { conversationId } = command
      const shown = !blocksPeer(target, conversationId, read)
      return accept([{ type: 'ReadMarked', meta: eventMeta(command), conversationId, userId, ordinal, shown }], { ordinal })
    },
  }
}

export const readMarked: EventRule<'ReadMarked'> = (event) => {
  const { meta, conversationId, userId, ordinal } = event
  if (isBroadcastConversation(conversationId))
    return [make(readerKey(meta.appId, conversationId, userId), { kind: 'reader', readOrdinal: ordinal })]
  return [onMember(event, userId, (member) => ({ ...member, readOrdinal: ordinal }))]
}
