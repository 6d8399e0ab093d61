// A process that is gateway, API, processor and delivery, on real servers: what these roles tell each other stays in it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { startCluster } from '../load/cluster.ts'
import { addressesOf } from './installation.ts'
import { assertDense, between, openWorld, sees } from './people.ts'

// Replies and pushes went over Redis, which was asked who is online as well: while it was away nobody was answered, nor shown anything.
test('while Redis is away, people of one process talk on, and are shown all of it live', async (t) => {
  const processes = { gateway: 0, api: 0, processor: 0, delivery: 0, projector: 1 }
  const cluster = await startCluster({ quickStart: true, processes })
  t.after(() => cluster.close())
  const hot = await cluster.start('gateway', { SKEIN_ROLES: 'gateway,api,processor,delivery' })
  const world = openWorld(t, {
    apis: [hot.ready.api!],
    gateways: () => [addressesOf(hot.ready.gateway)],
    tokenSecret: cluster.tokenSecret,
    operatorKey: '',
    written: async () => new Map(),
    close: () => cluster.close(),
  })
  const [ann, ben] = [await world.register('ann'), await world.register('ben')]
  const [speaker, listener] = [await world.device(ann, { node: 0 }), await world.device(ben, { node: 0 })]
  const watched = await world.connection(await world.login(ben, 'watch'))
  const direct = between(ann, ben)
  await speaker.client.send(direct, 'before')
  await listener.hears('before')
  await sees('the bare connection is pushed to', () => watched.pushes.length > 0)
  const before = watched.pushes.length

  const redis = cluster.server('redis')
  await redis.kill()
  const said = Array.from({ length: 20 }, (_v, i) => `meanwhile ${i}`)
  for (const text of said) {
    await speaker.client.send(direct, text)
    await listener.hears(text)
  }
  await sees('all was pushed', () => watched.pushes.length === before + said.length)
  await redis.start()

  await speaker.client.send(direct, 'after')
  await listener.hears('after')
  assert.deepEqual(listener.texts(direct), ['before', ...said, 'after'])
  assertDense(listener, direct)
})
