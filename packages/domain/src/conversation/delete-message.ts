// Deleting a message for everyone: a tombstone keeps its place, so that seq stays dense. Who may revoke a message may delete it, also
// one that was revoked before.
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { find, mayNotRemove, messageOf, messageReads, removal, removes } from './message.ts'
import { next } from './target.ts'

export const deleteMessage: CommandRule<'DeleteMessage'> = (command) => {
  const target = messageOf(command)
  if (isRefusal(target)) return target
  return {
    reads: () => messageReads(target),
    decide(read) {
      const found = find(command, target, read)
      if (isRefusal(found)) return found
      const { head, message } = found
      const refusal = mayNotRemove(command, target, message, read)
      if (refusal !== null) return refusal
      if (message.removed === 'deleted') return accept([], { seq: head.lastSeq })
      const place = next(command, head)
      return accept([{ type: 'MessageDeleted', ...place, ...removal(command, message) }], { seq: place.seq })
    },
  }
}

export const messageDeleted: EventRule<'MessageDeleted'> = (event) => removes(event, 'deleted')
