// What the bench is asked to measure: what does not go together is refused, instead of one of the two being left out without a word.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ArgumentError, readArguments } from './arguments.ts'

test('what is no such value, or does not go together, is refused', () => {
  for (const line of [
    ...['--rate fast', '--transport udp', '--plant loss', '--what', '--burn 0', '--burn 1.5', '--sweep --knee', '--knee --idle 5000'],
    ...['--layout cold', '--layout hot --gateways 2', '--layout hot --idle 5000', '--burn 0.5 --idle 5000', '--burn 0.5 --null'],
  ])
    assert.throws(() => readArguments(line.split(' ')), ArgumentError, line)
})

test('all are warmed up for 40 seconds, and a rate of a sweep is measured for 20', () => {
  const seconds = (...argv: string[]) => {
    const { warmupMs, durationMs } = readArguments(argv)
    return [warmupMs / 1000, durationMs / 1000]
  }
  assert.deepEqual(
    [seconds(), seconds('--sweep'), seconds('--sweep', '--duration', '3', '--warmup', '0')],
    [
      [40, 30],
      [40, 20],
      [0, 3],
    ],
  )
})
