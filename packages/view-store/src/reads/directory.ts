// The directory: who is who, and which devices are logged in.
import type { DeviceSessionState, UserProfile } from '@skein/projections'
import type { Queryable } from '../database/database.ts'
import { rowSource } from '../database/unnest.ts'

export const profileColumns = 'u.user_id, u.user_name, u.display_name'

export interface UserRow {
  user_id: string
  user_name: string
  display_name: string
}

export const profileOf = (row: UserRow): UserProfile => ({
  userId: row.user_id,
  userName: row.user_name,
  displayName: row.display_name,
})

const userByIdSql = (schema: string) => `SELECT ${profileColumns} FROM ${schema}.users u WHERE u.app_id = $1 AND u.user_id = $2`

/** A name is claimed before its user is registered: until then there is nobody to find. */
const userByNameSql = (schema: string) => `
    SELECT ${profileColumns} FROM ${schema}.user_names n
    CROSS JOIN LATERAL (SELECT * FROM ${schema}.users u WHERE u.app_id = n.app_id AND u.user_id = n.user_id OFFSET 0) u
    WHERE n.app_id = $1 AND n.name = $2`

/** $1 rows at most. */
const newestUsersSql = (schema: string) =>
  `SELECT app_id, user_id FROM ${schema}.users ORDER BY registered_at DESC, app_id, user_id LIMIT $1`

interface AskedDevice {
  readonly appId: string
  readonly userId: string
  readonly sessionId: string
}

const askedDevices = rowSource<AskedDevice & { readonly index: number }>([
  { name: 'index', type: 'int', value: ({ index }) => index },
  { name: 'app_id', type: 'text', value: ({ appId }) => appId },
  { name: 'user_id', type: 'text', value: ({ userId }) => userId },
  { name: 'session_id', type: 'text', value: ({ sessionId }) => sessionId },
])

const deviceSessionsSql = (schema: string) => `
    SELECT asked.index, d.closed
    FROM ${askedDevices.sql('asked')}
    CROSS JOIN LATERAL (
      SELECT d.closed_at > 0 AS closed FROM ${schema}.device_sessions d
      WHERE d.app_id = asked.app_id AND d.user_id = asked.user_id AND d.session_id = asked.session_id OFFSET 0
    ) d`

export function createDirectory(schema: string) {
  const statements = {
    userById: userByIdSql(schema),
    userByName: userByNameSql(schema),
    newestUsers: newestUsersSql(schema),
    deviceSessions: deviceSessionsSql(schema),
  }
  return {
    async findUser(db: Queryable, appId: string, by: { readonly userId: string } | { readonly userName: string }) {
      const [text, value, name] =
        'userId' in by ? [statements.userById, by.userId, 'by-id'] : [statements.userByName, by.userName.toLowerCase(), 'by-name']
      const { rows } = await db.query<UserRow>(text, [appId, value], { name: `${schema}-user-${name}` })
      return rows[0] ? profileOf(rows[0]) : null
    },
    async newestUsers(db: Queryable, limit: number) {
      const { rows } = await db.query<{ app_id: string; user_id: string }>(statements.newestUsers, [limit], {
        name: `${schema}-newest-users`,
      })
      return rows.map(({ app_id, user_id }) => ({ appId: app_id, userId: user_id }))
    },
    async deviceSessions(db: Queryable, list: readonly AskedDevice[]) {
      const states = list.map((): DeviceSessionState => 'unknown')
      if (list.length === 0) return states
      const { rows } = await db.query<{ index: number; closed: boolean }>(
        statements.deviceSessions,
        askedDevices.values(list.map((device, index) => ({ ...device, index }))),
        { name: `${schema}-device-sessions` },
      )
      for (const { index, closed } of rows) states[index] = closed ? 'closed' : 'open'
      return states
    },
  }
}
