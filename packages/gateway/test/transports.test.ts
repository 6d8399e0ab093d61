// The contract of the transports, run on every one present on this machine; those that are not are printed as skipped.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { encodePacket, flags, wire } from '@skein/contracts'
import { limits as domainLimits } from '@skein/domain'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import type { ListenOptions } from '../src/index.ts'
import { loadUWebSockets } from '../src/transport/uwebsockets-transport.ts'
import { openGateway, pushOf, selfSigned, tcp, uws, ws } from './open-gateway.ts'
import { WireClient } from './wire-client.ts'

const tls = selfSigned({ after })
const library = await loadUWebSockets(silentLogger)
const transports: Record<string, { options: ListenOptions; skip?: string }> = {
  tcp: { options: tcp },
  'tcp with TLS': { options: { ...tcp, tls } },
  ws: { options: ws },
  'ws with TLS': { options: { ...ws, tls } },
  'uWebSockets.js': { options: uws, ...(library === null ? { skip: 'UNVERIFIED: uWebSockets.js is not installed' } : {}) },
  'uWebSockets.js with TLS': {
    options: { ...uws, tls },
    ...(library?.SSLApp === undefined ? { skip: 'UNVERIFIED: no uWebSockets.js with TLS here' } : {}),
  },
}

const heartbeatBody = wire.Heartbeat.encode({ timeMs: 1 }).finish()

for (const [name, { options, skip }] of Object.entries(transports)) {
  describe(name, { skip }, () => {
    const isStream = options.kind === 'tcp'

    test('a login, a send, its answer, a push, an acknowledgement', async (t) => {
      const open = await openGateway(t, { transports: [options] })
      assert.equal(open.gateway.metrics().transports[0]!.library, isStream ? 'tcp' : options.library)
      const client = await open.login({ userId: 'alice' })
      assert.equal(await client.sendCode(client.sendText('d:alice:bob', randomUUID(), 'hello')), '')
      assert.deepEqual(open.backend.texts('app', 'd:alice:bob'), ['hello'])
      open.other.deliver(open.incarnation, { push: pushOf('hello', 2), connectionIds: [client.connectionId] })
      const pushed = await eventually(() => client.of('push')[0])
      assert.equal(wire.ConversationItem.decode(wire.Push.decode(pushed.body).items[0]!).seq, 2)
      assert.equal(pushed.sequence, 1)
      client.acknowledge(pushed.sequence)
      assert.equal(await client.codeOf('heartbeat', heartbeatBody), '')
    })

    test('several packets in one write are all answered', async (t) => {
      const open = await openGateway(t, { transports: [options] })
      const client = await open.login()
      const three = [11, 12, 13].map((sequence) => encodePacket('heartbeat', sequence, 0, heartbeatBody))
      client.write(Buffer.concat(three))
      for (const sequence of [11, 12, 13]) assert.equal((await client.answer('heartbeat', sequence)).flags, flags.ack)
    })

    test('a packet of the greatest size allowed goes through whole', async (t) => {
      const open = await openGateway(t, { transports: [options] })
      const client = await open.login()
      const text = 'x'.repeat(1_200_000)
      // What the client sent was read to its end: the domain counted it.
      const answer = await client.answer('send', client.sendText('d:alice:bob', randomUUID(), text))
      const { code, detail } = wire.Error.decode(answer.body)
      assert.deepEqual([code, detail], ['TOO_LARGE', `bodyBytesMax ${domainLimits.bodyBytesMax}, asked ${text.length}`])
      open.backend.plant('d:alice:bob', 'bob', Buffer.from(text))
      const page = await client.request('history', wire.HistoryRequest.encode({ conversationId: 'd:alice:bob' }).finish())
      const item = wire.ConversationItem.decode(wire.HistoryReply.decode(page.body).items[0]!)
      assert.equal(item.messageSent!.body!.bytes!.length, text.length)
    })

    test(isStream ? 'a packet in pieces is put together' : 'a message that ends inside a packet ends the connection', async (t) => {
      const open = await openGateway(t, { transports: [options] })
      const client = await open.login()
      const packet = encodePacket('heartbeat', 77, 0, heartbeatBody)
      if (isStream) {
        const stream = Buffer.concat([packet, encodePacket('heartbeat', 78, 0, heartbeatBody)])
        for (const byte of stream) {
          client.write(Uint8Array.of(byte))
          await new Promise((resolve) => setImmediate(resolve))
        }
        assert.equal((await client.answer('heartbeat', 77)).flags, flags.ack)
        assert.equal((await client.answer('heartbeat', 78)).flags, flags.ack)
      } else {
        client.write(packet.subarray(0, 17))
        assert.equal((await client.goodbye()).code, 'MALFORMED_PACKET')
        await client.untilClosed()
        assert.equal(client.closeCode, 4010)
      }
    })

    test('garbage ends the connection with its name, and no other one', async (t) => {
      const open = await openGateway(t, { transports: [options] })
      const healthy = await open.login()
      const client = await open.connect()
      client.write(Buffer.from('GET / HTTP/1.1\r\nHost: somewhere\r\n\r\n'))
      assert.equal((await client.goodbye()).code, 'PACKET_TOO_LARGE')
      await client.untilClosed()
      if (!isStream) assert.equal(client.closeCode, 4012)
      assert.equal(await healthy.codeOf('heartbeat', heartbeatBody), '')
    })

    test('a client that goes is forgotten, however it goes', async (t) => {
      const open = await openGateway(t, { transports: [options] })
      const polite = await open.login()
      const rude = await open.login()
      assert.equal(open.gateway.metrics().authenticated, 2)
      polite.end()
      rude.destroy()
      await eventually(() => open.gateway.metrics().connections === 0)
      const online = await open.presence.presence().connectionsOf('app', ['alice'])
      assert.equal(online.size, 0)
    })

    test('a client that never reads is cut off, and costs no more than its limit', async (t) => {
      const limits = { queuedBytesSoft: 200_000, queuedBytesMax: 100_000_000, slowReaderMs: 300, unackedPushesMax: 1_000_000 }
      const open = await openGateway(t, { transports: [options], limits })
      const healthy = await open.login()
      const client = await open.login()
      client.pause()
      const push = pushOf('x'.repeat(60_000))
      const deliver = (connectionIds: string[]) => open.other.deliver(open.incarnation, { push, connectionIds })
      // Some of it disappears into the buffers of the system before any of it stays queued here.
      await eventually(() => {
        for (let i = 0; i < 10; i++) deliver([client.connectionId])
        return open.gateway.metrics().dismissed.SLOW_READER === 1
      })
      assert.ok(open.gateway.metrics().pushesWithheld > 0)
      deliver([healthy.connectionId])
      await eventually(() => healthy.of('push').length === 1)
      await eventually(() => open.gateway.metrics().connections === 1)
    })

    test('one that reads again after a while is told to resync', async (t) => {
      const open = await openGateway(t, { transports: [options], limits: { queuedBytesSoft: 200_000, unackedPushesMax: 1_000_000 } })
      const client = await open.login()
      client.pause()
      const push = pushOf('x'.repeat(60_000))
      await eventually(() => {
        for (let i = 0; i < 10; i++) {
          open.other.deliver(open.incarnation, { push, connectionIds: [client.connectionId] })
        }
        return open.gateway.metrics().pushesWithheld > 0
      })
      client.resume()
      await eventually(() => client.of('resync').length > 0)
      assert.equal(await client.codeOf('heartbeat', heartbeatBody), '')
    })

    test('a drain answers what is in flight, says where to go, and gives the lease back', async (t) => {
      const open = await openGateway(t, { transports: [options] })
      const client = await open.login()
      const idle = await open.login({ userId: 'bob' })
      open.backend.holding = true
      const sequence = client.sendText('d:alice:bob', randomUUID(), 'the last word')
      await eventually(() => open.backend.heldCount === 1)
      const drained = open.gateway.drain()
      const goodbye = await client.goodbye()
      assert.deepEqual([goodbye.code, goodbye.action], ['GOING_AWAY', wire.Goodbye.Action.ACTION_RECONNECT])
      assert.equal((await idle.goodbye()).code, 'GOING_AWAY')
      await assert.rejects(WireClient.connect(open.addresses[0]!))
      open.backend.release()
      assert.equal(await client.sendCode(sequence), '')
      await drained
      await client.untilClosed()
      if (!isStream) assert.equal(client.closeCode, 4030)
      assert.deepEqual(await open.presence.presence().liveNodes(), [])
    })
  })
}
