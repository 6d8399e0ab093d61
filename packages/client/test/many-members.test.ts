// Groups of more users than one request takes.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { wire } from '@skein/contracts'
import { sampleCommandMeta } from '@skein/testing'
import type { Item } from '../src/index.ts'
import { deploymentOf, until } from './fake-deployment.ts'
import { fakeAppId } from './fake-store.ts'

const registeredIn = ({ store }: Awaited<ReturnType<typeof deploymentOf>>, count: number): string[] =>
  Array.from({ length: count }, (_, i) => store.register(`user-${i}`, 'secret'))

// More than 200 users in one list were refused with TOO_LARGE, and every application had to know that number.
test('a group is made with, takes in and lets go more members than one request names, each told of once', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice')
  await alice.connect()
  const users = registeredIn(d, 701)
  const nobody = { userId: 'nobody', code: 'USER_NOT_FOUND' }
  const made = await alice.createGroup({ name: 'many', memberIds: ['nobody', ...users.slice(0, 450)] })
  const { conversationId } = made
  assert.deepEqual([made.seq, made.changed, made.refused, made.memberCount], [3, users.slice(0, 450), [nobody], 451])
  const grown = await alice.addMembers(conversationId, [...users.slice(400), 'nobody', ...users.slice(0, 1)])
  const already = [...users.slice(400, 450), ...users.slice(0, 1)]
  assert.deepEqual(grown, { conversationId, seq: 5, changed: users.slice(450), already, refused: [nobody], memberCount: 702 })
  assert.equal((await alice.members(conversationId)).members.length, 702)
  await until(() => alice.session(conversationId)?.memberCount === 702, 'all counted')
  const left = await alice.removeMembers(conversationId, ['alice', ...users])
  const refused = [{ userId: 'alice', code: 'FORBIDDEN' }]
  assert.deepEqual(left, { conversationId, seq: 9, changed: users, already: [], refused, memberCount: 1 })
  await until(() => alice.session(conversationId)?.memberCount === 1, 'all counted')
})

// The first 200 of a list had been added when the connection broke for good: whoever asked again was told of them as of others who had been in
// before, and could not tell whom their own list had brought.
test('a list that is asked again under its id goes on where it was, and tells what the first time would have', async (t) => {
  const seen: string[] = []
  const d = await deploymentOf(t, {
    faults: {
      onRequest: (name, _connection, packet) => {
        if (name !== 'addMembers') return 'serve'
        seen.push(wire.AddMembersRequest.decode(packet.body).clientRequestId)
        return seen.length === 2 ? 'cutAfter' : 'serve'
      },
    },
  })
  const alice = d.client('alice', { callTimeoutMs: 1 })
  await alice.connect()
  const users = registeredIn(d, 450)
  const { conversationId } = await alice.createGroup({ name: 'many', memberIds: [] })
  const requestId = randomUUID()
  const add = () => alice.addMembers(conversationId, users, { requestId })
  await assert.rejects(add())
  await until(() => alice.state === 'online', 'back')
  const added = await add()
  assert.deepEqual([added.changed, added.already, added.refused, added.memberCount], [users, [], [], 451])
  const [first = '', second = '', ...rest] = seen
  assert.deepEqual([first, rest.slice(-3)[0], rest.slice(-2)[0]], [requestId, first, second])
  assert.equal(new Set(seen).size, 3, 'one intent for each part')
})

test('of a list that may not go on, those who were not asked for are told to be refused', async (t) => {
  let parts = 0
  const d = await deploymentOf(t, {
    faults: {
      onRequest(name) {
        if (name === 'addMembers' && ++parts === 2) demote()
        return 'serve'
      },
    },
  })
  const [alice, bob] = [d.client('alice'), d.client('bob')]
  await Promise.all([alice.connect(), bob.connect()])
  const users = registeredIn(d, 601)
  const { conversationId } = await alice.createGroup({ name: 'many', memberIds: ['bob'] })
  await alice.changeRole(conversationId, 'bob', 'admin')
  const demote = () => {
    const intent = { id: randomUUID(), contentHash: new Uint8Array(32) }
    const meta = sampleCommandMeta({ appId: fakeAppId, actorId: 'alice', intent })
    d.store.run({ type: 'ChangeMemberRole', meta, conversationId, userId: 'bob', role: 'member' })
  }
  const added = await bob.addMembers(conversationId, users)
  assert.deepEqual(added.changed, users.slice(0, 200))
  assert.deepEqual(
    added.refused,
    users.slice(200).map((userId) => ({ userId, code: 'FORBIDDEN' })),
  )
  assert.equal(parts, 2, 'it is not asked for the rest')
  await assert.rejects(bob.addMembers(conversationId, users.slice(200)), { code: 'FORBIDDEN' })
})

/** 30 who are named nowhere in the items that let them in and remove them: only 20 are. */
test('who is in a list longer than its item names knows that they are in, out, and in again', async (t) => {
  const d = await deploymentOf(t)
  const [alice, zoe] = [d.client('alice'), d.client('zoe')]
  await Promise.all([alice.connect(), zoe.connect()])
  const users = [...registeredIn(d, 30), 'zoe']
  const items: Item[] = []
  zoe.on('item', (item) => items.push(item))
  const { conversationId } = await alice.createGroup({ name: 'many', memberIds: users })
  await until(() => zoe.session(conversationId)?.role === 'member' && zoe.session(conversationId)?.memberCount === 32, 'zoe is in')
  // Whatever she learns later, she does not by the sync that her coming asked for.
  await until(() => d.store.syncs.filter(({ actor }) => actor === 'zoe').length > 1, 'a sync has told of it')
  await alice.send(conversationId, 'hello')
  await until(() => zoe.session(conversationId)?.unread === 1, 'unread')
  await alice.removeMembers(conversationId, users)
  await until(() => zoe.session(conversationId)?.toSeq === 4, 'zoe is out')
  assert.equal(zoe.session(conversationId)?.unread, 0)
  await alice.send(conversationId, 'unseen')
  await alice.addMembers(conversationId, users)
  await until(() => zoe.session(conversationId)?.toSeq === 0 && zoe.session(conversationId)?.memberCount === 32, 'zoe is in again')
  assert.deepEqual([zoe.session(conversationId)?.fromSeq, zoe.session(conversationId)?.unread], [5, 0])
  const changes = items.flatMap((item) => ('subjectCount' in item ? [[item.type, item.seq, item.subjectCount]] : []))
  assert.deepEqual(changes, [
    ['GroupCreated', 1, 32],
    ['MembersRemoved', 3, 31],
    ['MembersAdded', 5, 31],
  ])
  assert.equal(items.filter((item) => item.type === 'MembersAdded').flatMap(({ members }) => members).length, 20)
})
