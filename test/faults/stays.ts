// Who may see what of a conversation, told from its history alone: the stays of a user as ranges of seq.
import type { ConversationEntry } from './journal.ts'

export interface Stay {
  readonly fromSeq: number
  /** First seq not seen; Infinity while a member. */
  toSeq: number
  readonly fromOrdinal: number
}

type Reading = Pick<ConversationEntry, 'conversationId' | 'history' | 'readBy' | 'readByOthers'>

/** Stays of every user who was ever a member; a direct conversation has its two users from the beginning, and broadcasts whoever reads. */
export function staysOf({ conversationId, history, readBy, readByOthers }: Reading): Map<string, Stay[]> {
  const stays = new Map<string, Stay[]>()
  if (!conversationId.startsWith('g:')) {
    const readers = [readBy, ...readByOthers.map(({ userId }) => userId)]
    for (const userId of conversationId.startsWith('d:') ? conversationId.split(':').slice(1) : readers)
      stays.set(userId, [{ fromSeq: 1, toSeq: Number.POSITIVE_INFINITY, fromOrdinal: 0 }])
    return stays
  }
  for (const { type, seq, ordinal, userIds } of history) {
    for (const userId of userIds) {
      const known = stays.get(userId) ?? []
      if (type === 'GroupCreated' || type === 'MembersAdded')
        stays.set(userId, [...known, { fromSeq: seq, toSeq: Number.POSITIVE_INFINITY, fromOrdinal: ordinal }])
      else if (type === 'MembersRemoved' || type === 'MemberLeft') known.at(-1)!.toSeq = seq + 1
    }
  }
  return stays
}

export const maySee = (stays: readonly Stay[] | undefined, seq: number): boolean =>
  stays?.some((stay) => seq >= stay.fromSeq && seq < stay.toSeq) ?? false
