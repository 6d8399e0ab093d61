// The choice of two, counted over all pairs of draws.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NodeInfo } from '@skein/node-link'
import { chooseGateway } from './gateway-choice.ts'

const node = (incarnation: string, connections: number, other: Partial<NodeInfo> = {}): NodeInfo => ({
  incarnation,
  role: 'gateway',
  addresses: [`ws://${incarnation}`],
  connections,
  draining: false,
  ...other,
})

/** How often each is chosen, over a grid of random numbers. */
function counts(nodes: readonly NodeInfo[]): Record<string, number> {
  const result: Record<string, number> = {}
  const steps = 60
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      const draws = [i / steps, j / steps]
      const [address] = chooseGateway(nodes, () => draws.shift()!).addresses
      result[address!] = (result[address!] ?? 0) + 1
    }
  }
  return result
}

test('of two, the one with fewer connections', () => {
  assert.deepEqual(counts([node('a', 5), node('b', 4)]), { 'ws://b': 3600 })
})

test('the emptiest of many is favoured and does not get everybody; the fullest gets nobody', () => {
  assert.deepEqual(counts([node('a', 0), node('b', 1), node('c', 2), node('d', 3)]), { 'ws://a': 1800, 'ws://b': 1200, 'ws://c': 600 })
})

test('equals share', () => {
  assert.deepEqual(counts([node('a', 1), node('b', 1), node('c', 1)]), { 'ws://a': 1200, 'ws://b': 1200, 'ws://c': 1200 })
})

test('those who are draining, are no gateway or have no address are passed over', () => {
  const others = [node('x', 0, { draining: true }), node('y', 0, { role: 'api' }), node('z', 0, { addresses: [] })]
  assert.deepEqual(counts([...others, node('a', 9)]), { 'ws://a': 3600 })
  assert.throws(() => chooseGateway(others, Math.random), { code: 'UNAVAILABLE' })
})
