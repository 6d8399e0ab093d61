// Where a process decides and delivers, both serve the partitions of one membership, and positions of delivery are found whichever group
// they are in. On a log in memory, with nobody online.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createInProcessNodeLinkHub, createInProcessPresence } from '@skein/node-link'
import { createMetrics, silentLogger } from '@skein/telemetry'
import { createMemoryBroker, eventually } from '@skein/testing'
import { type Backbone, ownersOf } from './backbone.ts'
import { readConfig } from './config.ts'
import { startDeliveryRole } from './delivery-role.ts'
import { viewPortsOf } from './view-ports.ts'

/** A log, and who has joined which group. */
async function startLog() {
  const broker = await createMemoryBroker({ partitionCount: 1 })
  const log = broker.open()
  const joined: string[] = []
  const { join } = log
  log.join = (group, topic, listener) => {
    joined.push(`${group} by ${topic}`)
    return join.call(log, group, topic, listener)
  }
  return { log: log as unknown as Backbone['log'], joined }
}

/** What a process of these roles is made of, as far as delivery needs it. */
function backboneOf(roles: string, log: Backbone['log']): Backbone {
  const config = readConfig({ SKEIN_ROLES: roles, SKEIN_TOKEN_SECRET: 'x'.repeat(32), SKEIN_PARTITIONS: '1' })
  const database = { query: async () => ({ rows: [], count: 0 }) }
  return {
    ...{ config, log, views: viewPortsOf({ database } as never) },
    logger: silentLogger,
    owners: ownersOf(config, log),
    link: () => createInProcessNodeLinkHub().link('node'),
    presence: () => createInProcessPresence(),
  } as unknown as Backbone
}

test('a process that decides too delivers by the membership of its processor, any other by one of its own', async (t) => {
  const { log, joined } = await startLog()
  const both = backboneOf('processor,delivery', log)
  const processor = await both.owners.join({ assigned: () => {}, revoked: async () => {}, lost: () => {} })
  const delivery = await startDeliveryRole(both, createMetrics({}))
  t.after(() => delivery.stop())
  assert.deepEqual(joined, ['skein.processor by commands'])
  await delivery.stop()
  await processor.leave()
  const alone = await startDeliveryRole(backboneOf('delivery', log), createMetrics({}))
  assert.deepEqual(joined.slice(1), ['skein.delivery by events'])
  await alone.stop()
  await log.close()
})

// The group that nobody had joined before was empty: delivery began with the end of the log, and what had been written meanwhile was pushed
// to nobody; and back again, at where the other had stood long ago.
test('whichever way an installation goes over, delivery goes on where it stood', async () => {
  const { log } = await startLog()
  /** What a process of these roles delivers of what stands in the log when it begins. */
  const delivered = async (roles: string, group: string) => {
    const { nextOffset } = await log.claim(0)
    const metrics = createMetrics({ roles })
    const role = await startDeliveryRole(backboneOf(roles, log), metrics)
    const stands = async () => (await log.committed(group, 'events', [0])).get(0)?.nextOffset === nextOffset
    try {
      await eventually(stands, { what: `delivery by ${roles} at ${nextOffset}` })
    } finally {
      await role.stop()
    }
    return Number(/^skein_delivery_events\{.*\} (\d+)$/m.exec(await metrics.text())?.[1])
  }
  assert.equal(await delivered('delivery', 'skein.delivery'), 0, 'a partition that was never read begins with its end')
  assert.equal(await delivered('processor,delivery', 'skein.processor'), 1)
  assert.equal(await delivered('processor,delivery', 'skein.processor'), 1)
  assert.equal(await delivered('delivery', 'skein.delivery'), 1)
  await log.close()
})
