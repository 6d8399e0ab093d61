// Two servers once opened the same embedded views, each with caches of its own, when both found free ports.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { takeDataDirectory } from './data-directory.ts'

test('a data directory is taken once, and again when it is let go; who comes second is told by whom and what to do', (t) => {
  const parent = mkdtempSync(join(tmpdir(), 'skein-data-'))
  t.after(() => rmSync(parent, { recursive: true }))
  const dataDir = join(parent, 'new')
  const first = takeDataDirectory(dataDir)
  const told = new RegExp(
    `^${dataDir} is in use by process ${process.pid}, .*: end it \\(Ctrl-C .*, or kill ${process.pid}\\), then run this again$`,
  )
  assert.throws(() => takeDataDirectory(dataDir), { code: 'CONFIG', message: told })
  assert.throws(() => takeDataDirectory(dataDir), { code: 'CONFIG' })
  first.release()
  takeDataDirectory(dataDir).release()
})
