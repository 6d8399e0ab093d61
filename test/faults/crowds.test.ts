// A crowd comes until all of it is in, goes until none is, and what is told of it is told of just that time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Crowd, evidenceOfCrowd, inParts, linesOfCrowd } from './crowds.ts'
import type { SendEntry } from './journal.ts'

const conversationId = 'g:one'
const people = (count: number) => Array.from({ length: count }, (_, i) => `away-${i}`)

/** Ten milliseconds a step. Answers whom each step named, and what its answer led to. */
function walk(crowd: Crowd, clock: { at: number }, steps: number) {
  const inside = new Set<string>()
  return Array.from({ length: steps }, () => {
    const { rises } = crowd
    const { some, areLast } = crowd.next()
    for (const userId of some) assert.equal(rises ? inside.has(userId) : !inside.has(userId), false, `${userId} is named once`)
    for (const userId of some) rises ? inside.add(userId) : inside.delete(userId)
    clock.at += 10
    return [some.length, rises, areLast, crowd.moved(some, 2 + inside.size)]
  })
}

function crowdOf(count: number) {
  const clock = { at: 0 }
  const place = { conversationId, steady: ['ann', 'bob'], coming: [], tide: people(count) }
  return { clock, crowd: new Crowd(place, () => clock.at) }
}

test('all of it comes, then all of it goes, and it begins anew', () => {
  const { crowd, clock } = crowdOf(400)
  const up = walk(crowd, clock, 8)
  assert.deepEqual(
    up.map(([, rises, areLast, passed]) => [rises, areLast, passed]),
    [1, 2, 3, 4, 5, 6, 7, 8].map((step) => [true, step === 8, step === 4 ? 'grewLarge' : null]),
  )
  assert.deepEqual([crowd.hasTurned, crowd.tale], [false, '402 members, growing'])
  const { some } = crowd.next()
  assert.deepEqual([some.length, crowd.rises], [50, false])
})

test('it has turned once none of it is left, and is told of with what was sent meanwhile', () => {
  const { crowd, clock } = crowdOf(400)
  const inside = people(400)
  for (let step = 1; step <= 16; step++) {
    const { some } = crowd.next()
    clock.at += 1_000
    const members = step <= 8 ? 2 + 50 * step : 2 + inside.length - 50 * (step - 8)
    const passed = crowd.moved(some, members)
    assert.equal(passed, step === 4 ? 'grewLarge' : step === 14 ? 'shrank' : null, `step ${step}`)
    assert.equal(crowd.hasTurned, step === 16)
  }
  const send = (intendedAtMs: number, ackedAfterMs: number, id = conversationId) =>
    ({ conversationId: id, intendedAtMs, ackedAtMs: intendedAtMs + ackedAfterMs }) as SendEntry
  const evidence = evidenceOfCrowd(crowd, [send(1, 10), send(7_999, 10, 'd:ann:bob'), send(9_000, 500)])
  const { up, down } = evidence
  assert.deepEqual([up!.members, up!.seconds, up!.sent, up!.sentIntoIt], [402, 8, 2, 1])
  assert.deepEqual([down!.members, down!.seconds, down!.sent, down!.sentIntoIt], [2, 8, 1, 1])
  assert.deepEqual([Math.round(up!.ackP99Ms), Math.round(down!.ackP50Ms)], [10, 500])
  assert.match(
    linesOfCrowd(evidence)[0]!,
    /^grown to 402 members after 8 s; meanwhile 2 messages, 1 of them into it, acked within p50 10 ms/,
  )
})

test('a step of a great crowd is of so many, in as many calls as there are requests', () => {
  const { some } = crowdOf(100_000).crowd.next()
  assert.equal(some.length, 2_000)
  const parts = inParts(some)
  assert.deepEqual([parts.length, parts.flat().length, new Set(parts.flat()).size], [10, 2_000, 2_000])
})

test('where there is nobody, nobody has to turn', () => {
  assert.deepEqual([crowdOf(0).crowd.hasTurned, crowdOf(1).crowd.hasTurned], [true, false])
})
