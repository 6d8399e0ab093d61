// The policy of an app: told with every limit that an app may set, changed as a whole, by whoever has the operator key.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { byDefault, limits, perApp } from '@skein/domain'
import { eventually, sampleCommandMeta } from '@skein/testing'
import { type OpenApi, openApi, operatorKey } from './open-api.ts'

const operator = { authorization: `Bearer ${operatorKey}` }
const url = '/v1/shop/policy'
const set = (api: OpenApi, body: unknown) => api.call('PUT', url, body, operator)
const tell = (api: OpenApi) => api.call('GET', url, undefined, operator)

/** An API of a deployment that has registered the app `shop`. */
async function withShop(t: TestContext): Promise<OpenApi> {
  const api = await openApi(t)
  await api.backend.appendCommand({ type: 'RegisterApp', meta: sampleCommandMeta({ appId: 'shop', actorId: '' }) })
  await eventually(async () => (await api.backend.views.checkpoints()).get(0)!.nextOffset === 1)
  return api
}

test('every limit that an app may set is told, with what holds, the default and the ceiling', async (t) => {
  const { status, body } = await tell(await withShop(t))
  const untouched = perApp.map((name) => {
    const value = byDefault[name] ?? limits[name]
    return [name, { value, default: value, ceiling: limits[name], own: false }]
  })
  assert.deepEqual([status, body], [200, { limits: Object.fromEntries(untouched) }])
})

test('a policy stands as a whole once its change is answered', async (t) => {
  const api = await withShop(t)
  const changed = await set(api, { limits: { attachmentsMax: 2, revokeWindowMs: 0 } })
  assert.equal(changed.status, 200)
  assert.deepEqual(changed.body.limits.attachmentsMax, { value: 2, default: 16, ceiling: 16, own: true })
  assert.deepEqual((await tell(api)).body, changed.body)
  const changes = () => api.backend.events.filter(({ type }) => type === 'AppPolicyChanged').length
  const before = changes()
  assert.deepEqual((await set(api, { limits: { revokeWindowMs: 0, attachmentsMax: 2 } })).body, changed.body)
  assert.equal(changes(), before, 'the same again changes nothing')
  const { revokeWindowMs, attachmentsMax } = (await set(api, { limits: { revokeWindowMs: 5 } })).body.limits
  assert.deepEqual([revokeWindowMs.value, attachmentsMax.value, attachmentsMax.own], [5, 16, false])
  assert.equal(api.backend.commands.at(-1)!.meta.actorId, '')
  const intents = api.backend.commands.flatMap(({ type, meta }) => (type === 'ChangeAppPolicy' ? [meta.intent!.id] : []))
  assert.equal(new Set(intents).size, 3, 'each request is another intent, which late copies of its command share')
})

test('what is no policy is refused, with the limit and its ceiling', async (t) => {
  const api = await withShop(t)
  for (const [body, detail] of [
    [{ limits: { attachmentsMax: 17 } }, 'limits: attachmentsMax is 0 to 16, asked 17'],
    [{ limits: { attachmentsMax: -1 } }, 'limits: attachmentsMax is 0 to 16, asked -1'],
    [{ limits: { groupNameCharsMax: 1 } }, `limits: an app may set ${perApp.join(', ')}`],
    [{ limits: { attachmentsMax: 0.5 } }, /^limits\.attachmentsMax: /],
    [{ limits: { attachmentsMax: '2' } }, /^limits\.attachmentsMax: /],
    [{ limits: [] }, /^limits: /],
    [{}, /^limits: /],
  ] as const) {
    const { status, body: answer } = await set(api, body)
    assert.deepEqual([status, answer.error.code], [400, 'INVALID_ARGUMENT'])
    if (typeof detail === 'string') assert.equal(answer.error.detail, detail)
    else assert.match(answer.error.detail, detail)
  }
  assert.deepEqual((await tell(api)).body.limits.attachmentsMax.own, false)
})

test('an app that nobody registered has no policy, and one that is not served is none', async (t) => {
  const api = await openApi(t)
  for (const { status, body } of [await tell(api), await set(api, { limits: {} })])
    assert.deepEqual([status, body.error.code], [404, 'APP_NOT_FOUND'])
  assert.equal((await api.call('GET', '/v1/pub/policy', undefined, operator)).body.error.code, 'INVALID_ARGUMENT')
})

test('only the operator key opens it, never the token of a user', async (t) => {
  const api = await withShop(t)
  const { authorization } = await api.enter('ann')
  const commands = api.backend.commands.length
  for (const [headers, status, code] of [
    [{}, 401, 'UNAUTHENTICATED'],
    [authorization, 403, 'FORBIDDEN'],
    [{ authorization: `Bearer ${operatorKey}x` }, 403, 'FORBIDDEN'],
  ] as const)
    for (const method of ['GET', 'PUT'] as const) {
      const answer = await api.call(method, url, method === 'PUT' ? { limits: {} } : undefined, headers)
      assert.deepEqual([answer.status, answer.body.error.code], [status, code])
    }
  assert.equal(api.backend.commands.length, commands)
  assert.ok(!api.logLines.join().includes(operatorKey))
})

test('a change that the views do not show yet is not said to be in force', async (t) => {
  const api = await withShop(t)
  api.backend.viewsHeld = true
  assert.equal((await set(api, { limits: { attachmentsMax: 2 } })).status, 503)
  api.backend.viewsHeld = false
  assert.equal((await set(api, { limits: { attachmentsMax: 2 } })).body.limits.attachmentsMax.value, 2)
})
