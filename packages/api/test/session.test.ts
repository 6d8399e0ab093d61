// Logging in and out: what a token says and when it is worth nothing, and the choice of a gateway.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose'
import { hashPassword } from '../src/password-hash.ts'
import { cheapParameters, goodPassword, openApi, operatorKey, tokenSecret } from './open-api.ts'

test('a login answers a token and all addresses of a gateway', async (t) => {
  const api = await openApi(t, { tokenTtlSeconds: 60 })
  const { userId } = (await api.register('ann')).body
  const { status, body } = await api.login('ann')
  assert.equal(status, 201)
  assert.deepEqual(body.gateway, { addresses: ['ws://127.0.0.1:1', 'tcp://127.0.0.1:2'] })
  const claims = decodeJwt(body.token)
  const command = api.backend.commands.at(-1)!
  assert.ok(command.type === 'OpenDeviceSession')
  assert.deepEqual(
    { ...claims, iat: 0, exp: 0 },
    { sub: userId, app: 'shop', dev: 'd1', sid: command.sessionId, plt: 'web', iat: 0, exp: 0 },
  )
  assert.equal(claims.exp! - claims.iat!, 60)
  assert.deepEqual([claims.exp! * 1000, command.expiresAt, body.userId], [body.expiresAt, body.expiresAt, userId])
  assert.equal((await api.backend.views.deviceSessions([{ appId: 'shop', userId, sessionId: command.sessionId }]))[0], 'open')
})

test('an unknown name and a wrong password are refused alike', async (t) => {
  const api = await openApi(t)
  await api.register('ann')
  const [unknown, wrong] = [await api.login('bob'), await api.login('ann', 'not the password')]
  assert.deepEqual([unknown.status, unknown.body], [401, wrong.body])
  assert.equal(wrong.body.error.code, 'CREDENTIALS_INVALID')
})

test('an unknown name costs as much time as a known one', async (t) => {
  const dear = { memoryKiB: 19_456, passes: 2, parallelism: 1 }
  const api = await openApi(t, { passwordParameters: dear })
  await api.register('ann')
  const timed = async (name: string) => {
    const began = performance.now()
    await api.login(name, 'not the password')
    return performance.now() - began
  }
  const median = async (name: string) => {
    const times = []
    for (let i = 0; i < 5; i++) times.push(await timed(name))
    return times.sort((a, b) => a - b)[2]!
  }
  // A machine that does other things at the same time makes one of them longer now and then, and none shorter.
  const told: string[] = []
  for (let attempt = 0; attempt < 5; attempt++) {
    const [known, unknown] = [await median('ann'), await median('bob')]
    if (unknown > known / 3 && unknown < known * 3) return
    told.push(`known ${known} ms, unknown ${unknown} ms`)
  }
  assert.fail(told.join('; '))
})

test('a token is worth nothing after logout', async (t) => {
  const api = await openApi(t)
  const { authorization } = await api.enter('ann')
  const other = (await api.login('ann')).body.token
  const again = await api.call('GET', '/v1/shop/gateway', undefined, authorization)
  assert.deepEqual([again.status, again.body], [200, { gateway: { addresses: ['ws://127.0.0.1:1', 'tcp://127.0.0.1:2'] } }])
  assert.equal((await api.call('DELETE', '/v1/shop/sessions/current', undefined, authorization)).status, 204)
  for (const [method, url] of [
    ['GET', '/v1/shop/gateway'],
    ['GET', '/v1/shop/users/online'],
    ['DELETE', '/v1/shop/sessions/current'],
  ] as const) {
    const { status, body } = await api.call(method, url, undefined, authorization)
    assert.deepEqual([status, body.error.code], [401, 'TOKEN_REVOKED'])
  }
  assert.equal((await api.call('GET', '/v1/shop/gateway', undefined, { authorization: `Bearer ${other}` })).status, 200)
})

test('a logout the views do not show yet is not said to be done', async (t) => {
  const api = await openApi(t)
  const { authorization } = await api.enter('ann')
  api.backend.viewsHeld = true
  assert.equal((await api.call('DELETE', '/v1/shop/sessions/current', undefined, authorization)).status, 503)
  api.backend.viewsHeld = false
  assert.equal((await api.call('DELETE', '/v1/shop/sessions/current', undefined, authorization)).status, 204)
  assert.equal((await api.call('GET', '/v1/shop/gateway', undefined, authorization)).body.error.code, 'TOKEN_REVOKED')
})

test('a login goes through while the views stand still', async (t) => {
  const api = await openApi(t)
  await api.register('ann')
  api.backend.viewsHeld = true
  const { status, body } = await api.login('ann')
  assert.equal(status, 201)
  assert.equal((await api.call('GET', '/v1/shop/gateway', undefined, { authorization: `Bearer ${body.token}` })).status, 200)
})

test('forged, foreign, expired and missing tokens each have their error', async (t) => {
  const api = await openApi(t)
  const { token } = await api.enter('ann')
  const ask = async (authorization: string | undefined, app = 'shop') =>
    (await api.call('GET', `/v1/${app}/gateway`, undefined, authorization ? { authorization } : {})).body.error?.code
  const claims = decodeJwt(token)
  const sign = (secret: string, change: object, alg = 'HS256') =>
    new SignJWT({ ...claims, ...change }).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret))
  assert.equal(await ask(undefined), 'UNAUTHENTICATED')
  assert.equal(await ask('Basic abc'), 'UNAUTHENTICATED')
  assert.equal(await ask('Bearer abc'), 'TOKEN_INVALID')
  assert.equal(await ask(`Bearer ${token}x`), 'TOKEN_INVALID')
  assert.equal(await ask(`Bearer ${token}`, 'bank'), 'TOKEN_INVALID')
  assert.equal(await ask(`Bearer ${new UnsecuredJWT(claims).encode()}`), 'TOKEN_INVALID')
  assert.equal(await ask(`Bearer ${await sign('another secret, just as long as it has to be', {})}`), 'TOKEN_INVALID')
  assert.equal(await ask(`Bearer ${await sign(tokenSecret, {}, 'HS512')}`), 'TOKEN_INVALID')
  assert.equal(await ask(`Bearer ${await sign(tokenSecret, { sid: 'x' })}`), 'TOKEN_INVALID')
  assert.equal(await ask(`Bearer ${await sign(tokenSecret, { exp: undefined })}`), 'TOKEN_INVALID')
  assert.equal(await ask(`Bearer ${await sign(tokenSecret, {})}`), undefined)
  api.clock.skewMs = 31 * 24 * 3_600_000
  assert.equal(await ask(`Bearer ${token}`), 'TOKEN_EXPIRED')
})

test('without a gateway a login is refused before a session is opened', async (t) => {
  const api = await openApi(t)
  await api.register('ann')
  const [node] = api.backend.nodes.splice(0)
  api.backend.nodes.push({ ...node!, draining: true }, { ...node!, role: 'api' }, { ...node!, addresses: [] })
  const { status, body } = await api.login('ann')
  assert.deepEqual([status, body.error.code, body.error.retriable], [503, 'UNAVAILABLE', true])
  assert.ok(!api.backend.commands.some((c) => c.type === 'OpenDeviceSession'))
})

test('a password hashed with older parameters is hashed again at login', async (t) => {
  const api = await openApi(t, { passwordParameters: { ...cheapParameters, passes: 2 } })
  const { userId } = (await api.register('ann')).body
  const row = api.credentials.rows.get(`shop/${userId}`)!
  api.credentials.rows.set(`shop/${userId}`, { ...row, passwordHash: await hashPassword(goodPassword, cheapParameters) })
  assert.equal((await api.login('ann')).status, 201)
  assert.match(api.credentials.rows.get(`shop/${userId}`)!.passwordHash, /m=8,t=2,p=1/)
  assert.equal((await api.login('ann')).status, 201)
})

const connectionOf = (userId: string, deviceId: string, appId = 'shop') => ({
  connectionId: `c-${userId}-${deviceId}`,
  node: 'n1',
  appId,
  userId,
  deviceId,
  sessionId: 's1',
  platform: 'web',
  connectedAtMs: 5,
})

test('operators are told everybody who is online, page by page, with devices and nothing of the inside', async (t) => {
  const api = await openApi(t)
  const operator = { authorization: `Bearer ${operatorKey}` }
  api.backend.connections.push(connectionOf('u1', 'a'), connectionOf('u1', 'b'), connectionOf('u2', 'a'), connectionOf('u3', 'a', 'bank'))
  const first = (await api.call('GET', '/v1/shop/online?limit=1', undefined, operator)).body
  const device = (deviceId: string) => ({ deviceId, platform: 'web', connectedAt: 5 })
  assert.deepEqual(first, { users: [{ userId: 'u1', devices: [device('a'), device('b')] }], next: 'u1' })
  const second = (await api.call('GET', `/v1/shop/online?limit=1&after=${first.next}`, undefined, operator)).body
  assert.deepEqual(second, { users: [{ userId: 'u2', devices: [device('a')] }], next: '' })
  assert.equal((await api.call('GET', '/v1/shop/online?limit=101', undefined, operator)).status, 400)
  assert.equal((await api.call('GET', '/v1/shop/online')).body.error.code, 'UNAUTHENTICATED')
  const { authorization } = await api.enter('ann')
  assert.equal((await api.call('GET', '/v1/shop/online', undefined, authorization)).body.error.code, 'FORBIDDEN')
})

// Whoever had registered was told everybody of the app who was online, with their devices.
test('a user is told who is online of those they share a conversation with, without devices, and no id of anybody else', async (t) => {
  const api = await openApi(t, { limits: { acquaintancesPageMax: 2 } })
  const { userId, authorization } = await api.enter('ann')
  api.backend.acquaintances.set(userId, ['u1', 'u3', 'u5', 'u6', 'u7'])
  const online = ['u1', 'u2', 'u3', 'u4', 'u7', userId].map((id) => connectionOf(id, 'a'))
  api.backend.connections.push(...online, connectionOf('u5', 'a', 'bank'))
  const list = async (query: string) => (await api.call('GET', `/v1/shop/users/online${query}`, undefined, authorization)).body
  const pages: unknown[] = []
  let next = ''
  do {
    const page = await list(`?limit=1&after=${next}`)
    pages.push(page)
    next = page.next
  } while (next !== '')
  assert.deepEqual(pages, [
    { users: [{ userId: 'u1' }], next: 'u1' },
    { users: [{ userId: 'u3' }], next: 'u5' },
    { users: [{ userId: 'u7' }], next: '' },
  ])
  assert.deepEqual(await list(''), { users: [{ userId: 'u1' }, { userId: 'u3' }], next: 'u3' })
  assert.deepEqual((await api.enter('bob').then((bob) => api.call('GET', '/v1/shop/users/online', undefined, bob.authorization))).body, {
    users: [],
    next: '',
  })
  assert.equal((await api.call('GET', '/v1/shop/users/online?limit=101', undefined, authorization)).status, 400)
  // It went on to the database, which takes no such text, and the views were said to be down.
  const odd = await api.call('GET', '/v1/shop/users/online?after=%00', undefined, authorization)
  assert.deepEqual([odd.body.error.code, odd.body.error.detail], ['INVALID_ARGUMENT', 'after: must be `next` of the page before'])
  assert.equal((await api.call('GET', '/v1/shop/users/online')).body.error.code, 'UNAUTHENTICATED')
})
