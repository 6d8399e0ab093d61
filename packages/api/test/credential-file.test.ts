// Credentials are on disk when a registration is answered; and a file that is somebody else's is left alone.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import test, { type TestContext } from 'node:test'
import { openCredentialFile } from '../src/credential-file.ts'

function newFile(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'skein-credentials-'))
  t.after(() => rmSync(dir, { recursive: true }))
  return join(dir, 'credentials.sqlite')
}

test('a change waits for the disk, and nobody else can read it', (t) => {
  const file = newFile(t)
  for (const _ of ['made', 'opened again']) {
    const database = openCredentialFile(file)
    const full = 2
    assert.equal(database.prepare('PRAGMA journal_mode').get()!.journal_mode, 'wal')
    assert.equal(database.prepare('PRAGMA synchronous').get()!.synchronous, full)
    assert.equal(statSync(file).mode & 0o077, 0)
    assert.equal(statSync(`${file}-wal`).mode & 0o077, 0)
    database.close()
  }
})

test('a file of somebody else, or of a newer release, is refused and left as it is', (t) => {
  const file = newFile(t)
  const refused = (message: RegExp) => {
    const before = readFileSync(file)
    assert.throws(() => openCredentialFile(file), { code: 'MISCONFIGURED', message })
    assert.deepEqual(readFileSync(file), before)
  }
  writeFileSync(file, 'somebody else wrote this, and it is longer than the header of a database file would be: one hundred bytes.')
  refused(/cannot be opened: file is not a database/)
  rmSync(file)
  const theirs = new DatabaseSync(file)
  theirs.exec('CREATE TABLE theirs (a)')
  theirs.close()
  refused(/has no credentials of Skein/)
  rmSync(file)
  openCredentialFile(file).close()
  const newer = new DatabaseSync(file)
  newer.exec('PRAGMA user_version = 7')
  newer.close()
  refused(/format 7, made by a newer release/)
})
