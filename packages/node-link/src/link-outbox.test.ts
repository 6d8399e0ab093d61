// A node that is met again after its numbering was forgotten is told by a gap, not taken for one that was heard already.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLinkInbox } from './link-inbox.ts'
import { defaultLinkLimits } from './link-limits.ts'
import { LinkOutbox } from './link-outbox.ts'

// The new numbering began at the time of day: once the clock had been set back, everything to that node was a repetition.
test('a numbering that was forgotten goes on above what it was, whatever the clock was set to', async (t) => {
  t.mock.method(Date, 'now', () => 0)
  const heard: string[] = []
  const lost: string[] = []
  const listener = { reply() {}, delivery() {}, kick: () => heard.push('kick'), lost: (reason: string) => lost.push(reason) }
  const inboxes = new Map(['a', 'b'].map((node) => [node, createLinkInbox(listener, { sendersMax: 10 })]))
  const outbox = new LinkOutbox({
    sender: 'sender',
    publish: async (node, frame) => inboxes.get(node)!.frame(frame),
    limits: { ...defaultLinkLimits, nodesMax: 1 },
  })
  t.after(() => outbox.close())
  for (const node of ['a', 'b', 'a', 'b', 'a']) {
    outbox.kick(node, { connectionId: 'c', code: 'REPLACED' })
    await outbox.flushed()
  }
  assert.equal(heard.length, 5)
  // Each time but the first.
  assert.equal(lost.length, 4, lost.join('\n'))
})
