// The presence contract on both adapters, and what only a real Redis and real processes can show: nodes that die or freeze,
// a Redis that is flushed, killed or frozen.
import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createRedisPresence, InProcessPresenceHub, type Presence, type PresenceLimits } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { memberOf, presenceKeys, removalOf } from '../src/presence-keys.ts'
import { definePresenceScripts } from '../src/presence-scripts.ts'
import { eventually } from './eventually.ts'
import { connectionOf, enterAs, presenceContract } from './presence-contract.ts'
import { sharedRedis } from './shared-redis.ts'

const hub = new InProcessPresenceHub()
presenceContract('in process', () => ({
  presence: () => hub.presence(),
  async forget() {
    hub.forget()
    // Nodes are told in a later turn, which tests in one process may not come to by themselves before the next begins.
    await new Promise(setImmediate)
  },
}))

const shared = sharedRedis()

const redisPresence = (limits?: Partial<PresenceLimits>): Presence =>
  createRedisPresence({ redis: { url: shared.server.url }, logger: silentLogger, limits })

presenceContract('redis', () => ({
  presence: () => redisPresence(),
  async forget() {
    await shared.control.flushall()
  },
}))

describe('presence in redis, when things die', () => {
  const open: Presence[] = []
  const children: ChildProcess[] = []
  const opened = (limits?: Partial<PresenceLimits>): Presence => {
    const presence = redisPresence(limits)
    open.push(presence)
    return presence
  }
  async function childNode(userId: string, aheadMs = 0): Promise<{ child: ChildProcess; incarnation: string; lost: string[] }> {
    const incarnation = randomUUID()
    const child = fork(fileURLToPath(new URL('./presence-node.ts', import.meta.url)), [
      shared.server.url,
      incarnation,
      userId,
      String(aheadMs),
    ])
    children.push(child)
    const lost: string[] = []
    let registered = false
    child.on('message', (message: { registered?: boolean; lost?: string }) => {
      if (message.registered) registered = true
      if (message.lost) lost.push(message.lost)
    })
    await eventually('the registration of the child', () => registered, 10_000)
    return { child, incarnation, lost }
  }
  const online = async (presence: Presence, userId: string): Promise<boolean> => (await presence.connectionsOf('app', [userId])).has(userId)

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await Promise.all(open.splice(0).map((p) => p.close()))
  })

  test('the connections of a killed node are gone within 10 s, its user logs in elsewhere at once, and its entries are removed', async () => {
    const userId = randomUUID()
    const { child, incarnation } = await childNode(userId)
    const here = opened({ reapAfterMs: 0, reapIntervalMs: 100 })
    const own = randomUUID()
    await enterAs(here, own)
    assert.equal(await online(here, userId), true)
    child.kill('SIGKILL')
    const killedAt = performance.now()
    await here.add(connectionOf(own, userId, { deviceId: 'laptop' }))
    assert.ok(performance.now() - killedAt < 3_000)
    await eventually(
      'the end of the dead connection',
      async () => (await here.connectionsOf('app', [userId])).get(userId)?.every((c) => c.node !== incarnation),
      10_000,
    )
    assert.ok(performance.now() - killedAt < 10_000)
    await eventually('the removal of what it left', async () => {
      const left = await shared.control.keys(`*${incarnation}*`)
      const known = await shared.control.zscore('skein:{presence}:nodes', incarnation)
      return left.length === 0 && known === null
    })
  })

  // When a node was heard last was told by its own clock, and judged by that of another: what a node left whose clock was ahead stayed for as
  // long as it had been ahead, and whoever's clock was ahead buried a node that had only been frozen.
  test('what a dead node left is removed when it is time, however wrong its clock was, and that of whoever removes it', async (t) => {
    const hourMs = 3_600_000
    const { child, incarnation } = await childNode(randomUUID(), hourMs)
    const timeOfDay = Date.now
    t.mock.method(Date, 'now', () => timeOfDay() + 2 * hourMs)
    const left = () => shared.control.keys(`*${incarnation}*`)
    const [patient, busy] = [opened({ reapAfterMs: hourMs, reapIntervalMs: 100 }), opened({ reapAfterMs: 0, reapIntervalMs: 100 })]
    await enterAs(patient, randomUUID())
    child.kill('SIGKILL')
    await eventually('the end of its lease', async () => !(await left()).some((key) => key.includes('lease')), 10_000)
    // As often as it refreshes its lease it looks for the dead.
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    assert.ok((await left()).length > 0, 'an hour is not over')
    await enterAs(busy, randomUUID())
    await eventually('the removal of what it left', async () => (await left()).length === 0, 10_000)
  })

  test('a node frozen for 3 s stays, one frozen past its lease comes back and is told', async () => {
    const userId = randomUUID()
    const { child, lost } = await childNode(userId)
    const here = opened()
    child.kill('SIGSTOP')
    const stoppedAt = performance.now()
    while (performance.now() - stoppedAt < 3_000) {
      assert.equal(await online(here, userId), true)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    child.kill('SIGCONT')
    await eventually('the next refresh', async () => (await shared.control.pttl((await shared.control.keys('*lease*'))[0]!)) > 3_600)
    assert.deepEqual(lost, [])
    child.kill('SIGSTOP')
    await eventually('its end', async () => !(await online(here, userId)), 10_000)
    child.kill('SIGCONT')
    await eventually('its return', () => lost.length === 1)
    assert.equal(await online(here, userId), true)
  })

  test('entries of a node that came back are not removed by one who still thinks it dead', async () => {
    const { redis, keys } = { redis: shared.control, keys: 'skein:{presence}:' }
    const here = opened()
    const incarnation = randomUUID()
    const told: string[] = []
    await enterAs(here, incarnation, (reason) => told.push(reason))
    const connection = connectionOf(incarnation, randomUUID())
    await here.add(connection)
    await redis.del(`${keys}lease:${incarnation}`)
    const stale = opened({ nodesCacheMs: 60_000 })
    await stale.liveNodes()
    await eventually('the lease taken again', () => redis.exists(`${keys}lease:${incarnation}`))
    await eventually('word of it', () => told.length === 1, 1_000)
    await eventually('the connection', () => online(stale, connection.userId))
    assert.equal(await redis.hlen(`${keys}user:app/${connection.userId}`), 1)
  })

  test('the removal of a dead node`s entry does nothing to a node that lives', async () => {
    const here = opened()
    const incarnation = randomUUID()
    await enterAs(here, incarnation)
    const connection = connectionOf(incarnation, randomUUID())
    await here.add(connection)
    const keys = presenceKeys('skein')
    const bury = (lease: string) =>
      definePresenceScripts(shared.control).presenceBury(lease, ...removalOf(keys, incarnation, memberOf(connection)))
    assert.equal(await bury(keys.lease(incarnation)), 1)
    assert.equal(await online(here, connection.userId), true)
    assert.equal(await bury(keys.lease('dead')), 0)
    assert.equal(await online(here, connection.userId), false)
  })

  test('a killed Redis refuses no login; what was added, removed and kept is true once it is back', async () => {
    const told: string[] = []
    const here = opened({ addTimeoutMs: 200 })
    const incarnation = randomUUID()
    await enterAs(here, incarnation, (reason) => told.push(reason))
    const [kept, removed, added] = [0, 1, 2].map(() => connectionOf(incarnation, randomUUID())) as [never, never, never]
    await here.add(kept)
    await here.add(removed)
    await shared.server.kill()
    assert.deepEqual(await here.add(added), [])
    await here.remove(removed)
    await shared.server.start()
    await eventually('word of the loss', () => told.length > 0)
    assert.equal(await online(here, (kept as { userId: string }).userId), true)
    assert.equal(await online(here, (added as { userId: string }).userId), true)
    assert.equal(await online(here, (removed as { userId: string }).userId), false)
  })

  test('a frozen Redis holds a login up no longer than its limit; a removal it missed is made up for', async () => {
    const here = opened({ addTimeoutMs: 200 })
    const incarnation = randomUUID()
    await enterAs(here, incarnation)
    const connection = connectionOf(incarnation, randomUUID())
    await shared.server.pause()
    const from = performance.now()
    assert.deepEqual(await here.add(connection), [])
    assert.ok(performance.now() - from < 5_000)
    await shared.server.resume()
    await eventually('the connection', () => online(here, connection.userId))
    // An entry that Redis has and the node does not, whatever the cause, goes as well.
    const ghost = connectionOf(incarnation, randomUUID())
    await shared.control.zadd(`skein:{presence}:of:${incarnation}`, 0, `app ${ghost.userId} ${ghost.connectionId}`)
    await shared.control.hset(`skein:{presence}:user:app/${ghost.userId}`, ghost.connectionId, JSON.stringify(ghost))
    assert.equal(await online(here, ghost.userId), true)
    await eventually('the end of the ghost', async () => !(await online(here, ghost.userId)))
  })

  // Full, and told to evict nothing: it answered every ping, so that everything was called ready while leases ran out, live
  // delivery ceased and logins were refused for want of a gateway, without a line in any log.
  test('a Redis that refuses writes is told of once; its nodes are handed out for a while, and resync when it takes writes again', async (t) => {
    t.after(() => shared.control.config('SET', 'maxmemory', '0'))
    const limits = { leaseMs: 1_000, refreshIntervalMs: 100, refreshRetryMs: 50, nodesCacheMs: 20, reapIntervalMs: 60_000 }
    const said: string[] = []
    const logger = {
      ...silentLogger,
      warn: (_: object, line: string) => said.push(line),
      info: (_: object, line: string) => said.push(line),
    }
    const incarnation = randomUUID()
    const lease = `skein:{presence}:lease:${incarnation}`
    const told: string[] = []
    const here = createRedisPresence({ redis: { url: shared.server.url }, logger, limits })
    open.push(here)
    await enterAs(here, incarnation, (reason) => told.push(reason))
    await here.add(connectionOf(incarnation, randomUUID()))
    const front = opened({ ...limits, rememberNodesMs: 5_000 })
    const handedOut = async () => (await front.liveNodes()).map((node) => node.incarnation)
    assert.deepEqual(await handedOut(), [incarnation])

    await shared.control.config('SET', 'maxmemory', '1')
    await eventually('the warning', () => said.length === 1)
    await new Promise((resolve) => setTimeout(resolve, 2 * limits.leaseMs))
    assert.equal(await shared.control.exists(lease), 1, 'a lease that stands is not lost for want of room')
    await shared.control.del(lease)
    const refusedAt = performance.now()
    assert.deepEqual(await handedOut(), [incarnation])
    assert.equal(here.lease().held, false)
    assert.ok(here.lease().failures > 1)
    assert.equal(said.length, 1, said.join('; '))
    assert.match(said[0]!, /^the presence lease cannot be refreshed/)
    // One that is gone for good cannot be told from it, and is handed out no longer than that.
    await eventually('the end of what is remembered', async () => (await handedOut()).length === 0)
    assert.ok(performance.now() - refusedAt > 2_000)

    await shared.control.config('SET', 'maxmemory', '0')
    await eventually('word of the loss', () => told.length === 1)
    assert.deepEqual(told, ['the lease had vanished'])
    await eventually('the lease', () => here.lease().held)
    assert.deepEqual(said.slice(1), ['presence is registered again', 'the presence lease is held again'])
    // What was asked a moment before is still believed.
    await eventually('its return', async () => (await handedOut())[0] === incarnation)
    await here.leave()
    await eventually('its end, which is believed now', async () => (await handedOut()).length === 0)
  })

  // A replica was promoted that lacked the last second: one login and one logout, so that it held as many connections as the node did.
  // Only counts were compared: who had logged in was delivered to no more, for as long as they stayed connected, and nobody was told.
  test('a Redis that lost as many additions as removals is mended within two refreshes, and told of', async () => {
    const told: string[] = []
    const here = opened({ refreshIntervalMs: 100, refreshRetryMs: 20 })
    const incarnation = randomUUID()
    await enterAs(here, incarnation, (reason) => told.push(reason))
    const [stays, leaves, comes] = [0, 1, 2].map(() => connectionOf(incarnation, randomUUID())) as [never, never, never]
    const userOf = (connection: { userId: string }) => connection.userId
    await here.add(stays)
    await here.add(leaves)
    const names = await shared.control.keys('skein:{presence}:*')
    const values = await Promise.all(names.map((name) => shared.control.dumpBuffer(name)))
    const ttls = await Promise.all(names.map((name) => shared.control.pttl(name)))
    await here.add(comes)
    await here.remove(leaves)
    const restored = shared.control.multi().del(...(await shared.control.keys('skein:{presence}:*')))
    for (const [i, name] of names.entries()) restored.restore(name, Math.max(0, ttls[i]!), values[i]!)
    await restored.exec()
    assert.equal(await online(here, userOf(comes)), false)
    await eventually('word of the loss', () => told.length > 0, 5_000)
    assert.deepEqual(told, ['Redis had other connections'])
    assert.deepEqual(await Promise.all([stays, leaves, comes].map((c) => online(here, userOf(c)))), [true, false, true])
    await new Promise((resolve) => setTimeout(resolve, 300))
    assert.equal(told.length, 1, 'once it is mended nothing differs any more')
  })

  test('a storm of logins is not mistaken for a loss', async () => {
    const told: string[] = []
    const here = opened({ refreshIntervalMs: 5 })
    const incarnation = randomUUID()
    await enterAs(here, incarnation, (reason) => told.push(reason))
    let current: ReturnType<typeof connectionOf>[] = []
    const writes: Promise<unknown>[] = []
    for (const end = performance.now() + 500; performance.now() < end; ) {
      current = Array.from({ length: 50 }, () => connectionOf(incarnation, randomUUID()))
      const added = current.map((c) => here.add(c))
      writes.push(...added)
      await added[0]
    }
    await Promise.all(writes)
    assert.deepEqual(told, [])
    assert.equal(await online(here, current.at(-1)!.userId), true)
  })

  test('entering does not wait for a Redis that is down', async () => {
    await shared.server.kill()
    const here = opened({ enterTimeoutMs: 100 })
    const incarnation = randomUUID()
    await enterAs(here, incarnation)
    const connection = connectionOf(incarnation, randomUUID())
    await here.add(connection)
    await shared.server.start()
    await eventually('the connection', () => online(here, connection.userId).catch(() => false))
  })
})
