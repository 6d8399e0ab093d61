// Registering: one owner per name whoever races, nothing left behind by losers, and a way on from every crash in between.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUserId } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import { hashAppSecret } from '../src/app-secret.ts'
import { InMemoryBackend } from './in-memory-backend.ts'
import { goodPassword, openApi } from './open-api.ts'

test('a user registers and is found at once, both ways', async (t) => {
  const api = await openApi(t)
  const { status, body } = await api.call('POST', '/v1/shop/users', { userName: 'Ann', password: goodPassword, displayName: 'Ann B.' })
  assert.equal(status, 201)
  assert.ok(isUserId(body.userId))
  assert.deepEqual(body, { userId: body.userId, userName: 'Ann', displayName: 'Ann B.' })
  const { token } = (await api.login('ann')).body
  const authorization = { authorization: `Bearer ${token}` }
  assert.deepEqual((await api.call('GET', `/v1/shop/users/${body.userId}`, undefined, authorization)).body, body)
  assert.deepEqual((await api.call('GET', '/v1/shop/users?userName=ANN', undefined, authorization)).body, body)
  assert.equal((await api.call('GET', '/v1/shop/users/nobody', undefined, authorization)).body.error.code, 'USER_NOT_FOUND')
})

test('of twenty who race for a name on two processes exactly one gets it', async (t) => {
  const backend = new InMemoryBackend()
  const twenty = { burst: 20, perMinute: 1 }
  const limits = { registrationsPerNameAndAddress: twenty, failedLoginsPerNameAndAddress: twenty }
  const first = await openApi(t, { limits }, backend)
  const second = await openApi(t, { limits, credentials: first.credentials }, backend)
  const passwords = Array.from({ length: 20 }, (_, i) => `password number ${i}`)
  const answers = await Promise.all(passwords.map((password, i) => (i % 2 ? first : second).register(i % 3 ? 'Ann' : 'ann', password)))
  assert.deepEqual(Map.groupBy(answers, (a) => a.status).get(201)?.length, 1)
  for (const { status, body } of answers)
    if (status !== 201) assert.deepEqual([status, body.error.code, body.error.detail], [409, 'NAME_TAKEN', 'userName'])
  assert.equal(first.credentials.rows.size, 1)
  assert.equal(backend.events.filter((e) => e.type === 'UserRegistered').length, 1)
  const winner = answers.findIndex((a) => a.status === 201)
  assert.equal((await first.login('ann', passwords[winner])).body.userId, answers[winner]!.body.userId)
  assert.equal((await first.login('ann', passwords[winner === 0 ? 1 : 0])).status, 401)
})

test('a name is free in another app', async (t) => {
  const api = await openApi(t)
  assert.equal((await api.register('ann')).status, 201)
  assert.equal((await api.call('POST', '/v1/bank/users', { userName: 'ann', password: goodPassword })).status, 201)
  assert.equal(
    (await api.call('POST', '/v1/other/users', { userName: 'ann', password: goodPassword })).body.error.detail,
    'appId: not served here',
  )
})

test('login finishes a registration that broke off after the name was claimed', async (t) => {
  const api = await openApi(t)
  api.backend.undecided.add('RegisterUser')
  const broken = await api.register('ann')
  assert.deepEqual([broken.status, broken.body.error.code, broken.headers['retry-after']], [503, 'UNAVAILABLE', '1'])
  api.backend.undecided.clear()
  assert.equal((await api.login('ann', 'some other password')).status, 401)
  const { status, body } = await api.login('ann')
  assert.equal(status, 201)
  assert.deepEqual(
    [...api.credentials.rows.values()].map((r) => r.userId),
    [body.userId],
  )
})

test('registering again after an unknown outcome goes on under the same user id', async (t) => {
  const api = await openApi(t)
  api.backend.unanswered.add('ClaimUserName')
  assert.equal((await api.register('ann')).status, 503)
  api.backend.unanswered.clear()
  const [row] = api.credentials.rows.values()
  const again = await api.register('ann')
  assert.deepEqual([again.status, again.body.userId], [201, row!.userId])
  assert.equal((await api.register('ann', 'some other password')).status, 409)
  assert.equal(api.credentials.rows.size, 1)
})

test('an append of unknown outcome that was stored is answered by its reply', async (t) => {
  const backend = new InMemoryBackend()
  const api = await openApi(
    t,
    {
      async appendCommand(command) {
        await backend.appendCommand(command)
        throw new LogError('UNKNOWN_OUTCOME', 'the broker went away')
      },
    },
    backend,
  )
  assert.equal((await api.register('ann')).status, 201)
})

test('a log that is down refuses at once, and leaves a registration that can go on', async (t) => {
  const api = await openApi(t, { limits: { commandDeadlineMs: 60_000 } })
  api.backend.beforeAppend = () => {
    throw new LogError('UNAVAILABLE', 'no broker')
  }
  const refused = await api.register('ann')
  assert.deepEqual([refused.status, refused.body.error.detail], [503, 'log'])
  api.backend.beforeAppend = () => {}
  assert.equal((await api.register('ann')).status, 201)
  assert.equal(api.credentials.rows.size, 1)
})

test('a loser whose row outlived a crash does not log in, and the row goes when the owner logs in', async (t) => {
  const api = await openApi(t)
  const owner = await api.register('ann')
  const lost = { appId: 'shop', userId: 'loser', userName: 'ann', displayName: 'ann', passwordHash: '' }
  await api.credentials.add({ ...lost, passwordHash: [...api.credentials.rows.values()][0]!.passwordHash.replace(/.$/, 'A') })
  assert.equal((await api.login('ann')).body.userId, owner.body.userId)
  assert.deepEqual(
    [...api.credentials.rows.values()].map((r) => r.userId),
    [owner.body.userId],
  )
})

test('a loser is told his password does not fit while the views do not know the owner yet', async (t) => {
  const api = await openApi(t)
  api.backend.viewsHeld = true
  await api.register('ann')
  api.backend.undecided.add('ClaimUserName')
  assert.equal((await api.register('ann', 'the losing password')).status, 503)
  api.backend.undecided.clear()
  assert.equal(api.credentials.rows.size, 2)
  assert.equal((await api.login('ann', 'the losing password')).body.error.code, 'CREDENTIALS_INVALID')
  assert.equal(api.credentials.rows.size, 1)
  assert.equal((await api.login('ann')).status, 201)
})

test('an app with a secret lets only its backend register', async (t) => {
  const api = await openApi(t, { limits: { registrationsPerAddress: { burst: 1, perMinute: 1 } } })
  const secret = 'what only the backend of the app knows'
  await api.credentials.setAppSecretHash('shop', hashAppSecret(secret))
  assert.equal((await api.register('ann')).body.error.code, 'FORBIDDEN')
  assert.equal((await api.register('ann', goodPassword, { 'skein-app-secret': `${secret}x` })).status, 403)
  for (const name of ['ann', 'bob', 'cid'])
    assert.equal((await api.register(name, goodPassword, { 'skein-app-secret': secret })).status, 201)
})

test('names, passwords and display names have rules', async (t) => {
  const api = await openApi(t)
  const refused = async (body: object, detail: RegExp) => {
    const answer = await api.call('POST', '/v1/shop/users', body)
    assert.deepEqual([answer.status, answer.body.error.code], [400, 'INVALID_ARGUMENT'])
    assert.match(answer.body.error.detail, detail)
  }
  await refused({ userName: 'an', password: goodPassword }, /^userName: must be 3 to 32/)
  await refused({ userName: 'ann:b', password: goodPassword }, /^userName/)
  await refused({ userName: 'ann', password: '1234567' }, /^password: must have 8 to 256/)
  await refused({ userName: 'ann', password: 'x'.repeat(257) }, /^password/)
  await refused({ userName: 'ann' }, /^password/)
  await refused({ userName: 'ann', password: goodPassword, displayName: 'a\u0000b' }, /^displayName/)
  await refused({ userName: 'ann', password: goodPassword, displayName: 'x'.repeat(65) }, /^displayName/)
  for (const displayName of [' ', 'a\u202eb', 'a\u001b[2J', '\u200b', 'a\ud800'])
    await refused({ userName: 'ann', password: goodPassword, displayName }, /^displayName/)
  await refused([], /expected object/)
  assert.equal((await api.call('POST', '/v1/shop/users', { userName: 'ann', password: '💚'.repeat(256) })).status, 201)
  assert.equal(api.backend.commands.length, 2)
})

// Story: whoever clicked twice was told NAME_TAKEN about the name that was theirs, with the password that was theirs.
test('a registration that is sent twice is done once, and answered twice', async (t) => {
  const api = await openApi(t)
  const answers = await Promise.all([1, 2, 3].map(() => api.register('ann')))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 201],
  )
  assert.equal(new Set(answers.map(({ body }) => body.userId)).size, 1)
  assert.equal(api.credentials.rows.size, 1)
  const later = await api.register('ann')
  assert.deepEqual([later.status, later.body.userId], [201, answers[0]!.body.userId])
  assert.equal((await api.register('ANN', 'some other password')).body.error.code, 'NAME_TAKEN')
  assert.equal((await api.login('ann')).status, 201)
})

test('to register a name that is taken is to guess its password, and is counted so', async (t) => {
  const api = await openApi(t, { limits: { failedLoginsPerNameAndAddress: { burst: 3, perMinute: 1 } } })
  await api.register('ann')
  const codes: string[] = []
  for (let i = 0; i < 5; i++) codes.push((await api.register('ann', `guess number ${i}`)).body.error.code)
  assert.deepEqual(codes, ['NAME_TAKEN', 'NAME_TAKEN', 'NAME_TAKEN', 'RATE_LIMITED', 'RATE_LIMITED'])
  assert.equal((await api.login('ann', 'guess number 6')).status, 429)
})

test('what is more than can be done is refused with a time to come again, and nothing of it was begun', async (t) => {
  const api = await openApi(t, { limits: { commandsPendingMax: 0 } })
  const { status, body, headers } = await api.register('ann')
  assert.deepEqual([status, body.error.code, body.error.retryAfterMs, headers['retry-after']], [503, 'OVERLOADED', 1_000, '1'])
  assert.equal(api.backend.events.length, 0)
})
