// Ways into groups that wait for an answer, by sync: what changed of them since a cursor. What overtakes one is that its user has come in since, or is
// banned, or that the group was dismissed or left by everybody: that is written nowhere twice, and looked up where it is asked for. All of it stands in
// the partition of the group, so that a way in has turned where any of it has. A stay ends it for good, whatever becomes of the stay. What changed itself
// is found by its offset, however much there ever was; of what waits, so many are looked at, and texts are read of those that are told alone.
import type { Messages } from '@skein/contracts'
import { type FittingRow, fittingRows } from './fitting.ts'

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

/** Whether this reader blocks whoever asked: they are shown nothing that waits, as long as that is so. $1 is the app. */
export const blocks = (schema: string, reader: string, asked: 'r' | 'w'): string => `EXISTS (
          SELECT FROM ${schema}.relations b
          WHERE b.app_id = $1 AND b.user_id = ${reader} AND b.peer_id = ${asked}.user_id AND b.blocked_since > 0
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

const seen = 'unnest($3::int[], $4::bigint[]) AS seen (partition, next_offset)'

/** Of one that waits no more no text is told. */
const bytesOf = (...texts: readonly string[]): string => {
  const lengths = texts.map((text) => `octet_length(${text})`).join(' + ')
  return `octet_length(w.conversation_id) + octet_length(w.user_id) + CASE WHEN ${waits} THEN ${lengths} ELSE 0 END`
}

/** Of requests, for what is told of them. */
export const requestBytes = bytesOf('w.request_text', 'w.answers')

export const invitationBytes = bytesOf('w.greeting', 'c.name', 'w.invited_by')

interface Changed {
  readonly table: 'invitations' | 'join_requests'
  readonly columns: string
  readonly bytes: string
}

/**
 * Of `changed`, what changed itself, and of `waiting`, what waits: keys, with the offset seen, and that from which on the asker rules the group. What
 * waits no more is told only to those who may have seen that it did; of what is too old by now nothing is told. Of what is `hidden`, which only `waiting`
 * has, the end alone is told. At least one row. Rows are looked up by where they lie (`ctid`), which is one row whatever PostgreSQL knows of the table.
 */
const toldSql = (schema: string, { table, columns, bytes }: Changed): string => `
    keys AS (
      SELECT lies_at, next_offset, ruled_at, false AS hidden FROM changed
      UNION ALL
      SELECT lies_at, next_offset, ruled_at, hidden FROM waiting WHERE next_offset IS NULL OR "offset" < next_offset OR hidden
    ), looked AS (
      SELECT count(*) >= $7 AS more_wait FROM waiting
    )
    SELECT fitting.*, looked.more_wait FROM looked LEFT JOIN (${fittingRows(
      `
      SELECT ${columns}, ${bytes} AS bytes FROM keys
      CROSS JOIN LATERAL (SELECT * FROM ${schema}.${table} w WHERE w.ctid = keys.lies_at OFFSET 0) w ${began(schema)}
      WHERE (${turnedAt} >= coalesce(keys.next_offset, 0) OR (${waits} AND keys.ruled_at >= keys.next_offset))
        AND CASE WHEN ${waits} THEN NOT keys.hidden ELSE keys.next_offset IS NOT NULL END
      ORDER BY w.conversation_id, w.user_id LIMIT $5`,
      'conversation_id, user_id',
      '$8',
    )}) fitting ON true
    ORDER BY fitting.conversation_id, fitting.user_id`

/** What of a table changed, and what waits, of one user. */
const ofUserSql = (schema: string, table: Changed['table'], isOpen: readonly string[]): string => `
    WITH changed AS (
      SELECT w.lies_at, seen.next_offset, NULL::bigint AS ruled_at FROM ${seen} CROSS JOIN LATERAL (
        SELECT w.ctid AS lies_at FROM ${schema}.${table} w
        WHERE w.app_id = $1 AND w.user_id = $2 AND w.partition = seen.partition AND w."offset" >= seen.next_offset
          AND (w.answered_at > 0 OR ${isOpen.join(' OR ')})
        ORDER BY w."offset" LIMIT $5
      ) w LIMIT $5
    ), still_open AS (SELECT * FROM (${isOpen
      .map(
        (open) => `
      (SELECT w.ctid AS lies_at, w.partition, w."offset" FROM ${schema}.${table} w
       WHERE w.app_id = $1 AND w.user_id = $2 AND w.answered_at = 0 AND ${open} ORDER BY w.expires_at DESC LIMIT $7)`,
      )
      .join(' UNION ALL ')}) w LIMIT $7
    ), waiting AS (
      SELECT o.*, seen.next_offset, NULL::bigint AS ruled_at, false AS hidden FROM still_open o LEFT JOIN ${seen} ON seen.partition = o.partition
    ), `

/** What is not told is not read. */
const columnsOfInvitation = `w.conversation_id, w.user_id, w.invited_at, w.expires_at, ${waits} AS waits,
      ${['c.name', 'w.invited_by', 'w.greeting'].map((text) => `CASE WHEN ${waits} THEN ${text} ELSE '' END AS ${text.slice(2)}`).join(', ')}`

/** $1 app, $2 user, $3 partitions, $4 offsets seen, $5 rows at most, $6 now, $7 of what waits so many are looked at, $8 bytes at most. */
export const changedInvitationsSql = (schema: string): string =>
  ofUserSql(schema, 'invitations', ['w.expires_at = 0', 'w.expires_at > $6']) +
  toldSql(schema, { table: 'invitations', columns: columnsOfInvitation, bytes: invitationBytes })

export interface ChangedInvitationRow extends InvitationRow {
  waits: boolean
}

const standing = `w.asked_at, w.expires_at, w.answered_at,
      CASE WHEN ${waits} THEN 'waits' WHEN w.outcome IN ('accepted', 'refused') THEN w.outcome ELSE 'over' END AS state`

export const requestColumns = `w.conversation_id, w.user_id, w.request_text, w.answers, ${standing}`

/** As of invitations. */
const columnsOfRequest = `w.conversation_id, w.user_id, CASE WHEN ${waits} THEN w.request_text ELSE '' END AS request_text,
      CASE WHEN ${waits} THEN w.answers ELSE '' END AS answers, ${standing}`

const toldRequests = { table: 'join_requests', columns: columnsOfRequest, bytes: requestBytes } as const

/** The same, of the requests to join of a user themselves. */
export const changedOwnRequestsSql = (schema: string): string =>
  ofUserSql(schema, 'join_requests', ['w.expires_at > $6']) + toldSql(schema, toldRequests)

/**
 * The same, of requests of others to join the groups of which the user is owner or admin: where they have become that since, all that wait. What
 * waits is gone through where the group has changed at all: only then it may have been overtaken. Of whom they block ends alone, as of what they may
 * have been shown before the block was known here.
 */
export const changedRequestsSql = (schema: string): string => `
    WITH ruled AS (
      SELECT m.conversation_id, m."offset" AS ruled_at, c."offset" AS head_at, seen.next_offset FROM ${schema}.memberships m
      CROSS JOIN LATERAL (
        SELECT c."offset" FROM ${schema}.conversations c WHERE c.app_id = $1 AND c.conversation_id = m.conversation_id OFFSET 0
      ) c
      LEFT JOIN ${seen} ON seen.partition = m.partition
      WHERE m.app_id = $1 AND m.user_id = $2 AND m.role IN ('owner', 'admin')
    ), changed AS (
      SELECT r.*, ruled.next_offset, ruled.ruled_at FROM ruled CROSS JOIN LATERAL (
        SELECT r.ctid AS lies_at FROM ${schema}.join_requests r
        WHERE r.app_id = $1 AND r.conversation_id = ruled.conversation_id AND r."offset" >= ruled.next_offset
          AND (r.answered_at > 0 OR (r.expires_at > $6 AND NOT ${blocks(schema, '$2', 'r')}))
        ORDER BY r."offset" LIMIT $5
      ) r LIMIT $5
    ), waiting AS (
      SELECT r.*, ruled.next_offset, ruled.ruled_at FROM ruled CROSS JOIN LATERAL (
        SELECT r.ctid AS lies_at, r."offset", ${blocks(schema, '$2', 'r')} AS hidden FROM ${schema}.join_requests r
        WHERE r.app_id = $1 AND r.conversation_id = ruled.conversation_id AND r.answered_at = 0 AND r.expires_at > $6
        ORDER BY r.expires_at DESC LIMIT $7
      ) r
      WHERE ruled.head_at >= coalesce(ruled.next_offset, 0)
      LIMIT $7
    ), ${toldSql(schema, toldRequests)}`

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

interface Found extends FittingRow {
  bytes_so_far: number
  conversation_id: string
  more_wait: boolean
}

/** As the statements above answer it: one without a key where there is nothing to tell. */
export type Told<Row> = (Row & Found) | { conversation_id: null; more_wait: boolean }

interface ToldOf<Row> {
  readonly told: readonly Row[]
  /** Whether there is more to tell. */
  readonly cut: boolean
  readonly bytes: number
}

/** So many of them at most, and of so many bytes, be they of the first. */
export function toldOf<Row>(rows: readonly Told<Row>[], max: number, bytesMax = Number.POSITIVE_INFINITY): ToldOf<Row> {
  const found = rows.filter((row): row is Row & Found => row.conversation_id !== null)
  const told = found.slice(0, max).filter(({ bytes_so_far: bytes }) => bytes <= bytesMax)
  return { told, cut: rows[0]!.more_wait || (found[0]?.found ?? 0) > told.length, bytes: told.at(-1)?.bytes_so_far ?? 0 }
}

/** Of one that waits no more, who asked and when. */
export function requestStateOf(row: ChangedRequestRow): Messages.JoinRequestState {
  const { conversation_id: conversationId, state } = row
  const who = { userId: row.user_id, askedAtMs: row.asked_at, expiresAtMs: row.expires_at }
  const said = state === 'waits' ? { text: row.request_text, answers: JSON.parse(row.answers) } : { text: '', answers: [] }
  return { conversationId, request: { ...who, ...said }, state, atMs: state === 'over' ? 0 : row.answered_at }
}
