// Heads of conversations: one row shared by all members, changed by every item.
import type { ConversationCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const conversations = table('conversations', {
  key: { app_id: 'text', conversation_id: 'text' },
  columns: {
    name: 'text',
    creator_id: 'text',
    owner_id: 'text',
    member_count: 'int',
    last_seq: 'bigint',
    last_ordinal: 'bigint',
    last_activity_at: 'bigint',
    last_uncounted: 'bigint',
  },
  keeps: 'last',
})

export const conversationCell = stored<ConversationCell>()({
  key: ['app_id', 'conversation_id'],
  reads: [
    read(conversations, 'name', 'creator_id', 'owner_id', 'member_count', 'last_seq', 'last_ordinal', 'last_activity_at', 'last_uncounted'),
  ],
  cellOf: ([head]) => ({
    kind: 'conversation',
    lastSeq: head.last_seq,
    lastOrdinal: head.last_ordinal,
    memberCount: head.member_count,
    ownerId: head.owner_id,
    creatorId: head.creator_id,
    name: head.name,
    lastActivityAt: head.last_activity_at,
    lastUncounted: head.last_uncounted,
  }),
  writes: (write) => [
    write(conversations, {
      rowOf: ({ key, cell, at }) => ({
        app_id: key.app_id,
        conversation_id: key.conversation_id,
        name: cell.name,
        creator_id: cell.creatorId,
        owner_id: cell.ownerId,
        member_count: cell.memberCount,
        last_seq: cell.lastSeq,
        last_ordinal: cell.lastOrdinal,
        last_activity_at: cell.lastActivityAt,
        last_uncounted: cell.lastUncounted,
        partition: at.partition,
        offset: at.offset,
      }),
    }),
  ],
})
