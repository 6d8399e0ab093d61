// Revoking a message: it keeps its seq, and what it said is told to nobody any more.
import { isRefusal } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { find, mayNotRemove, messageOf, messageReads, removal, removes } from './message.ts'
import { next } from './target.ts'

export const revokeMessage: CommandRule<'RevokeMessage'> = (command) => {
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
      if (message.removed !== '') return accept([], { seq: head.lastSeq })
      const place = next(command, head)
      return accept([{ type: 'MessageRevoked', ...place, ...removal(command, message) }], { seq: place.seq })
    },
  }
}

export const messageRevoked: EventRule<'MessageRevoked'> = (event) => removes(event, 'revoked')
