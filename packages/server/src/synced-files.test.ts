// Which files are synced: those that were written to since they were looked at.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { changedSince, treeState } from './synced-files.ts'

// What was written after the clock had been set back was older than the views' opening, and was left to the luck of the machine.
test('a file that was written to is synced, however old its time makes it', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-synced-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  mkdirSync(join(dir, 'base'))
  for (const name of ['kept', 'base/written']) writeFileSync(join(dir, name), 'before')
  const before = treeState(dir)
  assert.deepEqual(changedSince(dir, before), [])
  writeFileSync(join(dir, 'base/written'), 'after!')
  writeFileSync(join(dir, 'base/made'), '')
  for (const name of ['base/written', 'base/made']) utimesSync(join(dir, name), 0, 0)
  assert.deepEqual(changedSince(dir, before).sort(), [join(dir, 'base/made'), join(dir, 'base/written')])
})

test('everything is new in a directory that was not there', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'skein-synced-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const before = treeState(join(dir, 'views'))
  mkdirSync(join(dir, 'views'))
  writeFileSync(join(dir, 'views', 'one'), '')
  assert.deepEqual(changedSince(join(dir, 'views'), before), [join(dir, 'views', 'one')])
})
