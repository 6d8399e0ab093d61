// The reader of pushes is held to what the codec of the protocol makes: whatever it passes over is passed over, and what it reads is the same.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from '@skein/contracts'
import { createItemReader, type PushedItem } from './pushed-items.ts'

const itemOf = (conversationId: string, seq: number) => {
  const messageSent = { messageId: 'm', clientMessageId: `c-${seq}`, body: { contentType: 'text/plain', bytes: Buffer.alloc(300, 10) } }
  return wire.ConversationItem.encode({ conversationId, seq, ordinal: seq, actorId: 'ann', occurredAtMs: 1, messageSent }).finish()
}

function read(body: Uint8Array): (readonly [string, number, string])[] {
  const items: (readonly [string, number, string])[] = []
  createItemReader()(body, ({ from, to, idFrom, idTo, seq }: PushedItem) => {
    const whole = wire.ConversationItem.decode(body.subarray(from, to))
    items.push([Buffer.from(body.subarray(idFrom, idTo)).toString(), seq, whole.messageSent!.clientMessageId ?? ''])
  })
  return items
}

test('items are found by their conversation and seq, among notices too', () => {
  const readMarked = { conversationId: 'g:one', ordinal: 3 }
  const notices = [wire.Notice.encode({ readMarked }).finish()]
  const places = [
    ['g:one', 1],
    ['d:ann:bob', 127],
    ['g:one', 128],
    ['g:one', 5_000_000_000],
  ] as const
  const body = wire.Push.encode({ items: places.map(([id, seq]) => itemOf(id, seq)), notices }).finish()
  assert.deepEqual(
    read(body),
    places.map(([id, seq]) => [id, seq, `c-${seq}`]),
  )
  assert.deepEqual(read(wire.Push.encode({ notices }).finish()), [])
})

test('what is no whole push is refused', () => {
  const body = wire.Push.encode({ items: [itemOf('g:one', 1)] }).finish()
  for (const end of [1, 2, body.length - 1]) assert.throws(() => read(body.subarray(0, end)), /ends within/)
})
