// The statements that write the views, one or two per table: each takes all rows of a batch. Rows come coalesced, so that no
// statement touches a row twice. Where a change leaves columns as they are, the row there is joined in and fills them; that is
// sound because the lock on the partition's checkpoint, taken first, keeps every other writer of these rows away.
import type { Change, ChangeSet } from '@skein/projections'
import { type Column, rowSource } from './unnest.ts'

/** Makes the statement for a quoted schema. */
export interface WriteStatement {
  readonly name: string
  text(schema: string): string
  /** Null when the batch has nothing for it. */
  values(changes: ChangeSet): unknown[][] | null
}

const placed: readonly Column<Change>[] = [
  { name: 'app_id', type: 'text', value: (c) => c.appId },
  { name: 'partition', type: 'int', value: (c) => c.at.partition },
  { name: 'offset', type: 'bigint', value: (c) => c.at.offset },
]

function statement<Row extends Change>(
  name: string,
  rowsOf: (changes: ChangeSet) => readonly Row[],
  columns: readonly Column<Row>[],
  sql: (schema: string, source: string) => string,
): WriteStatement {
  const source = rowSource<Row>([...placed, ...columns])
  return {
    name,
    text: (schema) => sql(schema, source.sql('n')),
    values: (changes) => {
      const rows = rowsOf(changes)
      return rows.length > 0 ? source.values(rows) : null
    },
  }
}

const users = statement(
  'write-users',
  (changes) => changes.users,
  [
    { name: 'user_id', type: 'text', value: (c) => c.userId },
    { name: 'user_name', type: 'text', value: (c) => c.userName },
    { name: 'display_name', type: 'text', value: (c) => c.displayName },
    { name: 'registered_at', type: 'bigint', value: (c) => c.registeredAt },
  ],
  (schema, source) => `
    INSERT INTO ${schema}.users AS t (app_id, user_id, user_name, display_name, registered_at, partition, "offset")
    SELECT n.app_id, n.user_id, n.user_name, n.display_name, n.registered_at, n.partition, n."offset" FROM ${source}
    ON CONFLICT (app_id, user_id) DO UPDATE SET
      user_name = excluded.user_name, display_name = excluded.display_name, registered_at = excluded.registered_at,
      partition = excluded.partition, "offset" = excluded."offset"`,
)

const userNames = statement(
  'write-user-names',
  (changes) => changes.userNames,
  [
    { name: 'name', type: 'text', value: (c) => c.name },
    { name: 'user_name', type: 'text', value: (c) => c.userName },
    { name: 'user_id', type: 'text', value: (c) => c.userId },
  ],
  (schema, source) => `
    INSERT INTO ${schema}.user_names AS t (app_id, name, user_name, user_id, partition, "offset")
    SELECT n.app_id, n.name, n.user_name, n.user_id, n.partition, n."offset" FROM ${source}
    ON CONFLICT (app_id, name) DO UPDATE SET
      user_name = excluded.user_name, user_id = excluded.user_id, partition = excluded.partition, "offset" = excluded."offset"`,
)

const deviceSessions = statement(
  'write-device-sessions',
  (changes) => changes.deviceSessions,
  [
    { name: 'user_id', type: 'text', value: (c) => c.userId },
    { name: 'session_id', type: 'text', value: (c) => c.sessionId },
    { name: 'device_id', type: 'text', value: (c) => c.opened?.deviceId ?? null },
    { name: 'platform', type: 'text', value: (c) => c.opened?.platform ?? null },
    { name: 'opened_at', type: 'bigint', value: (c) => c.opened?.openedAt ?? null },
    { name: 'expires_at', type: 'bigint', value: (c) => c.opened?.expiresAt ?? null },
    { name: 'closed_at', type: 'bigint', value: (c) => c.closedAt },
  ],
  (schema, source) => `
    INSERT INTO ${schema}.device_sessions AS t
      (app_id, user_id, session_id, device_id, platform, opened_at, expires_at, closed_at, partition, "offset")
    SELECT n.app_id, n.user_id, n.session_id, coalesce(n.device_id, o.device_id, ''), coalesce(n.platform, o.platform, ''),
      coalesce(n.opened_at, o.opened_at, 0), coalesce(n.expires_at, o.expires_at, 0), n.closed_at, n.partition, n."offset"
    FROM ${source}
    LEFT JOIN ${schema}.device_sessions o ON o.app_id = n.app_id AND o.user_id = n.user_id AND o.session_id = n.session_id
    ON CONFLICT (app_id, user_id, session_id) DO UPDATE SET
      device_id = excluded.device_id, platform = excluded.platform, opened_at = excluded.opened_at,
      expires_at = excluded.expires_at, closed_at = excluded.closed_at, partition = excluded.partition, "offset" = excluded."offset"`,
)

const conversations = statement(
  'write-conversations',
  (changes) => changes.conversations,
  [
    { name: 'conversation_id', type: 'text', value: (c) => c.conversationId },
    { name: 'name', type: 'text', value: (c) => c.created?.name ?? null },
    { name: 'creator_id', type: 'text', value: (c) => c.created?.creatorId ?? null },
    { name: 'owner_id', type: 'text', value: (c) => c.ownerId },
    // Ids hold no comma. Only one who is the owner at that moment leaves the group without one.
    { name: 'gone', type: 'text', value: (c) => c.gone.join(',') },
    { name: 'member_count_delta', type: 'int', value: (c) => c.memberCountDelta },
    { name: 'last_seq', type: 'bigint', value: (c) => c.lastSeq },
    { name: 'last_ordinal', type: 'bigint', value: (c) => c.lastOrdinal },
    { name: 'last_activity_at', type: 'bigint', value: (c) => c.lastActivityAt },
    { name: 'last_message_seq', type: 'bigint', value: (c) => c.lastMessage?.seq ?? null },
    { name: 'last_sender_id', type: 'text', value: (c) => c.lastMessage?.senderId ?? null },
  ],
  (schema, source) => `
    INSERT INTO ${schema}.conversations AS t
      (app_id, conversation_id, name, creator_id, owner_id, member_count, last_seq, last_ordinal, last_activity_at,
       last_message_seq, last_sender_id, partition, "offset")
    SELECT n.app_id, n.conversation_id, coalesce(n.name, o.name, ''), coalesce(n.creator_id, o.creator_id, ''),
      CASE WHEN coalesce(n.owner_id, o.owner_id, '') = ANY (string_to_array(n.gone, ',')) THEN ''
        ELSE coalesce(n.owner_id, o.owner_id, '') END,
      coalesce(o.member_count, 0) + n.member_count_delta, n.last_seq, coalesce(n.last_ordinal, o.last_ordinal, 0), n.last_activity_at,
      coalesce(n.last_message_seq, o.last_message_seq, 0), coalesce(n.last_sender_id, o.last_sender_id, ''), n.partition, n."offset"
    FROM ${source}
    LEFT JOIN ${schema}.conversations o ON o.app_id = n.app_id AND o.conversation_id = n.conversation_id
    ON CONFLICT (app_id, conversation_id) DO UPDATE SET
      name = excluded.name, creator_id = excluded.creator_id, owner_id = excluded.owner_id, member_count = excluded.member_count,
      last_seq = excluded.last_seq, last_ordinal = excluded.last_ordinal, last_activity_at = excluded.last_activity_at,
      last_message_seq = excluded.last_message_seq, last_sender_id = excluded.last_sender_id,
      partition = excluded.partition, "offset" = excluded."offset"`,
)

const messages = statement(
  'write-messages',
  (changes) => changes.messages,
  [
    { name: 'conversation_id', type: 'text', value: (c) => c.conversationId },
    { name: 'seq', type: 'bigint', value: (c) => c.seq },
    { name: 'ordinal', type: 'bigint', value: (c) => c.ordinal },
    { name: 'kind', type: 'text', value: (c) => c.kind },
    { name: 'sender_id', type: 'text', value: (c) => c.senderId },
    { name: 'occurred_at', type: 'bigint', value: (c) => c.occurredAt },
    { name: 'message_id', type: 'text', value: (c) => c.message?.messageId ?? null },
    { name: 'client_message_id', type: 'text', value: (c) => c.message?.clientMessageId ?? c.request?.clientRequestId ?? null },
    { name: 'content_hash', type: 'bytea', value: (c) => c.message?.contentHash ?? c.request?.contentHash ?? null },
    { name: 'body_content_type', type: 'text', value: (c) => c.message?.body.contentType ?? null },
    { name: 'body_encoding', type: 'text', value: (c) => c.message?.body.encoding ?? null },
    { name: 'body_key_id', type: 'text', value: (c) => c.message?.body.keyId ?? null },
    { name: 'body_bytes', type: 'bytea', value: (c) => c.message?.body.bytes ?? null },
    { name: 'reply_to', type: 'bigint', value: (c) => c.message?.replyTo ?? null },
    { name: 'attachments', type: 'text', value: (c) => (c.message ? JSON.stringify(c.message.attachments) : null) },
    { name: 'detail', type: 'text', value: (c) => (c.detail ? JSON.stringify(c.detail) : null) },
  ],
  (schema, source) => `
    INSERT INTO ${schema}.messages
      (app_id, conversation_id, seq, ordinal, kind, sender_id, occurred_at, message_id, client_message_id, content_hash,
       body_content_type, body_encoding, body_key_id, body_bytes, reply_to, attachments, detail, partition, "offset")
    SELECT n.app_id, n.conversation_id, n.seq, n.ordinal, n.kind, n.sender_id, n.occurred_at, n.message_id, n.client_message_id,
      n.content_hash, n.body_content_type, n.body_encoding, n.body_key_id, n.body_bytes, n.reply_to, n.attachments::jsonb,
      n.detail::jsonb, n.partition, n."offset"
    FROM ${source}
    ON CONFLICT (app_id, conversation_id, seq) DO NOTHING`,
)

/** Stays begun before the batch; written before those the batch begins. */
const amendments = statement(
  'amend-memberships',
  (changes) => changes.amendments,
  [
    { name: 'conversation_id', type: 'text', value: (c) => c.conversationId },
    { name: 'user_id', type: 'text', value: (c) => c.userId },
    { name: 'role', type: 'text', value: (c) => c.role },
    { name: 'to_seq', type: 'bigint', value: (c) => c.end?.toSeq ?? null },
    { name: 'to_ordinal', type: 'bigint', value: (c) => c.end?.toOrdinal ?? null },
    { name: 'ended_at', type: 'bigint', value: (c) => c.end?.endedAt ?? null },
  ],
  (schema, source) => `
    UPDATE ${schema}.memberships t SET
      role = coalesce(n.role, t.role), to_seq = coalesce(n.to_seq, t.to_seq), to_ordinal = coalesce(n.to_ordinal, t.to_ordinal),
      ended_at = coalesce(n.ended_at, t.ended_at), partition = n.partition, "offset" = n."offset"
    FROM ${source}
    WHERE t.app_id = n.app_id AND t.conversation_id = n.conversation_id AND t.user_id = n.user_id AND t.to_seq = 0`,
)

const stays = statement(
  'write-memberships',
  (changes) => changes.stays,
  [
    { name: 'conversation_id', type: 'text', value: (c) => c.conversationId },
    { name: 'user_id', type: 'text', value: (c) => c.userId },
    { name: 'from_seq', type: 'bigint', value: (c) => c.fromSeq },
    { name: 'to_seq', type: 'bigint', value: (c) => c.end?.toSeq ?? 0 },
    { name: 'role', type: 'text', value: (c) => c.role },
    { name: 'from_ordinal', type: 'bigint', value: (c) => c.fromOrdinal },
    { name: 'to_ordinal', type: 'bigint', value: (c) => c.end?.toOrdinal ?? 0 },
    { name: 'ended_at', type: 'bigint', value: (c) => c.end?.endedAt ?? 0 },
  ],
  (schema, source) => `
    INSERT INTO ${schema}.memberships AS t
      (app_id, conversation_id, user_id, from_seq, to_seq, role, from_ordinal, to_ordinal, ended_at, partition, "offset")
    SELECT n.app_id, n.conversation_id, n.user_id, n.from_seq, n.to_seq, n.role, n.from_ordinal, n.to_ordinal, n.ended_at,
      n.partition, n."offset"
    FROM ${source}
    ON CONFLICT (app_id, conversation_id, user_id, from_seq) DO UPDATE SET
      to_seq = excluded.to_seq, role = excluded.role, from_ordinal = excluded.from_ordinal, to_ordinal = excluded.to_ordinal,
      ended_at = excluded.ended_at, partition = excluded.partition, "offset" = excluded."offset"`,
)

const sessions = statement(
  'write-sessions',
  (changes) => changes.sessions,
  [
    { name: 'user_id', type: 'text', value: (c) => c.userId },
    { name: 'conversation_id', type: 'text', value: (c) => c.conversationId },
    { name: 'read_ordinal', type: 'bigint', value: (c) => c.readOrdinal },
  ],
  (schema, source) => `
    INSERT INTO ${schema}.sessions AS t (app_id, user_id, conversation_id, read_ordinal, partition, "offset")
    SELECT n.app_id, n.user_id, n.conversation_id, n.read_ordinal, n.partition, n."offset" FROM ${source}
    ON CONFLICT (app_id, user_id, conversation_id) DO UPDATE SET
      read_ordinal = excluded.read_ordinal, partition = excluded.partition, "offset" = excluded."offset"`,
)

/** In the order they are run. */
export const writeStatements: readonly WriteStatement[] = [
  users,
  userNames,
  deviceSessions,
  conversations,
  messages,
  amendments,
  stays,
  sessions,
]
