// Two hosts without SKEIN_TOKEN_SECRET each made a secret of their own, and refused each other's tokens without a word why.
import assert from 'node:assert/strict'
import test from 'node:test'
import { migrateCredentials } from '@skein/api'
import { silentLogger } from '@skein/telemetry'
import { createPgliteDatabase } from '@skein/view-store'
import { ConfigError } from '../src/config-error.ts'
import { checkTokenSecret, fingerprintOf } from '../src/token-secret.ts'

const [first, other] = ['a'.repeat(32), 'b'.repeat(32)]

test('the first secret is the installation`s: another is refused by the name of its variable, until it is changed on purpose', async (t) => {
  const database = await createPgliteDatabase()
  t.after(() => database.close())
  const refused = (message: RegExp) => (error: unknown) => error instanceof ConfigError && message.test(error.message)
  await assert.rejects(checkTokenSecret(database, first), refused(/run `deploy`/))
  await database.withConnection((client) => migrateCredentials(client, silentLogger))
  await checkTokenSecret(database, first)
  await checkTokenSecret(database, first)
  await assert.rejects(checkTokenSecret(database, other), refused(/^SKEIN_TOKEN_SECRET is not the one .*runbook\.md$/))
  const { rows } = await database.query('SELECT id, fingerprint FROM skein_credentials.token_secret')
  assert.deepEqual(rows, [{ id: 1, fingerprint: fingerprintOf(first) }])
  // As the runbook says.
  await database.query('DELETE FROM skein_credentials.token_secret')
  await checkTokenSecret(database, other)
  await assert.rejects(checkTokenSecret(database, first), refused(/^SKEIN_TOKEN_SECRET/))
})
