// An attempt that ended after ten seconds was taken for a connection that had held so long: of a gateway that takes sockets and says nothing,
// which is given up after ten seconds, clients came again at once, for ever. What counts is for how long a connection was logged in.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { backOffMs } from '../back-off.ts'
import { SkeinError } from '../skein-error.ts'
import type { Access } from './access.ts'
import type { Connection } from './connection.ts'
import type { ConnectionEnd } from './connection-end.ts'
import { Link } from './link.ts'

const backOff = { baseMs: 60_000, maxMs: 3_600_000 }
const stableMs = 10_000
const half = () => 0.5
const lost: ConnectionEnd = { code: 'CONNECTION_LOST', detail: '', next: 'backOff', retryAfterMs: 0 }

interface Attempt {
  /** Until it is logged in, or given up. */
  readonly tookMs: number
  /** Null: it is never logged in. */
  readonly heldMs: number | null
}

/** The waits between these attempts, in each of which clock and timers pass at once. */
async function waitsBetween(t: TestContext, attempts: readonly Attempt[]): Promise<number[]> {
  const waits: number[] = []
  let clockMs = 0
  t.mock.method(performance, 'now', () => clockMs)
  t.mock.method(globalThis, 'setTimeout', (passed: () => void, ms: number) => {
    waits.push(ms)
    clockMs += ms
    return setImmediate(passed)
  })
  const left = [...attempts]
  const done = Promise.withResolvers<void>()
  const access = { next: async () => ({ token: 'token', address: 'tcp:there' }), failed() {}, worked() {}, renewToken: () => false }
  const link = new Link({
    ...{ backOff, stableMs, random: half },
    access: access as unknown as Access,
    async open(_address, _token, onEnd) {
      const attempt = left.shift()
      if (attempt === undefined) {
        done.resolve()
        return new Promise<never>(() => {})
      }
      clockMs += attempt.tookMs
      const { heldMs } = attempt
      if (heldMs === null) throw new SkeinError('CONNECTION_LOST', '', { retriable: true })
      setImmediate(() => {
        clockMs += heldMs
        onEnd(lost)
      })
      return { open: true, close() {}, destroy() {} } as unknown as Connection
    },
    onUp: async () => {},
    onDown() {},
    onState() {},
  })
  link.start().catch(() => {})
  await done.promise
  link.close()
  return waits
}

const waitsOf = (...attempts: readonly number[]) => attempts.map((attempt) => backOffMs(backOff, attempt, half))

test('attempts that are given up after long are made ever later', async (t) => {
  const silent = { tookMs: 2 * stableMs, heldMs: null }
  assert.deepEqual(await waitsBetween(t, [silent, silent, silent, silent]), waitsOf(0, 1, 2, 3))
})

test('how long a login took is not for how long it held', async (t) => {
  const slow = { tookMs: 2 * stableMs, heldMs: stableMs / 2 }
  assert.deepEqual(await waitsBetween(t, [slow, slow, slow]), waitsOf(0, 1, 2))
})

test('after a connection attempts in vain before it count no longer', async (t) => {
  const refused = { tookMs: 1, heldMs: null }
  const briefly = { tookMs: 1, heldMs: stableMs / 2 }
  const steady = { tookMs: 1, heldMs: stableMs }
  const attempts = [steady, refused, refused, briefly, refused, briefly, refused, steady, refused]
  assert.deepEqual(await waitsBetween(t, attempts), waitsOf(0, 1, 2, 0, 1, 1, 2, 0, 1))
})
