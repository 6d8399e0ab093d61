// What every adapter of storage promises, as tests: each on a place of its own, which outlives the adapters opened on it.
import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import fc from 'fast-check'
import type { Storage } from '../src/storage/storage.ts'

export interface StoragePlace {
  /** Opens what is kept there, as a process that starts does; the one opened before is closed by then. */
  open(): Promise<Storage>
}

const key = fc.constantFrom('a', 'a/1', 'a/10', 'a/2', 'ab', 'b', 'B', 'ä/1', 'a/\u{1f600}')
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('set' as const), key, value: fc.string({ unit: 'binary', maxLength: 8 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), key }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('get' as const), key }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('list' as const), prefix: fc.constantFrom('', 'a', 'a/', 'a/1', 'ä', 'c') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
)

const listed = (values: ReadonlyMap<string, string>, prefix: string): [string, string][] =>
  [...values].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))

export function storageContract(name: string, makePlace: (t: TestContext) => StoragePlace | Promise<StoragePlace>): void {
  describe(`storage: ${name}`, () => {
    test('values are found under their keys, once written and until deleted', async (t) => {
      const storage = await (await makePlace(t)).open()
      assert.equal(await storage.get('a'), undefined)
      await storage.set('a', 'one')
      await storage.set('a', 'two')
      await storage.set('empty', '')
      assert.equal(await storage.get('a'), 'two')
      assert.equal(await storage.get('empty'), '')
      await storage.delete('a')
      await storage.delete('never there')
      assert.equal(await storage.get('a'), undefined)
      await storage.close?.()
    })

    test('a list holds every key with its beginning and no other, by key', async (t) => {
      const storage = await (await makePlace(t)).open()
      for (const name of ['b/10', 'b/1', 'b/2', 'b', 'c/1', 'B/1', 'a/b/1']) await storage.set(name, `at ${name}`)
      assert.deepEqual(await storage.list('b/'), [
        ['b/1', 'at b/1'],
        ['b/10', 'at b/10'],
        ['b/2', 'at b/2'],
      ])
      assert.deepEqual(await storage.list('d'), [])
      assert.equal((await storage.list('')).length, 7)
      await storage.close?.()
    })

    test('values survive a restart, long ones and those with line ends too', async (t) => {
      const place = await makePlace(t)
      const long = '€\n'.repeat(200_000)
      const first = await place.open()
      await Promise.all([first.set('a', 'gone'), first.set('long', long), first.set('b', '"\n\\\0\u2028'), first.delete('a')])
      await first.close?.()
      const second = await place.open()
      assert.equal(await second.get('a'), undefined)
      assert.equal(await second.get('b'), '"\n\\\0\u2028')
      assert.ok((await second.get('long')) === long)
      await second.close?.()
    })

    test('a list shows one moment, whatever is written meanwhile', async (t) => {
      // IndexedDB was asked for keys and values one after the other: a write between them put values under the wrong keys.
      const storage = await (await makePlace(t)).open()
      await storage.set('b', 'at b')
      await storage.set('c', 'at c')
      const list = storage.list('')
      const writes = [storage.set('a', 'at a'), storage.delete('c')]
      assert.deepEqual(await list, [
        ['b', 'at b'],
        ['c', 'at c'],
      ])
      await Promise.all(writes)
      await storage.close?.()
    })

    test('any calls, none waited for, take effect in their order, and over restarts', async (t) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const place = await makePlace(t)
          let storage = await place.open()
          const values = new Map<string, string>()
          let calls: Promise<unknown>[] = []
          for (const now of steps) {
            if (now.kind === 'set') {
              values.set(now.key, now.value)
              calls.push(storage.set(now.key, now.value))
            } else if (now.kind === 'delete') {
              values.delete(now.key)
              calls.push(storage.delete(now.key))
            } else if (now.kind === 'get') {
              const expected = values.get(now.key)
              calls.push(storage.get(now.key).then((found) => assert.equal(found, expected)))
            } else if (now.kind === 'list') {
              const expected = listed(values, now.prefix)
              calls.push(storage.list(now.prefix).then((found) => assert.deepEqual(found, expected)))
            } else {
              await Promise.all(calls.splice(0))
              await storage.close?.()
              storage = await place.open()
            }
          }
          await Promise.all(calls)
          calls = []
          assert.deepEqual(await storage.list(''), listed(values, ''))
          await storage.close?.()
        }),
        { numRuns: 30 },
      )
    })
  })
}
