// The descriptions of the tables against the database as it is migrated: every table, every column with its type, every key. What is
// forgotten on one side fails here.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Table, tables } from '@skein/projections'
import { silentLogger } from '@skein/telemetry'
import { checkpointsTable } from '../src/database/checkpoints.ts'
import { createPgliteDatabase, migrateViews } from '../src/index.ts'

const typeNames: Readonly<Record<string, string>> = { text: 'text', int: 'integer', bigint: 'bigint', bytea: 'bytea' }

test('the tables are what their descriptions say', async (t) => {
  const db = await createPgliteDatabase()
  t.after(() => db.close())
  const schema = 'views_described'
  await migrateViews(db, { schema, logger: silentLogger })
  const columns = await db.query<{ table: string; name: string; type: string; nullable: boolean; key: number }>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
       coalesce(array_position(i.indkey::int2[], a.attnum), -1) AS key
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = $1
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migrations'
     ORDER BY c.relname, a.attnum`,
    [schema],
  )
  const found = Map.groupBy(columns.rows, ({ table }) => table)
  const described = [checkpointsTable, ...Object.values<Table>(tables)]
  assert.deepEqual([...found.keys()].sort(), described.map(({ name }) => name).sort())
  for (const { name, key, columns: expected } of described) {
    const rows = found.get(name)!
    assert.deepEqual(
      Object.fromEntries(rows.map((row) => [row.name, row.type])),
      Object.fromEntries(Object.entries(expected).map(([column, type]) => [column, typeNames[type]])),
      name,
    )
    assert.deepEqual(
      rows.filter((row) => row.nullable).map((row) => row.name),
      [],
      `${name} has columns without a value`,
    )
    const keyColumns = rows.filter((row) => row.key >= 0).sort((a, b) => a.key - b.key)
    assert.deepEqual(
      keyColumns.map((row) => row.name),
      [...key],
      `primary key of ${name}`,
    )
  }
})

// Young tables were vacuumed and analyzed whenever they had grown by a fifth: once a minute under load, with two thirds of a core, while
// latencies were three times what they were otherwise.
test('tables that rows are only added to are vacuumed and analyzed by the 200,000, each partition of them, and slowly', async (t) => {
  const db = await createPgliteDatabase()
  t.after(() => db.close())
  const schema = 'views_appended'
  await migrateViews(db, { schema, logger: silentLogger })
  const { rows } = await db.query<{ table: string; name: string; settings: string[] | null }>(
    `SELECT coalesce(parent.relname, c.relname) AS "table", c.relname AS name, c.reloptions AS settings
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = $1
     LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
     LEFT JOIN pg_class parent ON parent.oid = i.inhparent
     WHERE c.relkind = 'r'`,
    [schema],
  )
  // Few items are amended. What is unread is told from hidden items, by a plan that statistics choose: there are few, and they are analyzed often.
  const firstStays = Object.values<Table>(tables).filter((table) => table.keeps === 'first' && table !== tables.hidden_items)
  const added = [...firstStays, tables.items].map(({ name }) => name)
  for (const table of added) {
    const parts = rows.filter((row) => row.table === table)
    assert.ok(parts.length > 0, table)
    for (const { name, settings } of parts)
      assert.deepEqual(
        settings?.toSorted(),
        [
          'autovacuum_analyze_threshold=200000',
          'autovacuum_vacuum_cost_delay=20',
          'autovacuum_vacuum_insert_scale_factor=0.2',
          'autovacuum_vacuum_insert_threshold=200000',
        ],
        name,
      )
  }
})
