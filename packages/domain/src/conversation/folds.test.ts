// What a fold refuses: events that do not follow the state they are about. Wrong numbers would be worse than a stop.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldOnto } from '@skein/testing'
import { appId, group, hash, left, removed, sent, uuid } from '../../test/examples.ts'
import type { Cell, DomainEvent } from '../index.ts'
import { conversationKey, intentKey, memberKey, skeinDecider } from '../index.ts'

/** What the event makes of one cell. */
const foldedTo = (key: string, before: Cell | undefined, event: DomainEvent): Cell | undefined =>
  skeinDecider
    .folds(event)
    .find((fold) => fold.key === key)!
    .to(before)

test('an event that does not follow the head stops the fold', () => {
  for (const seq of [1, 3, 4]) {
    const cells = new Map<string, Cell>()
    for (const event of group('g:team', 'alice')) foldOnto(cells, event)
    assert.throws(() => foldOnto(cells, sent('alice', 'g:team', seq, 1)), /does not follow 1/)
  }
})

test('nobody is removed from a group, leaves it, or writes to it, who never joined', () => {
  const key = memberKey(appId, 'g:team', 'carol')
  assert.throws(() => foldedTo(key, undefined, removed('carol', 'g:team', 2, 0)), /never joined/)
  assert.throws(() => foldedTo(key, undefined, left('carol', 'g:team', 2, 0)), /never joined/)
  assert.throws(() => foldedTo(key, undefined, sent('carol', 'g:team', 2, 1)), /never joined/)
})

test('a cell of another kind under a key stops the fold', () => {
  const wrong: Cell = { kind: 'known-user' }
  assert.throws(() => foldedTo(conversationKey(appId, 'g:team'), wrong, sent('a', 'g:team', 1, 1)), /known-user/)
  assert.throws(() => foldedTo(memberKey(appId, 'g:team', 'a'), wrong, sent('a', 'g:team', 1, 1)), /known-user/)
})

test('an intent remembers the hash of its content and its reply', () => {
  const event = sent('alice', 'd:alice:bob', 1, 1)
  const remembered = skeinDecider.remembered(event)
  assert.equal(remembered?.key, intentKey(appId, 'd:alice:bob', 'alice', uuid(901)))
  assert.ok(remembered.cell.kind === 'intent')
  assert.equal(remembered.cell.contentHash, String.fromCharCode(...hash(1)))
  assert.equal(remembered.cell.reply, String.fromCharCode(...event.meta.answers!.reply))
})
