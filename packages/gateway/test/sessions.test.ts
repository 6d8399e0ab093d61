// Device sessions at the gateway while the views lag: a logout that they do not show yet, a login that they do not show yet.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { wire } from '@skein/contracts'
import { eventually } from '@skein/testing'
import { openGateway } from './open-gateway.ts'

const { Action } = wire.Goodbye

describe('a session that was logged out before the login', () => {
  test('is found once the views show it, and not asked about before', async (t) => {
    // A token was checked against the views at login and never again: with the views behind, one that had been logged out
    // was let in and served until it expired, 30 days later.
    const open = await openGateway(t)
    const { backend } = open
    const sessionId = backend.openSession()
    backend.end = 8
    backend.projected = 7
    const client = await open.login({ userId: 'alice', sessionId })
    const { checkpointReads } = backend
    await eventually(() => backend.checkpointReads >= checkpointReads + 3)
    assert.equal(backend.asked.filter((id) => id === sessionId).length, 1)
    assert.equal(await client.codeOf('unread'), '')
    backend.sessions.set(sessionId, 'closed')
    backend.projected = 8
    const { code, action } = await client.goodbye()
    assert.deepEqual([code, action], ['LOGGED_OUT', Action.ACTION_STOP])
    await client.untilClosed()
  })

  test('is asked about after the connection was registered, in few questions for many, and never again', async (t) => {
    const open = await openGateway(t)
    const { backend } = open
    const clients = await Promise.all(Array.from({ length: 30 }, (_, i) => open.login({ userId: `user${i}` })))
    await eventually(() => backend.asked.length === 60)
    const { sessionQuestions, endReads } = backend
    assert.ok(endReads <= 30, `${endReads} reads of the ends`)
    for (const count of [62, 64]) {
      await open.login({ userId: 'late' })
      await eventually(() => backend.asked.length === count)
    }
    assert.equal(backend.sessionQuestions, sessionQuestions + 4)
    assert.ok(clients.every((client) => !client.closed))
  })

  test('is found when its kick was among what this node missed', async (t) => {
    const open = await openGateway(t)
    const { backend } = open
    const sessionId = backend.openSession()
    const [client, other] = [await open.login({ sessionId }), await open.login({ userId: 'bob' })]
    await eventually(() => backend.asked.length === 4)
    backend.sessions.set(sessionId, 'closed')
    open.hub.interrupt(open.incarnation)()
    assert.equal((await client.goodbye()).code, 'LOGGED_OUT')
    assert.equal(await other.codeOf('unread'), '')
  })

  test('is found after views and log were away', async (t) => {
    const open = await openGateway(t)
    const { backend } = open
    const sessionId = backend.openSession()
    backend.end = 1
    backend.projected = 0
    const client = await open.login({ sessionId })
    backend.viewsDown = true
    const tries = () => backend.endReads + backend.checkpointReads
    const before = tries()
    await eventually(() => tries() >= before + 2)
    backend.sessions.set(sessionId, 'closed')
    backend.projected = null
    backend.viewsDown = false
    assert.equal((await client.goodbye()).code, 'LOGGED_OUT')
  })
})

test('a session that was known at the login is not ended because views of another log do not know it', async (t) => {
  const open = await openGateway(t)
  const { backend } = open
  const sessionId = backend.openSession()
  backend.end = 6
  backend.projected = 5
  const client = await open.login({ sessionId })
  backend.sessions.delete(sessionId)
  backend.projected = 700
  await eventually(() => backend.asked.filter((id) => id === sessionId).length === 2)
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(await client.codeOf('unread'), '')
})

describe('a session that the views do not know', () => {
  test('is not refused for good while they lag: the login may come again on the same connection', async (t) => {
    // What the views did not know in two seconds was said to be revoked, and clients stopped for good: while a projector
    // was taken over or the database restored, everyone who logged in was locked out.
    const open = await openGateway(t, { limits: { deviceSessionVisibleMs: 50, deviceSessionPollMs: 5 } })
    const { backend } = open
    const sessionId = randomUUID()
    backend.end = 6
    backend.projected = 5
    const client = await open.connect()
    const token = await open.token({ sessionId })
    assert.equal(await client.login(token), 'UNAVAILABLE')
    assert.equal(await client.login(token), 'UNAVAILABLE')
    backend.sessions.set(sessionId, 'open')
    backend.projected = 6
    assert.equal(await client.login(token), '')
  })

  test('is refused as soon as they have what was in the log at the login', async (t) => {
    const open = await openGateway(t, { limits: { deviceSessionVisibleMs: 60_000, deviceSessionPollMs: 5 } })
    const { backend } = open
    backend.end = 6
    backend.projected = 5
    const client = await open.connect()
    const login = client.login(await open.token({ sessionId: randomUUID() }))
    await eventually(() => backend.checkpointReads >= 3)
    // What is appended meanwhile need not be seen.
    backend.end = 9
    backend.projected = 6
    assert.equal(await login, 'TOKEN_REVOKED')
    assert.equal((await client.goodbye()).action, Action.ACTION_STOP)
  })

  test('is doubted while they are of another log, or the log does not say where it ends', async (t) => {
    const open = await openGateway(t, { limits: { deviceSessionVisibleMs: 50, deviceSessionPollMs: 5 } })
    const { backend } = open
    const client = await open.connect()
    const token = await open.token({ sessionId: randomUUID() })
    backend.end = 2
    backend.projected = 700
    assert.equal(await client.login(token), 'UNAVAILABLE')
    backend.projected = null
    backend.endsDown = true
    assert.equal(await client.login(token), 'UNAVAILABLE')
    assert.equal(await (await open.connect()).login(await open.token()), '', 'a session that is known needs no log')
    backend.endsDown = false
    assert.equal(await client.login(token), 'TOKEN_REVOKED')
  })
})
