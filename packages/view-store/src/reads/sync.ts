// Sync: what changed for a user since a cursor, from one snapshot. A row has changed when its offset is at or past what the
// cursor has seen of its partition. A page holds a bounded number of conversations, and looks at one stretch of the user's sessions; a sync of
// several pages keeps the checkpoints of its first, so that what changes meanwhile comes with the next sync, possibly twice and never not at all.
import { parseConversationId, peerOf } from '@skein/contracts'
import { encodeCursor, messageKind, type Privacy, type SyncPage, type SyncQuery, type UserProfile, usersNamedIn } from '@skein/projections'
import { arrayLiteral } from '../database/array-literal.ts'
import type { Database, Queryable } from '../database/database.ts'
import { rowSource } from '../database/unnest.ts'
import { profileColumns, profileOf, type UserRow } from './directory.ts'
import { staysOf } from './everybody.ts'
import { framingBytes } from './fitting.ts'
import { changedPrivacySql, changedRelationsSql, openPrivacy, type RelationRow, syncedRelation } from './relations.ts'
import { hiddenJoin, type ShownRow, shownColumns, shownItem } from './shown-item.ts'
import { createFindStretch, defaultStretchSessionsMax, type FindStretch, type Stretch, sessionsWithin } from './stretch.ts'
import { columnsOf, fullPlan, type SyncPlan, seenAtEnd } from './sync-plan.ts'
import { createPlanSync, type PlanSync } from './viewed-log.ts'
import { type SessionRow, sessionColumns, sessionOf, sessionsFrom } from './visible-sessions.ts'
import {
  type ChangedInvitationRow,
  type ChangedRequestRow,
  changedInvitationsSql,
  changedOwnRequestsSql,
  changedRequestsSql,
  invitationOf,
  requestStateOf,
  type Told,
  toldOf,
} from './ways-in.ts'

export interface SyncLimits {
  /** Conversations in one page. */
  readonly conversationsMax: number
  readonly itemsPerConversationMax: number
  /** Users whose profiles are sent along: peers and actors first, then whom control items name. Others are found by request. */
  readonly profilesMax: number
  /** Messages that a user deleted for themselves since the cursor. */
  readonly hiddenMax: number
  /** How users stand to others, where that has changed since the cursor. */
  readonly relationsMax: number
  /** Invitations, and requests to join, that wait for an answer, or do so no more, since the cursor. */
  readonly waysInMax: number
  /** Of those that wait and are not new, so many of a user are looked at, and so many of all groups that they rule: whether something overtook them. */
  readonly waysInWaitingMax: number
  /** Sessions that one page looks at. */
  readonly stretchSessionsMax: number
}

export const defaultSyncLimits: SyncLimits = {
  conversationsMax: 100,
  itemsPerConversationMax: 50,
  profilesMax: 1_000,
  hiddenMax: 1_000,
  relationsMax: 500,
  waysInMax: 500,
  waysInWaitingMax: 2_000,
  stretchSessionsMax: defaultStretchSessionsMax,
}

/** $1 app, $2 user, $3 partitions, $4 offsets seen, $5 and $6 the stretch, $7 rows at most. A former member's session changes no more with the head. */
const changedSql = (schema: string) => `
    SELECT ${sessionColumns(schema)}
    FROM ${sessionsFrom(schema)}
    LEFT JOIN unnest($3::int[], $4::bigint[]) AS seen (partition, next_offset) ON seen.partition = c.partition
    WHERE ${sessionsWithin('$5', '$6')}
      AND (greatest(s."offset", stay."offset", CASE WHEN stay.to_seq = 0 THEN c."offset" END) >= coalesce(seen.next_offset, 0)
        OR CASE WHEN s.known_offset < 0 THEN false ELSE s.known_offset >= coalesce((
          SELECT known.next_offset FROM unnest($3::int[], $4::bigint[]) AS known (partition, next_offset)
          WHERE known.partition = s.known_partition
        ), 0) END)
    ORDER BY s.conversation_id LIMIT $7`

const itemsAsked = rowSource<{ readonly row: SessionRow; readonly seen: number; readonly rank: number }>([
  { name: 'conversation_id', type: 'text', value: ({ row }) => row.conversation_id },
  { name: 'seen', type: 'bigint', value: ({ seen }) => seen },
  { name: 'rank', type: 'int', value: ({ rank }) => rank },
])

/**
 * $1 app, $2 user, $3 conversations with $4 the offset seen and $5 a rank, $6 items per conversation, $7 bytes
 * of items. The last items are taken first and sifted by offset afterwards: the other way round a quiet conversation would be read back
 * to its beginning.
 */
const itemsSql = (schema: string) => `
    WITH visible AS (
      SELECT asked.rank, asked.conversation_id, asked.seen, s.from_seq,
        CASE s.to_seq WHEN 0 THEN 9223372036854775807 ELSE s.to_seq END AS to_seq
      FROM ${itemsAsked.sql('asked', 3)}
      CROSS JOIN LATERAL (
        SELECT m.from_seq, m.to_seq FROM ${staysOf(schema, { app: '$1', conversation: 'asked.conversation_id', user: '$2' })} m OFFSET 0
      ) s
    ), found AS (
      SELECT visible.rank, last.* FROM visible CROSS JOIN LATERAL (
        SELECT m.conversation_id, m.seq, m.target_seq, m.actor_id, m."offset", ${shownColumns(schema, { from: 'visible.from_seq', to: 'visible.to_seq', app: '$1', user: '$2', conversation: 'visible.conversation_id' })} FROM ${schema}.items m
        WHERE m.app_id = $1 AND m.conversation_id = visible.conversation_id AND m.seq >= visible.from_seq AND m.seq < visible.to_seq
        ORDER BY m.seq DESC LIMIT $6
      ) last WHERE last."offset" >= visible.seen
    ), weighed AS (
      SELECT found.*, sum(length(item) + ${framingBytes}) OVER (ORDER BY rank, seq DESC ROWS UNBOUNDED PRECEDING) AS bytes_so_far
      FROM found
    )
    SELECT weighed.kind, weighed.actor_id, weighed.item, weighed.beyond, h.hidden_at FROM weighed
    ${hiddenJoin(schema, { app: '$1', user: '$2', conversation: 'weighed.conversation_id', item: 'weighed' })}
    WHERE bytes_so_far <= $7 ORDER BY weighed.conversation_id, weighed.seq`

/** $1 app, $2 user, $3 partitions, $4 offsets seen, $5 rows at most. All of them stand in the user's partition. */
const hiddenSql = (schema: string) => `
    SELECT h.conversation_id, h.seq, h.ordinal, h.message_id FROM ${schema}.hidden_items h
    LEFT JOIN unnest($3::int[], $4::bigint[]) AS seen (partition, next_offset) ON seen.partition = h.partition
    WHERE h.app_id = $1 AND h.user_id = $2 AND h."offset" >= coalesce(seen.next_offset, 0)
    ORDER BY h."offset" LIMIT $5`

const profilesSql = (schema: string) => `
    SELECT ${profileColumns} FROM unnest($2::text[]) AS asked (user_id)
    CROSS JOIN LATERAL (SELECT * FROM ${schema}.users u WHERE u.app_id = $1 AND u.user_id = asked.user_id OFFSET 0) u`

interface ItemRow extends ShownRow {
  actor_id: string
}

interface HiddenRow {
  conversation_id: string
  seq: number
  ordinal: number
  message_id: string
}

const hiddenOf = ({ conversation_id, seq, ordinal, message_id }: HiddenRow) => ({
  conversationId: conversation_id,
  seq,
  ordinal,
  messageId: message_id,
})

/** Users that appear in what is sent, each once: those without whom nothing can be shown first. */
function usersIn(userId: string, sessions: readonly SessionRow[], items: readonly ItemRow[]): ReadonlySet<string> {
  const userIds = new Set<string>()
  for (const { conversation_id } of sessions) {
    const conversation = parseConversationId(conversation_id)
    if (conversation?.kind === 'direct') userIds.add(peerOf(conversation, userId))
  }
  for (const { actor_id } of items) userIds.add(actor_id)
  for (const { kind, item } of items) {
    if (kind !== messageKind) for (const named of usersNamedIn(kind, item)) userIds.add(named)
  }
  return userIds
}

type ChangedWaysIn = Pick<SyncPage, 'invitations' | 'endedInvitations' | 'invitationsCut' | 'joinRequests' | 'joinRequestsCut'>

const noWaysIn: ChangedWaysIn = { invitations: [], endedInvitations: [], invitationsCut: false, joinRequests: [], joinRequestsCut: false }

interface Texts {
  readonly changed: string
  readonly items: string
  readonly profiles: string
  readonly hidden: string
  readonly relations: string
  readonly privacy: string
  readonly invitations: string
  readonly ownRequests: string
  readonly requests: string
}

/** Reads pages of syncs, each from one snapshot. */
class SyncReader {
  readonly #limits: SyncLimits
  /** The conversations active last come first, the rest is left to history. */
  readonly #itemBytesMax: number
  readonly #schema: string
  readonly #plan: PlanSync
  readonly #stretch: FindStretch
  readonly #texts: Texts

  constructor(schema: string, limits: SyncLimits, itemBytesMax: number) {
    this.#limits = limits
    this.#itemBytesMax = itemBytesMax
    this.#schema = schema
    this.#plan = createPlanSync(schema)
    this.#stretch = createFindStretch(schema, limits.stretchSessionsMax)
    this.#texts = {
      changed: changedSql(schema),
      items: itemsSql(schema),
      profiles: profilesSql(schema),
      hidden: hiddenSql(schema),
      relations: changedRelationsSql(schema),
      privacy: changedPrivacySql(schema),
      invitations: changedInvitationsSql(schema),
      ownRequests: changedOwnRequestsSql(schema),
      requests: changedRequestsSql(schema),
    }
  }

  async page(snapshot: Queryable, query: SyncQuery): Promise<SyncPage> {
    const asked = await this.#plan(snapshot, { cursor: query.cursor, isBehind: (partition) => query.behind.has(partition) })
    const hidden = await this.#hidden(snapshot, query, asked)
    const plan = hidden === 'too many' ? fullPlan(asked) : asked
    const stretch = await this.#stretch(snapshot, query, plan.afterConversationId)
    const changed = await this.#changed(snapshot, query, { ...plan, ...stretch })
    const sessions = changed.slice(0, this.#limits.conversationsMax)
    const through = changed.length > sessions.length ? sessions.at(-1)!.conversation_id : stretch.through
    const more = stretch.more || through !== stretch.through
    const items = await this.#items(snapshot, query, plan, sessions)
    const related = await this.#relations(snapshot, query, plan)
    const relations = related.slice(0, this.#limits.relationsMax).map(syncedRelation)
    const privacy = await this.#privacy(snapshot, query, plan)
    const waysIn = await this.#waysIn(snapshot, query, plan)
    const profiles = await this.#profiles(snapshot, query, usersIn(query.userId, sessions, items))
    const unfinished = more ? { since: plan.since, afterConversationId: through } : null
    const cursor = encodeCursor({ places: seenAtEnd(plan), unfinished })
    return {
      cursor,
      full: plan.full,
      otherHistory: plan.otherHistory,
      more,
      sessions: sessions.map(sessionOf),
      items: items.map((row) => shownItem(row, query.userId)),
      profiles,
      hidden: hidden === 'too many' ? [] : hidden.map(hiddenOf),
      relations,
      relationsCut: related.length > relations.length,
      privacy,
      ...waysIn,
    }
  }

  /** With the first page; where there are more than fit, everything is sent anew. */
  async #hidden(snapshot: Queryable, { appId, userId }: SyncQuery, plan: SyncPlan): Promise<readonly HiddenRow[] | 'too many'> {
    if (plan.since === null || plan.afterConversationId !== '') return []
    const values = [appId, userId, ...columnsOf(plan.since), this.#limits.hiddenMax + 1]
    const rows = await this.#ask<HiddenRow>(snapshot, 'hidden', values)
    return rows.length > this.#limits.hiddenMax ? 'too many' : rows
  }

  /** With the first page. Who has more of them than are sent asks for the lists. */
  async #relations(snapshot: Queryable, { appId, userId }: SyncQuery, plan: SyncPlan): Promise<readonly RelationRow[]> {
    if (plan.afterConversationId !== '') return []
    const values = [appId, userId, ...columnsOf(plan.since ?? new Map()), this.#limits.relationsMax + 1]
    return this.#ask<RelationRow>(snapshot, 'relations', values)
  }

  /** With the first page. */
  async #privacy(snapshot: Queryable, { appId, userId }: SyncQuery, plan: SyncPlan): Promise<Privacy | null> {
    if (plan.afterConversationId !== '') return null
    const [said] = await this.#ask<Privacy>(snapshot, 'privacy', [appId, userId, ...columnsOf(plan.since ?? new Map())])
    return said ?? (plan.full ? openPrivacy : null)
  }

  /** With the first page. */
  async #waysIn(snapshot: Queryable, { appId, userId, nowMs }: SyncQuery, plan: SyncPlan): Promise<ChangedWaysIn> {
    if (plan.afterConversationId !== '') return noWaysIn
    const { waysInMax: max, waysInWaitingMax } = this.#limits
    const bounded = [appId, userId, ...columnsOf(plan.since ?? new Map()), max + 1, nowMs, waysInWaitingMax + 1]
    const values = [...bounded, this.#itemBytesMax]
    const invited = toldOf(await this.#ask<Told<ChangedInvitationRow>>(snapshot, 'invitations', values), max)
    const own = toldOf(await this.#ask<Told<ChangedRequestRow>>(snapshot, 'ownRequests', values), max)
    // Beside their own: one that fits into no answer is told where nothing else is.
    const left = this.#itemBytesMax - own.bytes
    const asked = await this.#ask<Told<ChangedRequestRow>>(snapshot, 'requests', [...bounded, left])
    const others = toldOf(asked, max - own.told.length, own.told.length > 0 ? left : undefined)
    return {
      invitations: invited.told.filter(({ waits }) => waits).map(invitationOf),
      endedInvitations: invited.told.flatMap(({ waits, conversation_id: id }) => (waits ? [] : [id])),
      invitationsCut: invited.cut,
      joinRequests: [...own.told, ...others.told].map(requestStateOf),
      joinRequestsCut: own.cut || others.cut,
    }
  }

  #changed(snapshot: Queryable, { appId, userId }: SyncQuery, asked: Pick<SyncPlan, 'since'> & Stretch): Promise<readonly SessionRow[]> {
    const { since, after, through } = asked
    const rowsMax = this.#limits.conversationsMax + 1
    return this.#ask<SessionRow>(snapshot, 'changed', [appId, userId, ...columnsOf(since ?? new Map()), after, through, rowsMax])
  }

  async #items(snapshot: Queryable, query: SyncQuery, plan: SyncPlan, sessions: readonly SessionRow[]): Promise<readonly ItemRow[]> {
    const perConversation = Math.min(query.itemsPerConversation, this.#limits.itemsPerConversationMax)
    if (perConversation === 0 || sessions.length === 0) return []
    const newestFirst = [...sessions].sort((a, b) => b.last_activity_at - a.last_activity_at)
    return this.#ask<ItemRow>(snapshot, 'items', [
      query.appId,
      query.userId,
      ...itemsAsked.values(newestFirst.map((row, rank) => ({ row, seen: plan.since?.get(row.partition)?.nextOffset ?? 0, rank }))),
      perConversation,
      this.#itemBytesMax,
    ])
  }

  async #profiles(snapshot: Queryable, { appId }: SyncQuery, userIds: ReadonlySet<string>): Promise<readonly UserProfile[]> {
    if (userIds.size === 0) return []
    const rows = await this.#ask<UserRow>(snapshot, 'profiles', [
      appId,
      arrayLiteral('text', [...userIds].slice(0, this.#limits.profilesMax)),
    ])
    return rows.map(profileOf)
  }

  async #ask<Row>(snapshot: Queryable, what: keyof Texts, values: readonly unknown[]): Promise<readonly Row[]> {
    const { rows } = await snapshot.query<Row>(this.#texts[what], values, { name: `${this.#schema}-sync-${what}` })
    return rows
  }
}

export function createSync(
  schema: string,
  limits: SyncLimits,
  itemBytesMax: number,
): (db: Database, query: SyncQuery) => Promise<SyncPage> {
  const reader = new SyncReader(schema, limits, itemBytesMax)
  return (db, query) => db.transaction((snapshot) => reader.page(snapshot, query), { snapshot: true })
}
