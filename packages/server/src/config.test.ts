// What the environment says, and what of it goes on to the processes of `make run`: once they got none of it, and with any number of
// partitions but the default every one of them refused the topics that had just been made.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { describeConfig, readConfig, settingsForChildren } from './config.ts'
import { ConfigError } from './config-error.ts'
import { keptSecret } from './kept-secret.ts'

const tokenSecret = 'x'.repeat(32)

test('processes that are started get every setting but the roles and the port of their starter', () => {
  const env = { PATH: '/bin', SKEIN_PARTITIONS: '8', SKEIN_TOPIC_PREFIX: 'a.', SKEIN_ROLES: 'api', SKEIN_OPS_PORT: '9100' }
  assert.deepEqual(settingsForChildren(env), { SKEIN_PARTITIONS: '8', SKEIN_TOPIC_PREFIX: 'a.' })
})

test('hot stands for the roles that a message passes, beside others as well, and each is there once', () => {
  const roles = (list: string) => readConfig({ SKEIN_TOKEN_SECRET: tokenSecret, SKEIN_ROLES: list }).roles
  assert.deepEqual(roles('hot'), ['gateway', 'api', 'processor', 'delivery'])
  assert.deepEqual(roles('projector, hot,api'), ['projector', 'gateway', 'api', 'processor', 'delivery'])
  assert.throws(() => roles('hot,cold'), /SKEIN_ROLES\.1: .*"hot"\|"gateway"/)
})

test('what is wrong is named by its variable', () => {
  const wrong = { SKEIN_TOKEN_SECRET: tokenSecret, SKEIN_APPS: 'shop,a/b', SKEIN_API_PORT: 'x', SKEIN_LOG_LEVEL: 'loud' }
  assert.throws(
    () => readConfig(wrong),
    (error) => error instanceof ConfigError && /^SKEIN_APPS.*\nSKEIN_API_PORT: .*\nSKEIN_LOG_LEVEL: /.test(error.message),
  )
  const some = { SKEIN_TOKEN_SECRET: tokenSecret, SKEIN_KAFKA_BROKERS: 'a:1' }
  assert.throws(() => readConfig({ SKEIN_TOKEN_SECRET: tokenSecret, SKEIN_OPERATOR_KEY: 'x'.repeat(31) }), /SKEIN_OPERATOR_KEY: /)
  assert.throws(() => readConfig(some), /needs all of SKEIN_KAFKA_BROKERS, SKEIN_REGISTRY_URL/)
})

test('apps that are named are told from any app', () => {
  const apps = (list: string | undefined) => readConfig({ SKEIN_TOKEN_SECRET: tokenSecret, SKEIN_APPS: list })
  assert.deepEqual(
    [apps('shop, bank').apps, apps('shop, bank').appsNamed],
    [
      ['shop', 'bank'],
      ['shop', 'bank'],
    ],
  )
  for (const [list, named] of [
    ['shop,*', ['shop']],
    [undefined, []],
  ] as const)
    assert.deepEqual([apps(list).apps instanceof RegExp, apps(list).appsNamed], [true, named])
})

// The log of a start showed the password of the registry, and what came before a colon in that of PostgreSQL.
test('what is configured is told without secrets, wherever an address has them', () => {
  const config = readConfig({
    SKEIN_TOKEN_SECRET: tokenSecret,
    SKEIN_OPERATOR_KEY: 'x'.repeat(33),
    SKEIN_KAFKA_BROKERS: 'kafka-1:9092,kafka-2:9092',
    SKEIN_REGISTRY_URL: 'https://reader:secret@registry:8085/apis/ccompat/v7',
    SKEIN_POSTGRES_URL: 'postgres://skein:secret:secret@postgres:5432/skein?sslmode=require&password=secret',
    SKEIN_REDIS_URL: 'redis://:secret@redis:6379/1',
  })
  const told = describeConfig(config) as { servers: object }
  assert.doesNotMatch(JSON.stringify(told), /secret|x{32}/)
  assert.deepEqual(told.servers, {
    brokers: ['kafka-1:9092', 'kafka-2:9092'],
    registryUrl: 'https://reader:***@registry:8085/apis/ccompat/v7',
    postgresUrl: 'postgres://skein:***@postgres:5432/skein?sslmode=require&password=***',
    redisUrl: 'redis://:***@redis:6379/1',
  })
  const unreadable = { ...config, servers: { ...config.servers!, postgresUrl: 'host=postgres password=secret' } }
  assert.doesNotMatch(JSON.stringify(describeConfig(unreadable)), /secret/)
})

test('a secret that is made is kept, for its owner alone, and nothing of its making stays', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-secret-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const [made, again, other] = [keptSecret(dir, 'a'), keptSecret(dir, 'a'), keptSecret(dir, 'b')]
  assert.match(made, /^[\w-]{43}$/)
  assert.deepEqual([again === made, other === made, readdirSync(dir).sort()], [true, false, ['a', 'b']])
  assert.equal(statSync(join(dir, 'a')).mode & 0o777, 0o600)
})
