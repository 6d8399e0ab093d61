// Reading timers from the views, one contract on PostgreSQL and on PGlite: every timer of the partition that is not done, once, in one order whatever
// the pages, up to a moment and no further, with the checkpoint that the page is as of.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { TimerCell } from '@skein/domain'
import { emptyCheckpoint, type TimerPlace } from '@skein/event-sourcing'
import { foldBatch, type StoredCell, storedCells } from '@skein/projections'
import { createPrefetch, createProjectorStore, createReadTimers, type Database } from '../src/index.ts'
import { databasesUnderTest } from './open-databases.ts'

interface Timer {
  readonly app: string
  readonly aggregate: string
  readonly id: string
  readonly dueAt: number
}

const cellOf = ({ dueAt, id }: Timer) => ({ kind: 'timer', timerKind: 'a kind', dueAt, payload: `of ${id}` }) as unknown as TimerCell
const keyOf = ({ app, aggregate, id }: Timer) => `timer|${app}|${aggregate}|${id}`
const checkpointAt = (partition: number, nextOffset: number) => ({
  ...emptyCheckpoint(partition),
  nextOffset,
  ...(nextOffset > 0 ? { logEpoch: 'epoch', claim: 0, claimId: `claim of ${partition}` } : {}),
})

/** As a projector writes timers that events left so, each at an offset of its own; answers where it has come. */
async function write(db: Database, schema: string, { partition, from }: { partition: number; from: number }, timers: readonly Timer[]) {
  const [how] = (storedCells.timer as StoredCell<TimerCell>).writes
  const rows = timers.map((timer, i) =>
    how!.rowOf({
      key: { app_id: timer.app, aggregate_id: timer.aggregate, timer_id: timer.id },
      cell: cellOf(timer),
      at: { partition, offset: from + i },
    }),
  )
  const nothing = foldBatch([]).from(() => undefined)
  const changes = { ...nothing, rows: { ...nothing.rows, timers: rows as never } }
  const next = checkpointAt(partition, from + timers.length)
  await createProjectorStore(db, { schema }).apply([{ partition, expected: checkpointAt(partition, from), next, changes }])
  return next.nextOffset
}

const start: TimerPlace = { dueAt: 0, key: null }
const ever = Number.MAX_SAFE_INTEGER

/** All pages, read on from where the one before ended. */
async function readAll(read: ReturnType<typeof createReadTimers>, limit: number, after = start, upTo = ever): Promise<string[]> {
  const keys: string[] = []
  for (let place = after; ; ) {
    const { found, more } = await read(0, place, upTo, limit)
    assert.ok(found.length <= limit && (more || found.length < limit))
    keys.push(...found.map(({ key }) => key))
    if (!more) return keys
    const { dueAt, key } = found.at(-1)!
    place = { dueAt, key }
  }
}

for (const database of databasesUnderTest()) {
  describe(`timers in ${database.name}`, () => {
    it('are read in the order of their moments and ids, whatever the pages, those that are done left out', async () => {
      const { db, schema } = await database.open()
      const read = createReadTimers(db, { schema })
      // Ids of which one begins like another, and texts that a language would order otherwise than bytes.
      const ids = ['a', 'a-b', 'B', 'ä', 'z']
      const moments = [10, 20, 20, 30]
      const all = ids.flatMap((app) =>
        ids.flatMap((aggregate) => moments.map((dueAt, i) => ({ app, aggregate: `g:${aggregate}`, id: `${ids[i]}`, dueAt }))),
      )
      const shuffled = all.toSorted((a, b) =>
        Buffer.from(keyOf(a))
          .reverse()
          .compare(Buffer.from(keyOf(b)).reverse()),
      )
      await write(db, schema, { partition: 1, from: 0 }, [{ app: 'other', aggregate: 'g:x', id: 'x', dueAt: 15 }])
      const done = shuffled.filter((_, i) => i % 7 === 0)
      const end = await write(db, schema, { partition: 0, from: 0 }, shuffled)
      await write(
        db,
        schema,
        { partition: 0, from: end },
        done.map((timer) => ({ ...timer, dueAt: 0 })),
      )

      const parts = ({ app, aggregate, id }: Timer) => [app, aggregate, id].map((part) => Buffer.from(part))
      const inOrder = (a: Timer, b: Timer) =>
        a.dueAt - b.dueAt || parts(a).reduce((found, part, i) => found || Buffer.compare(part, parts(b)[i]!), 0)
      const standing = shuffled.filter((timer) => !done.includes(timer)).toSorted(inOrder)
      for (const limit of [1, 3, 20, 1_000]) assert.deepEqual(await readAll(read, limit), standing.map(keyOf), `pages of ${limit}`)
      const upTo = (dueAt: number) => standing.filter((timer) => timer.dueAt <= dueAt).map(keyOf)
      assert.deepEqual(await readAll(read, 7, start, 19), upTo(10))
      assert.deepEqual(await readAll(read, 7, start, 20), upTo(20))
      assert.deepEqual(
        await readAll(read, 7, { dueAt: 20, key: null }),
        standing.map(keyOf).slice(upTo(20).length),
        'behind all of a moment',
      )
    })

    it('come with the cell that a prefetch finds, the event that left it so, and the checkpoint they are as of', async () => {
      const { db, schema } = await database.open()
      const read = createReadTimers(db, { schema })
      assert.deepEqual(await read(0, start, ever, 10), { checkpoint: emptyCheckpoint(0), found: [], more: false })
      const timer: Timer = { app: 'app', aggregate: 'g:one', id: 'end', dueAt: 1_700_000_000_000 }
      let end = await write(db, schema, { partition: 0, from: 0 }, [timer, { ...timer, id: 'other' }])
      const found = { key: keyOf(timer), cell: cellOf(timer), dueAt: timer.dueAt, offset: 0 }
      assert.deepEqual(await read(0, start, ever, 1), { checkpoint: checkpointAt(0, end), found: [found], more: true })
      assert.deepEqual((await createPrefetch(db, { schema })(0, [found.key])).cells.get(found.key), found.cell)
      const moved = { ...timer, dueAt: timer.dueAt + 1 }
      end = await write(db, schema, { partition: 0, from: end }, [moved])
      const later = { ...found, cell: cellOf(moved), dueAt: moved.dueAt, offset: 2 }
      assert.deepEqual((await read(0, { dueAt: timer.dueAt, key: null }, ever, 10)).found, [later])
      await write(db, schema, { partition: 0, from: end }, [
        { ...timer, dueAt: 0 },
        { ...timer, id: 'other', dueAt: 0 },
      ])
      const { checkpoint, ...page } = await read(0, start, ever, 10)
      assert.deepEqual([checkpoint.nextOffset, page], [end + 2, { found: [], more: false }])
    })
  })
}

const [postgres] = databasesUnderTest()

it('a page costs as much as it has, however many timers are done or due later, without statistics', async () => {
  const { db, schema } = await postgres!.open()
  const read = createReadTimers(db, { schema })
  const count = 10_000
  const timers = Array.from({ length: count }, (_, i) => ({ app: 'app', aggregate: `g:${i}`, id: 'end', dueAt: i % 2 === 0 ? 0 : i }))
  await write(db, schema, { partition: 0, from: 0 }, timers)
  await write(
    db,
    schema,
    { partition: 1, from: 0 },
    timers.map((timer) => ({ ...timer, app: 'other' })),
  )
  const rowsRead = async () => {
    await db.query('SELECT pg_stat_force_next_flush()')
    const { rows } = await db.query<{ read: number }>(
      `SELECT sum(pg_stat_get_tuples_returned(oid))::int AS read FROM (
         SELECT '${schema}.timers'::regclass AS oid UNION ALL SELECT indexrelid FROM pg_index WHERE indrelid = '${schema}.timers'::regclass
       ) relations`,
    )
    return rows[0]!.read
  }
  // After some runs a named statement is planned once and for all.
  const runs = 8
  for (const after of [start, { dueAt: count / 2, key: null }, { dueAt: count / 2 + 1, key: `timer|app|g:${count / 2 + 1}|end` }]) {
    const before = await rowsRead()
    for (let i = 0; i < runs; i++) assert.equal((await read(0, after, ever, 100)).found.length, 100)
    const perPage = ((await rowsRead()) - before) / runs
    assert.ok(perPage <= 101, `${perPage} rows for a page of 100`)
  }
})
