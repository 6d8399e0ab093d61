// A device whose clock is set, or that slept: what it waits for takes as long as it takes.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { deploymentOf, until } from './fake-deployment.ts'

function setClock(t: TestContext, byMs: number): void {
  const real = Date.now
  t.mock.method(Date, 'now', () => real() + byMs)
}

// Set back by an hour, the clock hid a dead gateway for an hour: nothing had been heard for less than no time.
test('a clock that is set back hides no dead gateway', async (t) => {
  const d = await deploymentOf(t, { heartbeatIntervalMs: 100 })
  const alice = d.client('alice', { answerTimeoutMs: 300 })
  await alice.connect()
  const first = alice.connection
  setClock(t, -3_600_000)
  for (const gateway of d.gateways) gateway.silent = gateway.connections.size > 0
  await until(() => alice.connection !== first, 'another connection')
})

// Set ahead, it ended a link that was quiet and well, and every request on it was out of time.
test('a clock that is set ahead ends no live link, and no request on it', async (t) => {
  const d = await deploymentOf(t, { heartbeatIntervalMs: 60_000 })
  const alice = d.client('alice')
  await alice.connect()
  const first = alice.connection
  const peer = [...d.peers][0]!
  const beats = () => peer.requests.filter(({ name }) => name === 'heartbeat').length
  const before = beats()
  setClock(t, 3_600_000)
  const sent = alice.send('d:alice:alice', 'on the way')
  // It is asked at once whether it is there still: a device that slept sees its clocks part likewise.
  // The next heartbeat would be due in half a minute.
  await until(() => beats() > before, 'a look', 15_000)
  await sent
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  assert.equal(alice.connection, first)
  assert.equal(alice.state, 'online')
})

// The newest session was one from before the clock of a gateway was set back, on this device alone.
test('a session is as new as its last item, as the server has it', async (t) => {
  const d = await deploymentOf(t)
  const alice = d.client('alice')
  await alice.connect()
  await alice.send('d:alice:alice', 'before')
  setClock(t, -3_600_000)
  const { sentAtMs } = await alice.send('d:alice:alice', 'after')
  await until(() => alice.lastSeq('d:alice:alice') === 2, 'both')
  assert.equal(alice.session('d:alice:alice')?.lastActivityAtMs, sentAtMs)
})
