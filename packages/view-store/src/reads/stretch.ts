// Stretches of a user's sessions: as many as one statement looks at, in the order of conversations. What has changed, and what is unread, is kept
// by conversation and not by user, as a message costs the same to store whoever may see it: so each session is looked at, and whoever has
// very many of them keeps the views from others for no longer than a stretch takes.
import type { Queryable } from '../database/database.ts'

export const defaultStretchSessionsMax = 1_000

/** Sessions of conversations behind one, up to and with another. */
export interface Stretch {
  readonly after: string
  readonly through: string
  /** There are sessions behind it. */
  readonly more: boolean
}

/** Behind every conversation: their ids begin with a letter. */
const end = '~'

/** Parameters: app, user, and a stretch. Of sessions `s`. */
export const sessionsWithin = (after: string, through: string): string =>
  `s.app_id = $1 AND s.user_id = $2 AND s.conversation_id > ${after} AND s.conversation_id <= ${through}`

/** $1 app, $2 user, $3 after this conversation, $4 sessions before the last one of the stretch: that, and one behind it. */
const lastsSql = (schema: string) => `
    SELECT s.conversation_id FROM ${schema}.sessions s
    WHERE s.app_id = $1 AND s.user_id = $2 AND s.conversation_id > $3
    ORDER BY s.conversation_id OFFSET $4 LIMIT 2`

export type FindStretch = (db: Queryable, user: { readonly appId: string; readonly userId: string }, after: string) => Promise<Stretch>

export function createFindStretch(schema: string, sessionsMax: number): FindStretch {
  const text = lastsSql(schema)
  return async (db, { appId, userId }, after) => {
    const values = [appId, userId, after, sessionsMax - 1]
    const { rows } = await db.query<{ conversation_id: string }>(text, values, { name: `${schema}-stretch` })
    const [last, next] = rows
    return last !== undefined && next !== undefined
      ? { after, through: last.conversation_id, more: true }
      : { after, through: end, more: false }
  }
}
