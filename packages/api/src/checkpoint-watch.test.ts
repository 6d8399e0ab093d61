// Waiting for the views: past the event, together, not for ever.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Checkpoint } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { createCheckpointWatch } from './checkpoint-watch.ts'

function watching(options: { waitsMax?: number } = {}) {
  const state = { nextOffset: 0, reads: 0, failures: 0 }
  const watch = createCheckpointWatch({
    async checkpoints() {
      state.reads += 1
      if (state.failures-- > 0) throw new Error('away')
      return new Map<number, Checkpoint>([
        [3, { partition: 3, nextOffset: state.nextOffset, logEpoch: 'e', claim: 0, claimId: 'claim', commandOffset: 0, commandId: '' }],
      ])
    },
    pollMs: 1,
    waitsMax: options.waitsMax ?? 100,
    logger: silentLogger,
  })
  return { state, watch }
}

test('an event is in the views once the checkpoint is past it, not at it', async () => {
  const { state, watch } = watching()
  state.nextOffset = 7
  assert.equal(await watch.passed({ partition: 3, offset: 6 }, 1_000), true)
  assert.equal(await watch.passed({ partition: 3, offset: 7 }, 20), false)
  const later = watch.passed({ partition: 3, offset: 7 }, 5_000)
  state.nextOffset = 8
  assert.equal(await later, true)
  assert.equal(await watch.passed({ partition: 4, offset: 0 }, 20), false)
})

test('one read answers all who wait, and none is made when nobody does', async () => {
  const { state, watch } = watching()
  state.nextOffset = 100
  await Promise.all(Array.from({ length: 50 }, (_, offset) => watch.passed({ partition: 3, offset }, 1_000)))
  assert.ok(state.reads <= 2, `${state.reads} reads`)
})

test('reads that fail are tried again', async () => {
  const { state, watch } = watching()
  state.nextOffset = 1
  state.failures = 3
  assert.equal(await watch.passed({ partition: 3, offset: 0 }, 5_000), true)
})

test('too many waits are not waited for, and closing ends them', async () => {
  const { watch } = watching({ waitsMax: 1 })
  const first = watch.passed({ partition: 3, offset: 5 }, 60_000)
  assert.equal(await watch.passed({ partition: 3, offset: 5 }, 60_000), false)
  watch.close()
  assert.equal(await first, false)
})
