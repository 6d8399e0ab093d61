// What the environment says, and what of it goes on to the processes of `make run`: once they got none of it, and with any number of
// partitions but the default every one of them refused the topics that had just been made.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ConfigError, readConfig, settingsForChildren } from './config.ts'

const tokenSecret = 'x'.repeat(32)

test('processes that are started get every setting but the roles and the port of their starter', () => {
  const env = { PATH: '/bin', SKEIN_PARTITIONS: '8', SKEIN_TOPIC_PREFIX: 'a.', SKEIN_ROLES: 'api', SKEIN_OPS_PORT: '9100' }
  assert.deepEqual(settingsForChildren(env), { SKEIN_PARTITIONS: '8', SKEIN_TOPIC_PREFIX: 'a.' })
})

test('what is wrong is named by its variable', () => {
  const wrong = { SKEIN_TOKEN_SECRET: tokenSecret, SKEIN_API_PORT: 'x', SKEIN_LOG_LEVEL: 'loud' }
  assert.throws(
    () => readConfig(wrong),
    (error) => error instanceof ConfigError && /^SKEIN_API_PORT: .*\nSKEIN_LOG_LEVEL: /.test(error.message),
  )
  const some = { SKEIN_TOKEN_SECRET: tokenSecret, SKEIN_KAFKA_BROKERS: 'a:1' }
  assert.throws(() => readConfig(some), /needs all of SKEIN_KAFKA_BROKERS, SKEIN_REGISTRY_URL/)
})
