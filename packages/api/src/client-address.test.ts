// What limits count an address by.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limitKeyOf } from './client-address.ts'

test('addresses are counted by what one customer commonly has', () => {
  const keys = {
    '10.1.2.3': '10.1.2.3',
    '::ffff:10.1.2.3': '10.1.2.3',
    '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::/64',
    '2001:0DB8:0001:0002::': '2001:db8:1:2::/64',
    '2001:db8::1': '2001:db8:0:0::/64',
    '::1': '0:0:0:0::/64',
    'fe80::1%eth0': 'fe80:0:0:0::/64',
    '64:ff9b::10.1.2.3': '64:ff9b:0:0::/64',
    nonsense: 'nonsense',
  }
  for (const [address, key] of Object.entries(keys)) assert.equal(limitKeyOf(address), key)
})
