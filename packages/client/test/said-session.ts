// What the servers' views say of a conversation to a user, from the cells of the domain.
import { isBroadcastConversation } from '@skein/contracts'
import { type Cell, conversationKey, groupKey, memberKey, untouchedDirectMember } from '@skein/domain'
import type { Session } from '../src/index.ts'

/** Null while there is nothing for this user. `uncounted`: ordinals of messages that were taken away, from everyone or from this user. */
export function saidSession(
  cells: ReadonlyMap<string, Cell>,
  { appId, conversationId, userId }: { readonly appId: string; readonly conversationId: string; readonly userId: string },
  uncounted: readonly number[] = [],
): Session | null {
  const isDirect = conversationId.startsWith('d:')
  const head = cells.get(conversationKey(appId, conversationId))
  const isForAll = isBroadcastConversation(conversationId)
  const own = isForAll
    ? readerOf(cells.get(`reader|${appId}|${conversationId}|${userId}`))
    : cells.get(memberKey(appId, conversationId, userId))
  const member = own ?? (isDirect ? untouchedDirectMember : undefined)
  if (head?.kind !== 'conversation' || member?.kind !== 'member') return null
  if (isDirect && !conversationId.split(':').includes(userId, 1)) return null
  const { role, seesFrom, toSeq, readOrdinal } = member
  const isOut = toSeq > 0
  const settings = cells.get(groupKey(appId, conversationId))
  const lastOrdinal = isOut ? member.toOrdinal : head.lastOrdinal
  const between = (ordinal: number) => ordinal > readOrdinal && ordinal <= lastOrdinal
  const uncountedOrdinals = [...new Set(uncounted)].filter(between).sort((a, b) => a - b)
  return {
    conversationId,
    kind: isDirect ? 'direct' : isForAll ? 'broadcasts' : 'group',
    name: head.name,
    memberCount: isOut ? 0 : head.memberCount,
    lastSeq: isOut ? toSeq - 1 : head.lastSeq,
    lastOrdinal,
    readOrdinal,
    unread: isOut ? 0 : Math.max(0, lastOrdinal - readOrdinal - uncountedOrdinals.length),
    role,
    fromSeq: seesFrom,
    toSeq,
    uncountedOrdinals,
    mutedUntilMs: member.mutedUntil,
    lastActivityAtMs: isOut ? member.endedAt : head.lastActivityAt,
    dismissedAtMs: !isOut && settings?.kind === 'group' ? settings.dismissedAt : 0,
  }
}

/** Of broadcasts, in which everybody is. */
const readerOf = (cell: Cell | undefined) => ({
  ...untouchedDirectMember,
  fromSeq: 1,
  readOrdinal: cell?.kind === 'reader' ? cell.readOrdinal : 0,
})
