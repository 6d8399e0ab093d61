// A fill that is called off, or whose conversation begins anew, while history is being asked.
import assert from 'node:assert/strict'
import test from 'node:test'
import { memoryStorage } from '../storage/storage.ts'
import { Conversations } from './conversations.ts'
import { HoleFiller, type HoleFillerOptions } from './hole-filler.ts'
import type { Hole } from './timeline.ts'
import type { ViewedPage } from './view-reads.ts'

function followed() {
  const shown: number[] = []
  const conversations = new Conversations({
    storage: memoryStorage(),
    saveDelayMs: 1,
    heldItemsMax: 10,
    onItem: (item) => shown.push(item.seq),
    onAhead: () => {},
    onSession: () => {},
    onHole: () => {},
    onOtherHistory: assert.fail,
    onSaveFailed: assert.fail,
    synced: () => true,
  })
  conversations.userId = 'bob'
  return { conversations, shown }
}

const fillerOf = (conversations: Conversations, history: HoleFillerOptions['history']) =>
  new HoleFiller({
    conversations,
    backOff: { baseMs: 1, maxMs: 1 },
    random: Math.random,
    patienceMs: 0,
    fillsMax: 1,
    history,
    onStuck: () => {},
    synced: () => true,
    onWarning: assert.fail,
  })

const placeAt = (seq: number) => ({ conversationId: 'g:one', seq, ordinal: 0, actorId: 'ann', occurredAtMs: 0, uncounts: 0 })

test('a fill that is called off shows nothing, not even what it could have passed on to', async () => {
  const { conversations, shown } = followed()
  conversations.begin('g:one', 5)
  const members = [{ userId: 'bob', role: 'member' }]
  conversations.take({ ...placeAt(23), type: 'MembersAdded', members, subjectCount: 1, fromStart: false })
  let asked = 0
  const calledOff = Promise.withResolvers<void>()
  const filler = fillerOf(conversations, async () => {
    asked += 1
    if (asked === 1) {
      filler.down()
      calledOff.resolve()
    }
    // Bob may see nothing up to there.
    return { items: [], more: false, viewSeq: 23 }
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

// The page of a log that had been put back since moved on the conversation that had begun anew: what was before it there was never shown.
test('a page that was asked for before its conversation began anew moves nothing', async () => {
  const { conversations, shown } = followed()
  conversations.begin('g:one', 50)
  conversations.reach('g:one', 55)
  const asked: Hole[] = []
  const pages = [Promise.withResolvers<ViewedPage>(), Promise.withResolvers<ViewedPage>()]
  const filler = fillerOf(conversations, (_, hole) => pages[asked.push(hole) - 1]!.promise)
  filler.up()
  conversations.forget('g:one')
  conversations.begin('g:one', 0)
  conversations.reach('g:one', 60)
  const items = [51, 52, 53, 54, 55].map((seq) => ({ ...placeAt(seq), type: 'unknown' as const }))
  pages[0]!.resolve({ items, more: false, viewSeq: 55 })
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual([conversations.timelines.get('g:one')?.lastSeq, shown], [0, []])
  assert.deepEqual(asked, [
    { afterSeq: 50, beforeSeq: 56 },
    { afterSeq: 0, beforeSeq: 2 },
  ])
  filler.down()
  await conversations.clear()
})
