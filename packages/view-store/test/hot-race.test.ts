// Two heals of one partition at once, as the follower's and the watch's after an outage. Once, the first to switch removed
// what it took for leftovers after the second had switched to it, and an emptied partition called itself up to date.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startRedis } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import type { HotRow, HotSource } from '../src/index.ts'
import { createHotRedis, createRedisHotViews } from '../src/index.ts'

const rounds = 60
const heads = 1500

test('heals of one partition at the same time leave every row', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-hot-race-'))
  const server = await startRedis({ dir })
  const redis = createHotRedis({ url: server.url, logger: silentLogger })
  try {
    await new Promise<void>((resolve) => redis.once('ready', () => resolve()))
    const options = { partitionOf: () => 0, partitionCount: 1, logger: silentLogger, keyPrefix: randomUUID() }
    const source: HotSource = {
      async read(_partition, take) {
        const page = (from: number): HotRow[] =>
          Array.from({ length: 500 }, (_, i) => ({
            kind: 'head',
            appId: 'app',
            conversationId: `g:${from + i}`,
            head: { lastSeq: 1, lastOrdinal: 1, lastUncounted: 0 },
          }))
        for (let from = 0; from < heads; from += 500) await take(page(from))
        return { logEpoch: 'epoch', nextOffset: 10 }
      },
      kept: async () => [],
    }
    for (let round = 0; round < rounds; round++) {
      const views = [createRedisHotViews(redis, options), createRedisHotViews(redis, options)]
      const healed = await Promise.allSettled(views.map((hot) => hot.heal(0, source)))
      if (healed.every((h) => h.status === 'rejected')) continue
      let count = 0
      for await (const _entry of views[0]!.dump(0)) count++
      assert.equal(count, heads, `round ${round}: ${healed.map((h) => h.status).join(' and ')}`)
    }
  } finally {
    redis.disconnect()
    await server.remove()
    await rm(dir, { recursive: true, force: true })
  }
})
