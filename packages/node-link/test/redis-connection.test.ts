// The connection to Redis against a real one: how commands leave, and what becomes of them when it breaks.
import assert from 'node:assert/strict'
import test from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { openRedis } from '../src/redis-connection.ts'
import { eventually, startTestRedis } from './eventually.ts'

test('commands of one turn leave in one write and are answered in order; those of a broken connection fail at once', async (t) => {
  const server = await startTestRedis()
  t.after(() => server.remove())
  const connection = openRedis({ url: server.url }, 'test', silentLogger)
  t.after(() => connection.close())
  const { redis } = connection
  await new Promise<void>((resolve) => connection.onReady(resolve))
  let writes = 0
  const socket = redis.stream as unknown as Record<'_write' | '_writev', (...args: unknown[]) => void>
  for (const name of ['_write', '_writev'] as const) {
    const write = socket[name].bind(socket)
    socket[name] = (...args) => {
      writes += 1
      write(...args)
    }
  }
  const append = (count: number) => Promise.all(Array.from({ length: count }, () => redis.rpush('list', 'x')))
  const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
  assert.deepEqual(await append(30), upTo(1, 30))
  assert.equal(writes, 1)
  // Each in a turn of its own, while the first ones may be under way.
  const later = []
  for (let turn = 0; turn < 3; turn++) {
    later.push(append(2))
    await new Promise(setImmediate)
  }
  assert.deepEqual((await Promise.all(later)).flat(), upTo(31, 36))
  assert.equal(writes, 4)
  await server.kill()
  const started = performance.now()
  await assert.rejects(append(3))
  assert.ok(performance.now() - started < 5_000)
})

// A half-open socket says nothing at all: so does a server that stands still.
test('one that does not answer is given up, what was asked on it fails, and it is connected anew', { timeout: 60_000 }, async (t) => {
  const server = await startTestRedis()
  t.after(() => server.remove())
  const connection = openRedis({ url: server.url }, 'test', silentLogger, { askAfterMs: 100, silenceMsMax: 300 })
  t.after(() => connection.close())
  let stood = 0
  connection.onReady(() => {
    stood += 1
  })
  await eventually('the connection', () => stood === 1)
  await server.pause()
  await assert.rejects(connection.redis.get('key'))
  await server.resume()
  await eventually('another connection', () => stood === 2)
  assert.equal(await connection.redis.get('key'), null)
})
