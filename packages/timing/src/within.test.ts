// What a time limit promises: the answer, the failure, or TookTooLong; and an answer that waits to be read is no late answer.
import assert from 'node:assert/strict'
import test from 'node:test'
import { TookTooLong, within } from './within.ts'

const never = new Promise<never>(() => {})

test('settles as the promise does', async () => {
  assert.equal(await within(1000, 'it', Promise.resolve(1)), 1)
  await assert.rejects(within(1000, 'it', Promise.reject(new Error('broken'))), { message: 'broken' })
})

test('what does not settle in time took too long, and says what it was', async () => {
  await assert.rejects(within(1, 'the views', never), (error: TookTooLong) => {
    assert.ok(error instanceof TookTooLong)
    const { code, retriable, what, timeoutMs, message } = error
    assert.deepEqual({ code, retriable, what, timeoutMs }, { code: 'TIMEOUT', retriable: true, what: 'the views', timeoutMs: 1 })
    assert.equal(message, 'no answer from the views within 1 ms')
    return true
  })
})

// A process that was busy for longer than the limit found timers due before input, and gave up on answers that were there.
test('an answer that has arrived by then is read before giving up', async () => {
  const answer = new Promise((resolve) => setTimeout(() => setImmediate(resolve, 'here'), 1))
  const read = within(2, 'it', answer)
  const busyUntil = performance.now() + 20
  while (performance.now() < busyUntil);
  assert.equal(await read, 'here')
})

test('a failure that comes too late is nobody’s', async () => {
  const late = Promise.withResolvers<never>()
  await assert.rejects(within(1, 'it', late.promise), TookTooLong)
  late.reject(new Error('unheard'))
  await new Promise(setImmediate)
})
