// The groups that a user is in now, in pages by conversation id, each as sync tells of it. Groups that one has left are passed over stretch by
// stretch, so that whoever has left very many keeps the views from others for no longer than a stretch takes.
import type { MyGroupsQuery, ReadViews } from '@skein/projections'
import type { Queryable } from '../database/database.ts'
import { createFindStretch, sessionsWithin } from './stretch.ts'
import { type SessionRow, sessionColumns, sessionOf, sessionsFrom } from './visible-sessions.ts'

/** Before every group. */
const begin = 'g:'

/** $1 app, $2 user, $3 and $4 the stretch, $5 rows at most. Direct conversations come before all groups. */
const myGroupsSql = (schema: string) => `
    SELECT ${sessionColumns(schema)} FROM ${sessionsFrom(schema)}
    WHERE ${sessionsWithin('$3', '$4')} AND stay.to_seq = 0
    ORDER BY s.conversation_id LIMIT $5`

export function createMyGroups(schema: string, stretchSessionsMax: number) {
  const [find, text] = [createFindStretch(schema, stretchSessionsMax), myGroupsSql(schema)]
  return async (db: Queryable, { appId, userId, afterConversationId, limit }: MyGroupsQuery): ReturnType<ReadViews['myGroups']> => {
    const rows: SessionRow[] = []
    for (let [after, more] = [afterConversationId || begin, true]; more && rows.length <= limit; ) {
      const stretch = await find(db, { appId, userId }, after)
      const values = [appId, userId, after, stretch.through, limit + 1 - rows.length]
      rows.push(...(await db.query<SessionRow>(text, values, { name: `${schema}-my-groups` })).rows)
      after = stretch.through
      more = stretch.more
    }
    return { groups: rows.slice(0, limit).map(sessionOf), more: rows.length > limit }
  }
}
