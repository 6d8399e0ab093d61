// A gateway looked at its connections ten times a second, and was woken as often, also when none of them had said a word for hours. It looks
// seldom then, and as soon as before once something is due, whenever in its round that begins.
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { defaultLimits } from '../limits.ts'
import { SweepPace } from './sweep-pace.ts'

function openPace(t: TestContext, size = 100) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const state = { size, now: 0, looks: [] as number[], counts: [] as number[], sweeps: 0, due: false, alsoDue: false, meanwhile: () => {} }
  const pace = new SweepPace(defaultLimits)
  pace.start({
    size: () => state.size,
    look(count) {
      state.looks.push(state.now)
      state.counts.push(count)
      state.meanwhile()
      return state.due
    },
    over() {
      state.sweeps += 1
      return state.alsoDue
    },
  })
  /** Lets time pass; answers when it looked meanwhile, and at how many. */
  function pass(ms: number) {
    state.looks.length = 0
    state.counts.length = 0
    for (let passed = 0; passed < ms; passed += 10) {
      state.now += 10
      t.mock.timers.tick(10)
    }
    return { looks: [...state.looks], counts: [...state.counts] }
  }
  return { pace, state, pass }
}

test('while something is due each connection is looked at once a second, in ten slices; else once in five, in as few as there need be', (t) => {
  const { state, pass } = openPace(t)
  state.due = true
  assert.deepEqual(pass(2_000).counts, Array(20).fill(10))
  state.due = false
  state.alsoDue = true
  assert.equal(pass(2_000).looks.length, 20)
  state.alsoDue = false
  pass(2_000)
  assert.deepEqual(pass(10_000).counts, [100, 100])
  state.size = 2_500
  pass(5_000)
  assert.deepEqual(pass(5_000).counts, [834, 834, 834])
  state.size = 0
  assert.ok(pass(60_000).looks.length <= 15)
})

test('what is due soon is looked at as soon as ever, wherever an idle sweep stands', (t) => {
  for (const standsAt of [10, 2_500, 4_990]) {
    const { pace, state, pass } = openPace(t)
    pass(1_000)
    pass(5_000 + standsAt)
    const from = state.now
    pace.hurry()
    const { counts, looks } = pass(1_000)
    assert.deepEqual(counts, Array(10).fill(10))
    assert.equal(looks[0]! - from, 100)
    assert.equal(pass(4_500).looks.length, 0, 'nothing was due any more')
    pace.stop()
    t.mock.timers.reset()
  }
})

// A sweep that has passed a connection does not come back to it before the next one.
test('what begins while a sweep is under way is seen by another one that is not idle', (t) => {
  const { pace, state, pass } = openPace(t)
  pass(950)
  pace.hurry()
  pass(50)
  assert.equal(pass(1_000).looks.length, 10)
  assert.equal(pass(4_500).looks.length, 0)
  // Also when the look itself begins it, as one that closes a connection does.
  state.meanwhile = () => {
    state.meanwhile = () => {}
    pace.hurry()
  }
  pass(500)
  assert.equal(pass(1_000).looks.length, 10)
})

test('an idle sweep that finds something due goes on as one that is not', (t) => {
  const { state, pass } = openPace(t, 5_000)
  pass(1_000)
  pass(900)
  state.due = true
  assert.equal(pass(100).looks.length, 1)
  assert.equal(pass(1_000).looks.length, 10)
})

test('an idle sweep is over before the shortest limit of time that begins unsaid', () => {
  for (const name of ['authenticateMs', 'slowReaderMs', 'ackTimeoutMs'] as const)
    assert.equal(new SweepPace({ ...defaultLimits, [name]: 700 }).idleSweepMs, 700)
  assert.equal(new SweepPace({ ...defaultLimits, heartbeatIntervalMs: 200, heartbeatGraceMs: 100 }).idleSweepMs, 300)
})

test('nothing is looked at once it has stopped', (t) => {
  const { pace, pass } = openPace(t)
  pace.stop()
  pace.hurry()
  assert.deepEqual(pass(20_000).looks, [])
})

// What a drain waited for was seen by the next sweep, a second later: the goodbyes of an only gateway and the last answer of each client.
test('hastened it looks at all ten times a second, whether something is due or not', (t) => {
  for (const standsAt of [30, 3_000]) {
    const { pace, pass } = openPace(t)
    pass(1_000 + standsAt)
    pace.hasten(100)
    assert.deepEqual(pass(100).counts, Array(10).fill(10))
    assert.equal(pass(3_000).looks.length, 300)
    pace.stop()
    t.mock.timers.reset()
  }
})
