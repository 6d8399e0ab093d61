// A temporary group comes to its end: its timer asks for it, and it is dismissed by nobody. A late copy, or one of an end that was moved, finds
// the timer saying another moment.
import { groupKey, newGroup } from '../cells/group.ts'
import { conversationKey, readKind } from '../cells.ts'
import { reject } from '../refusal.ts'
import { accept, type CommandRule } from '../rule.ts'
import { endTimerKey } from './group-end.ts'
import { conversationOf, next } from './target.ts'

export const endGroup: CommandRule<'EndGroup'> = (command) => {
  const { meta, conversationId, dueAt } = command
  if (meta.actorId !== '') return reject('FORBIDDEN', 'groups are ended by the system')
  if (conversationOf(conversationId)?.kind !== 'group') return reject('INVALID_ARGUMENT', 'conversationId: not of a group')
  const keys = {
    timer: endTimerKey(meta.appId, conversationId),
    head: conversationKey(meta.appId, conversationId),
    group: groupKey(meta.appId, conversationId),
  }
  return {
    reads: () => Object.values(keys),
    decide(read) {
      const [timer, head] = [readKind(read, 'timer', keys.timer), readKind(read, 'conversation', keys.head)]
      if (head === undefined || timer === undefined || timer.dueAt !== dueAt || dueAt === 0) return accept([], { seq: head?.lastSeq ?? 0 })
      if (meta.enteredAt < dueAt) return reject('UNAVAILABLE', `due at ${dueAt}, entered at ${meta.enteredAt}`)
      const { endsAt } = readKind(read, 'group', keys.group) ?? newGroup
      const place = next(command, head)
      return accept([{ type: 'GroupDismissed', ...place, endsAt }], { seq: place.seq })
    },
  }
}
