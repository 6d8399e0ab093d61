// Kafka's own default lets a broker be silent for 9 seconds. Members of the group whose coordinator died had lost their partitions by then,
// commands had been given up, and nothing said that a setting of the brokers was the cause.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { warnOfSilence } from './broker-silence.ts'

function warningsOf(brokerMs: number, sessionTimeoutMs: number): string[] {
  const said: string[] = []
  warnOfSilence(brokerMs, { sessionTimeoutMs }, {
    warn: (_fields: unknown, message?: string) => said.push(message!.split(':')[0]!),
  } as never)
  return said
}

const members = 'a broker that is lost is replaced only after members lose their partitions'
const commands = 'a broker that is lost is replaced only after commands are given up'

test('brokers whose loss is noticed after members have lost their partitions, or commands are given up, are warned of', () => {
  assert.deepEqual(warningsOf(1_500, 2_500), [])
  assert.deepEqual(warningsOf(2_500, 2_500), [members])
  assert.deepEqual(warningsOf(9_000, 2_500), [members, commands])
  assert.deepEqual(warningsOf(9_000, 30_000), [commands])
})
