// A Redis of its own for the tests of hot views, started once per test file.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { type RedisHandle, startRedis } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import type { Redis } from 'ioredis'
import { createHotRedis } from '../src/index.ts'

export interface RedisUnderTest {
  server(): RedisHandle
  /** A connection that is ready; closed at the end. */
  connect(): Promise<Redis>
}

/** To be called at the top of a test file: starts and ends with it. */
export function redisUnderTest(): RedisUnderTest {
  let dir: string
  let server: RedisHandle
  const connections: Redis[] = []
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'skein-hot-'))
    server = await startRedis({ dir: join(dir, 'redis') })
  })
  after(async () => {
    for (const redis of connections) redis.disconnect()
    await server?.stop()
    await server?.remove()
    await rm(dir, { recursive: true, force: true })
  })
  return {
    server: () => server,
    async connect() {
      const redis = createHotRedis({ url: server.url, logger: silentLogger })
      connections.push(redis)
      if (redis.status !== 'ready') await new Promise((resolve) => redis.once('ready', resolve))
      return redis
    },
  }
}

/** Waits until a condition holds; fails after the deadline. */
export async function eventually(what: string, condition: () => Promise<boolean> | boolean, deadlineMs = 30_000): Promise<void> {
  const deadline = performance.now() + deadlineMs
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not in ${deadlineMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
