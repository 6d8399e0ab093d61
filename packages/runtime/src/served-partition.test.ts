// The loop around whatever serves a partition: where it begins, what it does after a failure, and what it leaves behind when it stops.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Membership } from '@skein/event-sourcing'
import { ClaimWentBack } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import { ServedPartition, serveUntilStopped } from './served-partition.ts'

const limits = { retryMinMs: 1, retryMaxMs: 1, commitMs: 3_600_000 }
const log = { bounds: async () => new Map([[3, { start: 0, end: 40 }]]) }

/** A reader of partition 3 that reads and fails as the test says, and the membership it is read under. */
function reading(committed: number | null) {
  const begun: number[] = []
  const commits: number[] = []
  let position: number | undefined
  let fail: (error: Error) => void = () => {}
  const membership = {
    committed: async () => new Map(committed === null ? [] : [[3, committed]]),
    commit: (_partition: number, nextOffset: number) => void commits.push(nextOffset),
  } as unknown as Membership
  const reader = {
    position: () => position,
    serve: (_partition: number, from: number, signal: AbortSignal): Promise<void> => {
      begun.push(from)
      return new Promise((resolve, reject) => {
        fail = reject
        signal.addEventListener('abort', () => resolve())
      })
    },
  }
  const served = new ServedPartition(3, membership, { log, topic: 'events', reader, logger: silentLogger, limits })
  return {
    begun,
    commits,
    served,
    readTo(next: number) {
      position = next
    },
    fail: (error: Error) => fail(error),
  }
}

test('a partition is read from where the reader before stopped, or from its end', async () => {
  for (const [committed, from] of [[7, 7] as const, [null, 40] as const]) {
    const { begun, served, commits } = reading(committed)
    await eventually(() => begun.length === 1)
    assert.deepEqual(begun, [from])
    await served.stop()
    assert.deepEqual(commits, [], 'nothing was read')
  }
})

test('after a failure it begins again where it stood, and says at its end how far it came', async () => {
  const { begun, served, commits, readTo, fail } = reading(7)
  await eventually(() => begun.length === 1)
  fail(new Error('before anything was read'))
  await eventually(() => begun.length === 2)
  readTo(9)
  fail(new Error('at 9'))
  await eventually(() => begun.length === 3)
  assert.deepEqual(begun, [7, 7, 9])
  await served.stop()
  assert.deepEqual(commits, [9])
})

test('a claim that went back ends it for good', async () => {
  const { begun, served, fail } = reading(7)
  await eventually(() => begun.length === 1)
  fail(new ClaimWentBack(3, 8, 1, 5))
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(begun.length, 1)
  await served.stop()
})

test('what comes between a failure and the next beginning is waited for, and a stop ends the pause', async () => {
  const stop = new AbortController()
  const steps: string[] = []
  await serveUntilStopped({
    signal: stop.signal,
    backOff: { minMs: 1, maxMs: 1 },
    serve: async () => {
      steps.push('serve')
      throw new Error('at once')
    },
    failed: () => steps.push('failed') > 0,
    mayBegin: async () => {
      steps.push('may begin')
      if (steps.length >= 6) stop.abort()
    },
  })
  assert.deepEqual(steps, ['serve', 'failed', 'may begin', 'serve', 'failed', 'may begin'])

  const slow = new AbortController()
  const paused = serveUntilStopped({
    signal: slow.signal,
    backOff: { minMs: 3_600_000, maxMs: 3_600_000 },
    serve: () => Promise.reject(new Error('at once')),
    failed: () => true,
  })
  await new Promise(setImmediate)
  slow.abort()
  await paused
})
