// What holds for the apps that are registered: what each sets, over the defaults.
import { limitsFrom, type ReadViews } from '@skein/projections'
import type { Queryable } from '../database/database.ts'

const ownLimitsSql = (schema: string) => `SELECT limits FROM ${schema}.apps WHERE app_id = $1`

export function createAppPolicy(schema: string) {
  const text = ownLimitsSql(schema)
  return async (db: Queryable, appId: string): ReturnType<ReadViews['app']> => {
    const { rows } = await db.query<{ limits: string }>(text, [appId], { name: `${schema}-app` })
    return rows[0] ? { limits: limitsFrom(rows[0].limits) } : null
  }
}
