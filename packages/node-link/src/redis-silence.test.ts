// Each connection to Redis was asked every second whether it still answers, by all processes and also where Redis was being heard: a dozen
// times a second at rest. It is asked once it has fallen silent, and one that does not answer is given up no later than it was.
import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { type TestContext, test } from 'node:test'
import type { Redis } from 'ioredis'
import { defaultSilenceLimits, watchSilence } from './redis-silence.ts'

const stepMs = 100

class FakeRedis extends EventEmitter {
  status = 'ready'
  stream = new EventEmitter()
  answers = true
  pings = 0

  async ping(): Promise<void> {
    this.pings += 1
    if (this.answers) this.say()
  }

  say(): void {
    this.stream.emit('data', Buffer.from('+PONG\r\n'))
  }

  connect(): void {
    this.stream = new EventEmitter()
    this.emit('connect')
  }
}

/** A connection that stands, its clock, and how often it was given up. */
function openWatched(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const state = { clock: 1_000, givenUp: 0 }
  const redis = new FakeRedis()
  const stop = watchSilence({
    redis: redis as unknown as Redis,
    silent: () => {
      state.givenUp += 1
    },
    limits: defaultSilenceLimits,
    now: () => state.clock,
  })
  redis.connect()
  redis.say()
  /** Lets time pass, with a word every so often where it says so. */
  async function pass(ms: number, wordEveryMs = Number.POSITIVE_INFINITY) {
    for (let passed = stepMs; passed <= ms; passed += stepMs) {
      state.clock += stepMs
      if (passed % wordEveryMs === 0) redis.say()
      t.mock.timers.tick(stepMs)
      await new Promise(setImmediate)
    }
  }
  return { redis, state, stop, pass }
}

test('one that is being heard is not asked; an idle one is asked every five seconds, and stays', async (t) => {
  const { redis, state, pass } = openWatched(t)
  await pass(60_000, 1_500)
  assert.equal(redis.pings, 0)
  await pass(60_000)
  assert.ok(redis.pings >= 11 && redis.pings <= 13, `${redis.pings} times`)
  assert.equal(state.givenUp, 0)
})

test('one that was being heard is given up seven seconds after its last word', async (t) => {
  const { redis, state, pass } = openWatched(t)
  await pass(20_000, 500)
  redis.answers = false
  await pass(6_800)
  assert.equal(state.givenUp, 0)
  await pass(400)
  assert.equal(state.givenUp, 1)
})

test('an idle one is given up ten seconds after its last answer', async (t) => {
  const { redis, state, pass } = openWatched(t)
  await pass(30_000)
  redis.answers = false
  await pass(9_800)
  assert.equal(state.givenUp, 0)
  await pass(400)
  assert.equal(state.givenUp, 1)
})

test('one whose handshake nobody answers is given up, and one that is not there is not', async (t) => {
  const { redis, state, pass } = openWatched(t)
  redis.emit('close')
  redis.status = 'reconnecting'
  redis.answers = false
  await pass(60_000)
  assert.equal(state.givenUp, 0)
  redis.status = 'connect'
  redis.connect()
  await pass(4_800)
  assert.equal(state.givenUp, 0)
  await pass(400)
  assert.deepEqual([state.givenUp, redis.pings], [1, 0])
})

// Whoever looks after being busy finds the time over and the answer still unread.
test('what came while the process was busy is heard before the verdict', async (t) => {
  const { redis, state, pass } = openWatched(t)
  await pass(10_000)
  redis.answers = false
  await pass(5_000)
  state.clock += 6_000
  t.mock.timers.tick(6_000)
  redis.say()
  await new Promise(setImmediate)
  assert.equal(state.givenUp, 0)
})

test('nothing is asked once the watch is over', async (t) => {
  const { redis, pass, stop } = openWatched(t)
  await pass(20_000)
  const { pings } = redis
  stop()
  await pass(20_000)
  assert.equal(redis.pings, pings)
})
