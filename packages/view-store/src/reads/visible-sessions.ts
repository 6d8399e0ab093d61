// A user's sessions as they may see them. While a member: the conversation's head. Once out: the head as it stood at
// leaving, with no member count, whatever has happened since.
import type { Session } from '@skein/projections'

/** Sessions `s` of $1 app, $2 user, each with its newest stay and its conversation's head `c`. For a FROM list. */
export const sessionsFrom = (schema: string): string => `
    ${schema}.sessions s
    CROSS JOIN LATERAL (
      SELECT m.role, m.from_seq, m.to_seq, m.to_ordinal, m.ended_at, m."offset" FROM ${schema}.memberships m
      WHERE m.app_id = s.app_id AND m.conversation_id = s.conversation_id AND m.user_id = s.user_id
      ORDER BY m.from_seq DESC LIMIT 1
    ) stay
    CROSS JOIN LATERAL (
      SELECT * FROM ${schema}.conversations c WHERE c.app_id = s.app_id AND c.conversation_id = s.conversation_id OFFSET 0
    ) c`

/** To go with it. */
export const sessionsOfUser = 's.app_id = $1 AND s.user_id = $2'

export const visibleLastOrdinal = 'CASE WHEN stay.to_seq = 0 THEN c.last_ordinal ELSE stay.to_ordinal END'

export const sessionColumns = `
    s.conversation_id, stay.role, stay.from_seq, stay.to_seq, s.read_ordinal, c.name, c.partition,
    CASE WHEN stay.to_seq = 0 THEN c.member_count ELSE 0 END AS member_count,
    CASE WHEN stay.to_seq = 0 THEN c.last_seq ELSE stay.to_seq - 1 END AS last_seq,
    ${visibleLastOrdinal} AS last_ordinal,
    CASE WHEN stay.to_seq = 0 THEN c.last_activity_at ELSE stay.ended_at END AS last_activity_at`

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
  last_activity_at: number
}

export function sessionOf(row: SessionRow): Session {
  return {
    conversationId: row.conversation_id,
    kind: row.conversation_id.startsWith('d:') ? 'direct' : 'group',
    name: row.name,
    memberCount: row.member_count,
    lastSeq: row.last_seq,
    lastOrdinal: row.last_ordinal,
    readOrdinal: row.read_ordinal,
    unread: Math.max(0, row.last_ordinal - row.read_ordinal),
    role: row.role,
    fromSeq: row.from_seq,
    toSeq: row.to_seq,
    lastActivityAtMs: row.last_activity_at,
    uncountedOrdinals: [],
  }
}
