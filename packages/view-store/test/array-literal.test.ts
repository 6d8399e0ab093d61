// Arrays come back from the database as they were written, whatever texts and bytes are in them.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ColumnType } from '@skein/projections'
import { arrayLiteral } from '../src/database/array-literal.ts'
import { databasesUnderTest } from './open-databases.ts'

const texts = [
  '',
  'plain',
  'd:ann:bob',
  'null',
  'NULL',
  'two words',
  'a,b',
  '{x}',
  '"quoted"',
  'back\\slash',
  '\\"',
  'näme 😀',
  "it's",
  '\n\t',
]
const bytes = [new Uint8Array(0), Uint8Array.of(0, 255, 92, 34), new Uint8Array(1_000).fill(7).subarray(3, 9)]

for (const database of databasesUnderTest()) {
  describe(`arrays on ${database.name}`, () => {
    it('keep texts, numbers and bytes', async () => {
      const { db } = await database.open()
      const back = async (type: ColumnType, values: readonly unknown[]) => {
        const { rows } = await db.query<{ value: unknown }>(
          `SELECT value FROM unnest($1::${type}[]) WITH ORDINALITY u (value, n) ORDER BY n`,
          [arrayLiteral(type, values)],
        )
        return rows.map(({ value }) => (value instanceof Uint8Array ? [...value] : value))
      }
      assert.deepEqual(await back('text', texts), texts)
      assert.deepEqual(await back('bigint', [0, -1, Number.MAX_SAFE_INTEGER]), [0, -1, Number.MAX_SAFE_INTEGER])
      assert.deepEqual(await back('int', [1, -7]), [1, -7])
      assert.deepEqual(
        await back('bytea', bytes),
        bytes.map((value) => [...value]),
      )
      for (const type of ['text', 'int', 'bigint', 'bytea'] as const) assert.deepEqual(await back(type, []), [])
    })
  })
}
