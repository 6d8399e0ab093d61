// The checker of group load, checked: what is planted in what readers are shown is counted as what it is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from '@skein/contracts'
import { GroupSights } from './group-sights.ts'

const group = 'g:one'

function pushOf(conversationId: string, ...seqs: number[]): Uint8Array {
  const items = seqs.map((seq) => {
    const messageSent = { messageId: 'm', clientMessageId: String(seq), body: { contentType: 'text/plain', bytes: Buffer.alloc(4) } }
    return wire.ConversationItem.encode({ conversationId, seq, ordinal: seq, actorId: 'ann', occurredAtMs: 1, messageSent }).finish()
  })
  return wire.Push.encode({ items }).finish()
}

/** Two readers, bob and cid, of five messages from seq 3 on; `cids` is what cid is pushed. */
function shownTo(cids: readonly Uint8Array[]) {
  const [delivered, last]: [number[], number[]] = [[], []]
  const sights = new GroupSights({
    intendedAt: Number,
    delivered({ intendedAt }, isLast) {
      delivered.push(intendedAt)
      if (isLast) last.push(intendedAt)
    },
  })
  sights.watch(group)
  const [bob, cid] = [sights.reader('bob', [group]), sights.reader('cid', [group])]
  for (const seq of [3, 4, 5, 6, 7]) sights.acked(group, seq)
  bob(pushOf(group, 3, 4))
  bob(pushOf(group, 5, 6, 7))
  for (const body of cids) cid(body)
  const { examples, ...counts } = sights.counts()
  return { counts, examples, delivered, last, complete: sights.complete }
}

const none = { lost: 0, gaps: 0, repeated: 0, leaked: 0 }

test('where everybody is shown everything once, nothing is counted, and each message is complete with its last reader', () => {
  const { counts, delivered, last, complete } = shownTo([pushOf(group, 3), pushOf(group, 4, 5, 6), pushOf(group, 7)])
  assert.deepEqual([counts, complete], [none, true])
  assert.deepEqual(
    [delivered.sort(), last],
    [
      [3, 3, 4, 4, 5, 5, 6, 6, 7, 7],
      [3, 4, 5, 6, 7],
    ],
  )
})

for (const [name, cids, counted, complete] of [
  ['a message at the end', [[3, 4, 5, 6]], { lost: 1 }, false],
  ['one at the beginning', [[4, 5, 6, 7]], { lost: 1 }, true],
  ['everything', [], { lost: 5 }, false],
  ['one in the middle', [[3, 4, 6, 7]], { gaps: 1 }, true],
  ['none, and one twice', [[3, 4, 5, 5, 6, 7]], { repeated: 1 }, true],
  ['none, and two the other way round', [[3, 5, 4, 6, 7]], { gaps: 1, repeated: 1 }, true],
] as const) {
  test(`a reader who lacks ${name}`, () => {
    const found = shownTo(cids.map((seqs) => pushOf(group, ...seqs)))
    assert.deepEqual([found.counts, found.complete], [{ ...none, ...counted }, complete])
    assert.ok(found.examples.length > 0 && found.examples[0]!.includes('cid'))
  })
}

test('what is of another conversation is leaked', () => {
  const { counts, examples } = shownTo([pushOf(group, 3, 4, 5, 6, 7), pushOf('g:two', 9)])
  assert.deepEqual([counts, examples], [{ ...none, leaked: 1 }, ['leaked: cid was shown g:two 9']])
})
