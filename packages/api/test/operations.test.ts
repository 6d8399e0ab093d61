// What operators and tools read: health, readiness, the OpenAPI document; and what browsers ask before they call.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openApi } from './open-api.ts'

// Whoever reached the API read which server stood behind it and what was wrong with it, addresses and error texts included.
test('alive, ready and not ready, and not a word about the parts on the port of the clients', async (t) => {
  let ok = true
  const api = await openApi(t, { ready: async () => ok })
  assert.deepEqual((await api.call('GET', '/healthz')).body, { ok: true })
  assert.deepEqual(await api.call('GET', '/readyz').then((a) => [a.status, a.body]), [200, { ok: true }])
  ok = false
  assert.deepEqual(await api.call('GET', '/readyz').then((a) => [a.status, a.body]), [503, { ok: false }])
})

test('readiness that does not come, or fails, is not ready', async (t) => {
  for (const ready of [() => new Promise<never>(() => {}), () => Promise.reject(new Error('postgres at 10.0.0.7'))]) {
    const api = await openApi(t, { ready, limits: { partTimeoutMs: 20 } })
    assert.deepEqual(await api.call('GET', '/readyz').then((a) => [a.status, a.body]), [503, { ok: false }])
  }
})

// They stood on the port of the clients, for any page of any origin to read.
test('no metrics on the port of the clients, and nothing there for pages of other origins but the API itself', async (t) => {
  const api = await openApi(t)
  assert.equal((await api.call('GET', '/metrics')).status, 404)
  for (const path of ['/metrics', '/healthz', '/readyz'])
    assert.equal((await api.call('GET', path)).headers['access-control-allow-origin'], undefined, path)
})

test('the OpenAPI document names every route with its fields and errors', async (t) => {
  const api = await openApi(t, { version: '1.2.3' })
  const { body } = await api.call('GET', '/v1/openapi.json')
  assert.equal(body.openapi, '3.1.0')
  assert.equal(body.info.version, '1.2.3')
  assert.deepEqual(Object.keys(body.paths).sort(), [
    '/v1/{appId}/broadcasts',
    '/v1/{appId}/broadcasts/{messageId}',
    '/v1/{appId}/gateway',
    '/v1/{appId}/online',
    '/v1/{appId}/policy',
    '/v1/{appId}/sessions',
    '/v1/{appId}/sessions/current',
    '/v1/{appId}/users',
    '/v1/{appId}/users/online',
    '/v1/{appId}/users/{userId}',
    '/v1/{appId}/users/{userId}/broadcast-right',
  ])
  const register = body.paths['/v1/{appId}/users'].post
  const fields = register.requestBody.content['application/json'].schema
  assert.deepEqual(Object.keys(fields.properties), ['userName', 'password', 'displayName'])
  assert.deepEqual(fields.required, ['userName', 'password'])
  assert.deepEqual(Object.keys(register.responses), ['201', '400', '403', '409', '413', '429', '500', '503'])
  const online = body.paths['/v1/{appId}/users/online'].get
  assert.deepEqual(
    online.parameters.map((p: { name: string; required: boolean }) => [p.name, p.required]),
    [
      ['appId', true],
      ['after', false],
      ['limit', false],
    ],
  )
  assert.deepEqual(online.security, [{ token: [] }])
  assert.deepEqual(body.paths['/v1/{appId}/policy'].put.security, [{ operatorKey: [] }])
})

test('pages of other origins may call, unless told otherwise', async (t) => {
  const open = await openApi(t)
  const asked = await open.server.inject({ method: 'OPTIONS', url: '/v1/shop/sessions', headers: { origin: 'https://a.example' } })
  assert.deepEqual([asked.statusCode, asked.headers['access-control-allow-origin']], [204, '*'])
  assert.match(String(asked.headers['access-control-allow-headers']), /authorization/)
  assert.equal((await open.login('ann')).headers['access-control-allow-origin'], '*')
  const closed = await openApi(t, { corsOrigin: null })
  assert.equal((await closed.login('ann')).headers['access-control-allow-origin'], undefined)
})
