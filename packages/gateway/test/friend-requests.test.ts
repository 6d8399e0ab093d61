// Story: friend requests had no rate but that of all commands, so one user asked thousands of strangers in an hour, and each of them was told.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { flags, wire } from '@skein/contracts'
import { sampleCommandMeta } from '@skein/testing'
import { type OpenGateway, openGateway } from './open-gateway.ts'
import type { WireClient } from './wire-client.ts'

const hourMs = 3_600_000

/** A gateway of an app whose policy says how many others one may ask in an hour. */
async function withPolicy(t: TestContext, perHour: number): Promise<OpenGateway> {
  const open = await openGateway(t, { limits: { policyKeepMs: 0 } })
  const { world } = open.backend
  world.run({ type: 'RegisterApp', meta: sampleCommandMeta({ appId: 'app', actorId: '' }) })
  const intent = { id: randomUUID(), contentHash: new Uint8Array(32) }
  const meta = sampleCommandMeta({ appId: 'app', actorId: '', commandId: randomUUID(), intent })
  assert.ok(world.run({ type: 'ChangeAppPolicy', meta, limits: [{ name: 'friendRequestsPerHour', value: perHour }] }).accepted)
  for (let i = 0; i < 40; i++) open.backend.know('app', `user-${i}`)
  return open
}

async function ask(client: WireClient, peer: string, { id = randomUUID(), bits = 0, by = 'alice' } = {}) {
  const conversationId = `d:${[by, peer].sort().join(':')}`
  const body = wire.FriendRequestRequest.encode({ conversationId, text: 'hello', clientRequestId: id }).finish()
  const answer = await client.request('requestFriend', body, bits)
  if ((answer.flags & flags.error) === 0) return { code: '', detail: '', retryAfterMs: 0 }
  const { code, detail, retryAfterMs } = wire.Error.decode(answer.body)
  return { code, detail, retryAfterMs: Number(retryAfterMs) }
}

test('a user asks as many others in an hour as the policy of the app says, on all devices together, and is told when to go on', async (t) => {
  const open = await withPolicy(t, 3)
  const [one, two, other] = [await open.login(), await open.login(), await open.login({ userId: 'bob' })]
  for (const [client, peer] of [
    [one, 'user-1'],
    [two, 'user-2'],
    [one, 'user-3'],
  ] as const)
    assert.equal((await ask(client, peer)).code, '')
  for (const client of [one, two]) {
    const { code, detail, retryAfterMs } = await ask(client, 'user-4')
    assert.deepEqual([code, detail], ['RATE_LIMITED', 'friendRequestsPerHour 3'])
    assert.ok(retryAfterMs > hourMs / 3 - 60_000 && retryAfterMs <= hourMs / 3, String(retryAfterMs))
  }
  assert.equal((await ask(other, 'user-4', { by: 'bob' })).code, '', 'another user')
  assert.equal(await one.sendCode(one.sendText('d:alice:user-4', randomUUID(), 'then I write')), '')
})

test('what is refused for good is not counted; what is asked again is counted once, and answered however full the hour is', async (t) => {
  const open = await withPolicy(t, 2)
  const alice = await open.login()
  for (let i = 0; i < 3; i++) assert.equal((await ask(alice, 'nobody')).code, 'USER_NOT_FOUND')
  open.backend.refusals = ['UNAVAILABLE']
  const id = randomUUID()
  assert.equal((await ask(alice, 'user-1', { id })).code, 'UNAVAILABLE', 'it may have been done, and counts')
  assert.equal((await ask(alice, 'user-2')).code, '')
  assert.equal((await ask(alice, 'user-3')).code, 'RATE_LIMITED')
  assert.equal((await ask(alice, 'user-1', { id, bits: flags.retry })).code, '')
  assert.equal((await ask(alice, 'user-3', { id, bits: flags.retry })).code, 'RATE_LIMITED', 'the same id, and somebody else')
})

test('an app may have nobody ask; without a policy thirty are asked', async (t) => {
  const none = await (await withPolicy(t, 0)).login()
  // Its policy is read behind the first question.
  await ask(none, 'user-0')
  const refused = await ask(none, 'user-1')
  assert.deepEqual(refused, { code: 'TOO_LARGE', detail: 'friendRequestsPerHour 0, asked 1', retryAfterMs: 0 })
  const open = await openGateway(t)
  for (let i = 0; i < 40; i++) open.backend.know('app', `user-${i}`)
  const alice = await open.login()
  for (let i = 0; i < 30; i++) assert.equal((await ask(alice, `user-${i}`)).code, '')
  assert.deepEqual(await ask(alice, 'user-30').then(({ code, detail }) => [code, detail]), ['RATE_LIMITED', 'friendRequestsPerHour 30'])
})
