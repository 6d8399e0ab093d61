// Processes that decide and deliver, on a real broker: each partition is decided and delivered by the same one, and goes on at another
// where it stood when both have ended. By two memberships it was decided here and delivered there.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Membership, MembershipListener } from '@skein/event-sourcing'
import { applyTopics, registerSchemas } from '@skein/kafka-log'
import { startStack } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import { type Backbone, ownersOf } from '../src/backbone.ts'
import { readConfig } from '../src/config.ts'
import { openLog } from '../src/real-backbone.ts'
import { topicSpecs } from '../src/topics.ts'

const partitionCount = 4
const rebalancedMs = 60_000

class Serving implements MembershipListener {
  readonly partitions = new Set<number>()
  gate: Promise<void> | undefined
  membership: Membership | undefined

  assigned(partition: number): void {
    this.partitions.add(partition)
  }

  async revoked(partition: number): Promise<void> {
    await this.gate
    this.partitions.delete(partition)
  }

  lost(partitions: readonly number[]): void {
    for (const partition of partitions) this.partitions.delete(partition)
  }
}

async function startServers(t: { after(end: () => Promise<void>): void }) {
  const dir = mkdtempSync(join(tmpdir(), 'skein-shared-membership-'))
  const stack = await startStack({ dir, only: ['kafka', 'registry'], quickStart: true })
  const open: Backbone['log'][] = []
  t.after(async () => {
    await Promise.all(open.map((log) => log.close()))
    await stack.remove()
    rmSync(dir, { recursive: true, force: true })
  })
  const config = readConfig({
    SKEIN_ROLES: 'processor,delivery',
    SKEIN_PARTITIONS: String(partitionCount),
    SKEIN_TOKEN_SECRET: 's'.repeat(32),
    SKEIN_KAFKA_BROKERS: stack.kafka.brokers.join(),
    SKEIN_REGISTRY_URL: stack.registry.url,
    SKEIN_POSTGRES_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    SKEIN_REDIS_URL: 'redis://127.0.0.1:1',
  })
  await applyTopics({ brokers: stack.kafka.brokers, clientId: 'test' }, topicSpecs(config))
  await registerSchemas({ url: stack.registry.url })
  /** As a process of its own would have it. */
  return async () => {
    const log = await openLog(config, config.servers!, 'test', silentLogger)
    open.push(log)
    return { log, owners: ownersOf(config, log) }
  }
}

test('each partition is decided and delivered by the same process, and handed over when both have ended', async (t) => {
  const connect = await startServers(t)
  const startProcess = async () => {
    const { log, owners } = await connect()
    const [deciding, delivering] = [new Serving(), new Serving()]
    for (const part of [deciding, delivering]) part.membership = await owners.join(part)
    return { log, deciding, delivering }
  }
  const first = await startProcess()
  const allAt = ({ deciding, delivering }: typeof first) =>
    [deciding, delivering].every(({ partitions }) => partitions.size === partitionCount)
  await eventually(() => allAt(first), { timeoutMs: rebalancedMs })
  assert.deepEqual(first.delivering.partitions, first.deciding.partitions)

  const { promise: gate, resolve: ended } = Promise.withResolvers<void>()
  first.delivering.gate = gate
  const second = await startProcess()
  await eventually(() => first.deciding.partitions.size === 2, { timeoutMs: rebalancedMs, what: 'half of what is decided ended' })
  await first.delivering.membership!.nextHeartbeat()
  assert.deepEqual([first.delivering.partitions.size, second.deciding.partitions.size], [partitionCount, 0], 'still delivered by the first')
  for (const partition of [0, 1, 2, 3]) first.delivering.membership!.commit('events', partition, { nextOffset: 7, record: 'c' })
  ended()
  const shared = () =>
    [first.deciding, first.delivering, second.deciding, second.delivering].every(({ partitions }) => partitions.size === 2)
  await eventually(shared, { timeoutMs: rebalancedMs, what: 'two partitions each' })
  assert.deepEqual(first.delivering.partitions, first.deciding.partitions)
  assert.deepEqual(second.delivering.partitions, second.deciding.partitions)

  await first.delivering.membership!.leave()
  assert.deepEqual([first.delivering.partitions.size, first.deciding.partitions.size], [0, 2], 'it goes on deciding')
  await first.deciding.membership!.leave()
  await eventually(() => allAt(second), { timeoutMs: rebalancedMs, what: 'all at the second' })
  assert.deepEqual(second.delivering.partitions, second.deciding.partitions)
  const positions = await second.log.committed('skein.processor', 'events', [0, 1, 2, 3])
  assert.deepEqual(
    [...positions.values()],
    [0, 1, 2, 3].map(() => ({ nextOffset: 7, record: 'c' })),
  )
  await second.delivering.membership!.leave()
  await second.deciding.membership!.leave()
})
