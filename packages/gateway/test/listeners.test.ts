// What happens before there is a connection: ports that are taken, and handshakes that are slow or too many, on every transport.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { after, describe, type TestContext, test } from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import type { ListenOptions } from '../src/index.ts'
import { loadUWebSockets } from '../src/transport/uwebsockets-transport.ts'
import { openGateway, selfSigned, tcp, uws, ws } from './open-gateway.ts'

const tls = selfSigned({ after })
const library = await loadUWebSockets(silentLogger)
const skip = library === null ? 'UNVERIFIED: uWebSockets.js is not installed' : undefined
const proxied: ListenOptions = { ...tcp, proxyProtocol: true, trustedProxies: ['127.0.0.1'] }

const httpHead = Buffer.from(`GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ${'x'.repeat(500)}`)
/** The head of a TLS record of 512 bytes, and what looks like its beginning. */
const tlsHello = Buffer.concat([Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), Buffer.alloc(400, 7)])
const proxyHeader = Buffer.from('PROXY TCP4 203.0.113.7 198.51.100.1 40000 8082')

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function rawSocket(t: TestContext, address: string): Socket {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.on('error', () => {})
  t.after(() => socket.destroy())
  return socket
}

/** Sends byte by byte, so that there is never silence. */
function drip(socket: Socket, bytes: Buffer): void {
  let at = 0
  const timer = setInterval(() => socket.write(bytes.subarray(at, ++at)), 20)
  socket.once('close', () => clearInterval(timer))
}

const isClosed = (socket: Socket): Promise<boolean> => eventually(() => socket.destroyed || socket.closed)

describe('a port that is taken', () => {
  const kinds = { tcp: { options: tcp }, ws: { options: ws }, 'uWebSockets.js': { options: uws, skip } }
  // The library shares its port with whoever else listens on it: a second server started without a word, the system dealt the clients out
  // among both, and every other one was told TOKEN_INVALID by an installation that had never heard of them.
  for (const [name, kind] of Object.entries(kinds)) {
    test(`${name}: is refused to the second`, { skip: 'skip' in kind ? kind.skip : undefined }, async (t) => {
      // A port that is asked for: one that the system chooses is nobody else's in any case.
      const port = await freePort()
      const first = await openGateway(t, { transports: [{ ...kind.options, port }] })
      await assert.rejects(openGateway(t, { transports: [{ ...kind.options, port }] }), new RegExp(`${port}`))
      await first.login()
    })
  }
})

describe('a slow handshake', () => {
  // Time limits of the libraries began anew with every byte, or counted TLS and the request apart, and nobody saw such sockets.
  const slow = {
    ws: { options: ws, bytes: httpHead },
    'ws with TLS': { options: { ...ws, tls }, bytes: tlsHello },
    'tcp behind a proxy': { options: proxied, bytes: proxyHeader },
  }
  for (const [name, { options, bytes }] of Object.entries(slow)) {
    test(`${name}: is ended in time however it goes on, and counted`, async (t) => {
      const open = await openGateway(t, { transports: [options], limits: { authenticateMs: 400 } })
      const dripping = rawSocket(t, open.addresses[0]!)
      const silent = rawSocket(t, open.addresses[0]!)
      await eventually(() => open.gateway.metrics().handshakes === 2)
      const startedAt = performance.now()
      drip(dripping, bytes)
      await Promise.all([isClosed(dripping), isClosed(silent)])
      assert.ok(performance.now() - startedAt < 4_000)
      const { handshakes, handshakesTimedOut, accepted } = open.gateway.metrics()
      assert.deepEqual([handshakes, handshakesTimedOut, accepted], [0, 2, 0])
    })
  }

  test('tcp with TLS: is ended by the time for the login, and counted with it', async (t) => {
    const open = await openGateway(t, { transports: [{ ...tcp, tls }], limits: { authenticateMs: 400, lingerMs: 100 } })
    const dripping = rawSocket(t, open.addresses[0]!)
    await eventually(() => open.gateway.metrics().connections === 1)
    drip(dripping, tlsHello)
    await isClosed(dripping)
    assert.equal(open.gateway.metrics().dismissed.AUTHENTICATION_TIMEOUT, 1)
  })

  // The library's own time, which cannot be set: ten seconds, more or less two.
  test('uWebSockets.js: is ended by the library, and counted', { skip }, async (t) => {
    const open = await openGateway(t, { transports: [uws] })
    const silent = rawSocket(t, open.addresses[0]!)
    const gone = rawSocket(t, open.addresses[0]!)
    await eventually(() => open.gateway.metrics().handshakes === 2)
    gone.destroy()
    await eventually(() => open.gateway.metrics().handshakes === 1)
    await once(silent, 'close')
    await eventually(() => open.gateway.metrics().handshakes === 0)
    assert.equal(open.gateway.metrics().handshakesTimedOut, 1)
  })
})

describe('handshakes without an end', () => {
  const kinds: Record<string, { options: ListenOptions; skip?: string | undefined }> = {
    ws: { options: ws },
    'ws with TLS': { options: { ...ws, tls } },
    'uWebSockets.js': { options: uws, skip },
  }
  for (const [name, kind] of Object.entries(kinds)) {
    // Connections were counted by address from the upgrade on: one address could hold every socket there was, and send nothing.
    test(`${name}: leave room to others, and those that end give theirs back`, { skip: kind.skip }, async (t) => {
      const { options } = kind
      const limits = { handshakesMax: 5, handshakesPerAddressMax: 3 }
      const open = await openGateway(t, { transports: [options], limits })
      const held = [0, 1, 2].map(() => rawSocket(t, open.addresses[0]!))
      await eventually(() => open.gateway.metrics().handshakes === 3)
      await isClosed(rawSocket(t, open.addresses[0]!))
      assert.equal(open.gateway.metrics().handshakesRefused, 1)
      held.pop()!.destroy()
      await eventually(() => open.gateway.metrics().handshakes === 2)
      for (const _ of [1, 2, 3, 4]) await open.login()
      assert.deepEqual([open.gateway.metrics().handshakes, open.gateway.metrics().connections], [2, 4])
      const behindProxy = await openGateway(t, { transports: [{ ...options, trustedProxies: ['127.0.0.1'] }], limits })
      const many = Array.from({ length: 5 }, () => rawSocket(t, behindProxy.addresses[0]!))
      await eventually(() => behindProxy.gateway.metrics().handshakes === 5)
      assert.ok(many.every((socket) => !socket.destroyed))
      await isClosed(rawSocket(t, behindProxy.addresses[0]!))
    })
  }
})
