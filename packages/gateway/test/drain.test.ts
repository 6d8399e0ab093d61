// Of the only gateway the goodbyes of a drain were spread over five seconds like those of any other: whoever was told early found nobody, and
// the process that was to follow could not start before the last was told.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { eventually } from '@skein/testing'
import { openGateway } from './open-gateway.ts'

const clients = 20

test('where another gateway takes the clients they are told one after the other', async (t) => {
  const drainMs = 1_000
  const open = await openGateway(t, { limits: { drainMs } })
  await open.second()
  const logins = await Promise.all(Array.from({ length: clients }, (_v, i) => open.login({ userId: `user-${i}` })))
  const from = performance.now()
  const told = Promise.all(logins.map((client) => client.goodbye().then(() => performance.now() - from)))
  await open.gateway.drain()
  const times = await told
  assert.ok(Math.max(...times) - Math.min(...times) > drainMs / 4, `${times.map(Math.round)}`)
})

test('where there is none they are told at once', async (t) => {
  const drainMs = 60_000
  const open = await openGateway(t, { limits: { drainMs } })
  const logins = await Promise.all(Array.from({ length: clients }, (_v, i) => open.login({ userId: `user-${i}` })))
  const from = performance.now()
  await Promise.all([open.gateway.drain(), ...logins.map((client) => client.goodbye())])
  assert.ok(performance.now() - from < drainMs / 4)
})

// Who serves next waited for up to two sweeps of a second each: one until the last was told, and one until an answer was seen to be the last.
test('a drain waits for no sweep: the last is told, and let go with its last answer, within a tenth of a second', async (t) => {
  const sweepMs = 20_000
  const open = await openGateway(t, { limits: { drainMs: 60_000, sweepMs } })
  const logins = await Promise.all(Array.from({ length: clients }, (_v, i) => open.login({ userId: `user-${i}` })))
  open.backend.holding = true
  const sequence = logins[0]!.sendText('d:user-0:user-0', randomUUID(), 'the last word')
  await eventually(() => open.backend.heldCount === 1)
  const from = performance.now()
  const drained = open.gateway.drain()
  await Promise.all(logins.map((client) => client.goodbye()))
  open.backend.release()
  assert.equal(await logins[0]!.sendCode(sequence), '')
  await drained
  assert.ok(performance.now() - from < sweepMs / 2)
})
