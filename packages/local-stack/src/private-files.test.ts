// What Kafka kept of all messages, and Redis of presence, could be read by every user of the machine: `.skein/stack` was made under the
// umask of whoever said `make up`.
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { makePrivate } from './private-files.ts'
import { closeStackDirectory } from './stack-file.ts'

const modeOf = (path: string) => statSync(path).mode & 0o777

test('files and directories of this user are closed to all others, and named; links and what is closed already are left', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-private-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const [open, closed, inner, link, outside] = ['open', 'closed', 'inner', 'link', 'outside'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
    string,
    string,
  ]
  for (const file of [open, closed, outside]) writeFileSync(file, '')
  mkdirSync(inner)
  for (const path of [open, inner, outside]) chmodSync(path, 0o777)
  chmodSync(closed, 0o600)
  symlinkSync(outside, link)
  assert.deepEqual(makePrivate([open, closed, inner, link, join(dir, 'absent')]), [open, inner])
  assert.deepEqual([open, closed, inner, outside].map(modeOf), [0o700, 0o600, 0o700, 0o777])
})

test('of a stack all is closed, but for the way through to a PostgreSQL that runs as another user', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-private-'))
  t.after(() => rmSync(dir, { recursive: true }))
  for (const [path, mode] of [
    ['kafka', 0o755],
    ['logs', 0o777],
    ['postgres', 0o755],
    ['postgres/data', 0o750],
  ] as const) {
    mkdirSync(join(dir, path))
    chmodSync(join(dir, path), mode)
  }
  writeFileSync(join(dir, 'postgres/postgres.log'), '')
  chmodSync(join(dir, 'postgres/postgres.log'), 0o644)
  assert.deepEqual(
    closeStackDirectory(dir).toSorted(),
    ['kafka', 'logs', 'postgres/postgres.log'].map((name) => join(dir, name)),
  )
  assert.deepEqual(
    ['kafka', 'logs', 'postgres', 'postgres/data', 'postgres/postgres.log'].map((name) => modeOf(join(dir, name))),
    [0o700, 0o700, 0o755, 0o750, 0o600],
  )
  assert.deepEqual(closeStackDirectory(dir), [])
})
