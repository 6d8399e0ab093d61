// What a socket makes of a broker that answers in pieces, wrongly, late or not at all. Whoever asks hears of every request, and what was
// under way when a socket ended has an unknown outcome: nothing waits for ever, and nothing takes another's answer for its own.
import assert from 'node:assert/strict'
import net from 'node:net'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '@skein/testing'
import { BrokerSocket, type BrokerSocketOptions, correlationAfter } from '../src/broker-socket.ts'
import { ByteReader } from '../src/byte-reader.ts'
import { ByteWriter } from '../src/byte-writer.ts'
import { onFrame } from './wire-proxy.ts'

const kind = { apiKey: 3, apiVersion: 7 }

interface Asked {
  readonly id: number
  readonly text: string
}

/** A socket, and the other end of it, which answers nothing by itself. */
async function connected(t: TestContext, options: Partial<BrokerSocketOptions> = {}) {
  const asked: Asked[] = []
  const { promise: accepted, resolve: accept } = Promise.withResolvers<net.Socket>()
  const server = net.createServer((peer) => {
    peer.on('error', () => {})
    onFrame(peer, (frame) => {
      const request = new ByteReader(frame, 4)
      assert.deepEqual([request.int16(), request.int16()], [kind.apiKey, kind.apiVersion])
      const id = request.int32()
      assert.equal(request.string(), 'client')
      asked.push({ id, text: request.string() })
    })
    peer.setNoDelay(true)
    accept(peer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  const socket = new BrokerSocket((reading, done) => net.connect({ host: '127.0.0.1', port, ...reading }, done), {
    clientId: 'client',
    requestTimeoutMs: 5_000,
    ...options,
  })
  t.after(async () => {
    socket.destroy(new Error('the test is over'))
    ;(await accepted).destroy()
    server.close()
  })
  await socket.connected(1_000)
  const peer = await accepted
  const ask = (text: string, timeoutMs = 0) =>
    socket.ask({ ...kind, timeoutMs, bodyBytes: 0, write: (writer) => writer.string(text) }).then((body) => new ByteReader(body).string())
  return { socket, peer, asked, ask, allAsked: (count: number) => eventually(() => asked.length === count) }
}

/** An answer as a broker frames it. */
function answerTo(id: number, text: string): Buffer {
  const writer = new ByteWriter().int32(0).int32(id).string(text)
  writer.setInt32(0, writer.length - 4)
  return Buffer.from(writer.bytes)
}

const reasonOf = async (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => assert.fail('it was answered'),
    (error: Error) => error.message,
  )

test('answers are told to whoever asked, in whatever pieces they come', async (t) => {
  const { peer, ask, asked, allAsked } = await connected(t)
  const texts = ['first', '', 'x'.repeat(300)]
  for (const pieceBytes of [1, 2, 3, 4, 5, 7, 9, 11, 13, 64, 1_000]) {
    const answers = Promise.all(texts.map((text) => ask(text)))
    await allAsked(texts.length)
    const bytes = Buffer.concat(asked.splice(0).map(({ id, text }) => answerTo(id, `${text}!`)))
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      peer.write(bytes.subarray(at, at + pieceBytes))
      if (at < 3 * pieceBytes) await delay(1)
    }
    assert.deepEqual(
      await answers,
      texts.map((text) => `${text}!`),
    )
  }
})

test('an answer larger than what comes at once is told whole', async (t) => {
  const { peer, socket, asked, allAsked } = await connected(t)
  const answer = socket.ask({ ...kind, bodyBytes: 0, write: (writer) => writer.string('') })
  await allAsked(1)
  const body = Buffer.alloc(3_000_000, 7)
  const writer = new ByteWriter()
    .int32(4 + body.length)
    .int32(asked[0]!.id)
    .raw(body)
  peer.write(writer.bytes)
  assert.ok((await answer).equals(body))
})

for (const [how, end] of [
  ['ends it', (peer: net.Socket) => peer.end()],
  ['dies', (peer: net.Socket) => peer.resetAndDestroy()],
] as const) {
  test(`where a broker ${how} with requests under way, each is rejected, and so is what is asked later`, async (t) => {
    const { peer, socket, ask, asked, allAsked } = await connected(t)
    const answers = ['first', 'second', 'third'].map((text) => ask(text))
    await allAsked(3)
    peer.write(answerTo(asked[0]!.id, 'answered'))
    assert.equal(await answers[0], 'answered')
    // Half of an answer is none.
    peer.write(answerTo(asked[1]!.id, 'second').subarray(0, 9))
    await delay(10)
    end(peer)
    for (const answer of answers.slice(1)) assert.match(await reasonOf(answer), /ended the connection|connection to a broker failed/)
    assert.equal(socket.isOpen, false)
    assert.match(await reasonOf(ask('later')), /ended the connection|connection to a broker failed/)
  })
}

test('a request is rejected when its socket is destroyed, and nothing that has not left is sent later', async (t) => {
  const { peer, socket, ask, asked } = await connected(t)
  let receivedBytes = 0
  // More than what networks keep for a broker that does not read.
  const body = Buffer.alloc(32 * 1024 * 1024)
  peer.pause()
  const large = socket.ask({ ...kind, bodyBytes: body.length, write: (writer) => writer.string('large').raw(body) })
  const small = ask('abandoned')
  await delay(50)
  socket.destroy(new Error('given up'))
  assert.deepEqual(await Promise.all([large, small, ask('later')].map(reasonOf)), ['given up', 'given up', 'given up'])
  peer.on('data', (bytes) => {
    receivedBytes += bytes.length
  })
  peer.resume()
  await eventually(() => peer.closed || peer.destroyed)
  assert.ok(receivedBytes < body.length, `${receivedBytes} bytes received`)
  assert.deepEqual(asked, [])
})

// What is out of order belongs to nobody that can be told: kafkajs passed it by, and whoever waited for it did so until their time was over.
for (const [what, idOf] of [
  ['nobody asked for', (asked: readonly Asked[]) => asked[0]!.id + 1_000],
  ['another waits for', (asked: readonly Asked[]) => asked[1]!.id],
] as const) {
  test(`an answer that ${what} where the oldest request has none ends the socket, with every outcome unknown`, async (t) => {
    const { peer, socket, ask, asked, allAsked } = await connected(t)
    const answers = ['first', 'second'].map((text) => ask(text))
    await allAsked(2)
    peer.write(Buffer.concat([answerTo(idOf(asked), 'wrong'), answerTo(asked[0]!.id, 'first')]))
    for (const answer of answers) assert.match(await reasonOf(answer), /answered request \d+ where \d+ was due/)
    assert.equal(socket.isOpen, false)
  })
}

test('an answer where nothing was asked ends the socket', async (t) => {
  const { peer, socket } = await connected(t)
  peer.write(answerTo(0, 'unasked'))
  await eventually(() => !socket.isOpen)
})

// Bytes of anything else than an answer announce any length: it was waited for without end, and kept in memory meanwhile.
test('a length that no answer has ends the socket before it is waited for', async (t) => {
  for (const size of [2 ** 31 - 1, 128 * 1024 * 1024 + 1, 3, 0, -1, -(2 ** 31)]) {
    const { peer, socket, ask, allAsked } = await connected(t)
    const answer = ask('text')
    await allAsked(1)
    peer.write(new ByteWriter().int32(size).bytes)
    assert.match(await reasonOf(answer), new RegExp(`announced an answer of ${size} bytes`))
    assert.equal(socket.isOpen, false)
  }
})

test('a broker that stops answering is waited for as long as a request may take, and everything behind is rejected with it', async (t) => {
  const { peer, socket, ask, asked, allAsked } = await connected(t, { requestTimeoutMs: 1_000 })
  // In time, again and again, though longer in all.
  for (let i = 0; i < 4; i++) {
    const answer = ask('in time')
    await allAsked(1)
    await delay(300)
    peer.write(answerTo(asked.shift()!.id, 'yes'))
    assert.equal(await answer, 'yes')
  }
  const askedAt = performance.now()
  const first = ask('first')
  await delay(500)
  const second = ask('second')
  assert.equal(await reasonOf(first), 'a broker did not answer within 1000 ms')
  const tookMs = performance.now() - askedAt
  assert.ok(tookMs > 990 && tookMs < 1_450, `${tookMs} ms`)
  assert.equal(await reasonOf(second), 'a broker did not answer within 1000 ms')
  assert.ok(performance.now() - askedAt < 1_450, 'it is not waited for on its own')
  assert.equal(socket.isOpen, false)
  await eventually(() => peer.destroyed || peer.readableEnded)
})

test('a request that may take longer than others is waited for longer', async (t) => {
  const { peer, ask, asked, allAsked } = await connected(t, { requestTimeoutMs: 100 })
  const answer = ask('a rebalance', 2_000)
  await allAsked(1)
  await delay(300)
  peer.write(answerTo(asked[0]!.id, 'joined'))
  assert.equal(await answer, 'joined')
})

// A question about leaders, due sooner than the append before it, ended the socket while the broker still held that: stored records were of
// unknown outcome.
test('a request that is answered behind such a one is waited for as long', async (t) => {
  const { peer, ask, asked, allAsked } = await connected(t, { requestTimeoutMs: 100 })
  const answers = [ask('an append', 2_000), ask('a question')]
  await allAsked(2)
  await delay(300)
  for (const { id, text } of asked) peer.write(answerTo(id, text))
  assert.deepEqual(await Promise.all(answers), ['an append', 'a question'])
})

test('what has come while the process was held up is read before it is judged', async (t) => {
  const { peer, ask, asked, allAsked } = await connected(t, { requestTimeoutMs: 100 })
  const answer = ask('in time')
  await allAsked(1)
  // From here the event loop comes to its timers first, and only then to what has come.
  await new Promise((resolve) => setImmediate(resolve))
  peer.write(answerTo(asked[0]!.id, 'yes'))
  const heldUpUntil = performance.now() + 200
  while (performance.now() < heldUpUntil);
  assert.equal(await answer, 'yes')
})

test('a broker that cannot be connected to in time is given up', async (t) => {
  // To an address of no host nothing is refused; what is not TLS never becomes it.
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const { port } = server.address() as net.AddressInfo
  const socket = new BrokerSocket((reading) => net.connect({ host: '127.0.0.1', port, ...reading }), {
    clientId: 'client',
    requestTimeoutMs: 5_000,
  })
  assert.equal(await reasonOf(socket.connected(100)), 'a broker did not answer within 100 ms')
  const refused = new BrokerSocket((reading, done) => net.connect({ host: '127.0.0.1', port: 1, ...reading }, done), {
    clientId: 'client',
    requestTimeoutMs: 5_000,
  })
  assert.match(await reasonOf(refused.connected(1_000)), /connection to a broker failed/)
})

test('a request that cannot be written is rejected alone, and leaves nothing behind', async (t) => {
  const { peer, socket, ask, asked, allAsked } = await connected(t)
  const broken = socket.ask({ ...kind, bodyBytes: 0, write: (writer) => writer.int32(2 ** 40) })
  await assert.rejects(broken, RangeError)
  const answer = ask('next')
  await allAsked(1)
  peer.write(answerTo(asked[0]!.id, 'answered'))
  assert.equal(await answer, 'answered')
})

test('a socket that retires ends once what is under way was answered', async (t) => {
  const { peer, socket, ask, asked, allAsked } = await connected(t)
  const answers = ['first', 'second'].map((text) => ask(text))
  await allAsked(2)
  socket.retire()
  for (const { id } of asked) peer.write(answerTo(id, 'answered'))
  assert.deepEqual(await Promise.all(answers), ['answered', 'answered'])
  assert.equal(socket.isOpen, false)
})

test('correlation ids begin again at 2^31', () => {
  assert.deepEqual([0, 2 ** 31 - 2, 2 ** 31 - 1].map(correlationAfter), [1, 2 ** 31 - 1, 0])
})
