// The comparison of views, checked on a whole installation: a row changed in PostgreSQL and a field changed in Redis must
// each be found, and make the tool exit 1; the same views untouched must not.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Rebuilt } from '@skein/server'
import { roleNames } from '@skein/server'
import { eventually } from '@skein/testing'
import { defaultSchema } from '@skein/view-store'
import { Redis } from 'ioredis'
import type { Cluster, RoleChild } from '../load/cluster.ts'
import { startCluster } from '../load/cluster.ts'
import { Audience } from './audience.ts'
import { createChance } from './chance.ts'
import { openClusterInstallation } from './cluster-installation.ts'
import { newJournal } from './journal.ts'
import { settleTown } from './town.ts'
import { queryViews, runOnViews, verifyViews } from './views-program.ts'

describe('what is planted in the views is found', () => {
  let cluster: Cluster

  before(async () => {
    const one = { gateway: 1, api: 1, processor: 1, projector: 1, delivery: 1 }
    cluster = await startCluster({ quickStart: true, processes: one, partitions: 4 })
    await fillViews(cluster)
    // Nothing may mend what is planted.
    await end(cluster.of('projector'))
  })
  after(() => cluster?.close())

  async function end(children: readonly RoleChild[]): Promise<void> {
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(children.map((child) => child.ended))
  }

  /** Refused, and nothing done. */
  async function assertRefusedFor(names: string): Promise<void> {
    const said = `these run on the views: ${names}; end all roles, then run this again and start them afterwards\n`
    assert.deepEqual(await runOnViews(cluster, 'rebuild-views'), { code: 2, output: '', said })
    assert.equal((await verifyViews(cluster)).code, 1)
  }

  test('nothing in untouched ones', async () => {
    assert.deepEqual(await verifyViews(cluster), { code: 0, found: [] })
  })

  test('a changed row in PostgreSQL', async () => {
    await queryViews(cluster, `UPDATE ${defaultSchema}.items SET item = 'changed' WHERE seq = 1 AND conversation_id LIKE 'd:%'`)
    const { code, found } = await verifyViews(cluster)
    assert.equal(code, 1)
    assert.ok(
      found.some((difference) => /^items changed item/.test(difference)),
      found.join('; '),
    )
  })

  test('a changed field in Redis', async () => {
    const redis = new Redis(cluster.servers.redisUrl)
    try {
      const [key] = await redis.keys('*:head:*')
      await redis.hset(key!, 'ordinal', 99)
    } finally {
      redis.disconnect()
    }
    const { code, found } = await verifyViews(cluster)
    assert.equal(code, 1)
    assert.ok(
      found.some((difference) => /ordinal/i.test(difference)),
      found.join('; '),
    )
  })

  test('a rebuild waits until no role runs, then takes the place of all that, and roles go on from it', async () => {
    assert.equal((await verifyViews(cluster)).code, 1)
    await assertRefusedFor('skein-api, skein-delivery, skein-gateway, skein-processor')
    await end([...cluster.children])
    // One that has asked nothing yet, or for half a minute, had no connection, and the rebuild went on under it.
    const quiet = await cluster.start('delivery')
    await assertRefusedFor('skein-delivery')
    await end([quiet])
    const { code, output, said } = await runOnViews(cluster, 'rebuild-views')
    assert.deepEqual({ code, said }, { code: 0, said: '' })
    assert.ok((JSON.parse(output) as Rebuilt).events > 0)
    assert.deepEqual(await verifyViews(cluster), { code: 0, found: [] })
    await Promise.all(roleNames.map((role) => cluster.start(role)))
    const installation = await openClusterInstallation(cluster, { appId: 'after', users: 6 })
    try {
      await eventually(() => installation.caughtUp(), { timeoutMs: 60_000, what: 'the views take in what comes after' })
    } finally {
      await installation.close()
    }
    assert.deepEqual(await verifyViews(cluster), { code: 0, found: [] })
  })
})

/** A little of everything that the views hold, and the views caught up with it. */
async function fillViews(cluster: Cluster): Promise<void> {
  const installation = await openClusterInstallation(cluster, { appId: 'planted', users: 6 })
  const journal = newJournal('planted', 1)
  const chance = createChance(1)
  const audience = await Audience.gather(installation, journal, () => performance.now())
  try {
    const places = await settleTown(audience, [], { pairs: 3, blocking: 0, groups: 2, changing: 0, large: 0, growing: 0 }, chance)
    for (const { steady, conversationId } of places) audience.send(audience.devicesOf(steady[0]!)[0]!, conversationId, chance.uuid(), 0)
    await eventually(() => audience.unacked === 0, { timeoutMs: 60_000, what: 'every send is acked' })
    await eventually(() => installation.caughtUp(), { timeoutMs: 60_000, what: 'the views have caught up' })
  } finally {
    await audience.close()
    await installation.close()
  }
}
