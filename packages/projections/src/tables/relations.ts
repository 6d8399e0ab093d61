// How users stand to one another: a row for each of the two, which its user alone is shown. Rows stay when a friendship or a request is no
// more, so that a device that was away learns of it. `tags` is JSON; times are 0 where there is nothing.

import { parseConversationId, peerOf } from '@skein/contracts'
import { type AskedFriend, type KnownRelationCell, noRelation, type RelationCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const relations = table('relations', {
  key: { app_id: 'text', user_id: 'text', conversation_id: 'text' },
  columns: {
    peer_id: 'text',
    friends_since: 'bigint',
    remark: 'text',
    tags: 'text',
    blocked_since: 'bigint',
    sent_text: 'text',
    sent_at: 'bigint',
    sent_expires_at: 'bigint',
    received_text: 'text',
    received_at: 'bigint',
    received_expires_at: 'bigint',
  },
  keeps: 'last',
})

/** What its columns say of a request. */
const askedOf = (text: string, askedAt: number, expiresAt: number): AskedFriend | null =>
  askedAt === 0 ? null : { text, askedAt, expiresAt }

function peerIn(conversationId: string, userId: string): string {
  const conversation = parseConversationId(conversationId)
  if (conversation?.kind !== 'direct') throw new Error(`${conversationId} is not of two users`)
  return peerOf(conversation, userId)
}

export const relationCell = stored<RelationCell>()({
  key: ['app_id', 'conversation_id', 'user_id'],
  reads: [
    read(
      relations,
      ...(['friends_since', 'remark', 'tags', 'blocked_since'] as const),
      ...(['sent_text', 'sent_at', 'sent_expires_at', 'received_text', 'received_at', 'received_expires_at'] as const),
    ),
  ],
  cellOf: ([row]) => ({
    ...noRelation,
    friendsSince: row.friends_since,
    remark: row.remark,
    tags: JSON.parse(row.tags),
    blockedSince: row.blocked_since,
    sent: askedOf(row.sent_text, row.sent_at, row.sent_expires_at),
    received: askedOf(row.received_text, row.received_at, row.received_expires_at),
  }),
  writes: (write) => [
    write(relations, {
      rowOf: ({ key, cell: { friendsSince, remark, tags, blockedSince, sent, received }, at }) => ({
        app_id: key.app_id,
        user_id: key.user_id,
        conversation_id: key.conversation_id,
        peer_id: peerIn(key.conversation_id, key.user_id),
        friends_since: friendsSince,
        remark,
        tags: JSON.stringify(tags),
        blocked_since: blockedSince,
        sent_text: sent?.text ?? '',
        sent_at: sent?.askedAt ?? 0,
        sent_expires_at: sent?.expiresAt ?? 0,
        received_text: received?.text ?? '',
        received_at: received?.askedAt ?? 0,
        received_expires_at: received?.expiresAt ?? 0,
        partition: at.partition,
        offset: at.offset,
      }),
    }),
  ],
})

export const knownRelationCell = stored<KnownRelationCell>()({
  key: ['app_id', 'conversation_id', 'user_id'],
  reads: [read(relations, 'friends_since', 'blocked_since')],
  cellOf: ([row]) => ({ kind: 'known-relation', friends: row.friends_since > 0, blocks: row.blocked_since > 0 }),
  writes: null,
})
