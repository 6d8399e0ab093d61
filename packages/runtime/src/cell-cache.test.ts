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

test('a cell that was used leaves behind those that were not, and once: unless it is used again', () => {
  const cache = new CellCache<string>()
  for (const key of ['read', 'set', 'idle', 'looked at']) cache.set(key, key, 1)
  cache.get('read')
  cache.set('set', 'again', 2)
  cache.peek('looked at')
  cache.find('looked at')
  cache.evict(9, 3)
  assert.deepEqual(
    ['read', 'set', 'idle', 'looked at'].map((key) => cache.has(key)),
    [true, true, false, true],
  )
  cache.get('set')
  cache.evict(9, 2)
  cache.evict(9, 1)
  assert.equal(cache.size, 1)
  assert.deepEqual([cache.get('set'), cache.lastOffset('set')], ['again', 2])
  cache.evict(9, 0)
  assert.equal(cache.size, 0, 'used or not')
})

test('knows which cells are copies, as long as they are in memory', () => {
  const cache = new CellCache<string>()
  const copies = () => [...cache.copies()].map(([key, { readAt }]) => `${key} ${readAt}`)
  const copy = (readAt: number) => ({ readAt, keepMs: 1, usedAt: 0 })
  cache.set('own', 'x', 1)
  for (const key of ['a', 'b', 'c']) cache.admit(key, 'x', 1, copy(1))
  cache.admit('b', 'y', 1, copy(2))
  assert.deepEqual(copies(), ['a 1', 'b 2', 'c 1'])
  cache.delete('a')
  cache.get('b')
  cache.evict(9, 1)
  assert.deepEqual(copies(), ['b 2'])
})

// It stayed one, and what a lagging view said of it was put over what the event had left.
test('what an event has left is a copy no more, and what is read as the partition’s own neither', () => {
  const cache = new CellCache<string>()
  for (const key of ['a', 'b', 'c']) cache.admit(key, 'x', 1, { readAt: 1, keepMs: 1, usedAt: 0 })
  cache.set('a', 'y', 2)
  cache.admit('b', 'y', 2, null)
  assert.deepEqual(
    ['a', 'b', 'c'].map((key) => cache.find(key)?.copy?.readAt),
    [undefined, undefined, 1],
  )
  assert.deepEqual(
    [...cache.copies()].map(([key]) => key),
    ['c'],
  )
  assert.deepEqual([cache.get('a'), cache.lastOffset('a')], ['y', 2])
})

test('a cell that is read again is no more used than before, and one that was used stays so', () => {
  const cache = new CellCache<string>()
  const copy = (readAt: number) => ({ readAt, keepMs: 1, usedAt: 0 })
  for (const key of ['along', 'other', 'needed']) cache.admit(key, 'x', 1, copy(1))
  cache.get('needed')
  for (const key of ['along', 'needed']) cache.admit(key, 'y', 2, copy(2))
  assert.deepEqual(cache.find('along'), { cell: 'y', lastOffset: 2, copy: copy(2), used: false })
  cache.evict(9, 2)
  assert.deepEqual(
    ['along', 'other', 'needed'].map((key) => cache.has(key)),
    [false, true, true],
  )
  cache.evict(9, 1)
  assert.ok(cache.has('needed'))
})

test('a copy that is renewed is as of a later reading, and no more used than before', () => {
  const cache = new CellCache<string>()
  for (const key of ['a', 'b']) cache.admit(key, 'x', 3, { readAt: 1, keepMs: 1, usedAt: 0 })
  cache.renew('a', 'y', 2)
  assert.deepEqual(cache.find('a')?.copy, { readAt: 2, keepMs: 1, usedAt: 0 })
  assert.deepEqual([cache.peek('a'), cache.lastOffset('a')], ['y', 3])
  cache.evict(9, 1)
  assert.deepEqual([cache.has('a'), cache.has('b')], [false, true])
})

test('one call makes room for all that came in, however much that is and whether it was used', () => {
  const cache = new CellCache<number>()
  let next = 0
  for (let call = 0; call < 5; call++) {
    for (let i = 0; i < 20_000; i++) {
      cache.set(`${next}`, next, call)
      if (i % 2 === 0) cache.get(`${next}`)
      next += 1
    }
    cache.evict(call + 1, 100)
    assert.equal(cache.size, 100)
  }
})

test('a call passes so many that the view lacks and no more: the next one goes on behind them', () => {
  const cache = new CellCache<number>()
  for (let i = 0; i < 12_000; i++) cache.set(`${i}`, i, i < 11_000 ? 9 : 1)
  for (const size of [12_000, 12_000, 11_000]) {
    cache.evict(5, 0)
    assert.equal(cache.size, size)
  }
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
