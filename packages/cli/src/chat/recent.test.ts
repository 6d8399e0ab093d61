// What a chat knows of messages that people may point at, by what its client shows and tells.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Item, textBody } from '@skein/client'
import { Recent } from './recent.ts'

const place = (seq: number) => ({ conversationId: 'g:one', seq, ordinal: seq, actorId: 'ann', occurredAtMs: 0, uncounts: 0 })
const written = (text: string) => ({ body: textBody(text), text })
const said = (seq: number, text: string): Item => ({
  ...{
    ...place(seq),
    ...written(text),
    type: 'MessageSent',
    messageId: `m${seq}`,
    clientMessageId: '',
    replyTo: 0,
    mentionAll: false,
    attachments: [],
  },
  ...{ edits: 0, editedAtMs: 0, removed: null, lastEditSeq: 0 },
})

type Told = 'item' | 'ahead' | 'hidden'

/** A client whose history holds these items. */
function chatOf(items: Item[]) {
  const listeners = new Map<string, (event: never) => void>()
  const recent = new Recent({
    userId: 'ann',
    on(name, listener) {
      listeners.set(name, listener as (event: never) => void)
      return () => listeners.delete(name)
    },
    history: async () => ({ items, more: false }),
  })
  const texts = async () => (await recent.of('g:one')).map(({ text }) => text)
  return { recent, texts, tell: (name: Told, item: Item) => listeners.get(name)?.(item as never) }
}

test('what was taken back is offered no more as soon as it is told, though its turn has not come', async () => {
  const { recent, texts, tell } = chatOf([said(1, 'one'), said(2, 'two')])
  tell('item', said(3, 'three'))
  tell('item', said(4, 'four'))
  tell('ahead', { ...place(20), type: 'MessageRevoked', messageId: 'm4', targetSeq: 4 })
  tell('ahead', { ...place(21), type: 'MessageDeleted', messageId: 'm1', targetSeq: 1 })
  tell('ahead', { ...place(22), ...written('drei'), type: 'MessageEdited', messageId: 'm3', targetSeq: 3, version: 1 })
  assert.deepEqual(await texts(), ['two', 'drei'])
  assert.equal((await recent.find('g:one', 'last')).seq, 3)
})
