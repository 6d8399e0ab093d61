// A fill that is called off while history is being asked.
import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryStorage } from '../storage/storage.ts'
import { Conversations } from './conversations.ts'
import { HoleFiller } from './hole-filler.ts'

test('a fill that is called off shows nothing, not even what it could have passed on to', async () => {
  const shown: number[] = []
  const conversations = new Conversations({
    storage: memoryStorage(),
    saveDelayMs: 1,
    heldItemsMax: 10,
    onItem: (item) => shown.push(item.seq),
    onAhead: () => {},
    onSession: () => {},
    onHole: () => {},
    onSaveFailed: assert.fail,
    synced: () => true,
  })
  conversations.userId = 'bob'
  conversations.begin('g:one', 5)
  const place = { conversationId: 'g:one', seq: 23, ordinal: 0, actorId: 'ann', occurredAtMs: 0, uncounts: 0 }
  conversations.take({ ...place, type: 'MembersAdded', members: [{ userId: 'bob', role: 'member' }] })
  let asked = 0
  const calledOff = Promise.withResolvers<void>()
  const filler = new HoleFiller({
    conversations,
    backOff: { baseMs: 1, maxMs: 1 },
    random: Math.random,
    patienceMs: 0,
    fillsMax: 1,
    async history() {
      asked += 1
      if (asked === 1) {
        filler.down()
        calledOff.resolve()
      }
      // Bob may see nothing up to there.
      return { items: [], more: false, viewSeq: 23 }
    },
    onStuck: () => {},
    synced: () => true,
    onWarning: assert.fail,
  })
  filler.up()
  await calledOff.promise
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual([asked, shown], [1, []])
  filler.up()
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.deepEqual(shown, [23])
  await conversations.clear()
})
