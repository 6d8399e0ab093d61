// Blocks in the order of things: what is said behind one is refused for good, on every device, and nothing of it comes back when the block ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { createWorld } from '@skein/testing'
import { appId, commandMeta, enteredAt, named, registered, send, sent, stamped } from '../../test/examples.ts'
import { conversationKey, relationKey } from '../index.ts'

const conversationId = 'd:alice:bob'

function town() {
  const world = createWorld()
  for (const event of [...registered('alice', 'bob'), sent('bob', conversationId, 1, 1)]) world.fold(event)
  let requests = 0
  const from = <C extends SkeinCommand>(deviceId: string, command: C) => stamped(command, { deviceId })
  const block = (deviceId: string, blocks = true) =>
    world.run(
      from(
        deviceId,
        named({ type: blocks ? 'BlockUser' : 'UnblockUser', meta: commandMeta('alice'), conversationId } as const, 900 + ++requests),
      ),
    )
  const told = (command: SkeinCommand) => {
    const decision = world.run(command)
    return decision.accepted ? 'done' : `${decision.code} ${decision.detail}`
  }
  const places = () =>
    world.events.flatMap((event) => (event.type === 'MessageSent' ? [`${event.seq} ${event.ordinal} ${event.senderId}`] : []))
  return { world, from, block, told, places }
}

test('a block holds on all devices of both, whichever of them it was made on', () => {
  const { from, block, told } = town()
  assert.ok(block('phone').accepted)
  for (const device of ['phone', 'laptop', 'tablet']) {
    assert.equal(told(from(device, send('bob', conversationId, device.length))), 'NOT_REACHABLE user alice')
    assert.equal(told(from(device, send('alice', conversationId, 90 + device.length))), 'NOT_REACHABLE blocked by the actor')
  }
  assert.ok(block('laptop', false).accepted)
  for (const [n, device] of ['phone', 'laptop'].entries()) {
    assert.equal(told(from(device, send('bob', conversationId, 20 + n))), 'done')
    assert.equal(told(from(device, send('alice', conversationId, 30 + n))), 'done')
  }
})

// An outbox sends again under its id what it heard no answer to: what was said to a closed door would be heard once it opens.
test('what was refused behind a block is refused for good, leaves no hole, and is told to nobody once it ends', () => {
  const { world, block, told, places } = town()
  const head = () => world.cells.get(conversationKey(appId, conversationId))
  const before = head()
  assert.ok(block('phone').accepted)
  const said = send('bob', conversationId, 7)
  assert.equal(told(said), 'NOT_REACHABLE user alice')
  assert.deepEqual(head(), before, 'no seq, no ordinal, no activity')
  assert.ok(block('phone', false).accepted)
  assert.deepEqual(head(), before)
  for (const again of [said, stamped(said, { retry: true, enteredAt: enteredAt + 1 })])
    assert.equal(told(again), 'NOT_REACHABLE user alice')
  assert.equal(told(send('bob', conversationId, 8)), 'done')
  assert.deepEqual(places(), ['1 1 bob', '2 2 bob'])
})

test('a block is a matter of its maker: it ends no friendship, and either may block the other', () => {
  const { world, block, told } = town()
  const friends = ['alice', 'bob'].map((actorId, n) =>
    named({ type: 'RequestFriend', meta: commandMeta(actorId), conversationId, text: '', expiresAtMs: 0 } as const, 800 + n),
  )
  assert.deepEqual(friends.map(told), ['done', 'done'])
  assert.ok(block('phone').accepted)
  const theirs = named({ type: 'BlockUser', meta: commandMeta('bob'), conversationId } as const, 810)
  assert.equal(told(theirs), 'done')
  const since = (userId: string) => {
    const cell = world.cells.get(relationKey(appId, conversationId, userId))
    return cell?.kind === 'relation' && [cell.friendsSince > 0, cell.blockedSince > 0]
  }
  assert.deepEqual(
    [since('alice'), since('bob')],
    [
      [true, true],
      [true, true],
    ],
  )
  assert.ok(block('phone', false).accepted)
  assert.deepEqual(
    [since('alice'), since('bob')],
    [
      [true, false],
      [true, true],
    ],
  )
  assert.equal(told(send('bob', conversationId, 9)), 'NOT_REACHABLE blocked by the actor')
  assert.equal(told(send('alice', conversationId, 9)), 'NOT_REACHABLE user bob')
})
