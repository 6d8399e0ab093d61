// Bad input and bad manners: each gets its named error, and a healthy connection on the same gateway notices nothing.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, type TestContext, test } from 'node:test'
import { encodePacket, encodeRawPacket, flags, headerBytes, packetVersion, wire } from '@skein/contracts'
import { eventually } from '@skein/testing'
import type { GatewayLimits } from '../src/index.ts'
import { type OpenGateway, openGateway, tcp, ws } from './open-gateway.ts'
import type { WireClient } from './wire-client.ts'

const heartbeatBody = wire.Heartbeat.encode({ timeMs: 1 }).finish()

/** A gateway with TCP first and WebSocket second, and a healthy connection that must answer at the end of the test. */
async function withHealthy(t: TestContext, limits: Partial<GatewayLimits> = {}): Promise<{ open: OpenGateway; healthy: WireClient }> {
  const open = await openGateway(t, { transports: [tcp, ws], limits })
  return { open, healthy: await open.login({ userId: 'healthy' }) }
}

async function assertUnharmed(healthy: WireClient): Promise<void> {
  const startedAt = performance.now()
  assert.equal(await healthy.codeOf('heartbeat', heartbeatBody), '')
  assert.equal(await healthy.sendCode(healthy.sendText('d:bob:healthy', randomUUID(), 'still here')), '')
  assert.ok(performance.now() - startedAt < 5_000)
  assert.deepEqual(healthy.errors(), [])
}

/** Header of a packet that announces this length. */
function header(length: number, version = packetVersion): Buffer {
  const bytes = Buffer.alloc(headerBytes)
  bytes.writeUInt32BE(length, 0)
  bytes.writeUInt16BE(version, 4)
  bytes.writeUInt16BE(2, 8)
  bytes.writeUInt16BE(1, 10)
  return bytes
}

describe('packets', () => {
  const streams: [string, Buffer, string, boolean][] = [
    ['an oversized packet is refused on its header', header(1_310_721), 'PACKET_TOO_LARGE', true],
    ['a login packet has a lower limit', header(16_385), 'PACKET_TOO_LARGE', false],
    ['a length below the header', header(15), 'MALFORMED_PACKET', true],
    ['another version', header(16, 2), 'UNSUPPORTED_VERSION', true],
    ['garbage', Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 73 + 99) % 251)), 'PACKET_TOO_LARGE', true],
  ]
  for (const [name, bytes, expected, loggedIn] of streams) {
    for (const place of [0, 1]) {
      test(`${name} (${place === 0 ? 'tcp' : 'ws'})`, async (t) => {
        const { open, healthy } = await withHealthy(t)
        const client = loggedIn ? await open.login({}, open.addresses[place]) : await open.connect(open.addresses[place])
        client.write(bytes)
        assert.equal((await client.goodbye()).code, expected)
        assert.deepEqual(client.errors(), [expected])
        await client.untilClosed()
        await assertUnharmed(healthy)
      })
    }
  }

  test('a packet cut short by the end of the connection leaves nothing behind', async (t) => {
    const { open, healthy } = await withHealthy(t)
    const client = await open.login()
    client.write(encodePacket('heartbeat', 1, 0, heartbeatBody).subarray(0, 17))
    client.end()
    await eventually(() => open.gateway.metrics().connections === 1)
    await assertUnharmed(healthy)
  })

  test('a packet that announces much and comes byte by byte takes no memory ahead', async (t) => {
    const { open, healthy } = await withHealthy(t)
    const client = await open.login()
    client.write(header(1_310_720))
    for (let i = 0; i < 200; i++) client.write(Buffer.alloc(1))
    await assertUnharmed(healthy)
    assert.equal(client.closed, false)
  })

  test('an unknown command is refused and the connection goes on', async (t) => {
    const { open, healthy } = await withHealthy(t)
    const client = await open.login()
    client.write(encodeRawPacket({ service: 9, command: 9, flags: 0, sequence: 5, body: new Uint8Array(0) }))
    await eventually(() => client.errors().length === 1)
    assert.deepEqual(client.errors(), ['UNKNOWN_COMMAND'])
    assert.equal(client.received.at(-1)!.sequence, 5)
    assert.equal(await client.codeOf('goodbye'), 'UNKNOWN_COMMAND')
    assert.equal(await client.codeOf('heartbeat', heartbeatBody), '')
    await assertUnharmed(healthy)
  })

  test('a body that does not parse, and invalid UTF-8, are refused and the connection goes on', async (t) => {
    const { open, healthy } = await withHealthy(t)
    const client = await open.login()
    assert.equal(await client.codeOf('send', Buffer.from([0x0a, 0xff, 0x01])), 'MALFORMED_PACKET')
    const invalidText = Buffer.from([0x0a, 0x03, 0x64, 0xc3, 0x28])
    assert.equal(await client.codeOf('send', invalidText), 'MALFORMED_PACKET')
    assert.equal(await client.codeOf('history', invalidText), 'MALFORMED_PACKET')
    assert.equal(await client.codeOf('heartbeat', heartbeatBody, flags.compressed), 'MALFORMED_PACKET')
    assert.equal(await client.codeOf('heartbeat', heartbeatBody), '')
    await assertUnharmed(healthy)
  })

  test('a text message on a WebSocket ends the connection', async (t) => {
    const { open, healthy } = await withHealthy(t)
    const client = await open.login({}, open.addresses[1])
    client.write('hello' as unknown as Uint8Array)
    assert.equal((await client.goodbye()).code, 'MALFORMED_PACKET')
    await client.untilClosed()
    await assertUnharmed(healthy)
  })

  test('a body of 1 MiB is refused by its limit and the connection goes on', async (t) => {
    const { open, healthy } = await withHealthy(t)
    for (const address of open.addresses) {
      const client = await open.login({}, address)
      assert.equal(await client.sendCode(client.sendText('d:alice:bob', randomUUID(), 'x'.repeat(1_048_576))), 'TOO_LARGE')
      assert.equal(await client.sendCode(client.sendText('d:alice:bob', randomUUID(), 'short')), '')
    }
    await assertUnharmed(healthy)
  })

  test('arguments that cannot be keys or numbers of the log are named', async (t) => {
    const { open } = await withHealthy(t)
    const client = await open.login()
    const body = { contentType: 'text/plain' }
    const clientRequestId = randomUUID()
    const send = (fields: object) =>
      client.codeOf(
        'send',
        wire.SendRequest.encode({ conversationId: 'd:alice:bob', clientMessageId: randomUUID(), body, ...fields }).finish(),
      )
    assert.equal(await send({ conversationId: 'd:bob:alice' }), 'INVALID_ARGUMENT')
    assert.equal(await send({ conversationId: '' }), 'INVALID_ARGUMENT')
    assert.equal(await send({ clientMessageId: 'one' }), 'INVALID_ARGUMENT')
    assert.equal(await send({ body: undefined }), 'INVALID_ARGUMENT')
    assert.equal(await send({ replyTo: 2 ** 60 }), 'INVALID_ARGUMENT')
    assert.equal(await send({ attachments: Array.from({ length: 17 }, () => ({})) }), 'TOO_LARGE')
    assert.equal(
      await client.codeOf('createGroup', wire.CreateGroupRequest.encode({ conversationId: 'd:a:b', name: 'A', clientRequestId }).finish()),
      'INVALID_ARGUMENT',
    )
    const userIds = Array.from({ length: 201 }, (_, i) => `u${i}`)
    const tooMany = wire.AddMembersRequest.encode({ conversationId: 'g:x', userIds, clientRequestId })
    assert.equal(await client.codeOf('addMembers', tooMany.finish()), 'TOO_LARGE')
    const role = wire.ChangeRoleRequest.encode({ conversationId: 'g:x', userId: 'u', role: 'king', clientRequestId })
    assert.equal(await client.codeOf('changeRole', role.finish()), 'INVALID_ARGUMENT')
    for (const given of ['', 'not a UUID']) {
      const unnamed = wire.LeaveGroupRequest.encode({ conversationId: 'g:x', clientRequestId: given })
      const { code, detail } = wire.Error.decode((await client.request('leaveGroup', unnamed.finish())).body)
      assert.deepEqual([code, detail], ['INVALID_ARGUMENT', 'clientRequestId'])
    }
    assert.equal(open.backend.appended.length, 0)
  })
})

describe('tokens', () => {
  test('expired, forged, revoked, unknown and foreign ones are refused by name', async (t) => {
    const { open, healthy } = await withHealthy(t, { deviceSessionPollMs: 10 })
    const closed = open.backend.openSession()
    open.backend.sessions.set(closed, 'closed')
    const tokens: [string, string, string][] = [
      [await open.token({ expiresInSeconds: -5 }), 'app', 'TOKEN_EXPIRED'],
      [await open.token({ secret: 'another secret that is also long enough' }), 'app', 'TOKEN_INVALID'],
      [await open.token({ sessionId: closed }), 'app', 'TOKEN_REVOKED'],
      [await open.token({ sessionId: randomUUID() }), 'app', 'TOKEN_REVOKED'],
      [await open.token({ appId: 'other' }), 'app', 'TOKEN_INVALID'],
      ['not.a.token', 'app', 'TOKEN_INVALID'],
      ['', 'app', 'TOKEN_INVALID'],
    ]
    for (const [token, appId, code] of tokens) {
      const client = await open.connect(open.addresses[1])
      assert.equal(await client.login(token, appId), code)
      assert.equal((await client.goodbye()).code, code)
      assert.equal((await client.goodbye()).action, wire.Goodbye.Action.ACTION_STOP)
      await client.untilClosed()
    }
    await assertUnharmed(healthy)
  })

  test('a session that the views learn of a moment later is let in', async (t) => {
    const { open } = await withHealthy(t, { deviceSessionPollMs: 10 })
    const sessionId = randomUUID()
    const client = await open.connect()
    open.backend.end = 1
    open.backend.projected = 0
    const login = client.login(await open.token({ sessionId }))
    await eventually(() => open.backend.sessionQuestions >= 3)
    open.backend.sessions.set(sessionId, 'open')
    assert.equal(await login, '')
  })

  test('many logins of a moment are one question', async (t) => {
    const { open } = await withHealthy(t)
    const clients = await Promise.all(Array.from({ length: 30 }, () => open.connect()))
    const tokens = await Promise.all(clients.map((_, i) => open.token({ userId: `user${i}` })))
    const before = open.backend.sessionQuestions
    open.backend.latencyMs = 200
    assert.deepEqual(new Set(await Promise.all(clients.map((client, i) => client.login(tokens[i]!)))), new Set(['']))
    assert.ok(open.backend.sessionQuestions - before <= 5)
  })

  test('a token that runs out ends its connection', async (t) => {
    const { open, healthy } = await withHealthy(t)
    const client = await open.login({ expiresInSeconds: 1 })
    assert.equal((await client.goodbye()).code, 'TOKEN_EXPIRED')
    await assertUnharmed(healthy)
  })

  test('views that cannot answer leave the connection to try again', async (t) => {
    const { open } = await withHealthy(t)
    const client = await open.connect()
    const token = await open.token()
    open.backend.viewsDown = true
    assert.equal(await client.login(token), 'UNAVAILABLE')
    open.backend.viewsDown = false
    assert.equal(await client.login(token), '')
    assert.equal(await client.login(token), 'ALREADY_AUTHENTICATED')
  })
})

describe('manners', () => {
  test('everything before the login but heartbeats is refused', async (t) => {
    const { open, healthy } = await withHealthy(t)
    const client = await open.connect()
    assert.equal(await client.codeOf('heartbeat', heartbeatBody), '')
    assert.equal(await client.codeOf('unread'), 'UNAUTHENTICATED')
    assert.equal((await client.goodbye()).code, 'UNAUTHENTICATED')
    await client.untilClosed()
    await assertUnharmed(healthy)
  })

  test('one that never authenticates is closed in time', async (t) => {
    const { open, healthy } = await withHealthy(t, { authenticateMs: 200 })
    for (const address of open.addresses) {
      const client = await open.connect(address)
      assert.equal((await client.goodbye()).code, 'AUTHENTICATION_TIMEOUT')
      await client.untilClosed()
    }
    await assertUnharmed(healthy)
  })

  test('one that falls silent is closed, one that sends heartbeats is not', async (t) => {
    const { open, healthy } = await withHealthy(t, { heartbeatIntervalMs: 700, heartbeatGraceMs: 300 })
    const silent = await open.login()
    await eventually(async () => {
      await healthy.request('heartbeat', heartbeatBody)
      return silent.closed
    })
    assert.equal((await silent.goodbye()).code, 'HEARTBEAT_TIMEOUT')
    await assertUnharmed(healthy)
  })

  test('a user who floods with sends is held to the rate, in order', async (t) => {
    const { open, healthy } = await withHealthy(t, { sendsPerSecond: 0.1, sendBurst: 10, inFlightMax: 1_000 })
    const client = await open.login({ userId: 'flood' })
    const sequences = Array.from({ length: 40 }, (_, i) => client.sendText('d:bob:flood', randomUUID(), `m${i}`))
    const codes = await Promise.all(sequences.map((sequence) => client.sendCode(sequence)))
    assert.deepEqual(codes.slice(0, 11), [...Array(10).fill(''), 'RATE_LIMITED'])
    assert.deepEqual(new Set(codes.slice(11)), new Set(['HELD']))
    assert.deepEqual(
      open.backend.texts('app', 'd:bob:flood'),
      Array.from({ length: 10 }, (_, i) => `m${i}`),
    )
    await assertUnharmed(healthy)
  })

  test('the rate is the user s, on all his connections together', async (t) => {
    const { open } = await withHealthy(t, { sendsPerSecond: 0.01, sendBurst: 2 })
    const [one, two] = [await open.login({ userId: 'twice' }), await open.login({ userId: 'twice' })]
    assert.equal(await one.sendCode(one.sendText('d:bob:twice', randomUUID(), '1')), '')
    assert.equal(await two.sendCode(two.sendText('d:bob:twice', randomUUID(), '2')), '')
    assert.equal(await one.sendCode(one.sendText('d:bob:twice', randomUUID(), '3')), 'RATE_LIMITED')
  })

  // One user asked for 3,000 names a second, on and on: whoever may do that has the list of all users. How one stands to a user, which there is or
  // not, could be asked without end as well.
  test('a user who looks up others without end is held to a rate of its own, on all connections together', async (t) => {
    const { open } = await withHealthy(t, { lookUpsPerSecond: 0.01, lookUpBurst: 3 })
    const [one, two] = [await open.login({ userId: 'curious' }), await open.login({ userId: 'curious' })]
    const refusal = async (client: typeof one, name: 'findUser' | 'relationTo', said: Uint8Array) => {
      const { flags: bits, body } = await client.request(name, said)
      assert.ok(bits & flags.error)
      return wire.Error.decode(body)
    }
    const lookUp = (client: typeof one) => refusal(client, 'findUser', wire.FindUserRequest.encode({ userName: 'nobody' }).finish())
    const relationTo = (client: typeof one) => refusal(client, 'relationTo', wire.RelationRequest.encode({ userId: 'nobody' }).finish())
    const codes = [(await lookUp(one)).code, (await lookUp(two)).code, (await relationTo(one)).code]
    assert.deepEqual(codes, ['USER_NOT_FOUND', 'USER_NOT_FOUND', 'USER_NOT_FOUND'])
    for (const again of [lookUp, relationTo]) {
      const { code, detail, retryAfterMs } = await again(one)
      assert.deepEqual([code, detail], ['RATE_LIMITED', 'lookUpsPerSecond'])
      assert.ok(Number(retryAfterMs) > 50_000)
    }
    assert.equal(await two.sendCode(two.sendText('d:bob:curious', randomUUID(), 'sends are not looked up')), '')
  })

  test('a flood of packets is refused, then cut off', async (t) => {
    const { open, healthy } = await withHealthy(t, { packetsPerSecond: 100, packetBurst: 100, floodPacketsMax: 500 })
    for (const address of open.addresses) {
      const client = await open.login({}, address)
      const packet = encodePacket('heartbeat', 1, 0, heartbeatBody)
      for (let i = 0; i < 20; i++) client.write(Buffer.concat(Array(100).fill(packet)))
      assert.equal((await client.goodbye()).code, 'RATE_LIMITED')
      assert.ok(client.errors().includes('RATE_LIMITED'))
      await client.untilClosed()
      // Once 1008, which the catalogue does not have.
      if (address?.startsWith('ws')) assert.equal(client.closeCode, 4024)
    }
    await assertUnharmed(healthy)
  })

  test('more requests in flight than allowed are refused', async (t) => {
    const { open } = await withHealthy(t, { inFlightMax: 3 })
    const client = await open.login()
    open.backend.holding = true
    const sequences = ['bob', 'carol', 'dave', 'eve'].map((name) => client.sendText(`d:alice:${name}`, randomUUID(), 'x'))
    assert.equal(await client.sendCode(sequences[3]!), 'TOO_MANY_IN_FLIGHT')
    assert.equal(await client.codeOf('unread'), 'TOO_MANY_IN_FLIGHT')
    open.backend.release()
    for (const sequence of sequences.slice(0, 3)) assert.equal(await client.sendCode(sequence), '')
  })

  test('connections beyond the limits of a user, an address and the node are refused by name', async (t) => {
    const { open, healthy } = await withHealthy(t, { connectionsPerUserMax: 2, connectionsPerAddressMax: 6 })
    await open.login({ userId: 'many' })
    await open.login({ userId: 'many' })
    const third = await open.connect()
    assert.equal(await third.login(await open.token({ userId: 'many' })), 'TOO_MANY_CONNECTIONS')
    await third.untilClosed()
    await eventually(() => open.gateway.metrics().connections === 3)
    const others = await Promise.all(Array.from({ length: 6 }, () => open.connect(open.addresses[1])))
    await eventually(() => others.filter((client) => client.closeCode === 4023).length === 3)
    const detail = (await others.find((client) => client.closed)!.goodbye()).detail
    assert.equal(detail, 'connectionsPerAddressMax')
    await assertUnharmed(healthy)
  })

  test('a device that comes again takes the place of its old connection, also at the limit of the user', async (t) => {
    const { open } = await withHealthy(t, { connectionsPerUserMax: 2 })
    const old = await open.login({ userId: 'many', deviceId: 'phone' })
    await open.login({ userId: 'many', deviceId: 'tablet' })
    await open.login({ userId: 'many', deviceId: 'phone' })
    assert.equal((await old.goodbye()).code, 'REPLACED')
  })

  test('a flood of connections is refused by its rate', async (t) => {
    const { open, healthy } = await withHealthy(t, { acceptsPerSecondPerAddress: 0.01, acceptBurstPerAddress: 20 })
    const flood = await Promise.allSettled(Array.from({ length: 200 }, (_, i) => open.connect(open.addresses[i % 2])))
    const clients = flood.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    await eventually(() => clients.filter((client) => client.closed).length >= 180)
    const refused = clients.filter((client) => client.closed)
    assert.equal((await refused[0]!.goodbye()).code, 'TOO_MANY_CONNECTIONS')
    assert.equal((await refused[0]!.goodbye()).action, wire.Goodbye.Action.ACTION_BACK_OFF)
    await assertUnharmed(healthy)
  })
})
