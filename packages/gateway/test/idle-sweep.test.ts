// A gateway that was idle is as prompt as one that is not: its sweep stands anywhere between two looks that are far apart when something is
// due. Here they are an hour apart, or as far as the limits of time allow.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { wire } from '@skein/contracts'
import { eventually } from '@skein/testing'
import { pause } from '@skein/timing'
import type { GatewayLimits } from '../src/index.ts'
import { type OpenGateway, openGateway, pushOf } from './open-gateway.ts'

const sweepMs = 50
/** Beyond the time that is spread or given: a sweep, and what busy cores add. */
const promptMs = 1_000

/** A gateway whose sweep has nothing to do any more, with a client logged in. */
async function openIdle(t: TestContext, limits: Partial<GatewayLimits> = {}) {
  const open = await openGateway(t, { limits: { sweepMs, idleSweepMs: 3_600_000, ...limits } })
  const client = await open.login()
  await pause(10 * sweepMs)
  return { open, client }
}

const within = (timeoutMs: number, condition: () => boolean, what: string): Promise<boolean> => eventually(condition, { timeoutMs, what })

const dismissed = (open: OpenGateway, code: string): number => open.gateway.metrics().dismissed[code] ?? 0

test('a resync is told within the time that resyncs are spread over', async (t) => {
  const { open, client } = await openIdle(t, { resyncSpreadMs: 200 })
  open.hub.interrupt(open.incarnation)()
  await within(200 + promptMs, () => client.of('resync').length === 1, 'a resync')
})

test('so is one that is owed since the views stood still', async (t) => {
  const { open, client } = await openIdle(t, { resyncSpreadMs: 200, viewsStandMs: 0 })
  open.backend.elsewhere = { end: 9, reached: 4 }
  await client.request('sync', wire.SyncRequest.encode({ cursor: Buffer.from('1') }).finish())
  await pause(10 * sweepMs)
  assert.equal(client.of('resync').length, 0)
  open.backend.elsewhere = { end: 9, reached: 9 }
  await within(200 + promptMs, () => client.of('resync').length === 1, 'a resync')
})

test('a drain takes as long as it may', async (t) => {
  const { open, client } = await openIdle(t, { drainMs: 200 })
  const from = performance.now()
  const drained = open.gateway.drain()
  assert.equal((await client.goodbye()).code, 'GOING_AWAY')
  await drained
  assert.ok(performance.now() - from < 200 + promptMs)
})

test('who does not close after its goodbye is cut off in time', async (t) => {
  const { open, client } = await openIdle(t, { lingerMs: 200 })
  client.pause()
  open.other.kick(open.incarnation, { connectionId: client.connectionId, code: 'LOGGED_OUT' })
  await within(200 + promptMs, () => open.gateway.metrics().connections === 0, 'the end of its socket')
})

test('who is logged out elsewhere meanwhile is ended once the views have it', async (t) => {
  const { open } = await openIdle(t)
  const sessionId = open.backend.openSession()
  open.backend.projected = 0
  open.backend.end = 3
  const client = await open.login({ userId: 'bob', sessionId })
  await pause(10 * sweepMs)
  open.backend.sessions.set(sessionId, 'closed')
  open.backend.projected = 3
  await within(promptMs, () => client.of('goodbye').length === 1, 'a goodbye')
})

test('one that never acknowledges is told in time', async (t) => {
  // The look of an idle sweep that may be this far from the next one comes amid the wait.
  const ackTimeoutMs = 2_000
  const { open, client } = await openIdle(t, { ackTimeoutMs })
  open.other.deliver(open.incarnation, { push: pushOf('hello'), connectionIds: [client.connectionId] })
  await within(ackTimeoutMs + promptMs, () => client.of('resync').length === 1, 'a resync')
})

test('who never logs in is told in time', async (t) => {
  const authenticateMs = 1_500
  const { open } = await openIdle(t, { authenticateMs })
  await open.connect()
  await within(authenticateMs + promptMs, () => dismissed(open, 'AUTHENTICATION_TIMEOUT') === 1, 'its end')
})

test('one whose token ends is told in time', async (t) => {
  const { open } = await openIdle(t)
  const from = performance.now()
  const client = await open.login({ userId: 'bob', expiresInSeconds: 2 })
  await eventually(() => client.of('goodbye').length === 1)
  assert.equal(dismissed(open, 'TOKEN_EXPIRED'), 1)
  assert.ok(performance.now() - from < 2_000 + promptMs)
})
