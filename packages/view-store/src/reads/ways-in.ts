// Ways into groups that wait for an answer, by sync: what changed of them since a cursor. What overtakes one is that its user has come in since, or is
// banned, or that the group was dismissed or left by everybody: that is written nowhere twice, and looked up where it is asked for. All of it stands in
// the partition of the group, so that a way in has turned where any of it has. A stay ends it for good, whatever becomes of the stay.
import type { Messages } from '@skein/contracts'

/** Beside rows `w` of one user each; for a FROM list. */
export const overtaking = (schema: string): string => `
    CROSS JOIN LATERAL (
      SELECT c.name, c.member_count, c."offset" FROM ${schema}.conversations c
      WHERE c.app_id = w.app_id AND c.conversation_id = w.conversation_id OFFSET 0
    ) c
    LEFT JOIN LATERAL (
      SELECT m.from_seq FROM ${schema}.memberships m
      WHERE m.app_id = w.app_id AND m.conversation_id = w.conversation_id AND m.user_id = w.user_id AND m.from_seq > w.after_seq
      ORDER BY m.from_seq LIMIT 1
    ) stay ON true
    LEFT JOIN LATERAL (
      SELECT b.banned_at, b."offset" FROM ${schema}.bans b
      WHERE b.app_id = w.app_id AND b.conversation_id = w.conversation_id AND b.user_id = w.user_id OFFSET 0
    ) ban ON true
    LEFT JOIN LATERAL (
      SELECT g.dismissed_at, g."offset" FROM ${schema}.groups g
      WHERE g.app_id = w.app_id AND g.conversation_id = w.conversation_id OFFSET 0
    ) g ON true`

/** And where the stay began that overtook it: its row says only where it has changed last. */
const began = (schema: string): string => `${overtaking(schema)}
    LEFT JOIN LATERAL (
      SELECT i."offset" FROM ${schema}.items i
      WHERE i.app_id = w.app_id AND i.conversation_id = w.conversation_id AND i.seq = stay.from_seq OFFSET 0
    ) began ON true`

/** Whether it waits for an answer, and whoever is to come in may. */
export const waits = `(w.answered_at = 0 AND stay.from_seq IS NULL AND coalesce(ban.banned_at, 0) = 0
      AND coalesce(g.dismissed_at, 0) = 0 AND c.member_count > 0)`

/** Whether this reader has blocked whoever asks: then they are shown nothing of it, as long as that is so. */
export const blocks = (schema: string, reader: string): string => `EXISTS (
        SELECT FROM ${schema}.relations r
        WHERE r.app_id = w.app_id AND r.user_id = ${reader} AND r.peer_id = w.user_id AND r.blocked_since > 0
      )`

/**
 * The offset from which on it waits, or waits no more. What ends it comes first: what happens later to its user, or to the group, is no end of it, and
 * nobody is told again. Of a ban nothing follows but its lifting.
 */
const turnedAt = `CASE WHEN w.answered_at > 0 THEN w."offset" WHEN stay.from_seq IS NOT NULL THEN began."offset"
      WHEN ban.banned_at > 0 THEN ban."offset" ELSE greatest(w."offset", ban."offset",
        CASE WHEN g.dismissed_at > 0 THEN g."offset" END, CASE WHEN c.member_count = 0 THEN c."offset" END) END`

export const invitationColumns = 'w.conversation_id, c.name, w.invited_by, w.greeting, w.invited_at, w.expires_at'

export interface InvitationRow {
  conversation_id: string
  name: string
  invited_by: string
  greeting: string
  invited_at: number
  expires_at: number
}

export const invitationOf = (row: InvitationRow): Messages.Invitation => ({
  conversationId: row.conversation_id,
  groupName: row.name,
  invitedBy: row.invited_by,
  greeting: row.greeting,
  invitedAtMs: row.invited_at,
  expiresAtMs: row.expires_at,
})

/**
 * $1 app, $2 user, $3 partitions, $4 offsets seen, $5 rows at most, $6 now. What waits no more is told only to those who may have seen that it did; of
 * what is too old by now nothing is told.
 */
export const changedInvitationsSql = (schema: string): string => `
    SELECT ${invitationColumns}, ${waits} AS waits FROM (
      SELECT i.*, seen.next_offset FROM ${schema}.invitations i
      LEFT JOIN unnest($3::int[], $4::bigint[]) AS seen (partition, next_offset) ON seen.partition = i.partition
      WHERE i.app_id = $1 AND i.user_id = $2 
        AND CASE WHEN i.answered_at > 0 THEN i."offset" >= seen.next_offset ELSE i.expires_at = 0 OR i.expires_at > $6 END OFFSET 0
    ) w ${began(schema)}
    WHERE ${turnedAt} >= coalesce(w.next_offset, 0) AND (${waits} OR w.next_offset IS NOT NULL)
    ORDER BY w.conversation_id LIMIT $5`

export interface ChangedInvitationRow extends InvitationRow {
  waits: boolean
}

export const requestColumns = `w.conversation_id, w.user_id, w.request_text, w.answers, w.asked_at, w.expires_at, w.answered_at,
      CASE WHEN ${waits} THEN 'waits' WHEN w.outcome IN ('accepted', 'refused') THEN w.outcome ELSE 'over' END AS state`

/** The same, of the requests to join of a user themselves. */
export const changedOwnRequestsSql = (schema: string): string => `
    SELECT ${requestColumns} FROM (
      SELECT r.*, seen.next_offset FROM ${schema}.join_requests r
      LEFT JOIN unnest($3::int[], $4::bigint[]) AS seen (partition, next_offset) ON seen.partition = r.partition
      WHERE r.app_id = $1 AND r.user_id = $2
        AND CASE WHEN r.answered_at > 0 THEN r."offset" >= seen.next_offset ELSE r.expires_at > $6 END OFFSET 0
    ) w ${began(schema)}
    WHERE ${turnedAt} >= coalesce(w.next_offset, 0) AND (${waits} OR w.next_offset IS NOT NULL)
    ORDER BY w.conversation_id LIMIT $5`

/**
 * The same, of requests of others to join the groups of which the user is owner or admin: where they have become that since, all that wait. What
 * waits is gone through where the group has changed at all: only then it may have been overtaken. Nothing of whom they block.
 */
export const changedRequestsSql = (schema: string): string => `
    WITH ruled AS (
      SELECT m.conversation_id, m."offset", seen.next_offset FROM ${schema}.memberships m
      LEFT JOIN unnest($3::int[], $4::bigint[]) AS seen (partition, next_offset) ON seen.partition = m.partition
      WHERE m.app_id = $1 AND m.user_id = $2 AND m.role IN ('owner', 'admin')
    ), w AS (
      SELECT r.*, ruled.next_offset, ruled."offset" AS ruled_at FROM ruled CROSS JOIN LATERAL (
        SELECT r.* FROM ${schema}.join_requests r
        WHERE r.app_id = $1 AND r.conversation_id = ruled.conversation_id AND r."offset" >= ruled.next_offset
        UNION
        SELECT r.* FROM ${schema}.join_requests r
        WHERE r.app_id = $1 AND r.conversation_id = ruled.conversation_id AND r.answered_at = 0 AND r.expires_at > $6 AND EXISTS (
          SELECT FROM ${schema}.conversations c
          WHERE c.app_id = $1 AND c.conversation_id = ruled.conversation_id AND c."offset" >= coalesce(ruled.next_offset, 0)
        )
      ) r
    )
    SELECT ${requestColumns} FROM w ${began(schema)}
    WHERE (w.answered_at > 0 OR w.expires_at > $6)
      AND (${turnedAt} >= coalesce(w.next_offset, 0) OR (${waits} AND w.ruled_at >= w.next_offset))
      AND (${waits} OR w.next_offset IS NOT NULL) AND NOT ${blocks(schema, '$2')}
    ORDER BY w.conversation_id, w.user_id LIMIT $5`

export interface ChangedRequestRow {
  conversation_id: string
  user_id: string
  request_text: string
  answers: string
  asked_at: number
  expires_at: number
  answered_at: number
  state: string
}

/** Of one that waits no more, who asked and when. */
export function requestStateOf(row: ChangedRequestRow): Messages.JoinRequestState {
  const { conversation_id: conversationId, state } = row
  const who = { userId: row.user_id, askedAtMs: row.asked_at, expiresAtMs: row.expires_at }
  const said = state === 'waits' ? { text: row.request_text, answers: JSON.parse(row.answers) } : { text: '', answers: [] }
  return { conversationId, request: { ...who, ...said }, state, atMs: state === 'over' ? 0 : row.answered_at }
}
