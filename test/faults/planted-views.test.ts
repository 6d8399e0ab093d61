// The comparison of views, checked on a whole installation: a row changed in PostgreSQL and a field changed in Redis must
// each be found, and make the tool exit 1; the same views untouched must not.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Rebuilt, Verification } from '@skein/server'
import { openRealBackbone, roleNames } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import { defaultSchema } from '@skein/view-store'
import { Redis } from 'ioredis'
import type { Cluster, RoleChild } from '../load/cluster.ts'
import { startCluster } from '../load/cluster.ts'
import { gather } from './audience.ts'
import { createChance } from './chance.ts'
import { openClusterInstallation } from './cluster-installation.ts'
import { newJournal } from './journal.ts'
import { settleTown } from './town.ts'

const program = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))

interface Outcome {
  readonly code: number | null
  readonly output: string
  readonly said: string
}

/** Runs a command of the program on the cluster's servers. */
async function runTool(cluster: Cluster, command: string): Promise<Outcome> {
  const { servers, config } = cluster
  const child = spawn(process.execPath, [program, command, '--json'], {
    env: {
      PATH: '/usr/bin:/bin',
      SKEIN_TOKEN_SECRET: cluster.tokenSecret,
      SKEIN_DATA_DIR: config.dataDir,
      SKEIN_PARTITIONS: String(config.partitionCount),
      SKEIN_KAFKA_BROKERS: servers.brokers.join(','),
      SKEIN_REGISTRY_URL: servers.registryUrl,
      SKEIN_POSTGRES_URL: servers.postgresUrl,
      SKEIN_REDIS_URL: servers.redisUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output, said }
}

async function end(children: readonly RoleChild[]): Promise<void> {
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(children.map((child) => child.ended))
}

/** Something is said in every conversation of a small town, and is in the views. */
async function talk(cluster: Cluster): Promise<void> {
  const installation = await openClusterInstallation(cluster, { appId: 'planted', users: 6 })
  const chance = createChance(1)
  const audience = await gather(installation, newJournal('planted', 1), () => performance.now())
  try {
    const places = await settleTown(audience, { pairs: 3, groups: 2, changing: 0 }, chance)
    for (const { steady, conversationId } of places) audience.send(audience.devicesOf(steady[0]!)[0]!, conversationId, chance.uuid(), 0)
    await eventually(() => audience.unacked === 0, { timeoutMs: 20_000, what: 'every send is acked' })
    await eventually(() => installation.caughtUp(), { timeoutMs: 20_000, what: 'the views have caught up' })
  } finally {
    await audience.close()
    await installation.close()
  }
}

async function query({ config, servers }: Cluster, text: string): Promise<void> {
  const backbone = await openRealBackbone(config, servers, silentLogger)
  try {
    await backbone.database.query(text, [])
  } finally {
    await backbone.close()
  }
}

describe('what is planted in the views is found', () => {
  let cluster: Cluster
  const run = (command: string) => runTool(cluster, command)

  before(async () => {
    const one = { gateway: 1, api: 1, processor: 1, projector: 1, delivery: 1 }
    cluster = await startCluster({ quickStart: true, processes: one, partitions: 4 })
    await talk(cluster)
    // Nothing may mend what is planted.
    await end(cluster.of('projector'))
  })
  after(() => cluster?.close())

  /** Refused, and nothing done. */
  async function assertRefusedFor(names: string): Promise<void> {
    const said = `these run on the views: ${names}; end all roles, then run this again and start them afterwards\n`
    assert.deepEqual(await run('rebuild-views'), { code: 2, output: '', said })
    assert.equal((await verifyViews()).code, 1)
  }

  async function verifyViews(): Promise<{ code: number | null; found: string[] }> {
    const { code, output } = await run('verify-views')
    return { code, found: (JSON.parse(output) as Verification).differences.map((d) => `${d.table} ${d.kind} ${d.columns}`) }
  }

  test('nothing in untouched ones', async () => {
    assert.deepEqual(await verifyViews(), { code: 0, found: [] })
  })

  test('a changed row in PostgreSQL', async () => {
    await query(cluster, `UPDATE ${defaultSchema}.messages SET body_bytes = 'changed' WHERE seq = 1 AND conversation_id LIKE 'd:%'`)
    const { code, found } = await verifyViews()
    assert.equal(code, 1)
    assert.ok(
      found.some((difference) => /^messages changed body_bytes/.test(difference)),
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
    const { code, found } = await verifyViews()
    assert.equal(code, 1)
    assert.ok(
      found.some((difference) => /ordinal/i.test(difference)),
      found.join('; '),
    )
  })

  test('a rebuild waits until no role runs, then takes the place of all that, and roles go on from it', async () => {
    assert.equal((await verifyViews()).code, 1)
    await assertRefusedFor('skein-api, skein-delivery, skein-gateway, skein-processor')
    await end([...cluster.children])
    // One that has asked nothing yet, or for half a minute, had no connection, and the rebuild went on under it.
    const quiet = await cluster.start('delivery')
    await assertRefusedFor('skein-delivery')
    await end([quiet])
    const { code, output, said } = await run('rebuild-views')
    assert.deepEqual({ code, said }, { code: 0, said: '' })
    assert.ok((JSON.parse(output) as Rebuilt).events > 0)
    assert.deepEqual(await verifyViews(), { code: 0, found: [] })
    await Promise.all(roleNames.map((role) => cluster.start(role)))
    const installation = await openClusterInstallation(cluster, { appId: 'after', users: 6 })
    try {
      await eventually(() => installation.caughtUp(), { timeoutMs: 20_000, what: 'the views take in what comes after' })
    } finally {
      await installation.close()
    }
    assert.deepEqual(await verifyViews(), { code: 0, found: [] })
  })
})
