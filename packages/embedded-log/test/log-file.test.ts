// Which files are opened, and what is said of those that are not.
import assert from 'node:assert/strict'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { openEmbeddedLog } from '../src/index.ts'
import { openLogFile } from '../src/log-file.ts'
import { makeLogDirectory, withDatabase, withLock } from './log-directory.ts'

const open = (file: string, partitionCount = 4) => openEmbeddedLog({ file, partitionCount, logger: silentLogger })

const misconfigured = (pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof LogError)
  assert.equal(error.code, 'MISCONFIGURED')
  assert.equal(error.retriable, false)
  assert.match(error.message, pattern)
  return true
}

test('the partition count is pinned when the file is made', async () => {
  using directory = makeLogDirectory()
  await (await open(directory.file, 4)).close()
  await assert.rejects(open(directory.file, 8), misconfigured(/made with 4 partitions, the configuration says 8/))
  await (await open(directory.file, 4)).close()
  for (const count of [0, -1, 1.5, 5_000]) await assert.rejects(open(directory.file, count), misconfigured(/1 to 4096 partitions/))
})

test('a file that is not a database is refused and left as it is', async () => {
  using directory = makeLogDirectory()
  const content = 'somebody else wrote this, and it is longer than the header of a database file would be: one hundred bytes.'
  writeFileSync(directory.file, content)
  await assert.rejects(open(directory.file), misconfigured(/is not a Skein log/))
  assert.equal(readFileSync(directory.file, 'utf8'), content)
})

test('a database of somebody else is refused and left as it is', async () => {
  using directory = makeLogDirectory()
  withDatabase(directory.file, (database) => database.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)'))
  const before = readFileSync(directory.file)
  await assert.rejects(open(directory.file), misconfigured(/a SQLite database, but not a Skein log/))
  assert.deepEqual(readFileSync(directory.file), before)
})

test('a file of a newer release is refused', async () => {
  using directory = makeLogDirectory()
  await (await open(directory.file)).close()
  withDatabase(directory.file, (database) => database.exec('PRAGMA user_version = 7'))
  await assert.rejects(open(directory.file), misconfigured(/format 7, made by a newer release; this one knows 3/))
})

test('a path that cannot be a file is refused', async () => {
  using directory = makeLogDirectory()
  writeFileSync(directory.file, '')
  await assert.rejects(open(`${directory.file}/log.sqlite`), misconfigured(/cannot be opened/))
})

test('ten handles that open a new file at once agree on it, and nobody else can read it', async () => {
  using directory = makeLogDirectory()
  const logs = await Promise.all(Array.from({ length: 10 }, () => open(directory.file)))
  const writer = await logs[0]!.claim(0)
  assert.equal((await logs[9]!.claim(0)).logEpoch, writer.logEpoch)
  assert.equal(statSync(directory.file).mode & 0o077, 0)
  assert.equal(statSync(`${directory.file}-wal`).mode & 0o077, 0)
  await Promise.all(logs.map((log) => log.close()))
})

test('a commit waits for the disk', async () => {
  using directory = makeLogDirectory()
  const database = await openLogFile({ file: directory.file, partitionCount: 4, fileBytesMax: 2 ** 30, busyWaitMs: 1_000 })
  assert.equal(database.prepare('PRAGMA journal_mode').get()!.journal_mode, 'wal')
  const full = 2
  assert.equal(database.prepare('PRAGMA synchronous').get()!.synchronous, full)
  database.close()
})

test('a file that stays locked is UNAVAILABLE', async () => {
  using directory = makeLogDirectory()
  await (await open(directory.file)).close()
  await withLock(directory.file, async () => {
    const opening = openEmbeddedLog({ file: directory.file, partitionCount: 4, logger: silentLogger, limits: { busyWaitMs: 50 } })
    await assert.rejects(opening, (error) => error instanceof LogError && error.code === 'UNAVAILABLE')
  })
})
