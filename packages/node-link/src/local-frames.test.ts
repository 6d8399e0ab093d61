// Frames handed over within a process: what becomes of them when their listener is gone, or has a bug.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLocalFrames } from './local-frames.ts'

const frame = { sender: 's', number: 1, replies: [], deliveries: [], kicks: [], lost: [] }

test('who listens no more is handed nothing, and who came after them in their place is not ended with them', () => {
  const frames = createLocalFrames()
  const taken: string[] = []
  const endFirst = frames.listen('node', { frame: () => taken.push('first') })
  assert.equal(frames.hand('node', frame), true)
  const endSecond = frames.listen('node', { frame: () => taken.push('second') })
  endFirst()
  assert.equal(frames.hand('node', frame), true)
  endSecond()
  assert.equal(frames.hand('node', frame), false)
  assert.deepEqual(taken, ['first', 'second'])
})

// A frame that seems not to have arrived is handed over again, and then ignored for its number: the records behind the bug would be lost, and
// nobody told.
test('a bug of the listener is not swallowed, and the frame counts as taken', (t) => {
  t.mock.timers.enable({ apis: ['setImmediate'] })
  const frames = createLocalFrames()
  frames.listen('node', {
    frame() {
      throw new Error('a bug')
    },
  })
  assert.equal(frames.hand('node', frame), true)
  assert.throws(() => t.mock.timers.tick(1), /a bug/)
})
