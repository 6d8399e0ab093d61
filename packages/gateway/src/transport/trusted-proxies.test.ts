// Whose word about addresses is taken, and what counts as one address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressKeyOf } from './address-key.ts'
import { readProxyHeader } from './proxy-header.ts'
import { clientAddress, createTrustedProxies, plainAddress } from './trusted-proxies.ts'

const proxies = createTrustedProxies(['10.0.0.0/8', '192.0.2.1', 'fd00::/8'])
const through = (peer: string, header: string) => clientAddress(peer, 'x-forwarded-for', header, proxies)

test('the rightmost address that is not a trusted proxy is the client', () => {
  assert.equal(through('10.1.1.1', '1.1.1.1, 203.0.113.5, 10.2.2.2'), '203.0.113.5')
  assert.equal(through('10.1.1.1', '203.0.113.5:4711'), '203.0.113.5')
  assert.equal(through('192.0.2.1', '::ffff:203.0.113.5'), '203.0.113.5')
  assert.equal(through('fd00::1', '2001:db8::5'), '2001:db8::5')
})

test('an untrusted peer, no header, and nonsense leave the address of the peer', () => {
  assert.equal(through('203.0.113.9', '1.1.1.1'), '203.0.113.9')
  assert.equal(through('10.1.1.1', ''), '10.1.1.1')
  assert.equal(through('10.1.1.1', 'unknown'), '10.1.1.1')
  assert.equal(clientAddress('10.1.1.1', undefined, '1.1.1.1', proxies), '10.1.1.1')
  assert.equal(clientAddress('10.1.1.1', 'forwarded', 'for=_hidden;by=10.1.1.1', proxies), '10.1.1.1')
})

test('only addresses and networks can be trusted', () => {
  assert.throws(() => createTrustedProxies(['localhost']))
})

test('an IPv6 client is its /64, an IPv4 one itself', () => {
  assert.equal(addressKeyOf('203.0.113.5'), '203.0.113.5')
  assert.equal(addressKeyOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2')
  assert.equal(addressKeyOf('2001:db8::6'), '2001:db8:0:0')
  assert.equal(addressKeyOf('::1'), '0:0:0:0')
  assert.equal(addressKeyOf('2001:0db8:0001:0002:9::'), '2001:db8:1:2')
  assert.equal(plainAddress('fe80::1%eth0'), 'fe80::1')
  assert.equal(plainAddress('0000:0000:0000:0000:0000:ffff:7f00:0001'), '127.0.0.1')
  assert.equal(plainAddress('::ffff:cb00:7105'), '203.0.113.5')
})

test('headers of the PROXY protocol, whole, cut and false', () => {
  const text = Buffer.from('PROXY TCP6 2001:db8::7 2001:db8::1 1 2\r\nrest')
  assert.deepEqual(readProxyHeader(text), { address: '2001:db8::7', bytes: text.length - 4 })
  for (let i = 0; i < text.length - 5; i++) assert.equal(readProxyHeader(text.subarray(0, i)), 'incomplete')
  assert.deepEqual(readProxyHeader(Buffer.from('PROXY UNKNOWN\r\n')), { address: '', bytes: 15 })
  const fixed = '\r\n\r\n\0\r\nQUIT\n'
  assert.deepEqual(readProxyHeader(Buffer.from(`${fixed}\x20\0\0\0`, 'latin1')), { address: '', bytes: 16 })
  const six = Buffer.concat([Buffer.from(`${fixed}\x21\x21\0\x24`, 'latin1'), Buffer.alloc(36, 1)])
  assert.deepEqual(readProxyHeader(six), { address: Array(8).fill('101').join(':'), bytes: 52 })
  for (let i = 0; i < six.length; i++) assert.equal(readProxyHeader(six.subarray(0, i)), 'incomplete')
  for (const bad of ['GET / HTTP/1.1', 'PROXY TCP9 1 2 3 4\r\n', `PROXY ${'x'.repeat(200)}`, `${fixed}\x31\x11\0\x0c`]) {
    assert.equal(readProxyHeader(Buffer.from(bad.padEnd(16), 'latin1')), 'invalid')
  }
})
