// A question that took longer than a statement may was asked again twice a second, for as long as the process ran.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@skein/telemetry'
import { checkCredentials } from './credential-check.ts'

test('what cannot be asked is asked ever less often', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let asked = 0
  const check = checkCredentials({
    log: { partitionCount: 1, bounds: async () => new Map([[0, { start: 0, end: 3 }]]) },
    views: {
      checkpoints: async () => new Map([[0, { nextOffset: 3 }]]) as never,
      newestUsers: async () => {
        asked += 1
        throw new Error('it took too long')
      },
    },
    credentials: { password: async () => null },
    logger: silentLogger,
  })
  for (let ms = 0; ms < 60_000; ms += 100) {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    t.mock.timers.tick(100)
  }
  await check.stop()
  assert.ok(asked > 3 && asked < 15, `${asked} times in a minute`)
})
