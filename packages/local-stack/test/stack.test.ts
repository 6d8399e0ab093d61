// The four real servers, started once: each answers, keeps its data over a restart and over kill -9, can be frozen, and is gone afterwards.

import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { after, before, describe, test } from 'node:test'
import { eventually } from '@skein/testing'
import { Redis } from 'ioredis'
import kafkajs from 'kafkajs'
import pg from 'pg'
import { type Stack, startStack } from '../src/index.ts'
import { infraDir } from '../src/paths.ts'
import { describeProcess } from '../src/process-table.ts'

let dir: string
let stack: Stack

before(async () => {
  dir = await mkdtemp(`${tmpdir()}/skein-local-stack-`)
  stack = await startStack({ dir, quickStart: true, redis: { appendOnly: true } })
})

after(async () => {
  await stack?.remove()
  await rm(dir, { recursive: true, force: true })
})

describe('local stack', { timeout: 300_000 }, () => {
  test('Kafka and the registry start from class archives made for this Java and this place', async () => {
    for (const { pid } of [stack.kafka, stack.registry]) assert.match(await readFile(`/proc/${pid}/maps`, 'utf8'), /classes-\w{12}\.jsa/)
  })

  // Every few seconds the broker stood still for 0.1 to 0.4 s, and with it every latency: what it holds for ever took more than half of the old
  // generation, so that the serial collector no longer dared to collect the young one alone, and compacted the whole heap instead.
  test('Kafka holds little for ever of its small heap', async () => {
    const name = 'log.cleaner.dedupe.buffer.size'
    const resources = [{ type: kafkajs.ConfigResourceTypes.BROKER, name: '1', configNames: [name] }]
    const told = await withAdmin((admin) => admin.describeConfigs({ includeSynonyms: false, resources }))
    const bytes = Number(told.resources[0]?.configEntries[0]?.configValue)
    assert.ok(bytes > 0 && bytes <= 32 * 1024 * 1024, `${name} is ${bytes}`)
  })

  test('Kafka keeps its topics and records over restart and kill -9', async () => {
    await withAdmin((admin) => admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 3 }], waitForLeaders: true }))
    await produce('one')
    await stack.kafka.restart()
    await produce('two')
    const { pid } = stack.kafka
    await stack.kafka.kill()
    assert.equal(stack.kafka.pid, undefined)
    await stack.kafka.start()
    assert.notEqual(stack.kafka.pid, pid)
    // A broker that answers is not the leader of its partitions yet.
    const offsets = await eventually(() => withAdmin((admin) => admin.fetchTopicOffsets('kept')), { what: 'a leader' })
    assert.equal(offsets.length, 3)
    assert.equal(offsets.find((row) => row.partition === 0)?.high, '2')
  })

  test('the registry finds its schemas again after kill -9', async () => {
    const { url } = stack.registry
    const response = await fetch(`${url}/subjects/kept/versions`, {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' },
      body: JSON.stringify({ schema: JSON.stringify({ type: 'string' }) }),
    })
    const { id } = (await response.json()) as { id: number }
    await stack.registry.kill()
    await stack.registry.start()
    assert.deepEqual(await (await fetch(`${url}/subjects`)).json(), ['kept'])
    assert.equal((await fetch(`${url}/schemas/ids/${id}`)).status, 200)
  })

  test('PostgreSQL keeps what was committed, refuses a wrong password, and leaves no backend behind', async () => {
    await sql('create table kept (n int)')
    await sql('insert into kept values (1)')
    await stack.postgres.restart()
    await sql('insert into kept values (2)')
    await stack.postgres.kill()
    await stack.postgres.start()
    assert.deepEqual(await sql('select n from kept order by n'), [{ n: 1 }, { n: 2 }])
    assert.deepEqual(await sql('show fsync'), [{ fsync: 'on' }])
    const wrong = new URL(stack.postgres.connectionString)
    wrong.password = 'wrong'
    await assert.rejects(sql('select 1', wrong.href), { code: '28P01' })
  })

  // Killed, it was away for 7 s and more: it asked the disk for each of its files, and then repeated minutes of writes.
  test('PostgreSQL in Compose is set as this one, which is back soon after it was killed', async () => {
    const compose = await readFile(`${infraDir}/compose.yaml`, 'utf8')
    const command = /command: \[postgres, ([^\]]*)\]/.exec(compose)?.[1] ?? ''
    const composed = [...command.matchAll(/-c, (\w+)=(\w+)/g)].map(([, name, setting]) => ({ name, setting }))
    const names = composed.map(({ name }) => name)
    assert.ok(names.includes('checkpoint_timeout') && names.includes('recovery_init_sync_method'), `Compose sets ${names}`)
    for (const { name, setting } of composed)
      if (name !== 'recovery_init_sync_method' || process.platform === 'linux')
        assert.deepEqual(await sql(`select current_setting('${name}') as setting`), [{ setting }], name)
  })

  test('Redis keeps its keys over a restart and wants its password', async () => {
    await redis((client) => client.set('kept', '1'))
    await stack.redis.restart()
    assert.equal(await redis((client) => client.get('kept')), '1')
    await stack.redis.kill()
    await stack.redis.start()
    assert.equal(await redis((client) => client.ping()), 'PONG')
    await assert.rejects(
      redis((client) => client.ping(), `redis://127.0.0.1:${stack.redis.port}`),
      /NOAUTH/,
    )
  })

  test('a frozen server does not answer, with its backends, and goes on afterwards', async () => {
    const open = new pg.Client({ connectionString: stack.postgres.connectionString })
    await open.connect()
    await stack.postgres.pause()
    let answered = false
    const answer = open.query('select 1').then(() => {
      answered = true
    })
    for (const server of [stack.redis, stack.postgres]) {
      await server.pause()
      assert.equal(await server.answers(), false, `${server.name} answered while frozen`)
      assert.equal(await server.alive(), true)
      if (server === stack.postgres) assert.equal(answered, false, 'a backend with an open connection went on')
      await server.resume()
      await server.ready()
    }
    await answer
    await open.end()
  })

  test('a frozen server can be stopped', async () => {
    await stack.redis.pause()
    await stack.redis.stop()
    assert.equal(await stack.redis.alive(), false)
    await stack.redis.start()
  })

  test('a second stack lives beside the first', async () => {
    const other = await startStack({ dir: `${dir}/other`, only: ['redis'] })
    assert.notEqual(other.redis.port, stack.redis.port)
    assert.throws(() => other.kafka, /without kafka/)
    await other.remove()
  })

  // Last: it ends what the others use.
  test('stop leaves no process', async () => {
    const pids = stack.servers.map((server) => server.pid)
    assert.equal(pids.filter((pid) => pid !== undefined).length, 4)
    await stack.stop()
    for (const pid of pids) {
      const row = await describeProcess(pid!)
      assert.ok(row === undefined || row.zombie, `${row?.command} is still there`)
    }
  })
})

async function withAdmin<T>(use: (admin: kafkajs.Admin) => Promise<T>): Promise<T> {
  const admin = client().admin()
  await admin.connect()
  try {
    return await use(admin)
  } finally {
    await admin.disconnect()
  }
}

async function produce(value: string): Promise<void> {
  const producer = client().producer()
  await producer.connect()
  try {
    await producer.send({ topic: 'kept', messages: [{ partition: 0, value }] })
  } finally {
    await producer.disconnect()
  }
}

function client(): kafkajs.Kafka {
  return new kafkajs.Kafka({ brokers: stack.kafka.brokers, logLevel: kafkajs.logLevel.NOTHING })
}

async function sql(text: string, connectionString = stack.postgres.connectionString): Promise<unknown[]> {
  const connection = new pg.Client({ connectionString })
  try {
    await connection.connect()
    return (await connection.query(text)).rows
  } finally {
    await connection.end()
  }
}

async function redis<T>(use: (client: Redis) => Promise<T>, url = stack.redis.url): Promise<T> {
  const connection = new Redis(url, { retryStrategy: () => null, maxRetriesPerRequest: 0 })
  connection.on('error', () => {})
  try {
    return await use(connection)
  } finally {
    connection.disconnect()
  }
}
