// What the load does with a refusal: it comes again when it was told to, flagged as a retry only where an attempt may have been done.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type TestContext, test } from 'node:test'
import { encodePacket, flags, PacketDecoder, packetName, wire } from '@skein/contracts'
import { Lane } from './send-lane.ts'

interface Told {
  readonly code: string
  readonly retryAfterMs?: number
  /** Ends the connection behind it. */
  readonly end?: boolean
}

/** Refuses the first sends of a lane in turn and answers the next, by when all that it has seen is told. */
async function serve(t: TestContext, refusals: readonly Told[]) {
  const seen: { readonly retry: boolean; readonly at: number }[] = []
  const sockets = new Set<Socket>()
  const stored = wire.SendReply.encode({ messageId: 'm', seq: 1, ordinal: 1, sentAtMs: 1 }).finish()
  const answer = (socket: Socket, sequence: number, refusal: Told | undefined) => {
    if (refusal === undefined) socket.write(encodePacket('send', sequence, flags.ack, stored))
    else socket.write(encodePacket('send', sequence, flags.error, wire.Error.encode({ ...refusal, retriable: true }).finish()))
    if (refusal?.end) socket.destroySoon()
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    const decoder = new PacketDecoder({ packetBytesMax: 1_000_000 })
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      for (const { service, command, sequence, flags: bits } of decoder.push(bytes)) {
        const name = packetName(service, command)
        if (name === 'login') socket.write(encodePacket('login', sequence, flags.ack, wire.LoginReply.encode({ userId: 'a' }).finish()))
        if (name !== 'send') continue
        seen.push({ retry: (bits & flags.retry) !== 0, at: performance.now() })
        answer(socket, sequence, refusals[seen.length - 1])
      }
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const refused: string[] = []
  const done = Promise.withResolvers<void>()
  const lane = await Lane.open({
    end: { address: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, appId: 'app', userId: 'a', token: 'a' },
    conversationId: 'd:a:b',
    bytes: Buffer.from('hi'),
    answered: () => done.resolve(),
    refused: (code) => refused.push(code),
    shown: () => {},
  })
  t.after(() => lane.close())
  const id = '00000000-0000-4000-8000-000000000001'
  lane.send({ id, conversationId: 'd:a:b', senderId: 'a', intendedAt: 0, seq: 0, ackedAt: -1, shownTo: 0 })
  await done.promise
  return { seen, refused }
}

test('a refused message comes again after the time it was told, flagged only where an attempt may have been done', async (t) => {
  const codes = ['OVERLOADED', 'HELD', 'UNAVAILABLE', 'OVERLOADED', 'OF_A_LATER_RELEASE']
  const { seen, refused } = await serve(
    t,
    codes.map((code, i) => ({ code, retryAfterMs: i === 0 ? 400 : 0 })),
  )
  assert.deepEqual(
    seen.map(({ retry }) => retry),
    [false, false, false, true, true, true],
  )
  assert.deepEqual(refused, codes)
  assert.ok(seen[1]!.at - seen[0]!.at >= 395)
})

// The time to come again ran on after the connection had ended and the message was under way on the next one: it went out twice, and the
// second time as if it were the first.
test('a message that went out on another connection meanwhile does not come again by the time of the last refusal', async (t) => {
  const retryAfterMs = 500
  const { seen } = await serve(t, [{ code: 'OVERLOADED', retryAfterMs, end: true }])
  await new Promise((resolve) => setTimeout(resolve, retryAfterMs))
  assert.deepEqual(
    seen.map(({ retry }) => retry),
    [false, true],
  )
})
