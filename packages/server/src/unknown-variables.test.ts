// Mistyped variables did nothing, in silence.
import assert from 'node:assert/strict'
import test from 'node:test'
import { unknownSettings } from './config.ts'

const named = (...names: string[]) => unknownSettings(Object.fromEntries(names.map((name) => [name, 'x'])))

test('a name that is near a right one is named with it, others with where to look', () => {
  for (const [wrong, right] of [
    ['SKEIN_APIPORT', 'SKEIN_API_PORT'],
    ['SKEIN_DATADIR', 'SKEIN_DATA_DIR'],
    ['SKEIN_KAFKA_BROKER', 'SKEIN_KAFKA_BROKERS'],
    ['SKEIN_POSTGRES_URI', 'SKEIN_POSTGRES_URL'],
  ] as const)
    assert.deepEqual(named(wrong), [`${wrong} is no variable of Skein and does nothing: is ${right} meant?`])
  assert.match(named('SKEIN_WEBSOCKET_LISTENER').join(), /does nothing: docs\/operating\/configuration.md lists them/)
})

test('nothing is said of right ones, of those of other programs, and of what Kubernetes gives to every pod', () => {
  assert.deepEqual(
    named(
      'SKEIN_API_PORT',
      'SKEIN_HOST',
      'SKEIN_HOME',
      'SKEIN_PASSWORD',
      'PATH',
      'SKEIN_GATEWAY_SERVICE_HOST',
      'SKEIN_API_PORT_8080_TCP_ADDR',
    ),
    [],
  )
  assert.deepEqual(unknownSettings({ SKEIN_EDGE_PORT: 'tcp://10.0.0.1:80' }), [])
})
