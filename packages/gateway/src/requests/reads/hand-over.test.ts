// What the views lack of the log, partition by partition, and which of that is worth waiting for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { pause } from '@skein/timing'
import { defaultLimits } from '../../limits.ts'
import { createHandOver } from './hand-over.ts'

const limits = { ...defaultLimits, syncWaitMs: 300, viewsStandMs: 1_000, checkpointPollMs: 5 }

function openHandOver(ends: readonly number[], reached: number[], read: () => void = () => {}) {
  const handOver = createHandOver(
    async () => new Map(ends.entries()),
    {
      async checkpoints() {
        read()
        return new Map(reached.map((nextOffset, partition) => [partition, { ...emptyCheckpoint(partition), nextOffset }]))
      },
    },
    limits,
  )
  return async () => {
    const startedAt = performance.now()
    const { all, standing } = await handOver.behind()
    return { all: [...all], standing: [...standing], waited: performance.now() - startedAt >= limits.syncWaitMs - 20 }
  }
}

test('views that have everything are behind nowhere, and an empty partition is none that they lack', async () => {
  assert.deepEqual(await openHandOver([7, 0, 3], [7, 0, 9])(), { all: [], standing: [], waited: false })
})

test('what nobody knows the end of is not waited for', async () => {
  assert.deepEqual(await openHandOver([7, Number.POSITIVE_INFINITY], [7, 4])(), { all: [1], standing: [1], waited: false })
})

test('views that are behind are waited for until they have been seen to stand still', async () => {
  const reached = [7, 4]
  const ask = openHandOver([7, 9], reached)
  assert.deepEqual(await ask(), { all: [1], standing: [], waited: true })
  await pause(limits.viewsStandMs)
  assert.deepEqual(await ask(), { all: [1], standing: [1], waited: false })
  // They go on.
  reached[1] = 5
  assert.deepEqual(await ask(), { all: [1], standing: [], waited: true })
  reached[1] = 9
  assert.deepEqual(await ask(), { all: [], standing: [], waited: false })
})

test('one that stands still takes nothing from the wait for another', async () => {
  const reached = [6, 4]
  let reads = 0
  const ask = openHandOver([7, Number.POSITIVE_INFINITY], reached, () => {
    reads += 1
    if (reads === 3) reached[0] = 7
  })
  assert.deepEqual(await ask(), { all: [1], standing: [1], waited: false })
  assert.equal(reads, 3)
})
