// `make run` swallowed a SIGTERM that came while it started: children that were not ready yet lived on, a second signal did
// nothing, and what died was not started again.
import assert from 'node:assert/strict'
import test from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import { type KeptProcess, keepProcesses, type Slot } from './role-keeper.ts'
import type { Ready } from './role-process.ts'

const ready: Ready = { ready: true, pid: 1, roles: ['api'], api: 'http://127.0.0.1:1', gateway: [], ops: '' }

/** Processes that are ready, and end, when the test says so. */
function fakeProcesses() {
  const spawned: { slot: Slot; signals: string[]; ready(): void; end(): void }[] = []
  const spawn = (slot: Slot): NonNullable<KeptProcess['child']> => {
    const [up, ended] = [Promise.withResolvers<Ready>(), Promise.withResolvers<void>()]
    const signals: string[] = []
    const end = () => {
      ended.resolve()
      up.reject(new Error('ended before it was ready'))
    }
    spawned.push({ slot, signals, ready: () => up.resolve(ready), end })
    return { pid: spawned.length, ready: up.promise, ended: ended.promise, kill: (signal) => void signals.push(signal) }
  }
  return { spawned, spawn }
}

const slots: Slot[] = [0, 1].map((index) => ({ name: 'api', roles: ['api'], index, env: {} }))

test('a stop reaches those that are still starting, and is over when all have ended', async () => {
  const { spawned, spawn } = fakeProcesses()
  const keeper = keepProcesses(slots, spawn, silentLogger)
  spawned[0]!.ready()
  keeper.stop()
  assert.deepEqual(
    spawned.map(({ signals }) => signals),
    [['SIGTERM'], ['SIGTERM']],
  )
  let over = false
  keeper.ended.then(() => {
    over = true
  })
  spawned[0]!.end()
  await new Promise(setImmediate)
  assert.equal(over, false, 'one still lives')
  spawned[1]!.end()
  await keeper.ended
  assert.equal(await keeper.started, false)
  assert.equal(spawned.length, 2, 'none is started again')
})

test('a second stop ends by force what is still there', async () => {
  const { spawned, spawn } = fakeProcesses()
  const keeper = keepProcesses(slots, spawn, silentLogger)
  for (const { ready } of spawned) ready()
  assert.equal(await keeper.started, true)
  keeper.stop()
  keeper.stop()
  for (const { signals, end } of spawned) {
    assert.deepEqual(signals, ['SIGTERM', 'SIGKILL'])
    end()
  }
  await keeper.ended
})

test('what ends, ready or not, is started again; a stop does not wait for that', async () => {
  const { spawned, spawn } = fakeProcesses()
  const keeper = keepProcesses(slots, spawn, silentLogger, { backOffMinMs: 1 })
  spawned[0]!.end()
  spawned[1]!.ready()
  await eventually(() => spawned.length === 3)
  assert.equal(spawned[2]!.slot.index, 0)
  spawned[2]!.ready()
  assert.equal(await keeper.started, true)
  spawned[1]!.end()
  await eventually(() => spawned.length === 4)
  keeper.stop()
  for (const { end } of spawned) end()
  await keeper.ended

  const other = fakeProcesses()
  const slow = keepProcesses(slots.slice(0, 1), other.spawn, silentLogger, { backOffMinMs: 3_600_000 })
  other.spawned[0]!.end()
  await new Promise(setImmediate)
  slow.stop()
  await slow.ended
})

// The addresses of the port for operators are any free ones: after a process had been started again, nothing told where it was.
test('a process that was started again is told with its new addresses', async () => {
  const { spawned, spawn } = fakeProcesses()
  const told: [number, number | undefined, boolean][] = []
  const onReady = ({ index, child, ready }: KeptProcess) => void told.push([index, child?.pid, ready !== null])
  const keeper = keepProcesses(slots, spawn, silentLogger, { backOffMinMs: 1, onReady })
  for (const { ready } of spawned) ready()
  assert.equal(await keeper.started, true)
  spawned[1]!.end()
  await eventually(() => spawned.length === 3)
  spawned[2]!.ready()
  await eventually(() => told.length === 3)
  assert.deepEqual(told, [
    [0, 1, true],
    [1, 2, true],
    [1, 3, true],
  ])
  keeper.stop()
  for (const { end } of spawned) end()
  await keeper.ended
})
