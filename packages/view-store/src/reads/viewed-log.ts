// What the views know of the log that a cursor may speak of: how far they are, and which claims stood where it says it has been.
import { type Cursor, decodeCursor } from '@skein/projections'
import { type CheckpointRow, checkpointOf, checkpointsSql } from '../database/checkpoints.ts'
import type { Queryable } from '../database/database.ts'
import { placeName, placesOfOldClaims, planOf, type SyncPlan, type ViewedLog } from './sync-plan.ts'

interface ClaimAtRow {
  partition: number
  next_offset: number
  claim_id: string
}

/** $1 partitions, $2 offsets: the claims under which the events just before these were written. */
const claimsSql = (schema: string) => `
    SELECT asked.partition, asked.next_offset, claim.claim_id
    FROM unnest($1::int[], $2::bigint[]) AS asked (partition, next_offset)
    CROSS JOIN LATERAL (
      SELECT c.claim_id FROM ${schema}.claims c WHERE c.partition = asked.partition AND c."offset" < asked.next_offset
      ORDER BY c."offset" DESC LIMIT 1
    ) claim`

export type PlanSync = (snapshot: Queryable, asked: { readonly cursor: Uint8Array } & Pick<ViewedLog, 'isBehind'>) => Promise<SyncPlan>

export function createPlanSync(schema: string): PlanSync {
  const checkpointsText = checkpointsSql(schema)
  const claimsText = claimsSql(schema)

  async function claimsBefore(snapshot: Queryable, places: readonly (readonly [number, number])[]): Promise<ReadonlyMap<string, string>> {
    if (places.length === 0) return new Map()
    const values = [places.map(([partition]) => partition), places.map(([, offset]) => offset)]
    const { rows } = await snapshot.query<ClaimAtRow>(claimsText, values, { name: `${schema}-sync-claims` })
    return new Map(rows.map((row) => [placeName(row.partition, row.next_offset), row.claim_id]))
  }

  return async (snapshot, { cursor: bytes, isBehind }) => {
    const { rows } = await snapshot.query<CheckpointRow>(checkpointsText, [], { name: `${schema}-sync-checkpoints` })
    const checkpoints = rows.map(checkpointOf)
    const cursor: Cursor | null = decodeCursor(bytes)
    const claims = await claimsBefore(snapshot, placesOfOldClaims(cursor, checkpoints))
    return planOf(cursor, { checkpoints, isBehind, claims })
  }
}
