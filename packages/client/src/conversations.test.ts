// Where a device begins to follow a conversation that it meets live.
import assert from 'node:assert/strict'
import test from 'node:test'
import { createConversations } from './conversations.ts'
import type { Item } from './item.ts'
import { memoryStorage } from './storage.ts'

const place = (seq: number) => ({ conversationId: 'g:one', seq, ordinal: 0, actorId: 'ann', occurredAtMs: 0 })
const created: Item = { ...place(1), type: 'groupCreated', name: 'one' }
const joined = (seq: number, ...userIds: string[]): Item => ({
  ...place(seq),
  type: 'membersAdded',
  members: userIds.map((userId) => ({ userId, role: 'member' })),
})

/** What bob is shown, and the holes that were told of. */
function open() {
  const shown: number[] = []
  const holes: string[] = []
  const conversations = createConversations({
    storage: memoryStorage(),
    saveDelayMs: 1,
    heldItemsMax: 10,
    onItem: (item) => shown.push(item.seq),
    onSession: () => {},
    onHole: (id) => holes.push(id),
    onSaveFailed: assert.fail,
  })
  conversations.userId = 'bob'
  return { conversations, shown, holes }
}

test('one of the first members waits for the creation, which may come after the joining', async () => {
  const { conversations, shown, holes } = open()
  conversations.take(joined(2, 'ann', 'bob'))
  assert.deepEqual([shown, holes], [[], ['g:one']])
  conversations.take(created)
  assert.deepEqual(shown, [1, 2])
  await conversations.clear()
})

test('one who joins later begins with the joining', async () => {
  const { conversations, shown, holes } = open()
  conversations.take(joined(7, 'bob'))
  assert.deepEqual([shown, holes], [[7], []])
  await conversations.clear()
})
