// Who was shown a sync while the views stood still is told to ask again once the views have gone on: neither before that, nor twice, nor all in
// the same moment.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Connection } from '../../connection/connection.ts'
import { defaultLimits } from '../../limits.ts'
import { monotonicMs } from '../../monotonic-clock.ts'
import { createOwedSyncs } from './owed-syncs.ts'

const never = Number.POSITIVE_INFINITY

function openOwed() {
  const state = { behind: new Set<number>(), down: false, rounds: 0, hurried: 0 }
  const behind = async () => {
    state.rounds += 1
    if (state.down) throw new Error('the log does not answer')
    return { all: state.behind, standing: state.behind }
  }
  const owed = createOwedSyncs({ behind }, { ...defaultLimits, resyncSpreadMs: 60_000 }, () => {
    state.hurried += 1
  })
  const connect = () => ({ open: true, resyncAt: never }) as { open: boolean } & Connection
  const tick = async () => {
    owed.tick()
    await new Promise(setImmediate)
  }
  return { state, owed, connect, tick }
}

test('it is told once the views have passed one of the partitions, of whatever page of the sync', async () => {
  const { state, owed, connect, tick } = openOwed()
  const [first, second, other] = [connect(), connect(), connect()]
  owed.owe(first, new Set([0]))
  owed.owe(first, new Set([1]))
  owed.owe(second, new Set([0, 1]))
  owed.owe(other, new Set([1]))
  assert.deepEqual([state.hurried, owed.pending], [4, 3])
  state.behind = new Set([0, 1])
  await tick()
  assert.deepEqual([first.resyncAt, second.resyncAt, other.resyncAt], [never, never, never])
  state.behind = new Set([1])
  await tick()
  assert.ok(first.resyncAt < never && second.resyncAt < never)
  assert.equal(other.resyncAt, never)
  // The sweep may have passed them already when log and views answer.
  assert.deepEqual([state.hurried, owed.pending], [6, 1])
  first.resyncAt = never
  await tick()
  assert.equal(first.resyncAt, never, 'once')
})

test('they are told over a while, not all together', async (t) => {
  const { owed, connect, tick } = openOwed()
  t.mock.method(Math, 'random', () => 0.5)
  const connection = connect()
  owed.owe(connection, new Set([0]))
  await tick()
  const inMs = connection.resyncAt - monotonicMs()
  assert.ok(inMs > 29_000 && inMs <= 30_000, String(inMs))
})

test('nobody is asked for who is gone, and a log that does not answer is asked again', async () => {
  const { state, owed, connect, tick } = openOwed()
  const [gone, here] = [connect(), connect()]
  owed.owe(gone, new Set([0]))
  gone.open = false
  await tick()
  assert.deepEqual([state.rounds, gone.resyncAt], [0, never])
  owed.owe(here, new Set([0]))
  state.down = true
  await tick()
  assert.equal(here.resyncAt, never)
  state.down = false
  await tick()
  assert.ok(here.resyncAt < never)
})
