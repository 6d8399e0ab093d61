// Replies reach their requests, or a deadline does.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LinkReply } from '@skein/node-link'
import { createReplyWaiter } from './reply-waiter.ts'

const reply = (commandId: string, connectionId = ''): LinkReply => ({
  connectionId,
  commandId,
  code: '',
  seq: 0,
  ordinal: 0,
  messageId: '',
  detail: '',
  occurredAtMs: 0,
  partition: 0,
  offset: 0,
})
const soon = () => Date.now() + 5_000

test('a reply reaches the request of its command, once', async () => {
  const waiter = createReplyWaiter({ pendingMax: 10, now: Date.now })
  const [a, b] = [waiter.expect('a', soon()), waiter.expect('b', soon())]
  assert.equal(waiter.settle(reply('b')), true)
  assert.equal(waiter.settle(reply('b')), false)
  assert.equal(waiter.settle(reply('c')), false)
  assert.equal(waiter.settle(reply('a', 'a connection')), false)
  assert.equal(waiter.settle(reply('a')), true)
  assert.deepEqual([(await a).commandId, (await b).commandId, waiter.pending], ['a', 'b', 0])
})

test('nobody waits past the deadline, and nothing of it stays', async () => {
  const waiter = createReplyWaiter({ pendingMax: 10, now: Date.now })
  await assert.rejects(waiter.expect('a', Date.now() + 5), { code: 'UNAVAILABLE' })
  assert.equal(waiter.pending, 0)
  assert.equal(waiter.settle(reply('a')), false)
})

test('those who wait are bounded; forgetting makes room; closing ends all', async () => {
  const waiter = createReplyWaiter({ pendingMax: 2, now: Date.now })
  const a = waiter.expect('a', soon())
  void waiter.expect('b', soon())
  await assert.rejects(waiter.expect('c', soon()), { code: 'UNAVAILABLE' })
  waiter.forget('b')
  const c = waiter.expect('c', soon())
  waiter.close()
  for (const promise of [a, c, waiter.expect('d', soon())]) await assert.rejects(promise, { code: 'UNAVAILABLE' })
  assert.equal(waiter.pending, 0)
})
