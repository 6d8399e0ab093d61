// Where a device begins to follow a conversation that it meets live, and where it stops.
import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryStorage } from '../storage/storage.ts'
import { Conversations } from './conversations.ts'
import type { Item } from './item.ts'

const place = (seq: number) => ({ conversationId: 'g:one', seq, ordinal: 0, actorId: 'ann', occurredAtMs: 0, uncounts: 0 })
const created = (...userIds: string[]): Item => ({
  ...place(1),
  type: 'GroupCreated',
  name: 'one',
  members: userIds.map((userId) => ({ userId, role: 'member' })),
})
const joined = (seq: number, ...userIds: string[]): Item => ({
  ...place(seq),
  type: 'MembersAdded',
  members: userIds.map((userId) => ({ userId, role: 'member' })),
})

/** What bob is shown, and the holes that were told of. */
function open(storage = memoryStorage()) {
  const shown: number[] = []
  const holes: string[] = []
  const conversations = new Conversations({
    storage,
    saveDelayMs: 1,
    heldItemsMax: 10,
    onItem: (item) => shown.push(item.seq),
    onAhead: () => {},
    onSession: () => {},
    onHole: (id) => holes.push(id),
    onSaveFailed: assert.fail,
  })
  conversations.userId = 'bob'
  return { conversations, shown, holes }
}

test('one of the first members begins with the creation, also when a later item comes before it', async () => {
  const { conversations, shown, holes } = open()
  conversations.take(joined(2, 'cid'))
  assert.deepEqual([shown, holes], [[], ['g:one']])
  conversations.take(created('ann', 'bob'))
  assert.deepEqual(shown, [1, 2])
  await conversations.clear()
})

test('one who joins later begins with the joining', async () => {
  const { conversations, shown, holes } = open()
  conversations.take(joined(7, 'bob'))
  assert.deepEqual([shown, holes], [[7], []])
  await conversations.clear()
})

test('what comes after the close is left to the next client', async () => {
  const storage = memoryStorage()
  const { conversations, shown } = open(storage)
  conversations.take(joined(7, 'bob'))
  const stored = conversations.close()
  conversations.take(joined(8, 'cid'))
  conversations.skip('g:one', 9)
  conversations.begin('g:two', 3)
  conversations.cursor = 'ff'
  conversations.changed()
  await stored
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual(shown, [7])
  const next = open(storage)
  await next.conversations.load()
  assert.deepEqual([next.conversations.cursor, next.conversations.timelines.get('g:one')?.lastSeq], ['', 7])
  next.conversations.take(joined(8, 'cid'))
  assert.deepEqual(next.shown, [8])
  await next.conversations.clear()
})
