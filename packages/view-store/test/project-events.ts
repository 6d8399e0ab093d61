// Projects events of one partition as a projector does: cells are read from the views, and each batch goes on where the one before
// left them.
import assert from 'node:assert/strict'
import type { SkeinEvent } from '@skein/contracts'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { foldBatch } from '@skein/projections'
import { createPrefetch, createProjectorStore, type Database, type HotViews, hotChangesOf } from '../src/index.ts'

const logEpoch = 'epoch'

export interface ProjectedViews {
  readonly db: Database
  readonly schema: string
  readonly hot?: HotViews
}

/** Those that the views lack of a partition's events. Batches are of these sizes, one after the other and over again. */
export async function projectEvents(
  { db, schema, hot }: ProjectedViews,
  events: readonly SkeinEvent[],
  sizes: readonly number[],
  partition = 0,
): Promise<void> {
  const [store, prefetch] = [createProjectorStore(db, { schema }), createPrefetch(db, { schema, timeoutMs: 5_000 })]
  const checkpointAt = (nextOffset: number) => ({ ...emptyCheckpoint(partition), nextOffset, logEpoch: nextOffset > 0 ? logEpoch : '' })
  const [reached] = await store.readCheckpoints([partition])
  for (let from = reached!.nextOffset, batch = 0; from < events.length; batch++) {
    const to = Math.min(from + sizes[batch % sizes.length]!, events.length)
    const records = events.slice(from, to).map((event, i) => ({ event, position: { partition, offset: from + i } }))
    const fold = foldBatch(records)
    const { checkpoint, cells } = await prefetch(partition, [...fold.needs])
    assert.equal(checkpoint.nextOffset, from)
    const changes = fold.from((key) => cells.get(key))
    await store.apply([{ partition, expected: checkpointAt(from), next: checkpointAt(to), changes }])
    const range = { logEpoch, from, to }
    if (hot) assert.deepEqual(await hot.apply(partition, range, hotChangesOf(changes.cells, changes.rows.items)), { outcome: 'applied' })
    from = to
  }
}

/** Views of before the first event. */
export async function emptyViews({ db, schema }: ProjectedViews): Promise<void> {
  const { rows } = await db.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = $1`, [schema])
  await db.query(`TRUNCATE ${rows.flatMap(({ name }) => (name === 'migrations' ? [] : `${schema}.${name}`)).join(', ')}`)
}
