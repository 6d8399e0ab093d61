// Floods that last: each ends by its named error while a bystander on the same node is served, and who is merely fast goes on.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { encodePacket, flags, wire } from '@skein/contracts'
import { openGateway, tcp, ws } from './open-gateway.ts'
import { WireClient } from './wire-client.ts'

const heartbeatBody = wire.Heartbeat.encode({ timeMs: 1 }).finish()
const heartbeat = encodePacket('heartbeat', 1, 0, heartbeatBody)
const emptyAck = encodePacket('push', 1, flags.ack, new Uint8Array(0))
const large = encodePacket(
  'send',
  1,
  0,
  wire.SendRequest.encode({
    conversationId: 'd:alice:bob',
    clientMessageId: randomUUID(),
    body: { contentType: 'text/plain', bytes: Buffer.alloc(60_000) },
  }).finish(),
)

/** So many packets a second, evenly, until the time is over or the connection is; how many milliseconds that took. */
async function pace(client: WireClient, packet: Uint8Array, perSecond: number, forMs: number): Promise<number> {
  const startedAt = performance.now()
  let sent = 0
  for (;;) {
    const elapsedMs = performance.now() - startedAt
    if (client.closed || elapsedMs > forMs) return elapsedMs
    for (; sent < (elapsedMs * perSecond) / 1_000; sent++) client.write(packet)
    await sleep(5)
  }
}

// Refusals were counted in a row, and each token gained began the row anew: only a million packets a second were a flood.
// Acknowledgements had no rate and bytes no limit at all.
const floods: [string, Uint8Array, number, string][] = [
  ['packets', heartbeat, 500, 'floodPacketsMax'],
  ['acknowledgements of nothing', emptyAck, 500, 'floodPacketsMax'],
  ['large packets', large, 60, 'floodBytesMax'],
]
const limits = {
  packetsPerSecond: 200,
  packetBurst: 200,
  floodPacketsMax: 500,
  bytesPerSecond: 1_048_576,
  bytesBurst: 2_097_152,
  floodBytesMax: 2_097_152,
}
for (const [name, packet, perSecond, limit] of floods) {
  test(`a flood of ${name} that lasts is cut off, and a bystander is served`, async (t) => {
    const open = await openGateway(t, { transports: [tcp, ws], limits })
    const bystander = await open.login({ userId: 'bystander' })
    for (const address of open.addresses) {
      const client = await open.login({}, address)
      const flooding = pace(client, packet, perSecond, 10_000)
      while (!client.closed) {
        const askedAt = performance.now()
        assert.equal(await bystander.codeOf('heartbeat', heartbeatBody), '')
        assert.equal(await bystander.sendCode(bystander.sendText('d:bob:bystander', randomUUID(), 'still here')), '')
        assert.ok(performance.now() - askedAt < 5_000)
        if ((await Promise.race([flooding, sleep(100)])) !== undefined) break
      }
      const lastedMs = await flooding
      assert.ok(client.closed, 'it was let go on')
      const { code, detail, retryAfterMs } = await client.goodbye()
      assert.deepEqual([code, detail], ['RATE_LIMITED', limit])
      assert.ok(retryAfterMs > 0)
      assert.ok(lastedMs > 500, `cut off after ${lastedMs} ms`)
      if (packet === emptyAck) assert.deepEqual(client.errors(), [])
      else assert.ok(client.errors().includes('RATE_LIMITED'))
    }
    assert.deepEqual(bystander.errors(), [])
  })
}

test('a client that is fast, and one that goes over its rate now and then, are not cut off', async (t) => {
  const open = await openGateway(t)
  const fast = await open.login()
  await pace(fast, heartbeat, 450, 3_000)
  assert.deepEqual(fast.errors(), [])
  const strict = await openGateway(t, { limits: { ...limits, floodPacketsForgottenPerSecond: 400 } })
  const bursts = await strict.login()
  for (let i = 0; i < 4; i++) {
    bursts.write(Buffer.concat(Array(400).fill(heartbeat)))
    await sleep(700)
  }
  assert.ok(bursts.errors().length > 500)
  assert.equal(await bursts.codeOf('heartbeat', heartbeatBody), '')
})

test('acknowledgements of pushes have no rate, and a body too large gets its own error', async (t) => {
  const open = await openGateway(t, { limits: { packetsPerSecond: 1, packetBurst: 10, floodPacketsMax: 10 } })
  const client = await open.login()
  const push = wire.Push.encode({}).finish()
  for (let i = 1; i <= 100; i++) open.other.deliver(open.incarnation, { push, connectionIds: [client.connectionId] })
  while (client.of('push').length < 100) await sleep(5)
  for (let i = 1; i <= 100; i++) client.acknowledge(i)
  const body = { contentType: 'text/plain', bytes: Buffer.alloc(1_048_576) }
  const huge = wire.SendRequest.encode({ conversationId: 'd:alice:bob', clientMessageId: randomUUID(), body }).finish()
  assert.equal(await client.codeOf('send', huge), 'TOO_LARGE')
  assert.deepEqual(client.errors(), ['TOO_LARGE'])
  assert.equal(WireClient.codeOf(await client.request('heartbeat', heartbeatBody)), '')
})
