// Broadcasts over HTTP: asked by operators alone, stored once however often they are asked under one id, and how far gateways have told them.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import { limits } from '@skein/domain'
import type { Announced } from '@skein/node-link'
import { type OpenApi, openApi, operatorKey } from './open-api.ts'

const operator = { authorization: `Bearer ${operatorKey}` }
const url = '/v1/shop/broadcasts'
const tell = (api: OpenApi, body: unknown, headers: Record<string, string> = operator) => api.call('POST', url, body, headers)
const textOf = ({ body }: { readonly body: { readonly bytes: Uint8Array } }) => Buffer.from(body.bytes).toString()
const eventsOf = <T extends SkeinEvent['type']>(api: OpenApi, type: T) =>
  api.backend.events.filter((event): event is Extract<SkeinEvent, { readonly type: T }> => event.type === type)

/** A gateway that says this of itself. */
const gateway = (incarnation: string, announcements?: readonly Announced[]) => ({
  ...{ incarnation, role: 'gateway' as const, addresses: [], connections: 0, draining: false },
  ...(announcements === undefined ? {} : { announcements }),
})

test('what an operator tells everybody stands once in the broadcasts of the app, with its rate', async (t) => {
  const api = await openApi(t)
  const [first, second] = [await tell(api, { text: 'closed on Monday', perSecond: 7 }), await tell(api, { text: 'open again' })]
  assert.deepEqual([first.status, first.body.seq, second.body.seq], [200, 1, 2])
  const [stored, after] = eventsOf(api, 'BroadcastSent')
  const { messageId, sentAt } = first.body
  assert.deepEqual(
    [stored!.conversationId, stored!.perSecond, textOf(stored!), stored!.meta.actorId, stored!.meta.commandId, stored!.meta.occurredAt],
    ['b:shop', 7, 'closed on Monday', '', messageId, sentAt],
  )
  assert.equal(after!.perSecond, 0)
  assert.notEqual(first.body.id, second.body.id)
})

test('again under its id it is answered as the first time and told once, whatever was told since; another text under it is refused', async (t) => {
  const api = await openApi(t)
  for (const online of [false, true]) {
    const asked = { id: randomUUID(), text: 'one', online }
    const first = await tell(api, asked)
    await tell(api, { text: 'two', online })
    const again = await tell(api, asked)
    assert.deepEqual([again.status, again.body], [200, first.body])
    assert.equal(first.body.id, asked.id)
    for (const other of [
      { ...asked, text: 'another' },
      { ...asked, perSecond: 1 },
      { ...asked, online: !online },
    ])
      assert.deepEqual(await tell(api, other).then(({ status, body }) => [status, body.error.code]), [409, 'ID_REUSED'])
    const told = eventsOf(api, online ? 'OnlineNotified' : 'BroadcastSent')
    assert.deepEqual(told.map(textOf), ['one', 'two'])
  }
})

test('an answer that was lost is found under the id, and nothing is told twice', async (t) => {
  const api = await openApi(t)
  api.backend.unanswered.add('BroadcastMessage')
  const asked = { id: randomUUID(), text: 'one' }
  assert.deepEqual(await tell(api, asked).then(({ status, body }) => [status, body.error.code]), [503, 'UNAVAILABLE'])
  api.backend.unanswered.clear()
  assert.deepEqual(await tell(api, asked).then(({ status, body }) => [status, body.seq]), [200, 1])
  assert.equal(eventsOf(api, 'BroadcastSent').length, 1)
  assert.ok(api.backend.commands.at(-1)!.meta.retry, 'whoever names it may have asked before')
})

test('what is for those online takes no place', async (t) => {
  const api = await openApi(t)
  const { body } = await tell(api, { text: 'back in an hour', online: true, perSecond: 9 })
  const [told] = eventsOf(api, 'OnlineNotified')
  assert.deepEqual([body.messageId, body.seq, told!.perSecond, textOf(told!)], [told!.meta.commandId, 0, 9, 'back in an hour'])
  assert.equal((await tell(api, { text: 'stored' })).body.seq, 1)
})

test('what is no broadcast is refused with its field, and asks for nothing', async (t) => {
  const api = await openApi(t)
  for (const [body, detail] of [
    [{}, /^text: /],
    [{ text: '' }, /^text: /],
    [{ text: 7 }, /^text: /],
    [{ text: '\ud800' }, /^text: /],
    [{ text: 'x', id: 'no uuid' }, /^id: /],
    [{ text: 'x', id: randomUUID().toUpperCase() }, /^id: /],
    [{ text: 'x', perSecond: -1 }, /^perSecond: /],
    [{ text: 'x', perSecond: 0.5 }, /^perSecond: /],
    [{ text: 'x', perSecond: limits.broadcastPerSecondMax + 1 }, /^perSecond: /],
    [{ text: 'x', online: 'yes' }, /^online: /],
  ] as const) {
    const { status, body: answer } = await tell(api, body)
    assert.deepEqual([status, answer.error.code], [400, 'INVALID_ARGUMENT'], JSON.stringify(body))
    assert.match(answer.error.detail, detail)
  }
  assert.equal((await api.call('POST', '/v1/pub/broadcasts', { text: 'x' }, operator)).body.error.code, 'INVALID_ARGUMENT')
  assert.deepEqual(api.backend.commands, [])
  const tooLong = await tell(api, { text: 'x'.repeat(limits.bodyBytesMax + 1) })
  assert.deepEqual([tooLong.status, tooLong.body.error.code], [413, 'TOO_LARGE'])
})

test('it was told to as many as all gateways say, of this app alone; of one that says nothing nothing is known', async (t) => {
  const api = await openApi(t)
  const id = randomUUID()
  const progress = async (messageId = id, appId = 'shop') =>
    (await api.call('GET', `/v1/${appId}/broadcasts/${messageId}`, undefined, operator)).body
  api.backend.nodes.length = 0
  api.backend.nodes.push(gateway('n1', [{ appId: 'shop', id, told: 3, of: 10 }]), gateway('n2', []), gateway('n3'))
  api.backend.nodes.push({ ...gateway('n4', [{ appId: 'shop', id, told: 9, of: 9 }]), role: 'api' })
  assert.deepEqual(await progress(), { told: 3, of: 10, gateways: 1, gatewaysAll: 3 })
  const others = { appId: 'shop', id: randomUUID(), told: 5, of: 5 }
  api.backend.nodes[1] = gateway('n2', [others, { appId: 'shop', id, told: 2, of: 2 }])
  assert.deepEqual(await progress(), { told: 5, of: 12, gateways: 2, gatewaysAll: 3 })
  assert.deepEqual(await progress(others.id), { told: 5, of: 5, gateways: 1, gatewaysAll: 3 })
  assert.deepEqual(await progress(id, 'bank'), { told: 0, of: 0, gateways: 0, gatewaysAll: 3 }, 'not told to operators of another app')
  assert.deepEqual(await progress(randomUUID()), { told: 0, of: 0, gateways: 0, gatewaysAll: 3 })
  assert.equal((await api.call('GET', `${url}/x`, undefined, operator)).body.error.code, 'INVALID_ARGUMENT')
})

test('a right is given to a user who is there, and taken; the same again changes nothing', async (t) => {
  const api = await openApi(t)
  const { userId } = await api.enter('ann')
  const set = (who: string, allowed: unknown) => api.call('PUT', `/v1/shop/users/${who}/broadcast-right`, { allowed }, operator)
  for (const allowed of [true, true, false]) assert.deepEqual((await set(userId, allowed)).body, { allowed })
  assert.deepEqual(
    eventsOf(api, 'BroadcastRightChanged').map((event) => [event.userId, event.allowed]),
    [
      [userId, true],
      [userId, false],
    ],
  )
  assert.deepEqual(await set('nobody', true).then(({ status, body }) => [status, body.error.code]), [404, 'USER_NOT_FOUND'])
  assert.equal((await set(userId, 'yes')).body.error.code, 'INVALID_ARGUMENT')
})

test('only the operator key opens any of it, never the token of a user, of one with the right neither', async (t) => {
  const api = await openApi(t)
  const { authorization, userId } = await api.enter('ann')
  await api.call('PUT', `/v1/shop/users/${userId}/broadcast-right`, { allowed: true }, operator)
  const commands = api.backend.commands.length
  const asked = [
    ['POST', url, { text: 'x' }],
    ['GET', `${url}/${randomUUID()}`, undefined],
    ['PUT', `/v1/shop/users/${userId}/broadcast-right`, { allowed: true }],
  ] as const
  for (const [method, path, body] of asked) {
    for (const [headers, status, code] of [
      [{}, 401, 'UNAUTHENTICATED'],
      [authorization, 403, 'FORBIDDEN'],
      [{ authorization: `Bearer ${operatorKey}x` }, 403, 'FORBIDDEN'],
    ] as const) {
      const answer = await api.call(method, path, body, headers)
      assert.deepEqual([answer.status, answer.body.error.code], [status, code], `${method} ${path}`)
    }
  }
  assert.equal(api.backend.commands.length, commands)
  assert.ok(!api.logLines.join().includes(operatorKey))
})
