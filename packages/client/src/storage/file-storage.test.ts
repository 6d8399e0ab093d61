// What was confirmed is there after a restart, in the order of its keys; a torn last line is not, and harms nothing.
import assert from 'node:assert/strict'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { fileStorage } from './file-storage.ts'

async function path(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'skein-storage-'))
  t.after(() => rm(directory, { recursive: true }))
  return join(directory, 'deep/er/device.jsonl')
}

test('values survive, deletions too, and a torn line is dropped', async (t) => {
  const file = await path(t)
  const first = await fileStorage(file)
  await Promise.all([first.set('b/2', 'two\nlines'), first.set('b/1', 'one'), first.set('a', 'x'), first.delete('a')])
  await first.close?.()
  await appendFile(file, '["b/3","never confi')
  const second = await fileStorage(file)
  assert.equal(await second.get('a'), undefined)
  assert.deepEqual(await second.list('b/'), [
    ['b/1', 'one'],
    ['b/2', 'two\nlines'],
  ])
  await second.set('c', 'after the torn line')
  await second.close?.()
  const third = await fileStorage(file)
  assert.equal(await third.get('c'), 'after the torn line')
  await third.close?.()
})

test('a journal that is mostly history is rewritten', async (t) => {
  const file = await path(t)
  const storage = await fileStorage(file)
  for (let i = 0; i < 1_500; i += 1) void storage.set('counter', String(i))
  await storage.set('counter', 'last')
  await storage.close?.()
  assert.ok((await readFile(file, 'utf8')).split('\n').length < 10)
  const again = await fileStorage(file)
  assert.equal(await again.get('counter'), 'last')
  await again.close?.()
})
