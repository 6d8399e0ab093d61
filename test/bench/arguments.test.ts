// What the bench is asked to measure: what does not go together is refused, instead of one of the two being left out without a word.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ArgumentError, help, readArguments } from './arguments.ts'

test('what is no such value, or does not go together, is refused', () => {
  for (const line of [
    ...['--rate fast', '--transport udp', '--plant loss', '--what', '--burn 0', '--burn 1.5', '--sweep --knee', '--knee --idle 5000'],
    ...['--layout cold', '--layout hot --gateways 2', '--gateways 2', '--burn 0.5 --idle 5000', '--burn 0.5 --null'],
    ...[
      '--overload --knee',
      '--embedded --sweep',
      '--embedded --layout hot',
      '--embedded --library ws',
      '--profile --sweep',
      '--null --idle 5000',
      '--scenario',
      '--scenario crowd',
      '--scenario fanout --knee',
      '--members 500',
      '--beneath 50',
      '--scenario large-group --beneath 50',
      '--scenario large-group --layout hot',
      '--scenario fanout --members 500 --connections 400',
      '--scenario fanout --burn 0.5',
      '--scenario fanout --layout hot --gateways 2',
    ],
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

test('what small machines run is measured, and of one embedded process what one is asked to serve', () => {
  const { layout, rate, connections } = readArguments([])
  const embedded = readArguments(['--embedded'])
  assert.deepEqual([layout, rate, connections], ['hot', 2000, 1000])
  assert.deepEqual([embedded.rate, embedded.connections], [500, 400])
  assert.equal(readArguments(['--layout', 'roles', '--gateways', '3']).gateways, 3)
})

test('groups are of the size that is asked for: a stream into two of them on two gateways, single messages into one at one gateway', () => {
  const asked = (line: string) => {
    const { layout, rate, members, connections, gateways, durationMs } = readArguments(line.split(' '))
    return [layout, rate, members, connections, gateways, durationMs / 1000]
  }
  assert.deepEqual(asked('--scenario fanout'), ['roles', 100, 500, 1000, 2, 30])
  assert.deepEqual(asked('--scenario fanout --members 5000'), ['roles', 1, 5000, 5000, 1, 30])
  assert.deepEqual(asked('--scenario fanout --gateways 3'), ['roles', 100, 500, 1000, 3, 30])
  assert.deepEqual(asked('--scenario large-group'), ['roles', 25, 100_000, 1000, 2, 20])
  assert.deepEqual(asked('--scenario large-group --members 40 --rate 5'), ['roles', 5, 40, 40, 2, 20])
})

// Options were there that nobody found, as make bench did not pass them on.
test('make bench passes on every option that the help names, but those that check the bench itself', () => {
  const makefile = readFileSync(new URL('../../Makefile', import.meta.url), 'utf8')
  const named = [...help.matchAll(/^ {2}--(\w+)/gm)].map(([, name]) => name!)
  const passedOn = named.filter((name) => makefile.includes(`$(if $(${name.toUpperCase()}),--${name}`))
  assert.deepEqual(
    named.filter((name) => !passedOn.includes(name)),
    ['null', 'plant'],
  )
})
