// Story: one user asked again and again to put two hundred new people into a group that they were not in. Each time it was refused and given
// back, but for two hundred entries with nothing in them, which were kept for an hour: 72 million of them. An entry that was asked for in vain
// all the time was taken for young, and kept those behind it from being forgotten.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { countAdded, noneAdded, uncountAdded } from './added-users.ts'
import { isNoneLeft } from './counted-requests.ts'

const hourMs = 3_600_000
const limits = { usersAddedPerHour: 1_000, sameUserAddedPerHour: 20, usersAddedKeptMax: 10_000 }
const people = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}-${i}`)
const adding = (...userIds: readonly string[]) => ({ key: randomUUID(), userIds })

test('of what was refused nothing is kept', () => {
  const added = noneAdded(0)
  for (let i = 0; i < 100; i++) {
    const fresh = adding(...people(`fresh-${i}`, 200))
    assert.equal(countAdded(added, fresh, limits, i), null)
    uncountAdded(added, fresh)
  }
  assert.deepEqual([added.each.size, added.requests.size, added.all.level], [0, 0, 0])
  const [done, refused] = [adding('bob'), adding('bob', 'carol')]
  for (const one of [done, refused]) assert.equal(countAdded(added, one, limits, 100), null)
  uncountAdded(added, refused)
  assert.deepEqual([...added.each.keys()], ['bob'], 'what was done stays')
})

test('whoever is asked for in vain keeps nobody behind them from being forgotten', () => {
  const added = noneAdded(0)
  const once = { ...limits, sameUserAddedPerHour: 1 }
  assert.equal(countAdded(added, adding('bob'), once, 0), null)
  assert.equal(countAdded(added, adding(...people('other', 100)), once, 1), null)
  for (let nowMs = 60_000; nowMs < hourMs; nowMs += 60_000) assert.notEqual(countAdded(added, adding('bob'), once, nowMs), null)
  assert.equal(countAdded(added, adding('eve'), once, hourMs + 1), null)
  assert.deepEqual([[...added.each.keys()], added.requests.size], [['eve'], 1])
})

test('of one user so much is remembered, and whoever was counted longest ago is forgotten first', () => {
  const added = noneAdded(0)
  const few = { ...limits, sameUserAddedPerHour: 2, usersAddedKeptMax: 3 }
  for (const [nowMs, userId] of ['ann', 'bob', 'carol', 'ann', 'dave'].entries()) countAdded(added, adding(userId), few, nowMs)
  assert.deepEqual([[...added.each.keys()], added.requests.size], [['carol', 'ann', 'dave'], 3])
  assert.notEqual(countAdded(added, adding('ann'), few, 5), null)
})

test('an hour behind the last that was counted nothing is left, whatever was refused meanwhile', () => {
  const added = noneAdded(0)
  assert.equal(countAdded(added, adding(...people('other', 1_000)), limits, 0), null)
  assert.notEqual(countAdded(added, adding(...people('late', 1_000)), limits, hourMs - 1), null)
  assert.deepEqual([isNoneLeft(added, hourMs - 1), isNoneLeft(added, hourMs)], [false, true])
})

test('what is asked again is counted once, and taken back once', () => {
  const added = noneAdded(0)
  const [one, other] = [adding('bob'), adding('bob')]
  for (const addition of [one, other, one, one]) assert.equal(countAdded(added, addition, { ...limits, usersAddedPerHour: 2 }, 0), null)
  uncountAdded(added, one)
  uncountAdded(added, one)
  assert.deepEqual([added.all.level, added.each.get('bob')!.level], [1, 1])
})
