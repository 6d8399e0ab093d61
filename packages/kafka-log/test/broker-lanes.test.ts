// Which socket carries what is asked of a broker, and what becomes of it when the socket ends, is replaced or is given up. The broker here
// is none: it answers each request with the text that it holds, once a test lets it.
import assert from 'node:assert/strict'
import net from 'node:net'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '@skein/testing'
import { BrokerLanes } from '../src/broker-lanes.ts'
import { BrokerSocket, type Reading } from '../src/broker-socket.ts'
import { ByteReader } from '../src/byte-reader.ts'
import { ByteWriter } from '../src/byte-writer.ts'
import { fetchApi, onFrame, produceApi } from './wire-proxy.ts'

async function lanesTo(t: TestContext, options: { sessionMs?: number; readyAfterMs?: number; greets?: boolean } = {}) {
  const peers: net.Socket[] = []
  const asked: string[] = []
  const broker = { holdsAnswers: false, held: [] as (() => void)[] }
  const server = net.createServer((peer) => {
    peers.push(peer)
    peer.on('error', () => {})
    onFrame(peer, (frame) => {
      const request = new ByteReader(frame, 8)
      const id = request.int32()
      request.string()
      const text = request.string()
      asked.push(text)
      const writer = new ByteWriter().int32(0).int32(id).string(text)
      writer.setInt32(0, writer.length - 4)
      const answer = () => peer.write(writer.bytes)
      if (broker.holdsAnswers) broker.held.push(answer)
      else answer()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  const lanes = new BrokerLanes(() => {
    const connect = (reading: Reading, connected: () => void) => net.connect({ host: '127.0.0.1', port, ...reading }, connected)
    const socket = new BrokerSocket(connect, { clientId: 'client', requestTimeoutMs: 2_000 })
    const ready = socket.connected(1_000).then(async () => {
      if (options.readyAfterMs) await delay(options.readyAfterMs)
      if (options.greets) await socket.ask({ apiKey: 18, apiVersion: 0, bodyBytes: 0, write: (writer) => writer.string('a greeting') })
      return performance.now() + (options.sessionMs ?? Number.POSITIVE_INFINITY)
    })
    return { socket, ready }
  })
  t.after(() => {
    lanes.destroy()
    for (const peer of peers) peer.destroy()
    server.close()
  })
  const ask = async (apiKey: number, text: string, held = false) => {
    const body = await lanes.ask({ apiKey, apiVersion: 1, bodyBytes: 0, write: (writer) => writer.string(text), held })
    return new ByteReader(body).string()
  }
  const openPeers = () => peers.filter((peer) => !peer.destroyed && !peer.readableEnded).length
  return { lanes, broker, peers, asked, ask, openPeers }
}

test('what is asked beside a fetch that the broker holds does not wait for it', async (t) => {
  const { broker, ask, asked, peers } = await lanesTo(t)
  broker.holdsAnswers = true
  const fetch = ask(fetchApi, 'a fetch that is held', true)
  await eventually(() => asked.length === 1)
  broker.holdsAnswers = false
  assert.equal(await ask(fetchApi, 'a fetch'), 'a fetch')
  assert.equal(await ask(produceApi, 'an append'), 'an append')
  for (const answer of broker.held) answer()
  assert.equal(await fetch, 'a fetch that is held')
  assert.equal(peers.length, 3)
})

test('what is asked while nothing is connected shares one socket, and leaves in order', async (t) => {
  const { ask, asked, peers } = await lanesTo(t, { readyAfterMs: 50 })
  const texts = ['first', 'second', 'third']
  assert.deepEqual(await Promise.all(texts.map((text) => ask(produceApi, text))), texts)
  assert.deepEqual(asked, texts)
  assert.equal(peers.length, 1)
})

// Whoever appends looks, after it has connected, whether it still may: between that and the sending nothing else is to happen.
test('what is asked of a broker that is connected is sent in the same turn', async (t) => {
  const { lanes } = await lanesTo(t)
  await lanes.connect()
  let written = false
  const write = (writer: ByteWriter) => {
    written = true
    return writer.string('now')
  }
  const answer = lanes.ask({ apiKey: produceApi, apiVersion: 1, bodyBytes: 0, write })
  assert.equal(written, true)
  await answer
})

test('a socket that the broker has ended is replaced for who asks next', async (t) => {
  const { lanes, broker, ask, peers, openPeers } = await lanesTo(t)
  assert.equal(await ask(produceApi, 'first'), 'first')
  broker.holdsAnswers = true
  const underWay = ask(produceApi, 'under way')
  await eventually(() => broker.held.length === 1)
  peers[0]!.destroy()
  await assert.rejects(underWay, 'it is not sent again')
  broker.holdsAnswers = false
  await Promise.all([lanes.connect(), lanes.connect()])
  assert.equal(await ask(produceApi, 'next'), 'next')
  assert.deepEqual([peers.length, openPeers()], [2, 1])
})

// An owner that had let go appended once more: what it had given up waited for a connection, and was sent once there was one.
test('once it is destroyed nothing is sent or connected any more, though it was being connected', async (t) => {
  const { lanes, ask, asked, peers, openPeers } = await lanesTo(t, { readyAfterMs: 50 })
  const waiting = [ask(produceApi, 'waits'), ask(fetchApi, 'waits as well'), ask(fetchApi, 'would be held', true), lanes.connect()]
  await eventually(() => peers.length === 3)
  lanes.destroy()
  await Promise.all(waiting.map((one: Promise<unknown>) => assert.rejects(one, /connection destroyed/)))
  await assert.rejects(ask(produceApi, 'later'), /connection destroyed/)
  await eventually(() => openPeers() === 0)
  await delay(100)
  assert.deepEqual([asked, peers.length], [[], 3])
})

test('nor is it waited for until a broker answers that was being connected to', async (t) => {
  const { lanes, broker, ask, asked, openPeers } = await lanesTo(t, { greets: true })
  broker.holdsAnswers = true
  const waiting = assert.rejects(ask(produceApi, 'waits'), /connection destroyed/)
  await eventually(() => asked.length === 1)
  const destroyedAt = performance.now()
  lanes.destroy()
  await waiting
  assert.ok(performance.now() - destroyedAt < 1_400)
  await eventually(() => openPeers() === 0)
  assert.deepEqual(asked, ['a greeting'])
})

test('nor for as long as it takes to be let in', async (t) => {
  const { lanes, ask, peers, openPeers } = await lanesTo(t, { readyAfterMs: 1_500 })
  const waiting = assert.rejects(ask(produceApi, 'waits'), /connection destroyed/)
  await eventually(() => peers.length === 1)
  const destroyedAt = performance.now()
  lanes.destroy()
  await waiting
  assert.ok(performance.now() - destroyedAt < 1_400)
  await eventually(() => openPeers() === 0)
})

test('what waits at the wish of the broker is not sent once it is destroyed', async (t) => {
  const { lanes, ask, asked } = await lanesTo(t)
  assert.equal(await ask(produceApi, 'first'), 'first')
  lanes.holdBack({ apiKey: produceApi }, 100)
  const late = assert.rejects(ask(produceApi, 'late'), /connection destroyed/)
  lanes.destroy()
  await late
  assert.deepEqual(asked, ['first'])
})

// Who looks at the time once it has connected, and then asks at once, sent what had expired meanwhile.
test('who connects to a broker that wishes to be asked less has connected when it may be asked', async (t) => {
  const { lanes, ask } = await lanesTo(t)
  await lanes.connect()
  const from = performance.now()
  lanes.holdBack({ apiKey: produceApi }, 1_000)
  await lanes.connect()
  // Timers count from when their turn of the event loop began.
  assert.ok(performance.now() - from >= 990)
  await ask(produceApi, 'an append')
  assert.ok(performance.now() - from < 1_800)
})

test('a broker that wishes to be asked less is, for so long, and only about that', async (t) => {
  const { lanes, ask } = await lanesTo(t)
  const askedAt = performance.now()
  lanes.holdBack({ apiKey: fetchApi }, 1_000)
  const answeredAt = async (held: boolean) => {
    await ask(fetchApi, 'a fetch', held)
    return performance.now()
  }
  const fetches = [answeredAt(false), answeredAt(true)]
  await ask(produceApi, 'an append')
  assert.ok(performance.now() - askedAt < 900)
  for (const at of await Promise.all(fetches)) assert.ok(at - askedAt >= 990)
})

// A broker that authenticates ends the connections of those that ask once their session is over: what was asked has an unknown outcome.
test('a session that is nearly over is replaced before anything is asked; what is under way is answered', async (t) => {
  const { broker, ask, peers, openPeers } = await lanesTo(t, { sessionMs: 1_000 })
  assert.equal(await ask(produceApi, 'first'), 'first')
  broker.holdsAnswers = true
  const underWay = ask(produceApi, 'under way')
  await eventually(() => broker.held.length === 1)
  await delay(1_100)
  broker.holdsAnswers = false
  assert.equal(await ask(produceApi, 'next'), 'next')
  assert.deepEqual([peers.length, openPeers()], [2, 2])
  broker.held[0]!()
  assert.equal(await underWay, 'under way')
  await eventually(() => openPeers() === 1)
})

test('what is under way on a socket that was replaced rejects as well once all is destroyed', async (t) => {
  const { broker, lanes, ask, openPeers } = await lanesTo(t, { sessionMs: 1_000 })
  assert.equal(await ask(produceApi, 'first'), 'first')
  broker.holdsAnswers = true
  const underWay = assert.rejects(ask(produceApi, 'under way'), /connection destroyed/)
  await eventually(() => broker.held.length === 1)
  await delay(1_100)
  broker.holdsAnswers = false
  assert.equal(await ask(produceApi, 'next'), 'next')
  lanes.destroy()
  await underWay
  await eventually(() => openPeers() === 0)
})
