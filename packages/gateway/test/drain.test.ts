// Of the only gateway the goodbyes of a drain were spread over five seconds like those of any other: whoever was told early found nobody, and
// the process that was to follow could not start before the last was told.
import assert from 'node:assert/strict'
import test from 'node:test'
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
  assert.ok(performance.now() - from < drainMs / 20)
})
