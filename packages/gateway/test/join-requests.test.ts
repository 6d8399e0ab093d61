// Story: requests to join had no rate but that of all commands. Each that says something else is told to as many as rule the group, on all their
// devices, and one user gave a hundred a second.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { flags, wire } from '@skein/contracts'
import { sampleCommandMeta } from '@skein/testing'
import { openGateway } from './open-gateway.ts'
import type { WireClient } from './wire-client.ts'

const group = 'g:asked'

/** A gateway of an app whose policy says how many groups one may ask in an hour, and a group of alice that is asked. */
async function withPolicy(t: TestContext, perHour: number) {
  const open = await openGateway(t, { limits: { policyKeepMs: 0 } })
  const { world } = open.backend
  for (const userId of ['alice', 'bob', 'carol']) open.backend.know('app', userId)
  const metaOf = (actorId: string) => {
    const intent = { id: randomUUID(), contentHash: new Uint8Array(32) }
    return sampleCommandMeta({ appId: 'app', actorId, commandId: randomUUID(), intent })
  }
  world.run({ type: 'RegisterApp', meta: sampleCommandMeta({ appId: 'app', actorId: '' }) })
  const limits = [{ name: 'joinRequestsPerHour', value: perHour }]
  assert.ok(world.run({ type: 'ChangeAppPolicy', meta: metaOf(''), limits }).accepted)
  const settings = [{ name: 'joinBy', value: 'request' }]
  const created = { type: 'CreateGroup', meta: metaOf('alice'), conversationId: group, name: 'asked', memberIds: [], settings } as const
  assert.ok(world.run(created).accepted)
  return open
}

async function ask(client: WireClient, text: string, { conversationId = group, id = randomUUID(), bits = 0 } = {}) {
  const body = wire.RequestToJoinRequest.encode({ conversationId, text, answers: [], clientRequestId: id }).finish()
  const answer = await client.request('requestToJoin', body, bits)
  return (answer.flags & flags.error) === 0 ? { code: '', detail: '' } : wire.Error.decode(answer.body)
}

test('a user asks as often in an hour to be let in as the policy of the app says, whatever they say and on all devices together', async (t) => {
  const open = await withPolicy(t, 2)
  const [one, two] = [await open.login({ userId: 'bob' }), await open.login({ userId: 'bob' })]
  const other = await open.login({ userId: 'carol' })
  // Of its policy the gateway learns by the first question.
  assert.equal((await ask(one, 'first')).code, '')
  assert.equal((await ask(two, 'second')).code, '')
  for (const client of [one, two]) {
    const { code, detail } = await ask(client, 'third')
    assert.deepEqual([code, detail], ['RATE_LIMITED', 'joinRequestsPerHour 2'])
  }
  assert.equal((await ask(other, 'another user')).code, '')
})

test('of requests to join what is refused for good is not counted, and what is asked again is counted once', async (t) => {
  const open = await withPolicy(t, 2)
  const bob = await open.login({ userId: 'bob' })
  for (let i = 0; i < 3; i++) assert.equal((await ask(bob, 'hi', { conversationId: 'g:none' })).code, 'NOT_JOINABLE')
  const id = randomUUID()
  for (let i = 0; i < 3; i++) assert.equal((await ask(bob, 'one', { id, bits: i === 0 ? 0 : flags.retry })).code, '')
  assert.equal((await ask(bob, 'two')).code, '')
  assert.equal((await ask(bob, 'three')).code, 'RATE_LIMITED')
  assert.equal((await ask(bob, 'one', { id, bits: flags.retry })).code, '')
})

test('an app may have nobody ask to be let in', async (t) => {
  const bob = await (await withPolicy(t, 0)).login({ userId: 'bob' })
  await ask(bob, 'before the policy is read')
  const { code, detail } = await ask(bob, 'hi')
  assert.deepEqual([code, detail], ['TOO_LARGE', 'joinRequestsPerHour 0, asked 1'])
})
