// Waiting for a condition with a deadline, and a Redis of our own for a test file.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type RedisHandle, startRedis } from '@skein/local-stack'

const pollMs = 10

/** Resolves with the first truthy answer; fails after the deadline with what was waited for. */
export async function eventually<T>(what: string, probe: () => T | Promise<T>, timeoutMs = 20_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const answer = await probe()
    if (answer) return answer
    if (performance.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`)
    await delay(pollMs)
  }
}

export const startTestRedis = async (): Promise<RedisHandle> => startRedis({ dir: await mkdtemp(join(tmpdir(), 'skein-redis-')) })
