// Groups of any size over the node link of Redis: the schedules of large-groups.test.ts, where frames are lost because subscriptions break.
import { mkdtemp } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { startRedis } from '@skein/local-stack'
import { createRedisNodeLink } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { assertUntilMet, tooFew } from '@skein/testing'
import { pause } from '@skein/timing'
import fc from 'fast-check'
import { founded, gatewayLimits, perform, schedule } from './group-schedules.ts'

/** Ends the subscriptions of all nodes: what is on its way to them meanwhile is lost. */
function breakSubscriptions(url: string): void {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  socket.end('CLIENT KILL TYPE pubsub\r\n')
  socket.resume()
}

test('over the node link of Redis all are told what they may see and nobody else, whatever fails', async (t) => {
  const redis = await startRedis({ dir: await mkdtemp(join(tmpdir(), 'skein-redis-')) })
  const { url } = redis
  t.after(() => redis.remove())
  const limits = { beaconIntervalMs: 5, beaconForMs: 60_000 }
  let runs = 0
  let announced = 0
  await assertUntilMet(
    fc.asyncProperty(schedule, gatewayLimits, fc.boolean(), fc.boolean(), async (steps, gatewayLimits, hot, twoReleases) => {
      runs += 1
      const prefix = `run${runs}`
      const linkOf = (incarnation: string) => createRedisNodeLink({ redis: { url }, incarnation, prefix, logger: silentLogger, limits })
      const town = await founded({ hot, linkOf, limits: gatewayLimits, unknowing: twoReleases ? [1] : [] })
      try {
        for (const one of steps) {
          // Its gateway is in the process of delivery.
          if (!hot || one.do !== 'restart gateway' || one.at !== 0) await perform(town, one, () => breakSubscriptions(url))
        }
        await town.well()
        await holds(() => town.check())
        announced += town.announced
      } finally {
        await town.close()
      }
    }),
    { seed: Date.now() % 2 ** 31, numRuns: 40, endOnFailure: true, missing: () => tooFew({ announcements: [announced, 100] }) },
  )
})

/** Before long: frames travel, and a subscription that broke is reported when it stands again. */
async function holds(check: () => void): Promise<void> {
  for (const until = performance.now() + 20_000; ; await pause(10)) {
    try {
      check()
      return
    } catch (error) {
      if (performance.now() > until) throw error
    }
  }
}
