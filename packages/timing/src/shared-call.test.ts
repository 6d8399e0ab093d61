// Whoever asks is served by a call that started after the asking; nobody by one that was on its way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSharedCall } from './shared-call.ts'

test('callers during a call share the next one', async () => {
  const finish: ((value: number) => void)[] = []
  const shared = createSharedCall(() => new Promise<number>((resolve) => finish.push(resolve)))
  const first = [shared(), shared()]
  await Promise.resolve()
  await Promise.resolve()
  assert.equal(finish.length, 1)
  const second = [shared(), shared()]
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
