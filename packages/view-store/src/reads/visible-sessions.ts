// A user's sessions as they may see them. While a member: the conversation's head. Once out: the head as it stood at
// leaving, with no member count, whatever has happened since. Unread is what counts behind the read marker: the last ordinal less the
// marker, less the messages in between that were taken away, or deleted by the reader, and nothing once out; no counter is kept anywhere.
import { parseConversationId } from '@skein/contracts'
import { messageKind, type Session } from '@skein/projections'
import { entriesOf, staysOf } from './everybody.ts'

export const visibleLastOrdinal = 'CASE WHEN stay.to_seq = 0 THEN c.last_ordinal ELSE stay.to_ordinal END'

/**
 * Sessions `s` of $1 app, $2 user, each with its newest stay, its conversation's head `c`, and in `gone` the ordinals behind the marker
 * that do not count. For a FROM list.
 */
export const sessionsFrom = (schema: string): string => `
    ${entriesOf(schema)} s
    CROSS JOIN LATERAL (
      SELECT m.* FROM ${staysOf(schema, { app: 's.app_id', conversation: 's.conversation_id', user: 's.user_id' })} m
      ORDER BY m.from_seq DESC LIMIT 1
    ) stay
    CROSS JOIN LATERAL (
      SELECT * FROM ${schema}.conversations c WHERE c.app_id = s.app_id AND c.conversation_id = s.conversation_id OFFSET 0
    ) c
    CROSS JOIN LATERAL (
      SELECT count(*) AS count, coalesce(json_agg(away.ordinal ORDER BY away.ordinal), '[]') AS ordinals FROM (
        SELECT i.ordinal FROM ${schema}.items i
        WHERE i.app_id = s.app_id AND i.conversation_id = s.conversation_id AND i.kind = '${messageKind}' AND i.counts = 0
          AND i.ordinal > s.read_ordinal AND i.ordinal <= ${visibleLastOrdinal}
        UNION
        SELECT h.ordinal FROM ${schema}.hidden_items h
        WHERE h.app_id = s.app_id AND h.user_id = s.user_id AND h.conversation_id = s.conversation_id
          AND h.ordinal > s.read_ordinal AND h.ordinal <= ${visibleLastOrdinal}
      ) away
    ) gone`

/** Nothing once out: whoever is out can move no marker, and would be shown it for ever. */
export const unreadCount = `CASE WHEN stay.to_seq = 0 THEN greatest(0, c.last_ordinal - s.read_ordinal - gone.count) ELSE 0 END`

/** Once out: as it was called then. */
const visibleName = (schema: string): string => `
    CASE WHEN stay.to_seq = 0 THEN c.name ELSE coalesce((
      SELECT n.name FROM ${schema}.group_names n
      WHERE n.app_id = s.app_id AND n.conversation_id = s.conversation_id AND n.from_seq < stay.to_seq
      ORDER BY n.from_seq DESC LIMIT 1
    ), '') END`

/** Of the sessions of `sessionsFrom`: a group is looked up for those that are told of, and for nobody who was out when it ended. */
export const sessionColumns = (schema: string): string => `
    s.conversation_id, stay.role, stay.from_seq, stay.to_seq, s.read_ordinal, ${visibleName(schema)} AS name, c.partition,
    CASE WHEN stay.to_seq = 0 THEN c.member_count ELSE 0 END AS member_count,
    CASE WHEN stay.to_seq = 0 THEN c.last_seq ELSE stay.to_seq - 1 END AS last_seq,
    ${visibleLastOrdinal} AS last_ordinal, ${unreadCount} AS unread, gone.ordinals AS uncounted_ordinals,
    CASE WHEN stay.to_seq = 0 THEN c.last_activity_at ELSE stay.ended_at END AS last_activity_at,
    stay.muted_until,
    CASE WHEN stay.role <> '' THEN coalesce((
      SELECT g.dismissed_at FROM ${schema}.groups g WHERE g.app_id = s.app_id AND g.conversation_id = s.conversation_id
    ), 0) ELSE 0 END AS dismissed_at`

export interface SessionRow {
  conversation_id: string
  role: string
  from_seq: number
  to_seq: number
  read_ordinal: number
  name: string
  partition: number
  member_count: number
  last_seq: number
  last_ordinal: number
  unread: number
  uncounted_ordinals: number[]
  last_activity_at: number
  muted_until: number
  dismissed_at: number
}

export function sessionOf(row: SessionRow): Session {
  return {
    conversationId: row.conversation_id,
    kind: parseConversationId(row.conversation_id)?.kind ?? '',
    name: row.name,
    memberCount: row.member_count,
    lastSeq: row.last_seq,
    lastOrdinal: row.last_ordinal,
    readOrdinal: row.read_ordinal,
    unread: row.unread,
    role: row.role,
    fromSeq: row.from_seq,
    toSeq: row.to_seq,
    lastActivityAtMs: row.last_activity_at,
    uncountedOrdinals: row.uncounted_ordinals,
    mutedUntilMs: row.muted_until,
    dismissedAtMs: row.dismissed_at,
  }
}
