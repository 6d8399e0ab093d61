// Removes what dead nodes left in Redis, so that it does not grow with every crash. Every living node does a pass now and
// then; passes of several nodes do no harm to each other. An entry goes only while its node has no lease, checked in the script.
import { removalOf } from './presence-keys.ts'
import type { PresenceRedis } from './presence-redis.ts'
import { answersOf, scriptPipeline } from './presence-scripts.ts'
import type { PresenceReader } from './redis-presence-reader.ts'

export class PresenceReaper {
  readonly #parts: PresenceRedis
  readonly #reader: PresenceReader
  #newest = performance.now()
  #running = false

  constructor(parts: PresenceRedis, reader: PresenceReader) {
    this.#parts = parts
    this.#reader = reader
  }

  /** Does nothing when the previous pass was a short while ago or still runs. */
  async pass(): Promise<void> {
    const { redis, keys, limits } = this.#parts
    const now = performance.now()
    if (this.#running || now - this.#newest < limits.reapIntervalMs) return
    this.#running = true
    this.#newest = now
    try {
      const seconds = Number((await redis.time())[0])
      const longDead = new Set(await redis.zrangebyscore(keys.nodes, '-inf', seconds - limits.reapAfterMs / 1000))
      if (longDead.size === 0) return
      for (const { incarnation, info } of await this.#reader.nodeStates()) {
        if (!info && longDead.has(incarnation)) await this.#reap(incarnation)
      }
    } finally {
      this.#running = false
    }
  }

  async #reap(incarnation: string): Promise<void> {
    const { redis, scripts, keys, limits } = this.#parts
    const ofNode = keys.ofNode(incarnation)
    for (;;) {
      const members = await redis.zrange(ofNode, '0', String(limits.batchMax - 1))
      if (members.length === 0) break
      const pipeline = scriptPipeline(redis)
      for (const member of members) pipeline.presenceBury(keys.lease(incarnation), ...removalOf(keys, incarnation, member))
      if ((await answersOf(pipeline)).includes(1)) return
    }
    await scripts.presenceForgetNode(keys.lease(incarnation), keys.nodes, ofNode, keys.digest(incarnation), incarnation)
  }
}
