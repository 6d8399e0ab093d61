// What is announced of a large group is told by stays: where one is, and from where what is written there may be read.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { GroupAnnouncement } from '@skein/node-link'
import { Telling } from './announced.ts'
import { type Stay, stayAt, withStep } from './stays.ts'

const announcement = (seq: number, targetSeq: number): GroupAnnouncement => ({
  ...{ appId: 'app', conversationId: 'g:large', partition: 0, offset: seq, unchangedFrom: 0, seq },
  ...{ targetSeq, untoldPush: Uint8Array.of(0), exceptConnection: '', joins: false, steps: [] },
})

/** What somebody with these stays is shown of an edit: its text, only that there was one, or nothing. */
function shownOf(stays: readonly Stay[], { seq, targetSeq }: { readonly seq: number; readonly targetSeq: number }): string {
  const shown: number[] = []
  const person = { appId: 'app', userId: 'bob', arrival: 1, connections: [{ id: 'b' }] }
  const announced = { push: Uint8Array.of(1), group: announcement(seq, targetSeq) }
  new Telling([{ person, stays }], [announced]).tell(1, (_connection, bytes) => void shown.push(...bytes))
  return shown.map((byte) => ['untold', 'told'][byte]).join()
}

const joined = { userId: 'bob', fromSeq: 5, seesFrom: 5, toSeq: 0 }
const shownAll = { ...joined, seesFrom: 1 }
const left = { userId: 'bob', fromSeq: 0, seesFrom: 0, toSeq: 8 }

test('an edit of what was said before one came is told with its text to whom the group shows its history from the start', () => {
  for (const [step, before] of [
    [joined, 'untold'],
    [shownAll, 'told'],
  ] as const) {
    const stays = withStep([], step)
    assert.equal(shownOf(stays, { seq: 6, targetSeq: 3 }), before)
    assert.equal(shownOf(stays, { seq: 6, targetSeq: 5 }), 'told')
  }
})

test('of what happened before one came, or after one went, nothing is told, whatever may be read of it', () => {
  const stays = withStep(withStep([], shownAll), left)
  assert.deepEqual(stays, [{ fromSeq: 5, seesFrom: 1, toSeq: 8 }])
  assert.deepEqual(
    [4, 5, 7, 8].map((seq) => stayAt(stays, seq) !== undefined),
    [false, true, true, false],
  )
  assert.equal(shownOf(stays, { seq: 4, targetSeq: 3 }), '')
  assert.deepEqual(withStep(stays, shownAll), stays, 'what is taken in twice changes nothing')
})
