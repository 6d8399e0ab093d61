// Look-ups of connections elsewhere by a node that knows of no other: nobody is asked about, only whether there is another. What must hold
// whatever happens: who logged in elsewhere before an event was looked up is found, or told to resync after it.
import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type ConnectionInfo, createRedisPresence, type Presence, type PresenceLimits } from '@skein/node-link'
import { silentLogger } from '@skein/telemetry'
import { pause } from '@skein/timing'
import type { Redis } from 'ioredis'
import { presenceKeys } from '../src/presence-keys.ts'
import { defaultPresenceLimits } from '../src/presence-limits.ts'
import { definePresenceScripts } from '../src/presence-scripts.ts'
import { PresenceReader } from '../src/redis-presence-reader.ts'
import { eventually } from './eventually.ts'
import { connectionOf, enterAs } from './presence-contract.ts'
import { sharedRedis } from './shared-redis.ts'

const keys = presenceKeys('skein')

const shared = sharedRedis()
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  // The lease of a killed node among it.
  await shared.control.flushall()
})

function opened(limits?: Partial<PresenceLimits>): Presence {
  const presence = createRedisPresence({ redis: { url: shared.server.url }, logger: silentLogger, limits })
  ends.push(() => presence.close())
  return presence
}

/** A node with a connection of this user; answers the connection. */
async function visitorOf(userId: string): Promise<ConnectionInfo> {
  const presence = opened()
  const incarnation = randomUUID()
  await enterAs(presence, incarnation)
  const connection = connectionOf(incarnation, userId)
  await presence.add(connection)
  return connection
}

const callsOf = async (command: string): Promise<number> =>
  Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(await shared.control.info('commandstats'))?.[1] ?? 0)

// Each batch of events asked for connections elsewhere though there was nobody: as many round trips as there were batches. Later they were
// gathered, and still asked for everybody whom a message was for.
test('who knows of no other node asks for one, gathered, and for nobody; the first connection of one that enters is found', async () => {
  const here = opened({ aloneGatherMs: 100 })
  await enterAs(here, randomUUID())
  const user = randomUUID()
  const lookUp = () => here.connectionsElsewhere('app', [user])
  await lookUp()
  const [scripts, users] = [await callsOf('evalsha'), await callsOf('hvals')]
  const from = performance.now()
  const asking = async () => {
    while (performance.now() - from < 1_000) await lookUp()
  }
  await Promise.all(Array.from({ length: 16 }, asking))
  // Ten or eleven, besides what keeps the lease.
  const made = (await callsOf('evalsha')) - scripts
  assert.ok(made > 5 && made < 20, `${made} calls`)
  assert.equal((await callsOf('hvals')) - users, 0)
  const connection = await visitorOf(user)
  assert.deepEqual(await lookUp(), new Map([[user, [connection]]]))
  assert.equal((await callsOf('hvals')) - users, 1)
  await eventually('look-ups without gathering', async () => {
    const askedAt = performance.now()
    await lookUp()
    return performance.now() - askedAt < 50
  })
})

test('who is left alone looks nobody up any more', async () => {
  const here = opened({ nodesCacheMs: 50 })
  await enterAs(here, randomUUID())
  const other = opened()
  await enterAs(other, randomUUID())
  const lookUp = () => here.connectionsElsewhere('app', ['somebody'])
  await lookUp()
  const first = await callsOf('hvals')
  await lookUp()
  assert.ok((await callsOf('hvals')) > first)
  await other.leave()
  await eventually('look-ups of nobody', async () => {
    const before = await callsOf('hvals')
    await lookUp()
    return (await callsOf('hvals')) === before
  })
})

// Its answer would be of a time before the event was read: who came between the two would be passed by.
test('a question that was on its way already answers nobody who asks later', async () => {
  const scripts = definePresenceScripts(shared.control.duplicate())
  ends.push(() => (scripts as unknown as Redis).disconnect())
  let held: Promise<void> = Promise.resolve()
  let answers = 0
  const holding = {
    presenceFind: (count: number, ...usersAndMark: string[]) => scripts.presenceFind(count, ...usersAndMark),
    async presenceNodes(nodes: string, leasePrefix: string) {
      const answer = await scripts.presenceNodes(nodes, leasePrefix)
      answers += 1
      await held
      return answer
    },
  } as typeof scripts
  const reader = new PresenceReader({
    redis: shared.control,
    scripts: holding,
    keys,
    limits: { ...defaultPresenceLimits, aloneGatherMs: 1 },
  })
  reader.here = randomUUID()
  await reader.liveNodes()
  const { promise, resolve } = Promise.withResolvers<void>()
  held = promise
  const user = randomUUID()
  const early = reader.connectionsElsewhere('app', [user])
  await eventually('an answer on its way', () => answers === 2)
  const connection = await visitorOf(user)
  const late = reader.connectionsElsewhere('app', [user])
  resolve()
  assert.deepEqual(await early, new Map())
  assert.deepEqual(await late, new Map([[user, [connection]]]))
})

test('a node that was alone, and frozen past its lease, finds who came meanwhile', async () => {
  const here = fork(fileURLToPath(new URL('./presence-node.ts', import.meta.url)), [shared.server.url, randomUUID(), randomUUID(), '0'])
  ends.push(() => here.kill('SIGKILL'))
  const said: { registered?: true; found?: ConnectionInfo[] }[] = []
  here.on('message', (message: (typeof said)[number]) => said.push(message))
  const answers = () => said.flatMap(({ found }) => (found === undefined ? [] : [found]))
  const user = randomUUID()
  await eventually('its entry', () => said.some(({ registered }) => registered), 10_000)
  for (let n = 1; n <= 2; n++) {
    here.send({ lookUp: user })
    await eventually('its answer', () => answers().length === n)
  }
  here.kill('SIGSTOP')
  await eventually('the end of its lease', async () => (await shared.control.keys(keys.lease('*'))).length === 0, 10_000)
  const connection = await visitorOf(user)
  here.send({ lookUp: user })
  here.kill('SIGCONT')
  await eventually('its answer', () => answers().length === 3)
  assert.deepEqual(answers(), [[], [], [connection]])
})

test('connections here are known while Redis is down; those elsewhere cannot be told, even by who was alone', async () => {
  const here = opened()
  const incarnation = randomUUID()
  await enterAs(here, incarnation)
  const connection = connectionOf(incarnation, randomUUID())
  await here.add(connection)
  const elsewhere = () => here.connectionsElsewhere('app', [connection.userId])
  await eventually('look-ups of nobody', async () => {
    const before = await callsOf('hvals')
    await elsewhere()
    return (await callsOf('hvals')) === before
  })
  await shared.server.kill()
  try {
    assert.deepEqual(here.connectionsHere('app', [connection.userId]), new Map([[connection.userId, [connection]]]))
    await assert.rejects(elsewhere())
  } finally {
    await shared.server.start()
  }
  await eventually('an answer', () => elsewhere().catch(() => null))
})

// Who was not in the list of nodes and had its lease was passed by and not told.
test('a node that is no more in the list of nodes is told, and found again', async () => {
  const told: string[] = []
  const other = opened({ refreshIntervalMs: 100 })
  const incarnation = randomUUID()
  await enterAs(other, incarnation, (reason) => told.push(reason))
  const connection = connectionOf(incarnation, randomUUID())
  await other.add(connection)
  await shared.control.del(keys.nodes)
  await eventually('word of the loss', () => told.length === 1)
  const here = opened()
  await enterAs(here, randomUUID())
  await here.liveNodes()
  assert.equal((await here.connectionsElsewhere('app', [connection.userId])).size, 1)
})

test('whatever nodes and Redis do, who logged in elsewhere before a look-up is found by it, or told to resync after it', async () => {
  const limits = { leaseMs: 300, refreshIntervalMs: 40, refreshRetryMs: 10, nodesCacheMs: 50, aloneGatherMs: 3 }
  const here = opened(limits)
  await enterAs(here, randomUUID())
  const user = randomUUID()
  /** Logged in elsewhere, each with what its node is owed: when those look-ups began that did not find it. */
  const loggedIn = new Map<string, number[]>()
  let found = 0
  let passedBy = 0
  let over = false

  async function askOn(): Promise<void> {
    while (!over) {
      const before = [...loggedIn]
      const from = performance.now()
      const ids = new Set(((await here.connectionsElsewhere('app', [user])).get(user) ?? []).map(({ connectionId }) => connectionId))
      for (const [id, owed] of before) {
        if (ids.has(id)) found += 1
        else owed.push(from)
      }
      await pause(Math.random() * 5)
    }
  }

  const losses = [
    async () => {},
    (incarnation: string) => shared.control.del(keys.lease(incarnation)),
    () => shared.control.flushall(),
    (incarnation: string) => shared.control.zrem(keys.nodes, incarnation),
  ]

  /** A node enters, lets some in, and leaves; in between something of it is lost, or nothing. */
  async function visit(round: number): Promise<void> {
    const other = opened(limits)
    const incarnation = randomUUID()
    let toldAt = Number.NEGATIVE_INFINITY
    const owed: number[] = []
    const ids: string[] = []
    await enterAs(other, incarnation, () => {
      toldAt = performance.now()
    })
    for (let i = 0; i < 4; i++) {
      const connection = connectionOf(incarnation, user, { deviceId: randomUUID() })
      await other.add(connection)
      ids.push(connection.connectionId)
      loggedIn.set(connection.connectionId, owed)
      await pause(Math.random() * 10)
      if (i === 2) await losses[round % losses.length]!(incarnation)
    }
    await pause(30)
    await eventually('word of the loss to who was passed by', () => owed.every((from) => from < toldAt))
    passedBy += owed.length
    for (const id of ids) loggedIn.delete(id)
    await other.leave()
  }

  const asking = Promise.all([askOn(), askOn(), askOn()])
  try {
    for (let round = 0; round < 16; round++) {
      await visit(round)
      await pause(100)
    }
  } finally {
    over = true
    await asking
  }
  assert.ok(found > 100 && passedBy > 0, `${found} found, ${passedBy} passed by`)
})
