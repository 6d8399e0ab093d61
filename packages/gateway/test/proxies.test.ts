// The client's real address behind a proxy: limits count it, and nobody but a trusted proxy can claim one.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import type { ListenOptions } from '../src/index.ts'
import { loadUWebSockets } from '../src/transport/uwebsockets-transport.ts'
import { openGateway, selfSigned, tcp, uws, ws } from './open-gateway.ts'

const trusted = { trustedProxies: ['127.0.0.0/8'] }
const untrusted = { trustedProxies: ['10.0.0.0/8'] }
const line = (address: string) => Buffer.from(`PROXY TCP4 ${address} 127.0.0.1 4000 9000\r\n`)

function binary(address: string): Buffer {
  const fixed = Buffer.from('\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c', 'latin1')
  return Buffer.concat([fixed, Buffer.from(address.split('.').map(Number)), Buffer.from([127, 0, 0, 1, 0, 1, 0, 2])])
}

describe('PROXY protocol on TCP', () => {
  for (const [name, header] of Object.entries({ 'version 1': line, 'version 2': binary })) {
    test(`${name}: each client address has its own limit`, async (t) => {
      const open = await openGateway(t, {
        transports: [{ ...tcp, ...trusted, proxyProtocol: true }],
        limits: { connectionsPerAddressMax: 1 },
      })
      const one = await open.connect(undefined, { before: header('203.0.113.1') })
      assert.equal(await one.login(await open.token()), '')
      const two = await open.connect(undefined, { before: header('203.0.113.2') })
      assert.equal(await two.login(await open.token()), '')
      const again = await open.connect(undefined, { before: header('203.0.113.1') })
      assert.equal((await again.goodbye()).code, 'TOO_MANY_CONNECTIONS')
    })
  }

  test('a header in pieces, followed at once by packets', async (t) => {
    const open = await openGateway(t, { transports: [{ ...tcp, ...trusted, proxyProtocol: true }] })
    const client = await open.connect(undefined, { before: line('203.0.113.1').subarray(0, 9) })
    client.write(line('203.0.113.1').subarray(9))
    assert.equal(await client.login(await open.token()), '')
  })

  test('what a trusted proxy sends without a header is not served', async (t) => {
    const open = await openGateway(t, { transports: [{ ...tcp, ...trusted, proxyProtocol: true }] })
    const client = await open.connect(undefined, { before: Buffer.from('hello, this is no header') })
    await client.untilClosed()
  })

  test('an untrusted peer cannot claim an address: its header is taken for the garbage it is', async (t) => {
    const open = await openGateway(t, { transports: [{ ...tcp, ...untrusted, proxyProtocol: true }] })
    const spoofing = await open.connect(undefined, { before: line('203.0.113.1') })
    assert.equal((await spoofing.goodbye()).code, 'PACKET_TOO_LARGE')
    const honest = await open.connect()
    assert.equal(await honest.login(await open.token()), '')
  })
})

describe('PROXY protocol before TLS', () => {
  test('the handshake follows the header', async (t) => {
    const { connect } = await import('node:net')
    const { connect: secure } = await import('node:tls')
    const open = await openGateway(t, { transports: [{ ...tcp, ...trusted, proxyProtocol: true, tls: selfSigned(t) }] })
    const raw = connect(Number(new URL(open.addresses[0]!).port), '127.0.0.1')
    raw.write(line('203.0.113.7'))
    const socket = secure({ socket: raw, rejectUnauthorized: false })
    await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject))
    assert.equal(open.gateway.metrics().connections, 1)
    socket.destroy()
    await eventually(() => open.gateway.metrics().connections === 0)
  })
})

const library = await loadUWebSockets(silentLogger)
const webSockets: Record<string, { options: ListenOptions; skip: boolean | string }> = {
  ws: { options: ws, skip: false },
  'uWebSockets.js': { options: uws, skip: library === null ? 'UNVERIFIED: uWebSockets.js is not installed' : false },
}
for (const [name, { options, skip }] of Object.entries(webSockets)) {
  describe(`forwarded addresses on ${name}`, { skip }, () => {
    const headers = (address: string) => ({ 'x-forwarded-for': `198.51.100.99, ${address}, 127.0.0.1` })

    test('each client address has its own limit', async (t) => {
      const transports = [{ ...options, ...trusted, forwardedHeader: 'x-forwarded-for' as const }]
      const open = await openGateway(t, { transports, limits: { connectionsPerAddressMax: 1 } })
      const one = await open.connect(undefined, { headers: headers('203.0.113.1') })
      assert.equal(await one.login(await open.token()), '')
      const two = await open.connect(undefined, { headers: headers('203.0.113.2') })
      assert.equal(await two.login(await open.token()), '')
      const again = await open.connect(undefined, { headers: headers('203.0.113.1') })
      assert.equal((await again.goodbye()).code, 'TOO_MANY_CONNECTIONS')
    })

    test('a proxy that appends a line of its own: the line that the client wrote is not taken for it', async (t) => {
      // uWebSockets.js answers the first line of a header: the client chose its address.
      const transports = [{ ...options, ...trusted, forwardedHeader: 'x-forwarded-for' as const }]
      const open = await openGateway(t, { transports, limits: { connectionsPerAddressMax: 1 } })
      const lines = (claimed: string, real: string) => ({ headers: { 'x-forwarded-for': [claimed, real] } })
      const one = await open.connect(undefined, lines('198.51.100.1', '203.0.113.1'))
      assert.equal(await one.login(await open.token()), '')
      const spoofing = await open.connect(undefined, lines('198.51.100.2', '203.0.113.1'))
      assert.equal((await spoofing.goodbye()).code, 'TOO_MANY_CONNECTIONS')
      const two = await open.connect(undefined, lines('198.51.100.1', '203.0.113.2'))
      assert.equal(await two.login(await open.token()), '')
    })

    test('Forwarded by RFC 7239', async (t) => {
      const transports = [{ ...options, ...trusted, forwardedHeader: 'forwarded' as const }]
      const open = await openGateway(t, { transports, limits: { connectionsPerAddressMax: 1 } })
      const forwarded = (address: string) => ({ headers: { forwarded: `for=198.51.100.9, for="${address}";proto=https` } })
      await open.connect(undefined, forwarded('[2001:db8:1:2::3]:4711'))
      const other = await open.connect(undefined, forwarded('[2001:db8:1:3::3]:4711'))
      assert.equal(await other.login(await open.token()), '')
      const again = await open.connect(undefined, forwarded('[2001:db8:1:2:9::]:4711'))
      assert.equal((await again.goodbye()).code, 'TOO_MANY_CONNECTIONS')
    })

    test('an untrusted peer s header is ignored', async (t) => {
      const transports = [{ ...options, ...untrusted, forwardedHeader: 'x-forwarded-for' as const }]
      const open = await openGateway(t, { transports, limits: { connectionsPerAddressMax: 1 } })
      const claim = (address: string) => ({ headers: { 'x-forwarded-for': address } })
      const one = await open.connect(undefined, claim('203.0.113.1'))
      assert.equal(await one.login(await open.token()), '')
      const spoofing = await open.connect(undefined, claim('203.0.113.2'))
      assert.equal((await spoofing.goodbye()).code, 'TOO_MANY_CONNECTIONS')
    })
  })
}
