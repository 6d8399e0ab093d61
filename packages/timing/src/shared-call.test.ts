// Whoever asks is served by a call that started after the asking; nobody by one that was on its way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pause } from './pause.ts'
import { createSharedCall } from './shared-call.ts'

test('callers during a call share the next one', async () => {
  const finish: ((value: number) => void)[] = []
  const shared = createSharedCall(() => new Promise<number>((resolve) => finish.push(resolve)))
  const first = [shared(), shared()]
  await Promise.resolve()
  await Promise.resolve()
  assert.equal(finish.length, 1)
  const second = [shared(), shared()]
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(finish.length, 1)
  finish[0]!(1)
  assert.deepEqual(await Promise.all(first), [1, 1])
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(finish.length, 2)
  finish[1]!(2)
  assert.deepEqual(await Promise.all(second), [2, 2])
})

test('a call that fails fails its callers, not the next', async () => {
  let calls = 0
  const shared = createSharedCall(async () => {
    calls += 1
    if (calls === 1) throw new Error('once')
    return calls
  })
  const failed = shared()
  await assert.rejects(failed)
  assert.equal(await shared(), 2)
})

// What many ask for one after the other was asked for as often as they did.
test('who asks while others are gathered joins them, and nobody joins a call that began', async () => {
  const gatherMs = 200
  let calls = 0
  const shared = createSharedCall(async () => {
    calls += 1
    await pause(2 * gatherMs)
    return calls
  }, gatherMs)
  const first = shared()
  await pause(gatherMs / 2)
  assert.equal(calls, 0)
  assert.equal(shared(), first)
  assert.equal(await first, 1)
  const begun = shared()
  await pause(2 * gatherMs)
  const behind = shared()
  assert.deepEqual(await Promise.all([begun, behind]), [2, 3])
})
