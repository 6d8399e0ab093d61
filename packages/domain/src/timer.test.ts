// Timers as the runtime sees them: which cells are some, when they are due, and what is due then.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TimerCell } from './cells/timer.ts'
import { type Cell, conversationKey, skeinDecider } from './index.ts'

const key = 'timer|app|g:one|end'
const timer = (dueAt: number, timerKind = 'of-no-kind'): Cell => ({ kind: 'timer', timerKind, dueAt, payload: '' }) as TimerCell

test('a timer is due at its moment, one that is done never, and no other cell is one', () => {
  assert.equal(skeinDecider.dueAt(key, timer(5)), 5)
  assert.equal(skeinDecider.dueAt(key, timer(0)), 0)
  assert.equal(skeinDecider.dueAt(conversationKey('app', 'g:one'), { kind: 'known-user' }), null)
})

test('when a temporary group ends it is the group that is asked to, at the moment that the timer says', () => {
  assert.deepEqual(skeinDecider.whenDue(key, timer(5, 'group-end')), {
    appId: 'app',
    command: { type: 'EndGroup', conversationId: 'g:one', dueAt: 5 },
  })
})

test('a kind that this release does not know is named, and no command is made of it', () => {
  assert.throws(() => skeinDecider.whenDue(key, timer(5)), /of kind of-no-kind$/)
})
