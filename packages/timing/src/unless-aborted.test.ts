// What is promised of a wait that a signal can end: the answer, the failure, or the signal's reason, and a signal as it was before.
import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import test from 'node:test'
import { unlessAborted } from './unless-aborted.ts'

const never = new Promise<never>(() => {})

test('settles as the promise does, and leaves nothing with the signal', async () => {
  const { signal } = new AbortController()
  assert.equal(await unlessAborted(Promise.resolve(1), signal), 1)
  await assert.rejects(unlessAborted(Promise.reject(new Error('broken')), signal), { message: 'broken' })
  await new Promise(setImmediate)
  assert.equal(getEventListeners(signal, 'abort').length, 0)
})

test('ends with the reason of the signal, at once where it has aborted before', async () => {
  const stop = new AbortController()
  const waiting = unlessAborted(never, stop.signal)
  stop.abort(new Error('stopped'))
  await assert.rejects(waiting, { message: 'stopped' })
  await assert.rejects(unlessAborted(never, stop.signal), { message: 'stopped' })
  await assert.rejects(unlessAborted(Promise.reject(new Error('unheard')), stop.signal), { message: 'stopped' })
})
