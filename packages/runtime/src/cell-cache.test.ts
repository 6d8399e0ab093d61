// The cache of cells: bounded, least recently used first, and never without what the view lacks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CellCache } from './cell-cache.ts'

test('tells cells, known absences and the unknown apart', () => {
  const cache = new CellCache<string>()
  cache.set('a', 'A', 1)
  cache.set('none', null, -1)
  assert.deepEqual([cache.get('a'), cache.get('none'), cache.get('unknown')], ['A', null, undefined])
  assert.deepEqual([cache.has('a'), cache.has('none'), cache.has('unknown')], [true, true, false])
})

test('evicts the least recently used, and nothing at or past the checkpoint', () => {
  const cache = new CellCache<string>()
  cache.set('old', 'x', 1)
  cache.set('used', 'x', 2)
  cache.set('late', 'x', 9)
  cache.set('new', 'x', 3)
  cache.get('old')
  cache.evict(9, 2)
  assert.deepEqual(
    ['old', 'used', 'late', 'new'].map((key) => cache.has(key)),
    [true, false, true, false],
  )
})

test('keeps too much rather than forget what the view lacks', () => {
  const cache = new CellCache<string>()
  for (const [i, key] of ['a', 'b', 'c'].entries()) cache.set(key, key, i + 5)
  cache.evict(5, 1)
  assert.equal(cache.size, 3)
  cache.evict(7, 1)
  assert.equal(cache.size, 1)
  assert.ok(cache.has('c'))
})
