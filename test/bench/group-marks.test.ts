// What is said of a fan-out and of a large group: the marks that were asked for, by what was measured, and the median of what was compared in turn.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FanoutResult, type FanoutWindow, isFanoutClean, marksOf } from './fanout.ts'
import { areJoinsClean, type JoinsResult, marksOfJoins } from './joins.ts'
import { costTimes, isLargeGroupClean, isWrittenAlike, type LargeGroupResult } from './large-group.ts'
import type { Percentiles } from './latencies.ts'

const upTo = (ms: number): Percentiles => ({ p50: ms / 2, p99: ms, p999: ms, max: ms })
const clean = { lost: 0, duplicated: 0, gaps: 0, misordered: 0, leaked: 0 }

interface Measured {
  readonly deliverMs?: number
  readonly toLastMs?: number
  readonly perCpuSecond?: number
  readonly pairsMs?: number
  readonly leaked?: number
}

const windowOf = ({ deliverMs = 0, toLastMs = 0, perCpuSecond = 0, pairsMs, leaked = 0 }: Measured) =>
  ({
    fanout: { ...{ lost: 0, gaps: 0, repeated: 0, leaked }, deliverMs: upTo(deliverMs), toLastMs: upTo(toLastMs) },
    beneath: pairsMs === undefined ? null : { deliverMs: upTo(pairsMs), verdict: clean },
    deliveriesPerCpuSecond: perCpuSecond,
  }) as unknown as FanoutWindow

const resultOf = (members: number, alone: Measured, pairs?: readonly [alone: Measured, beside: Measured]): FanoutResult =>
  ({
    members,
    alone: windowOf(alone),
    beneathAlone: pairs ? windowOf(pairs[0]) : null,
    beside: pairs ? windowOf(pairs[1]) : null,
  }) as unknown as FanoutResult

const joinsOf = (changes: Partial<JoinsResult>): JoinsResult => ({
  ...{ joins: 5_000, rate: 500, seconds: 10, online: 1_000, inHistory: 5_000, pushesAllowed: 12 },
  ...{ items: 5_000_000, pushesMean: 11, pushesMax: 11, closestMs: 990, lost: 0, gaps: 0, repeated: 0, leaked: 0, examples: [] },
  ...changes,
})

const verdictsOf = (result: FanoutResult) => marksOf(result).map((line) => line.slice(0, line.indexOf(':')))

test('a stream is held to its latency and to deliveries a CPU second, single messages into thousands to their last member', () => {
  assert.deepEqual(verdictsOf(resultOf(500, { deliverMs: 100, perCpuSecond: 60_000, toLastMs: 900 })), ['met', 'met'])
  assert.deepEqual(verdictsOf(resultOf(500, { deliverMs: 101, perCpuSecond: 59_999 })), ['MISSED', 'MISSED'])
  assert.deepEqual(verdictsOf(resultOf(5_000, { deliverMs: 900, toLastMs: 250 })), ['met'])
  assert.deepEqual(verdictsOf(resultOf(5_000, { toLastMs: 251 })), ['MISSED'])
})

test('pairs beneath are held to twice what they take alone', () => {
  const alone = { perCpuSecond: 60_000 }
  const pairs = (before: number, after: number) => verdictsOf(resultOf(500, alone, [{ pairsMs: before }, { pairsMs: after }])).at(-1)
  assert.deepEqual([pairs(10, 20), pairs(10, 21)], ['met', 'MISSED'])
})

test('a fan-out is clean where nobody was told too much or too little in any of its windows', () => {
  assert.equal(isFanoutClean(resultOf(500, {}, [{ pairsMs: 1 }, { pairsMs: 1 }])), true)
  assert.equal(isFanoutClean(resultOf(500, {}, [{ pairsMs: 1 }, { pairsMs: 1, leaked: 1 }])), false)
  assert.equal(isFanoutClean(resultOf(500, { leaked: 1 })), false)
})

test('what a role spends is compared within a round, and the median of the rounds is told', () => {
  const round = (direct: number, large: number, leaked = 0) => [
    { members: 2, msPerMessage: { processor: direct }, result: { ...clean, repeated: 0, leaked } },
    { members: 9, msPerMessage: { processor: large }, result: { ...clean, repeated: 0, leaked } },
  ]
  const of = (...rounds: ReturnType<typeof round>[]) => ({ rounds, joins: joinsOf({}) }) as unknown as LargeGroupResult
  // The machine became slower by the half: by medians over all rounds it would be 2 / 1.5.
  const slowing = of(round(1, 1.1), round(1, 1.2), round(1, 5), round(2, 2.2), round(2, 2))
  assert.equal(costTimes(slowing, 'processor', 9), 1.1)
  assert.deepEqual([isLargeGroupClean(slowing), isLargeGroupClean(of(round(1, 1), round(1, 1, 1)))], [true, false])
})

test('joins are held to a push a second and connection, and to none of them lost', () => {
  const held = (changes: Partial<JoinsResult>) => marksOfJoins(joinsOf(changes)).map((line) => line.slice(0, line.indexOf(':')))
  assert.deepEqual(held({}), ['met', 'met'])
  assert.deepEqual(held({ pushesMax: 13 }), ['MISSED', 'met'])
  for (const lacking of [{ inHistory: 4_999 }, { lost: 1 }, { gaps: 1 }]) {
    assert.deepEqual(held(lacking), ['met', 'MISSED'])
    assert.equal(areJoinsClean(joinsOf(lacking)), false)
  }
  assert.equal(areJoinsClean(joinsOf({})), true)
})

test('what is written for a message is held to be the same for each size', () => {
  const written = (rows: number, events = 1) => ({ members: 2, commands: 1, events, rows, redisCommands: 8 })
  assert.equal(isWrittenAlike({ written: [written(3), written(3.01), written(3)] }), true)
  assert.equal(isWrittenAlike({ written: [written(3), written(3.2)] }), false)
  assert.equal(isWrittenAlike({ written: [written(3), written(3, 1.5)] }), false)
})
