// A full Redis that evicts nothing answers a ping: /readyz said ok of gateways that nothing was delivered to any more.
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { startRedis } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import { createHotRedis } from '@skein/view-store'
import { readConfig } from '../src/config.ts'
import { askRedis } from '../src/real-backbone.ts'

test('readiness of the roles that write to Redis fails while it refuses writes', async (t) => {
  const server = await startRedis({ dir: mkdtempSync(join(tmpdir(), 'skein-redis-')) })
  t.after(() => server.remove())
  const redis = createHotRedis({ url: server.url, logger: silentLogger })
  t.after(() => redis.disconnect())
  await new Promise((resolve) => redis.once('ready', resolve))
  const config = readConfig({ SKEIN_TOKEN_SECRET: 'x'.repeat(32) })
  const roles = ['gateway', 'delivery', 'projector'] as const
  for (const role of roles) await askRedis(redis, { ...config, roles: [role] })
  await redis.config('SET', 'maxmemory', '1')
  for (const role of roles) await assert.rejects(askRedis(redis, { ...config, roles: [role] }), /OOM/, role)
  // Replies are published, which needs no room.
  await askRedis(redis, { ...config, roles: ['processor'] })
})
