// More is asked than the log takes: what waits for its turn, who comes first, what is refused and how it comes again, and who is not read
// from meanwhile.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { wire } from '@skein/contracts'
import { eventually } from '@skein/testing'
import { openGateway, tcp, ws } from './open-gateway.ts'
import type { WireClient } from './wire-client.ts'

/** One command in the log at once, and nothing of it decided until it is released. */
async function openBusyGateway(t: TestContext, limits: Parameters<typeof openGateway>[1] = {}) {
  const open = await openGateway(t, { ...limits, limits: { commandsInLogMax: 1, ...limits.limits } })
  open.backend.holding = true
  const said = (client: WireClient, to: string, text: string) => client.sendText(to, randomUUID(), text)
  /** Releases one after the other, as long as there are any. */
  const releaseAll = async () => {
    while (open.gateway.metrics().commandsPending > 0) {
      await eventually(() => open.backend.heldCount > 0)
      open.backend.release(1)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const texts = () =>
    open.backend.appended.map(({ command }) => (command.type === 'SendMessage' ? Buffer.from(command.body.bytes).toString() : command.type))
  return { ...open, said, releaseAll, texts }
}

test('turns are taken by who came first, whoever they are, and a conversation of a connection has one place', async (t) => {
  const { gateway, login, said, releaseAll, texts } = await openBusyGateway(t)
  const [alice, bob, carol] = [await login({ userId: 'alice' }), await login({ userId: 'bob' }), await login({ userId: 'carol' })]
  const waiting = (count: number) => eventually(() => gateway.metrics().commandsWaiting === count)
  const sequences = ['a1', 'a2', 'a3'].map((text) => said(alice, 'd:alice:bob', text))
  await eventually(() => texts().length === 1)
  const ofBob = said(bob, 'd:alice:bob', 'b1')
  await waiting(1)
  const ofCarol = said(carol, 'd:carol:dave', 'c1')
  await waiting(2)
  said(alice, 'd:alice:dave', 'a4')
  await waiting(3)
  await releaseAll()
  assert.deepEqual(texts(), ['a1', 'b1', 'c1', 'a4', 'a2', 'a3'])
  for (const sequence of sequences) assert.equal(await alice.sendCode(sequence), '')
  assert.deepEqual([await bob.sendCode(ofBob), await carol.sendCode(ofCarol)], ['', ''])
})

test('a send that would wait too long is refused with a time to come again, and holds; nothing of it was begun, so that it comes as it was', async (t) => {
  const { gateway, backend, login, said, releaseAll, texts } = await openBusyGateway(t)
  const [alice, carol] = [await login({ userId: 'alice' }), await login({ userId: 'carol' })]
  said(alice, 'd:alice:bob', 'in the log')
  said(alice, 'd:alice:dave', 'waits')
  await eventually(() => gateway.metrics().commandsWaiting === 1)
  // Of how long a wait would be nothing is known before: who comes earlier waits.
  const knownAt = performance.now() + 1_050
  await eventually(() => performance.now() > knownAt)
  const id = randomUUID()
  const refusal = wire.Error.decode((await carol.answer('send', carol.sendText('d:carol:eve', id, 'refused'))).body)
  assert.deepEqual([refusal.code, refusal.detail, refusal.retriable], ['OVERLOADED', 'turnWaitMaxMs', true])
  assert.equal(refusal.retryAfterMs, 1_000)
  assert.equal(await carol.sendCode(said(carol, 'd:carol:eve', 'behind it')), 'HELD')
  assert.equal(await carol.codeOf('logout'), 'OVERLOADED')
  const mark = wire.MarkReadRequest.encode({ conversationId: 'd:carol:dave', ordinal: 1 }).finish()
  assert.equal(await carol.codeOf('markRead', mark), 'OVERLOADED')
  await releaseAll()
  assert.deepEqual(texts(), ['in the log', 'waits'])
  backend.holding = false
  assert.equal(await carol.sendCode(carol.sendText('d:carol:eve', id, 'refused')), '')
  assert.equal(texts().at(-1), 'refused')
  assert.equal(backend.appended.at(-1)!.command.meta.retry, false)
})

for (const options of [tcp, ws]) {
  test(`a connection of which more than one command waits is not read from, nor ended for its silence: ${options.kind}`, async (t) => {
    const limits = { heartbeatIntervalMs: 500, heartbeatGraceMs: 500, turnWaitMaxMs: 60_000 }
    const { gateway, backend, login, said, releaseAll } = await openBusyGateway(t, { transports: [options], limits })
    const [alice, bob] = [await login({ userId: 'alice' }), await login({ userId: 'bob' })]
    const heartbeat = () => wire.Heartbeat.encode({ timeMs: 1 }).finish()
    said(alice, 'd:alice:bob', 'in the log')
    said(alice, 'd:alice:dave', 'waits')
    await eventually(() => gateway.metrics().commandsWaiting === 1)
    assert.equal(await alice.codeOf('heartbeat', heartbeat()), '', 'one that waits alone')
    const third = said(alice, 'd:alice:carol', 'waits too')
    await eventually(() => gateway.metrics().commandsWaiting === 2)
    const before = gateway.metrics().packetsIn
    const sequence = alice.send('heartbeat', heartbeat())
    const from = performance.now()
    let beats = 0
    for (; performance.now() - from < 1_500; beats++) assert.equal(await bob.codeOf('heartbeat', heartbeat()), '')
    assert.equal(gateway.metrics().packetsIn - before, beats, 'nothing of alice')
    backend.release(1)
    assert.equal((await alice.answer('heartbeat', sequence)).sequence, sequence)
    await releaseAll()
    assert.equal(await alice.sendCode(third), '')
    assert.deepEqual(gateway.metrics().dismissed, {})
  })
}

// What a client said to others, and its word of what it had taken in, waited for a partition that had no owner.
test('it is read from again after a while, whatever waits', async (t) => {
  const { gateway, login, said } = await openBusyGateway(t, { limits: { turnWaitMaxMs: 300 } })
  const alice = await login({ userId: 'alice' })
  for (const to of ['d:alice:bob', 'd:alice:dave', 'd:alice:carol']) said(alice, to, 'to be decided later')
  await eventually(() => gateway.metrics().commandsWaiting === 2)
  const from = performance.now()
  assert.equal(await alice.codeOf('heartbeat', wire.Heartbeat.encode({ timeMs: 1 }).finish()), '')
  assert.ok(performance.now() - from > 200, 'it was not read from')
  assert.equal(gateway.metrics().commandsWaiting, 2)
})
