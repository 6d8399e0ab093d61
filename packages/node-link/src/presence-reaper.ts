// Removes what dead nodes left in Redis, so that it does not grow with every crash. Every living node does a pass now and
// then; passes of several nodes do no harm to each other. An entry goes only while its node has no lease, checked in the script.
import type { Redis } from 'ioredis'
import { type PresenceKeys, parseMember } from './presence-keys.ts'
import type { PresenceLimits } from './presence-limits.ts'
import { answersOf, type PresenceScripts, scriptPipeline } from './presence-scripts.ts'
import type { PresenceReader } from './redis-presence-reader.ts'

export interface PresenceReaper {
  /** Does nothing when the previous pass was a short while ago or still runs. */
  pass(): Promise<void>
}

export function createPresenceReaper(
  redis: Redis,
  scripts: PresenceScripts,
  reader: PresenceReader,
  keys: PresenceKeys,
  limits: PresenceLimits,
): PresenceReaper {
  let newest = performance.now()
  let running = false

  async function reap(incarnation: string): Promise<void> {
    const ofNode = keys.ofNode(incarnation)
    for (;;) {
      const members = await redis.zrange(ofNode, '0', String(limits.batchMax - 1))
      if (members.length === 0) break
      const pipeline = scriptPipeline(redis)
      for (const member of members) {
        const { appId, userId, connectionId } = parseMember(member)
        pipeline.presenceBury(keys.lease(incarnation), keys.user(appId, userId), ofNode, connectionId, member)
      }
      if ((await answersOf(pipeline)).includes(1)) return
    }
    await scripts.presenceForgetNode(keys.lease(incarnation), keys.nodes, ofNode, incarnation)
  }

  return {
    async pass() {
      const now = performance.now()
      if (running || now - newest < limits.reapIntervalMs) return
      running = true
      newest = now
      try {
        const longDead = new Set(await redis.zrangebyscore(keys.nodes, '-inf', Date.now() - limits.reapAfterMs))
        if (longDead.size === 0) return
        for (const { incarnation, info } of await reader.nodeStates()) if (!info && longDead.has(incarnation)) await reap(incarnation)
      } finally {
        running = false
      }
    },
  }
}
