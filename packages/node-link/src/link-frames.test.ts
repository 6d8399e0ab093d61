// Frames as bytes: what one process writes another reads, and what an older one does not say shows nobody more than it said.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeFrame, encodeFrame } from './link-frames.ts'
import type { LinkFrame } from './link-route.ts'
import type { GroupAnnouncement, StayStep } from './node-link.ts'

const group: GroupAnnouncement = {
  ...{ appId: 'app', conversationId: 'g:large', partition: 7, offset: 2 ** 40 + 9, unchangedFrom: 2 ** 40, seq: 12 },
  ...{ targetSeq: 4, untoldPush: Uint8Array.of(1, 2, 3), exceptConnection: 'c', joins: true, steps: [] },
}

/** As the other process gets them. */
function stepsOf(steps: readonly StayStep[]): readonly StayStep[] | undefined {
  const frame: LinkFrame = {
    ...{ sender: 's', number: 1, replies: [], kicks: [], lost: [] },
    deliveries: [{ push: Uint8Array.of(1), connectionIds: [], group: { ...group, steps } }],
  }
  return decodeFrame(encodeFrame(frame)).deliveries[0]!.group?.steps
}

test('a stay begins, and ends, as it was said to, with what it lets read of before', () => {
  const steps = [
    { userId: 'ann', fromSeq: 12, seesFrom: 1, toSeq: 0 },
    { userId: 'bob', fromSeq: 12, seesFrom: 12, toSeq: 0 },
    { userId: 'cid', fromSeq: 0, seesFrom: 0, toSeq: 13 },
  ]
  assert.deepEqual(stepsOf(steps), steps)
})

// A process from before groups could show their history from the start says nothing of it. That was read as a stay which sees all, and whoever joined
// while both releases ran was pushed what edits made of messages from before they came.
test('where nothing is said of what a stay lets read of before, it is nothing', () => {
  const said = [{ userId: 'bob', fromSeq: 12, toSeq: 0 }] as unknown as readonly StayStep[]
  assert.deepEqual(stepsOf(said), [{ userId: 'bob', fromSeq: 12, seesFrom: 12, toSeq: 0 }])
})
