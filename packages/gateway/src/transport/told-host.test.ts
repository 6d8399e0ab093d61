// With SKEIN_HOST=::1 clients were told ws://::1:8081, which is no URL, and with 0.0.0.0 or :: an address that is none of anybody.
import assert from 'node:assert/strict'
import type { NetworkInterfaceInfo } from 'node:os'
import test from 'node:test'
import { toldHost } from './told-host.ts'

const address = (at: string, internal = false) =>
  ({ address: at, internal, family: at.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo
const lo = [address('127.0.0.1', true), address('::1', true)]

test('an address that is listened on is told as URLs want it', () => {
  for (const [host, told] of [
    ['::1', '[::1]'],
    ['2001:db8::7', '[2001:db8::7]'],
    ['127.0.0.1', '127.0.0.1'],
    ['im.example.org', 'im.example.org'],
  ] as const) {
    assert.equal(toldHost(host), told)
    assert.notEqual(new URL(`ws://${toldHost(host)}:8081`).hostname, '')
  }
})

test('of a listener on every address, one that others can reach is told', () => {
  const both = () => ({ lo, eth0: [address('fe80::1'), address('2001:db8::7'), address('192.0.2.7')] })
  const six = () => ({ lo, eth0: [address('fe80::1'), address('2001:db8::7')] })
  assert.deepEqual(
    ['0.0.0.0', '::'].map((host) => toldHost(host, both)),
    ['192.0.2.7', '192.0.2.7'],
  )
  assert.equal(toldHost('::', six), '[2001:db8::7]')
  assert.equal(toldHost('0.0.0.0', six), '127.0.0.1')
  assert.equal(
    toldHost('::', () => ({ lo })),
    '127.0.0.1',
  )
})
