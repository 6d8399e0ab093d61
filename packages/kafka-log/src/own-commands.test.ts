// When what this process appends is handed over, by what leaders answer: only behind its own command before, and not for some time after
// another process has appended. The log, its readers and the time are the test's.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { RecordCodec, SkeinCommand } from '@skein/contracts'
import { LocalTail } from './local-tail.ts'
import { OwnCommands } from './own-commands.ts'

const foreignForMs = 10_000
const appendedAt = 1_700_000_000_000

function start(t: TestContext, decode: RecordCodec<SkeinCommand>['decode'] = (list) => list.map(String) as never[]) {
  let now = 0
  t.mock.method(performance, 'now', () => now)
  const tail = new LocalTail<SkeinCommand>()
  const told: string[] = []
  tail.follow({
    offered: ({ partition, base, records }) => told.push(`${partition}@${base} ${records.map(({ key, value }) => `${key}=${value}`)}`),
    changed: (partition) => told.push(`${partition} changed`),
  })
  const own = new OwnCommands(tail, { encode: () => assert.fail('nothing is encoded'), decode }, foreignForMs)
  const stored = (partition: number, baseOffset: number, at = appendedAt) =>
    own.stored(partition, { fault: '', baseOffset, appendedAt: at }, { key: 'k', value: Buffer.from(`c${baseOffset}`) })
  return {
    tail,
    own,
    stored,
    pass: (byMs: number) => {
      now += byMs
    },
    /** What readers were told since. */
    told: () => told.splice(0),
  }
}

test('the first command is fetched, and those behind it are handed over, in each partition', (t) => {
  const { stored, told } = start(t)
  for (const [partition, offset] of [
    [0, 7],
    [1, 90],
    [0, 8],
    [0, 9],
    [1, 91],
  ] as const)
    stored(partition, offset)
  assert.deepEqual(told(), ['0 changed', '1 changed', '0@8 k=c8', '0@9 k=c9', '1@91 k=c91'])
})

test('behind a command of another nothing is handed over for some time, and then only behind an own one', (t) => {
  const { stored, told, pass, tail } = start(t)
  for (const offset of [1, 2]) stored(0, offset)
  told()
  stored(0, 4)
  assert.deepEqual(told(), ['0 changed'])
  assert.equal(tail.endOf(0), -1)
  stored(0, 5)
  pass(foreignForMs - 1)
  stored(0, 6)
  assert.deepEqual(told(), [])
  pass(1)
  stored(0, 8)
  assert.deepEqual(told(), [], 'another has just appended')
  pass(foreignForMs)
  for (const offset of [9, 10]) stored(0, offset)
  assert.deepEqual(told(), ['0 changed', '0@10 k=c10'])
})

test('after one that may have been stored the next is fetched, as the first was, wherever it stands', (t) => {
  const { own, stored, told } = start(t)
  for (const offset of [1, 2]) stored(0, offset)
  own.unknown(0)
  told()
  for (const offset of [4, 5]) stored(0, offset)
  assert.deepEqual(told(), ['0 changed', '0@5 k=c5'])
})

test('what was answered without a time, or does not decode, is fetched', (t) => {
  const decodes: RecordCodec<SkeinCommand>['decode'][] = [(list) => list.map(() => new Error('not this')), async () => []]
  for (const decode of decodes) {
    const { stored, told } = start(t, decode)
    for (const offset of [1, 2]) stored(0, offset)
    assert.deepEqual(told(), ['0 changed', '0 changed'])
    t.mock.restoreAll()
  }
  const { stored, told } = start(t)
  stored(0, 1)
  stored(0, 2, -1)
  assert.deepEqual(told(), ['0 changed', '0 changed'])
})
