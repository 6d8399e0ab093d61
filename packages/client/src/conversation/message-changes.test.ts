// What is shown of messages by what is remembered of their changes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { messageChangesMax } from '../options.ts'
import { type Item, noBody, textBody } from './item.ts'
import { createMessageChanges } from './message-changes.ts'

const place = (seq: number) => ({ conversationId: 'g:1', seq, ordinal: seq, actorId: 'ann', occurredAtMs: seq * 10, uncounts: 0 })
const written = (text: string) => ({ body: textBody(text), text })
const message = (seq: number, edits = 0, removed = ''): Item => ({
  ...{
    ...place(seq),
    type: 'MessageSent',
    messageId: 'm',
    clientMessageId: 'c',
    ...written(`edits ${edits}`),
    replyTo: 0,
    mentionAll: false,
    attachments: [],
  },
  ...{ edits, editedAtMs: 0, removed: removed ? { kind: removed, actorId: 'eve', atMs: 1 } : null, lastEditSeq: 0 },
})
const edit = (seq: number, targetSeq: number, version: number): Item => ({
  ...{ ...place(seq), type: 'MessageEdited', messageId: 'm', targetSeq, ...written(`edits ${version}`), version },
})
const removal = (type: 'MessageRevoked' | 'MessageDeleted', seq: number, targetSeq: number): Item => ({
  ...{ ...place(seq), type, messageId: 'm', targetSeq },
})
const hidden = (seq: number) => ({ conversationId: 'g:1', seq, ordinal: seq, messageId: 'm' })

const says = (item: Item) => {
  if (item.type === 'MessageEdited') return item.text
  return item.type === 'MessageSent' && (item.removed?.kind ?? `${item.text} at ${item.editedAtMs}, ${item.lastEditSeq}`)
}

test('the newest that is known of a message is said, whatever came first', () => {
  const changes = createMessageChanges()
  const now = (item: Item) => says(changes.current(item))
  assert.equal(now(message(1)), 'edits 0 at 0, 0')
  for (const item of [edit(5, 1, 2), edit(4, 1, 1)]) changes.note(item)
  changes.note({ ...edit(6, 1, 3), body: noBody, text: null } as Item)
  assert.deepEqual([now(message(1)), now(message(1, 3)), now(message(1, 0, 'revoked'))], ['edits 2 at 50, 5', 'edits 3 at 0, 0', 'revoked'])
  assert.deepEqual([now(edit(4, 1, 1)), now(edit(5, 1, 2))], [null, 'edits 2'])
  changes.note(removal('MessageDeleted', 8, 1))
  changes.note(removal('MessageRevoked', 7, 1))
  changes.note(edit(9, 1, 4))
  assert.deepEqual([now(message(1)), now(message(1, 0, 'revoked')), now(message(1, 0, 'hidden'))], ['deleted', 'deleted', 'hidden'])
  assert.deepEqual([now(edit(9, 1, 4)), changes.isGone('g:1', 1), changes.isGone('g:1', 2)], [null, true, false])
  changes.noteHidden(hidden(1), 'bob')
  assert.deepEqual([now(message(1)), now(message(1, 0, 'deleted')), now(message(2))], ['hidden', 'hidden', 'edits 0 at 0, 0'])
  changes.forget('g:1')
  assert.equal(now(message(1)), 'edits 0 at 0, 0')
})

test('of each conversation a bounded number of changes is remembered, the newest', () => {
  const changes = createMessageChanges()
  for (let seq = 1; seq <= messageChangesMax; seq += 1) changes.note(edit(1_000 + seq, seq, 1))
  changes.noteHidden(hidden(1), 'bob')
  changes.noteHidden({ ...hidden(1), conversationId: 'g:2' }, 'bob')
  changes.noteHidden(hidden(messageChangesMax + 1), 'bob')
  assert.deepEqual(
    [1, 2, 3].map((seq) => says(changes.current(message(seq)))),
    ['hidden', 'edits 0 at 0, 0', 'edits 1 at 10030, 1003'],
  )
})
