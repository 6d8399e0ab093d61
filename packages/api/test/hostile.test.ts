// Those who guess, flood and send what they should not: each gets its named error, and nobody learns a secret.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { eventually } from '@skein/testing'
import { createInMemoryCredentialStore } from './in-memory-credential-store.ts'
import { goodPassword, openApi, tokenSecret } from './open-api.ts'

test('guesses against one name run dry, and come back with time; other names are not concerned', async (t) => {
  const api = await openApi(t, { limits: { failedLoginsPerNameAndAddress: { burst: 3, perMinute: 6 } } })
  await api.register('ann')
  await api.register('bob')
  // In parallel, so that all are under way before the first is refused.
  const guesses = await Promise.all(Array.from({ length: 10 }, (_, i) => api.login(i % 2 ? 'ann' : 'ANN', `guess number ${i}`)))
  assert.equal(guesses.filter((g) => g.body.error.code === 'CREDENTIALS_INVALID').length, 3)
  const limited = guesses.find((g) => g.status === 429)!
  assert.deepEqual([limited.body.error.code, limited.headers['retry-after']], ['RATE_LIMITED', '10'])
  assert.ok(limited.body.error.retryAfterMs > 9_000 && limited.body.error.retryAfterMs <= 10_000)
  assert.equal((await api.login('ann')).status, 429)
  assert.equal((await api.login('bob')).status, 201)
  // A clock that was set back let nobody in who had once guessed, until it had caught up.
  api.clock.skewMs = -3_600_000
  api.clock.waitedMs = 10_000
  assert.equal((await api.login('ann')).status, 201)
})

test('guesses from one address over many names run dry', async (t) => {
  const api = await openApi(t, { limits: { failedLoginsPerAddress: { burst: 4, perMinute: 1 } } })
  const statuses = []
  for (let i = 0; i < 6; i++) statuses.push((await api.login(`user${i}`)).status)
  assert.deepEqual(statuses, [401, 401, 401, 401, 429, 429])
})

test('logins that succeed are not counted, and neither are those a part failed', async (t) => {
  const api = await openApi(t, { limits: { failedLoginsPerNameAndAddress: { burst: 2, perMinute: 1 } } })
  await api.register('ann')
  for (let i = 0; i < 5; i++) assert.equal((await api.login('ann')).status, 201)
  const { password } = api.credentials
  api.credentials.password = () => Promise.reject(new Error('the database is away'))
  for (let i = 0; i < 5; i++) assert.equal((await api.login('ann')).body.error.code, 'UNAVAILABLE')
  api.credentials.password = password
  assert.equal((await api.login('ann')).status, 201)
})

test('registrations are limited by address', async (t) => {
  const api = await openApi(t, { limits: { registrationsPerAddress: { burst: 2, perMinute: 1 } } })
  const statuses = []
  for (const name of ['ann', 'bob', 'cid']) statuses.push((await api.register(name)).status)
  assert.deepEqual(statuses, [201, 201, 429])
})

// One user asked for 3,000 names a second, on and on: whoever may do that has the list of all users.
test('a user who looks up one name after the other runs dry, by name and by id together, and others do not', async (t) => {
  const api = await openApi(t, { limits: { lookUpsPerUser: { burst: 3, perMinute: 6 } } })
  const ann = await api.enter('ann')
  const ben = await api.enter('ben')
  const by = (asker: typeof ann, path: string) => api.call('GET', `/v1/shop/users${path}`, undefined, asker.authorization)
  assert.deepEqual(
    [(await by(ann, '?userName=ben')).status, (await by(ann, '?userName=nobody')).status, (await by(ann, `/${ben.userId}`)).status],
    [200, 404, 200],
  )
  for (const path of ['?userName=ben', '?userName=nobody', `/${ben.userId}`, '/nobody']) {
    const { status, body } = await by(ann, path)
    assert.deepEqual([status, body.error.code], [429, 'RATE_LIMITED'], path)
    assert.ok(body.error.retryAfterMs > 5_000 && body.error.retryAfterMs <= 10_000)
  }
  assert.equal((await by(ben, '?userName=ann')).status, 200)
  api.clock.waitedMs += 10_000
  assert.equal((await by(ann, '?userName=ben')).status, 200)
})

test('only a trusted proxy says for whom it speaks', async (t) => {
  const limits = { registrationsPerAddress: { burst: 1, perMinute: 1 } }
  const behind = (address: string) => ({ 'x-forwarded-for': address })
  const direct = await openApi(t, { limits })
  assert.equal((await direct.register('ann', goodPassword, behind('10.0.0.1'))).status, 201)
  assert.equal((await direct.register('bob', goodPassword, behind('10.0.0.2'))).status, 429)
  const proxied = await openApi(t, { limits, trustProxy: '127.0.0.1' })
  assert.equal((await proxied.register('ann', goodPassword, behind('10.0.0.1'))).status, 201)
  assert.equal((await proxied.register('bob', goodPassword, behind('10.0.0.2'))).status, 201)
  assert.equal((await proxied.register('cid', goodPassword, behind('10.0.0.2'))).status, 429)
})

test('more passwords at once than the queue holds are refused, not kept', async (t) => {
  const api = await openApi(t, {
    passwordParameters: { memoryKiB: 19_456, passes: 2, parallelism: 1 },
    limits: { hashesConcurrent: 1, hashesQueuedMax: 2, registrationsPerNameAndAddress: { burst: 50, perMinute: 1 } },
  })
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => api.register(`user${i}`)))
  const refused = answers.filter((a) => a.status !== 201)
  assert.equal(refused.length, 5)
  for (const { status, body, headers } of refused) {
    assert.deepEqual([status, body.error.code, body.error.detail, headers['retry-after']], [503, 'UNAVAILABLE', 'hashesQueuedMax', '2'])
  }
  assert.equal((await api.register('later')).status, 201)
})

// Story: passwords were hashed in the order in which they came, whoever brought them: behind fifty wrong logins and sixty registrations of one
// address nobody got in.
test('one address that brings many passwords at once keeps nobody else waiting', async (t) => {
  const api = await openApi(t, {
    trustProxy: true,
    passwordParameters: { memoryKiB: 19_456, passes: 2, parallelism: 1 },
    limits: { hashesConcurrent: 1, hashesQueuedPerAddressMax: 20 },
  })
  await api.register('ann')
  const post = (address: string, path: string, body: object) => api.call('POST', `/v1/shop/${path}`, body, { 'x-forwarded-for': address })
  const login = (address: string, userName: string, password: string) =>
    post(address, 'sessions', { userName, password, deviceId: 'd', platform: 'test' })
  const register = (address: string, userName: string) => post(address, 'users', { userName, password: goodPassword })
  const statuses: number[] = []
  const greedy = Array.from({ length: 110 }, async (_, i) => {
    const answer = i < 50 ? login('10.0.0.1', `user${i}`, 'wrong password') : register('10.0.0.1', `user${i}`)
    statuses.push((await answer).status)
  })
  const hashed = () => statuses.filter((status) => status !== 429).length
  await eventually(() => statuses.includes(429), { what: 'a queue that is full' })
  const before = hashed()
  assert.equal((await login('10.0.0.2', 'ann', goodPassword)).status, 201)
  const meanwhile = hashed() - before
  assert.ok(meanwhile < 10, `${meanwhile} of the 20 that waited came first`)
  await Promise.all(greedy)
})

test('bad requests have named errors, and repeat nothing of what was sent', async (t) => {
  const api = await openApi(t)
  const post = async (payload: string, type = 'application/json') => {
    const answer = await api.server.inject({ method: 'POST', url: '/v1/shop/users', headers: { 'content-type': type }, payload })
    return { status: answer.statusCode, code: answer.json().error.code, text: answer.body }
  }
  const broken = await post('{"userName":"ann","password": s3cr3t}')
  assert.deepEqual([broken.status, broken.code], [400, 'INVALID_ARGUMENT'])
  assert.ok(!broken.text.includes('s3cr3t'))
  assert.deepEqual(await post(JSON.stringify({ password: 'x'.repeat(20_000) })).then((a) => [a.status, a.code]), [413, 'TOO_LARGE'])
  // curl -d says the first by itself: its reader was told that good JSON is not well-formed, or that an object was a string.
  for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
    const answer = await post('{"userName":"ann","password":"correct horse"}', type)
    assert.deepEqual([answer.status, answer.code, answer.text.includes('content-type: application/json')], [400, 'INVALID_ARGUMENT', true])
  }
  assert.equal((await post('')).code, 'INVALID_ARGUMENT')
  assert.equal((await post('{"__proto__":{"a":1},"userName":"ann"}')).code, 'INVALID_ARGUMENT')
  const notFound = await api.call('GET', '/v1/shop/nothing')
  assert.deepEqual([notFound.status, notFound.body.error.code], [404, 'UNKNOWN_COMMAND'])
  assert.equal((await api.call('GET', '/v1/%zz/users/online')).status, 400)
  assert.equal((await api.call('GET', `/v1/${'x'.repeat(300)}/gateway`)).body.error.code.length > 0, true)
  assert.equal(api.backend.commands.length, 0)
})

test('a part that does not answer makes the request unavailable within its limit', async (t) => {
  const api = await openApi(t, { limits: { partTimeoutMs: 50 } })
  const { authorization } = await api.enter('ann')
  api.backend.presence.liveNodes = () => new Promise(() => {})
  const { status, body } = await api.call('GET', '/v1/shop/gateway', undefined, authorization)
  assert.deepEqual([status, body.error.code, body.error.detail], [503, 'UNAVAILABLE', 'presence'])
  assert.ok(api.logLines.some((line) => line.includes('no answer from presence within 50 ms')))
})

test('a fault of ours says nothing but where to look', async (t) => {
  let broken = false
  const random = () => {
    if (broken) throw new Error('the inside of the house')
    return 0
  }
  const api = await openApi(t, { random })
  const { authorization } = await api.enter('ann')
  broken = true
  const { status, body, headers } = await api.call('GET', '/v1/shop/gateway', undefined, authorization)
  assert.deepEqual([status, body.error.code, body.error.detail], [500, 'INTERNAL', `request ${headers['x-request-id']}`])
  assert.ok(!JSON.stringify(body).includes('house'))
  assert.ok(api.logLines.some((line) => line.includes('house') && line.includes(headers['x-request-id']!)))
})

// The address was asked for after the token had been looked at: of a client that had reset its connection meanwhile there was none,
// and each such request was a fault of ours, with an alarm.
test('a client that has reset its connection is nobody`s fault', async (t) => {
  const api = await openApi(t)
  const { authorization } = await api.enter('ann')
  const closed = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  api.server.server.on('connection', (socket) => socket.on('close', closed.resolve))
  const { deviceSessions } = api.backend.views
  api.backend.views.deviceSessions = async (sessions) => {
    asked.resolve()
    await closed.promise
    return deviceSessions.call(api.backend.views, sessions)
  }
  const address = await api.server.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(`GET /v1/shop/users?userName=ann HTTP/1.1\r\nHost: here\r\nAuthorization: ${authorization.authorization}\r\n\r\n`)
  await asked.promise
  socket.resetAndDestroy()
  await closed.promise
  const half = connect(Number(new URL(address).port), '127.0.0.1')
  half.on('error', () => {})
  half.write('POST /v1/shop/users HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{')
  await new Promise((resolve) => half.once('connect', () => setImmediate(resolve)))
  half.resetAndDestroy()
  await api.server.close()
  assert.deepEqual(
    api.logLines.filter((line) => line.includes('"level":"error"') || line.includes('INTERNAL')),
    [],
  )
  assert.ok(api.logLines.some((line) => line.includes('request answered') && line.includes('"route":"/v1/:appId/users"')))
})

test('no password, token or app secret enters a command, an event, a reply, a view or a log line', async (t) => {
  const planted = 'planted-Pa55word'
  const credentials = createInMemoryCredentialStore()
  const api = await openApi(t, { credentials, limits: { partTimeoutMs: 50 } })
  await api.register('ann', planted, { 'skein-app-secret': 'planted-app-secret' })
  await api.register('ann', `${planted}-2`)
  const { body } = await api.login('ann', planted)
  await api.login('ann', `${planted}-3`)
  await api.call('POST', '/v1/shop/users', { userName: planted, password: planted.repeat(30) })
  await api.call('POST', `/v1/shop/sessions?password=${planted}`, { password: planted })
  await api.server.inject({
    method: 'POST',
    url: '/v1/shop/users',
    headers: { 'content-type': 'application/json' },
    payload: `{"password": ${planted}}`,
  })
  const authorization = { authorization: `Bearer ${body.token}` }
  await api.call('GET', `/v1/shop/users/online?after=${planted}`, undefined, authorization)
  api.backend.views.findUser = () => Promise.reject(new Error('views are away'))
  await api.login('ann', planted)
  await api.register('bob', planted)
  await api.call('DELETE', '/v1/shop/sessions/current', undefined, authorization)
  assert.ok(api.logLines.length > 8 && api.backend.commands.length > 3)
  const { commands, events, replies } = api.backend
  const everything = JSON.stringify([commands, events, replies, api.logLines])
  const hash = [...credentials.rows.values()][0]!.passwordHash
  const signature = body.token.split('.')[2]
  for (const secret of ['planted', body.token, signature, hash, '$argon2', tokenSecret]) {
    assert.ok(!everything.includes(secret), `${secret} was found`)
  }
  assert.ok(!JSON.stringify([...credentials.rows.values()]).includes('planted'))
})

test('a client that sends half a request is cut off', async (t) => {
  const api = await openApi(t, { limits: { requestTimeoutMs: 100 } })
  const address = await api.server.listen({ host: '127.0.0.1', port: 0 })
  assert.equal((await fetch(`${address}/healthz`)).status, 200)
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.write('POST /v1/shop/users HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"userName"')
  let answer = ''
  for await (const piece of socket) answer += piece
  assert.match(answer, /^HTTP\/1.1 408/)
})

// Story: one wrong password a second, from anywhere, kept a named user from logging in: the limit was of the name alone.
test('wrong passwords from elsewhere keep nobody out', async (t) => {
  const api = await openApi(t, { trustProxy: true, limits: { failedLoginsPerNameAndAddress: { burst: 3, perMinute: 1 } } })
  await api.register('ann')
  const loginFrom = (address: string, password: string) =>
    api.call('POST', '/v1/shop/sessions', { userName: 'ann', password, deviceId: 'd', platform: 'test' }, { 'x-forwarded-for': address })
  for (let i = 0; i < 20; i++) await loginFrom(`10.0.0.${i % 3}`, `guess number ${i}`)
  assert.equal((await loginFrom('10.0.0.1', goodPassword)).status, 429, 'who guessed waits')
  assert.equal((await loginFrom('10.1.1.1', goodPassword)).status, 201, 'who did not is let in')
})

// Story: a token with `=`, a blank or U+0000 appended was taken for the token, since decoders of base64 pass over what they do not know:
// one session had any number of tokens, which no list of revoked ones could hold.
test('what is appended to a token makes it another one', async (t) => {
  const api = await openApi(t)
  const { authorization } = await api.enter('ann')
  const token = authorization.authorization!.slice('Bearer '.length)
  const call = async (given: string) =>
    (await api.call('GET', '/v1/shop/gateway', undefined, { authorization: `Bearer ${given}` })).body.error?.code ?? ''
  assert.equal(await call(token), '')
  const last = token.at(-1)!
  const sameBits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const other = sameBits[sameBits.indexOf(last) + 1]!
  const forged = [
    `${token}=`,
    `${token}==`,
    `${token}.`,
    `${token}%00`,
    `${token.slice(0, -1)}${other}`,
    token.replace('.', '=.'),
    token.replaceAll('-', '+'),
  ]
  for (const one of forged) if (one !== token) assert.equal(await call(one), 'TOKEN_INVALID', one.slice(-4))
})

// Story: bytes that are no UTF-8 were replaced in silence, so that a name or a password was another than the one that was sent.
test('a body that is no UTF-8 is refused', async (t) => {
  const api = await openApi(t)
  const json = Buffer.from(JSON.stringify({ userName: 'ann', password: 'correct horse?', displayName: 'Ann' }))
  for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
    const payload = Buffer.concat([json.subarray(0, json.indexOf('?')), Buffer.from(bytes), json.subarray(json.indexOf('?') + 1)])
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    const answer = await api.server.inject({ method: 'POST', url: '/v1/shop/users', headers, payload })
    assert.deepEqual([answer.statusCode, answer.json().error.detail], [400, 'the body is not UTF-8'])
  }
  assert.equal(api.backend.commands.length, 0)
})

// Story: an address of 40,000 characters was answered in a shape of Node's own, which no client of this API can read.
test('what is too long to be looked at, or is not HTTP, is answered in the one shape', async (t) => {
  const api = await openApi(t)
  const { port } = new URL(await api.server.listen({ host: '127.0.0.1', port: 0 }))
  for (const [sent, status, code] of [
    [`GET /v1/${'x'.repeat(40_000)}/gateway HTTP/1.1\r\nhost: x\r\n\r\n`, 413, 'TOO_LARGE'],
    ['\u0000\u0001 nonsense\r\n\r\n', 400, 'INVALID_ARGUMENT'],
  ] as const) {
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(sent)
    let answer = ''
    for await (const piece of socket) answer += piece
    assert.match(answer, new RegExp(`^HTTP/1.1 ${status}`))
    assert.equal(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)).error.code, code)
  }
})
