// What evolve refuses to fold: events that do not follow the state they are about. Wrong numbers would be worse than a stop.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appId, group, hash, removed, sent } from '../../test/examples.ts'
import { foldOnto } from '../../test/world.ts'
import type { Cell } from '../index.ts'
import { conversationKey, memberKey, skeinDecider } from '../index.ts'

test('an event that does not follow the head stops the fold', () => {
  for (const seq of [1, 2, 4]) {
    const cells = new Map<string, Cell>()
    for (const event of group('g:team', 'alice')) foldOnto(cells, event)
    assert.throws(() => foldOnto(cells, sent('alice', 'g:team', seq, 1)), /does not follow 2/)
  }
})

test('nobody is removed from a group, or writes to it, who never joined', () => {
  const key = memberKey(appId, 'g:team', 'carol')
  assert.throws(() => skeinDecider.evolve(key, undefined, removed('carol', 'g:team', 3, 0)), /never joined/)
  assert.throws(() => skeinDecider.evolve(key, undefined, sent('carol', 'g:team', 3, 1)), /never joined/)
})

test('a cell of another kind under a key stops the fold', () => {
  const wrong: Cell = { kind: 'known-user' }
  assert.throws(() => skeinDecider.evolve(conversationKey(appId, 'g:team'), wrong, sent('a', 'g:team', 1, 1)), /known-user/)
})

test('an intent remembers the hash of its content', () => {
  const event = sent('alice', 'd:alice:bob', 1, 1)
  const cell = skeinDecider.remembered(event)?.cell
  assert.ok(cell?.kind === 'intent' && event.type === 'MessageSent')
  assert.equal(cell.contentHash, String.fromCharCode(...hash(1)))
})
